import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
    evaluateCondition,
    evaluateDemand,
    explainDemand,
    loadPolicy,
    type DemandResult,
    type Program,
    type NoteResult,
    type Subject,
    highOf,
    lowOf,
} from '../../../language/src/engine/index.js';
import type { Scoring, ScoringItem } from '../../../language/src/ir/scoring.js';
import { compare, type Rational } from '../../../language/src/kit/exact-number.js';
import { policy, reader } from './build.js';
import {
    ALL,
    anyCondition,
    anyDay,
    anyFacts,
    anyProved,
    anyScoring,
    completionOf,
    DEMAND_FACTS,
    DWELLING_FACTS,
    ORDER_FREE,
    VOCABULARY,
    type Facts,
} from './random-policy.js';
import { shown } from './shown.js';
import { createNoteMemo, evaluateWithMemo } from './inside.js';

const RUNS = { numRuns: 1000 } as const;

const load = (scoring: Scoring): Program => loadPolicy(policy({ ...VOCABULARY, scorings: [scoring] }));
const boundsOf = (note: NoteResult): { readonly low: Rational; readonly high: Rational } => {
    const [low, high] = [lowOf(note), highOf(note)];
    if (low === undefined || high === undefined) throw new Error('no note');
    return { low, high };
};
const inside = (note: NoteResult, around: NoteResult): boolean =>
    compare(boundsOf(around).low, boundsOf(note).low) <= 0 && compare(boundsOf(note).high, boundsOf(around).high) <= 0;

interface Situation {
    readonly demand: Facts;
    readonly dwelling: Facts | undefined;
    readonly proved: readonly string[];
    readonly day: number;
}

const anySituation = (missingToo: boolean): fc.Arbitrary<Situation> =>
    fc.record({
        demand: anyFacts(DEMAND_FACTS, missingToo),
        dwelling: fc.option(anyFacts(DWELLING_FACTS, missingToo), { nil: undefined, freq: 3 }),
        proved: anyProved,
        day: anyDay,
    });

function subjectOf({ demand, dwelling, proved, day }: Situation): Subject {
    return { demand: reader(demand, proved), day, ...(dwelling === undefined ? {} : { dwelling: reader(dwelling) }) };
}

/** The result without its dates: what must not change. */
const essence = (result: DemandResult): unknown => ({ ...result, validUntil: undefined });

describe('random policies and facts', () => {
    it('bounds hold for every completion of the missing facts, in both notes', () => {
        const cases = anySituation(true).chain((situation) =>
            fc.tuple(
                fc.constant(situation),
                completionOf(situation.demand),
                situation.dwelling === undefined ? anyFacts(DWELLING_FACTS, true) : completionOf(situation.dwelling),
            ),
        );
        fc.assert(
            fc.property(anyScoring(), cases, (scoring, [situation, demand, dwelling]) => {
                const loaded = load(scoring);
                const before = evaluateDemand(loaded, subjectOf(situation));
                const after = evaluateDemand(loaded, subjectOf({ ...situation, demand, dwelling }));
                for (const which of ['declared', 'verified'] as const) {
                    if (before[which].kind === 'incomplete')
                        expect(inside(after[which], before[which]), `${shown(after[which])} in ${shown(before[which])}`).toBe(true);
                }
            }),
            RUNS,
        );
    });

    it('an interval holds for every dwelling', () => {
        fc.assert(
            fc.property(anyScoring(), anySituation(true), anyFacts(DWELLING_FACTS, false), (scoring, situation, dwelling) => {
                const loaded = load(scoring);
                const alone = evaluateDemand(loaded, subjectOf({ ...situation, dwelling: undefined }));
                const housed = evaluateDemand(loaded, subjectOf({ ...situation, dwelling }));
                for (const which of ['declared', 'verified'] as const) {
                    if (alone[which].kind !== 'incomplete' && housed[which].kind === 'note')
                        expect(inside(housed[which], alone[which]), `${shown(housed[which])} in ${shown(alone[which])}`).toBe(true);
                    if (alone[which].kind === 'note') expect(housed[which]).toEqual(alone[which]);
                }
            }),
            RUNS,
        );
    });

    it('a condition once decided stays so when facts that no test of absence reads are completed', () => {
        const cases = anySituation(true).chain((situation) => fc.tuple(fc.constant(situation), completionOf(situation.demand)));
        fc.assert(
            fc.property(anyCondition, cases, (condition, [situation, demand]) => {
                fc.pre(!JSON.stringify(condition).match(/renseigné|sans objet|justifié|"missing"|somme/));
                const loaded = loadPolicy(policy(VOCABULARY));
                const before = evaluateCondition(loaded, condition, subjectOf(situation));
                const after = evaluateCondition(loaded, condition, subjectOf({ ...situation, demand }));
                if (before.truth !== 'unknown') expect(after.truth).toBe(before.truth);
            }),
            RUNS,
        );
    });

    it('a note is exact when nothing is missing and nothing went wrong', () => {
        fc.assert(
            fc.property(anyScoring(), anySituation(false), anyFacts(DWELLING_FACTS, false), (scoring, situation, dwelling) => {
                const result = evaluateDemand(load(scoring), subjectOf({ ...situation, demand: withoutOpenFields(situation.demand), dwelling }));
                const undecided = result.declared.kind !== 'note';
                if (undecided) expect(result.anomalies.length > 0 || (result.declared.kind === 'incomplete' && result.declared.missing.length > 0)).toBe(true);
                if (undecided) expect(JSON.stringify(scoring)).toMatch(/"operator":"\/"|quotient|somme|lookup|select|jours/);
            }),
            RUNS,
        );
    });

    it('the result is the same every day until validUntil', () => {
        fc.assert(
            fc.property(anyScoring(), anySituation(true), fc.nat(1000), fc.nat(40), (scoring, situation, far, near) => {
                const loaded = load(scoring);
                const first = evaluateDemand(loaded, subjectOf(situation));
                const last = first.validUntil ?? situation.day + 2000;
                expect(last).toBeGreaterThanOrEqual(situation.day);
                for (const day of [last, situation.day + near, situation.day + far, last - near].filter((each) => each >= situation.day && each <= last)) {
                    expect(essence(evaluateDemand(loaded, subjectOf({ ...situation, day })))).toEqual(essence(first));
                }
            }),
            RUNS,
        );
    });

    it('a condition is the same every day until validUntil', () => {
        fc.assert(
            fc.property(anyCondition, anySituation(true), fc.nat(400), (condition, situation, later) => {
                const loaded = loadPolicy(policy(VOCABULARY));
                const first = evaluateCondition(loaded, condition, subjectOf(situation));
                const last = first.validUntil ?? situation.day + 2000;
                for (const day of [last, Math.min(last, situation.day + later)]) {
                    const then = evaluateCondition(loaded, condition, subjectOf({ ...situation, day }));
                    expect({ ...then, validUntil: undefined }).toEqual({ ...first, validUntil: undefined });
                }
            }),
            RUNS,
        );
    });

    it('a memo changes nothing, whatever days and dwellings follow one another', () => {
        const visits = fc.array(fc.tuple(fc.nat(60), fc.option(anyFacts(DWELLING_FACTS, true), { nil: undefined, freq: 3 })), { minLength: 1, maxLength: 6 });
        fc.assert(
            fc.property(anyScoring(), anySituation(true), visits, (scoring, situation, steps) => {
                const loaded = load(scoring);
                const demand = reader(situation.demand, situation.proved);
                const memo = createNoteMemo();
                for (const [days, dwelling] of steps) {
                    const alone = subjectOf({ ...situation, day: situation.day + days, dwelling });
                    expect(evaluateWithMemo(loaded, { ...alone, demand }, memo)).toEqual(evaluateDemand(load(scoring), alone));
                }
            }),
            RUNS,
        );
    });

    it('what a program has kept of other demands and days changes nothing', () => {
        const visits = fc.array(fc.tuple(fc.nat(60), anySituation(true)), { minLength: 2, maxLength: 5 });
        fc.assert(
            fc.property(anyScoring(), visits, (scoring, steps) => {
                const used = load(scoring);
                for (const [days, situation] of steps) {
                    const subject = subjectOf({ ...situation, day: situation.day + days });
                    const fresh = evaluateDemand(load(scoring), subjectOf({ ...situation, day: situation.day + days }));
                    expect(evaluateDemand(used, subject)).toEqual(fresh);
                    expect(evaluateDemand(used, subject)).toEqual(fresh);
                }
            }),
            RUNS,
        );
    });

    it('an explanation has the same result, and its last line is the note', () => {
        fc.assert(
            fc.property(anyScoring(), anySituation(true), (scoring, situation) => {
                const loaded = load(scoring);
                const { result, traces } = explainDemand(loaded, subjectOf(situation));
                expect(result).toEqual(evaluateDemand(loaded, subjectOf(situation)));
                for (const which of ['declared', 'verified'] as const) {
                    const total = traces[which].lines.at(-1)?.kept;
                    const bounds = boundsOf(result[which]);
                    expect(total?.kind === 'exact' ? { low: total.points, high: total.points } : { low: total?.low, high: total?.high }).toEqual({
                        low: bounds.low,
                        high: bounds.high,
                    });
                }
            }),
            RUNS,
        );
    });

    it('adding a criterion never changes what another gives', () => {
        fc.assert(
            fc.property(anyScoring({ ...ALL, exclusive: false }), anyScoring({ ...ALL, exclusive: false }), anySituation(false), (scoring, more, situation) => {
                const subject = subjectOf({ ...situation, demand: withoutOpenFields(situation.demand), dwelling: situation.dwelling });
                const added: Scoring = { ...scoring, group: { ...scoring.group, items: [...renamed(more.group.items), ...scoring.group.items] } };
                const [alone, beside] = [scoring, added].map((each) => pointsByName(load(each), subject)) as [Gives, Gives];
                // An incomplete note is explained with missing facts open to any value: the two must be alike in that.
                fc.pre(alone.complete === beside.complete);
                for (const [name, points] of alone.points) expect(beside.points.get(name)).toEqual(points);
            }),
            RUNS,
        );
    });

    it('the order of criteria never changes the note', () => {
        const cases = anyScoring(ORDER_FREE).chain((scoring) => fc.tuple(fc.constant(scoring), shuffled(scoring)));
        fc.assert(
            fc.property(cases, anySituation(true), ([scoring, other], situation) => {
                const one = evaluateDemand(load(scoring), subjectOf(situation));
                const two = evaluateDemand(load(other), subjectOf(situation));
                expect([two.declared, two.verified, two.validUntil]).toEqual([one.declared, one.verified, one.validUntil]);
            }),
            RUNS,
        );
    });

    it('the verified note never passes the declared one where nothing gives way to something else', () => {
        fc.assert(
            fc.property(anyScoring(ORDER_FREE), anySituation(true), (scoring, situation) => {
                const { declared, verified } = evaluateDemand(load(scoring), subjectOf(situation));
                // While something is missing, one note may be known and the other open to more.
                if (verified.kind !== 'incomplete') expect(compare(boundsOf(verified).high, boundsOf(declared).high)).toBeLessThanOrEqual(0);
            }),
            RUNS,
        );
    });
});

/** Events with every field that a filter may read. */
function withoutOpenFields(facts: Facts): Facts {
    const { refus } = facts;
    if (refus?.kind !== 'events') return facts;
    return {
        ...facts,
        refus: {
            kind: 'events',
            events: refus.events.map((record) =>
                record.map(([name, field]) => [name, name === 'adapté' && field.kind === 'missing' ? { kind: 'boolean', value: false } : field] as const),
            ),
        },
    };
}

function renamed(items: readonly ScoringItem[]): readonly ScoringItem[] {
    return items.map((item) =>
        item.kind === 'criterion'
            ? { ...item, name: `x_${item.name}` }
            : { ...item, name: `x_${item.name}`, group: { ...item.group, items: renamed(item.group.items) } },
    );
}

/** What each criterion gives, before any combination. */
interface Gives {
    readonly complete: boolean;
    readonly points: ReadonlyMap<string, unknown>;
}

function pointsByName(loaded: Program, subject: Subject): Gives {
    const { result, traces } = explainDemand(loaded, subject);
    const points = new Map(traces.declared.lines.filter((line) => line.kind === 'criterion').map((line) => [line.name, line.points]));
    return { complete: result.declared.kind !== 'incomplete', points };
}

function shuffled(scoring: Scoring): fc.Arbitrary<Scoring> {
    return shuffledItems(scoring.group.items).map((items) => ({ ...scoring, group: { ...scoring.group, items } }));
}

function shuffledItems(items: readonly ScoringItem[]): fc.Arbitrary<readonly ScoringItem[]> {
    const each = items.map((item) =>
        item.kind === 'criterion'
            ? fc.constant<ScoringItem>(item)
            : shuffledItems(item.group.items).map((inside): ScoringItem => ({ ...item, group: { ...item.group, items: inside } })),
    );
    return fc.tuple(...each).chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
}
