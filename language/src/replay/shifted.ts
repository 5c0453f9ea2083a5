import type { Fraction } from '../ir/value.js';

/** The assumptions whose effect a report may try. */
export type ShiftedAssumption = 'acceptance' | 'monthlyExit' | 'followRate';

/** The same replay with one assumption moved at a time, same seed: whether what the report concludes hangs on it. */
export interface ShiftedReplay extends SensitivityFigures {
    readonly assumption: ShiftedAssumption;
    /** A probability, in place of the declared one. */
    readonly value: Fraction;
}

/** Figures of a replay, named as in its report. */
export interface SensitivityFigures {
    readonly objectives: readonly {
        readonly objective: string;
        readonly label: string;
        readonly ruleSet: string;
        readonly year?: number;
        readonly by?: { readonly fact: string; readonly value?: string };
        readonly months?: number;
        readonly counted: 'share' | 'leases';
        readonly numerator: number;
        readonly denominator: number;
        readonly verdict: 'met' | 'missed' | 'unsure' | 'no-base';
    }[];
    readonly comparisons: readonly {
        readonly ruleSet: string;
        readonly firstChanged: number;
        readonly onlyBaseline: number;
        readonly onlyOther: number;
    }[];
}
