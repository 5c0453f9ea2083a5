import type { FactReader } from '../../columns/facts.js';
import { evaluateCondition, type ConditionResult, type Program } from '../../engine/index.js';
import type { Route } from '../../ir/flux.js';
import type { Objective } from '../../ir/policy.js';
import type { Day } from '../../ir/value.js';
import { inWindow } from '../../kit/civil-date.js';

/** A signed lease, as an objective looks at it: facts and tables on the day of the lease. */
export interface Lease {
    readonly demand: FactReader;
    readonly dwelling: FactReader;
    readonly day: Day;
    /** The version in force that day; without one the lease is not measured. */
    readonly loaded: Program | undefined;
    /** The reservee that held the dwelling; absent: none. */
    readonly heldBy?: string;
    /** The route by which the dwelling was let. */
    readonly route?: Route;
}

/** The lease of a vacancy, by its place among those replayed. */
export interface VacancyLease extends Lease {
    readonly vacancy: number;
    readonly landlord?: string;
    /** Whole months from the first demand to the lease, where its day is known. */
    readonly waited?: number;
}

/** How a lease stands with an objective. */
interface LeaseStanding {
    readonly inBase: Truth;
    /** To the target itself. */
    readonly first: Truth;
    /** To the target, or by default to its fallback. */
    readonly truth: Truth;
}

/** A lease with its standing in each objective of its version, read once for the figures and for the marks of the ledger. */
export interface MeasuredLease extends Lease {
    readonly standings: ReadonlyMap<Objective, LeaseStanding>;
}

/** Reads how a lease stands with each objective of its version. */
export function withStandings<Own extends Lease>(lease: Own): Own & MeasuredLease {
    const objectives = lease.loaded?.policy.objectives ?? [];
    return { ...lease, standings: new Map(objectives.map((objective) => [objective, standingOf(objective, lease)])) };
}

/** How a lease stands with an objective of its version; outside one of another version. */
export function standingIn({ standings }: MeasuredLease, objective: Objective): LeaseStanding {
    return standings.get(objective) ?? OUTSIDE;
}

const OUTSIDE: LeaseStanding = { inBase: 'false', first: 'false', truth: 'false' };

type Truth = ConditionResult['truth'];

/** Whether an objective looks at a lease: by its route, and in its rolling months until `end`. */
export function isCounted({ name, months }: Objective, { route, day }: Lease, end: Day): boolean {
    const seen = route === undefined || (route.measured && !route.leftOutOf.includes(name));
    // A window of N months is ]end − N months, end] (language.md, meaning 5).
    return seen && (months === undefined || inWindow(day, end, months));
}

/** What is known of a lease for an objective. */
function standingOf({ name, base, target, fallback }: Objective, { demand, dwelling, day, loaded, route }: Lease): LeaseStanding {
    if (loaded === undefined) return OUTSIDE;
    const subject = { demand, dwelling, day, leaseDay: day };
    const inBase = base === undefined ? 'true' : evaluateCondition(loaded, base, subject).truth;
    if (inBase === 'false') return OUTSIDE;
    const first = route?.countsIn.includes(name) === true ? 'true' : evaluateCondition(loaded, target, subject).truth;
    const truth = first === 'true' || fallback === undefined ? first : either(first, evaluateCondition(loaded, fallback, subject).truth);
    return { inBase, first, truth };
}

function either(a: Truth, b: Truth): Truth {
    if (a === 'true' || b === 'true') return 'true';
    return a === 'unknown' || b === 'unknown' ? 'unknown' : 'false';
}
