import type { Fraction } from '../../ir/value.js';
import type { ObjectiveName } from './objective-name.js';

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
    readonly objectives: readonly ShiftedObjective[];
    readonly comparisons: readonly {
        readonly ruleSet: string;
        readonly firstChanged: number;
        readonly onlyBaseline: number;
        readonly onlyOther: number;
    }[];
}

/** An objective in a replay of which one assumption was moved. */
export interface ShiftedObjective extends ObjectiveName {
    readonly numerator: number;
    readonly denominator: number;
    readonly verdict: 'met' | 'missed' | 'unsure' | 'no-base';
}
