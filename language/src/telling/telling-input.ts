import type { ReplayReport, RuleSetInput } from '../replay/index.js';
import type { Edition } from './telling.js';
import { readable } from './words/french.js';
import type { DataWords } from './words/data-words.js';

/** What a telling is made from: a report, the rules that it replayed, and the labels of the data's words. */
export interface TellingInput {
    readonly report: ReplayReport;
    /** Those given to the replay, baseline first. */
    readonly ruleSets: readonly RuleSetInput[];
    readonly words: DataWords;
    /** Absent: `shareable`. */
    readonly edition?: Edition;
}

/** A rule set by its label; the ids of a report never show. */
export function labelOfRules({ report }: Pick<TellingInput, 'report'>, id: string): string {
    return report.ruleSets.find((ruleSet) => ruleSet.id === id)?.label ?? readable(id);
}
