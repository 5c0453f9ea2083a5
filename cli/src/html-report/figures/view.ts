import type { Comparison, ReplayReport, RuleSet } from '@bareme/language/replay';
import { PLAIN_WORDS, type ReportWords } from './report-words.js';
import { HISTORY } from '@bareme/language/replay';

/** A report as its sections read it. */
export interface ReportView {
    readonly report: ReplayReport;
    readonly baseline: RuleSet;
    /** The other rule sets, in their order. */
    readonly others: readonly RuleSet[];
    /** The label of a rule set, or of the record. */
    readonly label: (ruleSet: string) => string;
    /** The pattern that draws a rule set in every chart: 0 is the baseline's, then one per variant; the record's comes last. */
    readonly pattern: (ruleSet: string) => string;
    /** The labels of the data's words. */
    readonly words: ReportWords;
    readonly comparison: (ruleSet: string) => Comparison | undefined;
    /** Rule sets and the record, in the order of legends. */
    readonly shown: readonly string[];
}

/** The words for the record beside the rule sets. */
export const HISTORY_LABEL = 'Ce que rapportent les données';

/** Reads a report. The model promises at least one rule set: without any, nothing is compared. */
export function viewOf(report: ReplayReport, words: ReportWords = PLAIN_WORDS): ReportView {
    const [baseline = NO_RULE_SET, ...others] = report.ruleSets;
    const labels = new Map<string, string>([...report.ruleSets.map(({ id, label }) => [id, label] as const), [HISTORY, HISTORY_LABEL]]);
    const order = report.ruleSets.map(({ id }) => id);
    const present = new Set([...report.objectives, ...report.waiting].map(({ ruleSet }) => ruleSet));
    return {
        report,
        baseline,
        others,
        label: (ruleSet) => labels.get(ruleSet) ?? ruleSet,
        pattern: (ruleSet) => (ruleSet === HISTORY ? 'history' : `rules-${order.indexOf(ruleSet) % PATTERNS}`),
        words,
        comparison: (ruleSet) => report.comparisons.find((comparison) => comparison.ruleSet === ruleSet),
        shown: [...order, ...(present.has(HISTORY) ? [HISTORY] : [])],
    };
}

/** Rule sets beyond this many share a pattern; their names still stand beside each bar. */
export const PATTERNS = 5;

const NO_RULE_SET: RuleSet = { id: '', label: 'aucune règle', policy: '', versions: [], changesNothing: true };
