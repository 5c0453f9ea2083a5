import { explainDemand, type CompiledPolicy, type PointsResult, type Program, type Subject, type Trace, type TraceLine } from '../../engine/index.js';
import type { Ranking } from '../../ir/policy.js';
import { add, compare, sub, ZERO, type Rational } from '../../kit/exact-number.js';

/** How much a clause of the grids weighs in a change of order. */
export interface Swing {
    readonly clause: string;
    readonly label?: string;
    readonly points: Rational;
}

/** Two demands for one dwelling: the one that comes first now, and the one that came first before. */
export interface Rivals {
    readonly now: Subject;
    readonly before: Subject;
}

/**
 * The clause that does most to put `now` before `before` when the rules change, on the same facts: for each clause, the points that
 * the new rules add to the lead of `now` over `before`. A rubric stands for its own cap, floor, increase and combination, a cotation
 * for its own, so that the clauses add up to the change of the lead. Of equal clauses, the first written. `undefined`: no clause does.
 */
export function largestSwing(oldRules: CompiledPolicy, newRules: CompiledPolicy, { now, before }: Rivals): Swing | undefined {
    const swings = new Map<string, Swing>();
    tallyClauses(swings, newRules, now, add);
    tallyClauses(swings, oldRules, now, sub);
    tallyClauses(swings, newRules, before, sub);
    tallyClauses(swings, oldRules, before, add);
    let largest: Swing | undefined;
    for (const swing of swings.values()) if (compare(swing.points, largest?.points ?? ZERO) > 0) largest = swing;
    return largest;
}

function tallyClauses(swings: Map<string, Swing>, { program, which, incomplete }: CompiledPolicy, subject: Subject, combine: typeof add): void {
    for (const { clause, label, points } of clausesOf(program, subject, { which, incomplete })) {
        const known = swings.get(clause);
        swings.set(clause, { clause, label: known?.label ?? label, points: combine(known?.points ?? ZERO, points) });
    }
}

interface Asked {
    readonly which: CompiledPolicy['which'];
    readonly incomplete: Ranking['incomplete'];
}

/** The points of each clause of a note: what a criterion keeps, and what a group keeps beyond the sum of its items. */
function clausesOf(loaded: Program, subject: Subject, { which, incomplete }: Asked): readonly Swing[] {
    const trace = explainDemand(loaded, subject).traces[which];
    return trace.lines.map((line) => ({ clause: line.name, label: line.label, points: ownPoints(trace, line, incomplete) }));
}

function ownPoints(trace: Trace, line: TraceLine, incomplete: Ranking['incomplete']): Rational {
    const kept = pointsAs(line.kept, incomplete);
    if (line.kind === 'criterion') return kept;
    const path = line.kind === 'scoring' ? [] : [...line.path, line.name];
    const items = trace.lines.filter((item) => item.kind !== 'scoring' && samePath(item.path, path));
    return items.reduce((rest, item) => sub(rest, pointsAs(item.kept, incomplete)), kept);
}

function pointsAs(points: PointsResult, incomplete: Ranking['incomplete']): Rational {
    if (points.kind === 'exact') return points.points;
    return incomplete === 'maximum' ? points.high : points.low;
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
    return a.length === b.length && a.every((step, place) => step === b[place]);
}
