import { wordsOf } from '@bareme/cli/outputs';
import { tellComparison, type Telling } from '@bareme/language/telling';
import { sharedVocabulary } from '@bareme/language/ir';
import { ruleSetsOf } from '../base/rule-sets.js';
import type { Run, Session } from './session.js';

/** What a run says of one of its variants, or of all, in the words of the report. */
export function tellRun({ report, project }: Run, edition: Session['edition'], ruleSet?: string): Telling {
    const [baseline] = report.ruleSets;
    const isTold = (id: string): boolean => ruleSet === undefined || id === baseline?.id || id === ruleSet;
    const told = report.ruleSets.filter(({ id }) => isTold(id));
    const variants = told.flatMap(({ variant }) => variant ?? []);
    return tellComparison({
        report: { ...report, ruleSets: told, comparisons: report.comparisons.filter((comparison) => isTold(comparison.ruleSet)) },
        ruleSets: ruleSetsOf(project, baseline?.policy ?? '', variants),
        words: wordsOf(sharedVocabulary([...project.policies, ...project.variants]), report.territory.labels),
        edition: edition === 'interne' ? 'internal' : 'shareable',
    });
}
