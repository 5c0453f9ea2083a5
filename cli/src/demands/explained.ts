import type { EligibilityResult, Explanation, SignalResult } from '@bareme/language/engine';
import type { Day, Policy } from '@bareme/language/ir';
import type { Texts } from '../report/located.js';
import type { OriginsRead } from './fact-origin.js';
import type { StandingEntry } from './standing.js';
import type { WaitEntry } from './waits-by-place.js';

/** What is explained, and of whom. */
export interface Explained {
    readonly demand: string;
    readonly open: boolean;
    readonly dwelling?: string;
    /** Of the notes and of the ranking; `inForce` for everything else. */
    readonly policy: Policy;
    readonly inForce: Policy;
    readonly day: Day;
    readonly synthetic: boolean;
    readonly explanation: Explanation;
    readonly eligibility: EligibilityResult;
    readonly signals: readonly SignalResult[];
    readonly proved: (fact: string) => boolean;
    readonly texts: Texts;
    readonly standing?: StandingEntry;
    readonly waits: readonly WaitEntry[];
    /** The place of the demand's category among those of the ranking; absent outside every one. */
    readonly category?: number;
    /** What was read, and how: where each fact comes from. */
    readonly origins: OriginsRead;
}
