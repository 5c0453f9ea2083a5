import type { FactReader } from '../columns/facts.js';
import type { Day } from '../ir/value.js';

/** What is evaluated: a demand, alone or for a dwelling, on a day. */
export interface Subject {
    readonly demand: FactReader;
    /** Absent: the demand is looked at without a dwelling, and what reads one is an interval. */
    readonly dwelling?: FactReader;
    /** Absent: as for `dwelling`. */
    readonly candidature?: FactReader;
    /** The evaluation date: designation for notes, examination for exclusions. */
    readonly day: Day;
    /** The date of the lease, for exclusions read at that date; `day` where absent. */
    readonly leaseDay?: Day;
}
