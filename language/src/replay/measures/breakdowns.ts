import { intAt } from '../../kit/at.js';
import { describe, evaluateExpression, type Program, type RulesRead } from '../../engine/index.js';
import type { FactValue } from '../../ir/value.js';
import type { FactDeclaration } from '../../ir/value-type.js';
import { monthsElapsed } from '../../kit/civil-date.js';
import type { Breakdown, Classed, Named } from '../contract/breakdown.js';
import {
    absence,
    bandOf,
    classOf,
    hasWord,
    isClassed,
    isMeasured,
    isSized,
    quarterOf,
    wordNamed,
    wordsOfSet,
    yesOrNo,
    type Seen,
} from './breakdown-classes.js';
import { factsRow } from '../record/population.js';
import type { ReplayContext } from '../pool/replay-context.js';

const NOT_SEEN = -1;
/**
 * The breakdowns that a vocabulary offers: facts with a role of size, type or commune wanted; enumerations of one value; yes/no facts
 * and derived facts of the demand; each word of an enumeration of several; quarters of numbers and amounts; seniority. One that puts
 * everyone in the same class says nothing and is left out. Facts are those of the first day seen in the window. No rule set changes them.
 */
export function breakdownsOf(context: ReplayContext, loaded: Program, rules: readonly Program[]): readonly Breakdown[] {
    const { vocabulary } = loaded.policy;
    const seen = seenIn(context);
    const { readsOf } = describe(loaded);
    const reads = rulesRead(rules);
    const facts = vocabulary.facts.filter((fact) => fact.owner === 'demande' && (context.territory.demands.columns.has(fact.name) || isSized(fact)));
    const derived = vocabulary.derived.filter(({ type, notApplicable, unknown, value }) => {
        const { dwelling, candidature } = readsOf([notApplicable, unknown, value]);
        return type.kind === 'boolean' && dwelling.length === 0 && candidature.length === 0;
    });
    const sort = (named: Named, read: boolean, classify: (seen: Seen) => Classed): Breakdown => ({ ...named, read, ...classesOf(seen, classify) });
    const sortFact = (fact: FactDeclaration): readonly Breakdown[] => {
        const { name, label = name } = fact;
        const read = reads.facts.has(name);
        if (isClassed(fact))
            return [
                sort(
                    { id: `fait:${name}`, label },
                    read,
                    byValue(name, (value) => classOf(vocabulary, fact, value)),
                ),
            ];
        if (isMeasured(fact)) return [sort({ id: `fait:${name}`, label }, read, quarterOf(fact, seen))];
        const words = wordsOfSet(vocabulary, fact);
        const values = words.length === 0 ? [] : seen.map((one) => one?.demand.fact(name));
        return words.map((word) => ({
            ...wordNamed(vocabulary, fact, word),
            read,
            ...classesOf(values, (value) => hasWord(value, word)),
        }));
    };
    const breakdowns = [
        ...facts.flatMap(sortFact),
        ...derived.map(({ name, label = name, type, at }) =>
            sort({ id: `déduit:${name}`, label }, reads.derived.has(name), ({ demand, day }) => {
                const value = evaluateExpression(loaded, { kind: 'derived', name, type, at }, { demand, day });
                return value.kind === 'boolean' ? yesOrNo(value.value) : absence(value.kind);
            }),
        ),
        sort({ id: 'ancienneté', label: 'ancienneté' }, reads.seniority, ({ seniority }) => bandOf(seniority)),
    ];
    return breakdowns.filter(({ groups }) => groups.length > 1);
}

/** Classes by the value of a fact; equal values are mostly one object over all rows (`rowReader`): each is classed once. */
function byValue(name: string, classify: (value: FactValue) => Classed): (seen: Seen) => Classed {
    const known = new Map<FactValue, Classed>();
    return ({ demand }) => {
        const value = demand.fact(name);
        const before = known.get(value);
        if (before !== undefined) return before;
        const found = classify(value);
        known.set(value, found);
        return found;
    };
}

/** By demand: what is seen of it on its first day in the window; nothing of one not seen. */
function seenIn({ population, window, facts }: ReplayContext): readonly (Seen | undefined)[] {
    return population.histories.map((history, demand) => {
        const day = Math.max(history.entry, window.from);
        if (day > window.to || intAt(population.runEnd, demand) < day) return undefined;
        const seniority = history.deposit === undefined ? undefined : Math.max(0, monthsElapsed(history.deposit, day));
        return { demand: facts.reader(factsRow(history, day)), day, seniority };
    });
}

/** `seen`: by demand, what is classed of it; nothing of one not seen. */
function classesOf<One extends object>(seen: readonly (One | undefined)[], classify: (one: One) => Classed): Pick<Breakdown, 'groupOf' | 'groups'> {
    const placeOf = new Map<string, number>();
    const groups: Classed[] = [];
    const groupOf = new Int32Array(seen.length).fill(NOT_SEEN);
    for (const [demand, one] of seen.entries()) {
        if (one === undefined) continue;
        const group = classify(one);
        let place = placeOf.get(group.id);
        if (place === undefined) {
            place = groups.push(group) - 1;
            placeOf.set(group.id, place);
        }
        groupOf[demand] = place;
    }
    return { groupOf, groups };
}

/** All that some policies read of a demand, and whether they count its seniority. */
function rulesRead(policies: readonly Program[]): RulesRead & { readonly seniority: boolean } {
    const rules = policies.map((program) => describe(program).rules);
    const facts = new Set(rules.flatMap((read) => [...read.facts]));
    const filed = policies.flatMap(({ policy }) => policy.vocabulary.facts.filter(({ role }) => role === 'dépôt'));
    return { facts, derived: new Set(rules.flatMap((read) => [...read.derived])), seniority: filed.some(({ name }) => facts.has(name)) };
}
