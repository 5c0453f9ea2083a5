import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowReader } from '../../../language/src/columns/row-reader.js';
import { tableBuilder } from '../../../language/src/columns/table-builder.js';
import { compileSources } from '../../../language/src/compile.js';
import {
    evaluateAdequacy,
    evaluateDemand,
    evaluateEligibility,
    evaluateSignals,
    explainDemand,
    loadPolicy,
    type DemandResult,
    type Explanation,
    type Program,
    type Subject,
} from '../../../language/src/engine/index.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import type { Group, ScoringItem } from '../../../language/src/ir/scoring.js';
import { createSourceParser } from '../../../language/src/compile.js';
import { printPolicy, printVocabulary } from '../../../language/src/printing/index.js';
import { selfContained } from '../../../language/src/printing/self-contained.js';
import type { Draw } from './draw.js';
import { runs } from './draw.js';
import { randomCondition } from './random-condition.js';
import { randomCriterion } from './random-scoring.js';
import { policyAndSituations, subjectOf, type Situation } from './situations.js';
import { createNoteMemo, evaluateWithMemo, withoutProofs } from '../engine/inside.js';

/** Everything that a policy says of a demand. */
function verdicts(loaded: Program, subject: Subject): unknown {
    return [
        withoutOrder(evaluateDemand(loaded, subject)),
        evaluateEligibility(loaded, subject),
        evaluateAdequacy(loaded, subject),
        evaluateSignals(loaded, subject),
    ].map(withoutOrder);
}

/** A result whose anomalies, which come in the order of the policy, are sorted and placeless. */
function withoutOrder(result: unknown): unknown {
    if (Array.isArray(result)) return result.map(withoutOrder);
    if (typeof result !== 'object' || result === null || !('anomalies' in result)) return result;
    const { anomalies } = result as Pick<DemandResult, 'anomalies'>;
    return { ...result, anomalies: anomalies.map(({ kind, name }) => `${kind} ${name}`).sort() };
}

describe('what may not change a result', () => {
    test('the declared note, whatever proofs are asked', () => {
        fc.assert(
            fc.property(
                policyAndSituations(6, () => undefined),
                ({ policy, situations }) => {
                    const loaded = loadPolicy(policy);
                    for (const situation of situations) {
                        const subject = subjectOf(situation);
                        expect(evaluateDemand(withoutProofs(loaded), subject).declared).toEqual(evaluateDemand(loaded, subject).declared);
                    }
                },
            ),
            runs(40),
        );
    });

    test('the order of critères where the combination has none', () => {
        const cases = policyAndSituations(6, (draw, policy) => ({
            ...policy,
            scorings: policy.scorings.map((scoring) => ({ ...scoring, group: shuffledGroup(draw, scoring.group) })),
        }));
        fc.assert(
            fc.property(cases, ({ policy, situations, more }) => {
                const [loaded, shuffled] = [loadPolicy(policy), loadPolicy(more)];
                for (const situation of situations) expect(notes(shuffled, situation)).toEqual(notes(loaded, situation));
            }),
            runs(40),
        );
    });

    test('the batch in which a row comes, and what was evaluated before it', () => {
        const cases = policyAndSituations(6, (draw) => draw.int(1, 5));
        fc.assert(
            fc.property(cases, ({ policy, situations, more: cut }) => {
                const alone = situations.map((situation) => verdicts(loadPolicy(policy), subjectOf(situation)));
                const loaded = loadPolicy(policy);
                const backwards = [...situations].reverse().map((situation) => verdicts(loaded, subjectOf(situation)));
                expect(backwards.reverse()).toEqual(alone);
                const batched = [situations.slice(0, cut), situations.slice(cut)].flatMap((batch) => throughColumns(policy, batch));
                expect(batched.map((subject) => verdicts(loaded, subject))).toEqual(alone);
            }),
            runs(40),
        );
    });

    test('notes kept from one dwelling to the next', () => {
        fc.assert(
            fc.property(
                policyAndSituations(6, () => undefined),
                ({ policy, situations }) => {
                    const loaded = loadPolicy(policy);
                    const [first] = situations;
                    if (first === undefined) return;
                    const memo = createNoteMemo();
                    for (const { dwelling, day } of situations) {
                        const subject = subjectOf({ demand: first.demand, ...(dwelling === undefined ? {} : { dwelling }), day });
                        const same: Subject = { ...subject, demand: subjectOf(first).demand };
                        expect(evaluateWithMemo(loaded, same, memo)).toEqual(evaluateDemand(loaded, same));
                    }
                },
            ),
            runs(40),
        );
    });

    test('the order and the names of the files', () => {
        const parser = createSourceParser();
        const cases = policyAndSituations(4, (draw) => [draw.int(0, 5), draw.int(0, 5)] as const);
        fc.assert(
            fc.property(cases, ({ policy, situations, more: [order, names] }) => {
                const texts = filesOf(policy);
                const compiled = (paths: readonly string[], permutation: number): Policy => {
                    const sources = permuted(
                        texts.map((text, index) => ({ path: paths[index] ?? '', text })),
                        permutation,
                    );
                    const [found] = compileSources(sources, parser).project.policies;
                    if (found === undefined) throw new Error('no policy');
                    return found;
                };
                const plain = compiled(['a', 'b', 'c'], 0);
                expect(compiled(['a', 'b', 'c'], order)).toEqual(plain);
                const renamed = compiled(permuted(['a', 'b', 'c'], names), order);
                for (const situation of situations) {
                    const subject = subjectOf(situation);
                    expect(verdicts(loadPolicy(renamed), subject)).toEqual(verdicts(loadPolicy(plain), subject));
                }
            }),
            runs(20),
        );
    });
});

/** Notes without the places that a trace would show. */
function notes(loaded: Program, situation: Situation): unknown {
    return withoutOrder(evaluateDemand(loaded, subjectOf(situation)));
}

/** The same situations, their demands read from a table of columns. */
function throughColumns({ vocabulary }: Policy, batch: readonly Situation[]): readonly Subject[] {
    const builder = tableBuilder(vocabulary.facts.filter(({ owner }) => owner === 'demande'));
    for (const { demand } of batch) expect(builder.add(demand.facts, demand.proved)).toEqual([]);
    const table = builder.build();
    return batch.map((situation, row) => ({ ...subjectOf(situation), demand: rowReader(table, row) }));
}

/** A group whose items stand in another order, unless their order is what they mean. */
function shuffledGroup(draw: Draw, group: Group): Group {
    const items = group.items.map((item): ScoringItem => (item.kind === 'rubric' ? { ...item, group: shuffledGroup(draw, item.group) } : item));
    return { ...group, items: group.combination === "dans l'ordre" ? items : shuffled(draw, items) };
}

function shuffled<Item>(draw: Draw, items: readonly Item[]): readonly Item[] {
    return items
        .map((item) => ({ item, rank: draw.int(0, 1_000) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item);
}

/** One of the six orders of three things. */
function permuted<Item>(items: readonly Item[], permutation: number): readonly Item[] {
    const rotated = [...items.slice(permutation % 3), ...items.slice(0, permutation % 3)];
    return permutation < 3 ? rotated : rotated.reverse();
}

/** A policy in three files: the facts of its vocabulary, the rest of it, the rules. */
function filesOf(policy: Policy): readonly string[] {
    const { name, vocabulary } = selfContained(policy);
    const nothing = { enumerations: [], facts: [], derived: [], memberFacts: [], parameters: [], tables: [] };
    const { enumerations, facts, derived, memberFacts, parameters, tables } = vocabulary;
    return [
        printVocabulary({ name, vocabulary: { ...nothing, enumerations, facts } }),
        printVocabulary({ name, vocabulary: { ...nothing, derived, memberFacts, parameters, tables } }),
        printPolicy(policy, { name, vocabulary }),
    ];
}

describe('what a new critère may not change', () => {
    test('the points that another gives', () => {
        const cases = policyAndSituations(6, (draw, policy) => {
            const reading = { vocabulary: policy.vocabulary, lists: policy.lists, owners: ['demande', 'logement'] as const, condition: randomCondition };
            const added = randomCriterion(draw, reading, 'critère_ajouté');
            return policy.scorings.map((scoring) => ({ ...scoring, group: { ...scoring.group, items: [added, ...scoring.group.items] } }));
        });
        fc.assert(
            fc.property(cases, ({ policy, situations, more: scorings }) => {
                const [before, after] = [loadPolicy(policy), loadPolicy({ ...policy, scorings })];
                for (const situation of situations) {
                    const [was, is] = [explainDemand(before, subjectOf(situation)), explainDemand(after, subjectOf(situation))];
                    for (const which of ['declared', 'verified'] as const) {
                        if (isIncomplete(was, which) === isIncomplete(is, which)) expect(pointsGiven(is, which)).toEqual(pointsGiven(was, which));
                    }
                }
            }),
            runs(40),
        );
    });
});

/** An incomplete note shows what each critère could give once the missing facts are known: the two are not to be compared. */
function isIncomplete({ result }: Explanation, which: 'declared' | 'verified'): boolean {
    return result[which].kind === 'incomplete';
}

/** What each critère gives before any combination. */
function pointsGiven({ traces }: Explanation, which: 'declared' | 'verified'): unknown {
    const lines = traces[which].lines.filter(({ kind, name }) => kind === 'criterion' && name !== 'critère_ajouté');
    return lines.map(({ name, points }) => [name, points]);
}
