import { at } from '../../kit/at.js';
import { rowReader } from '../../columns/row-reader.js';
import { describe, evaluateExpression, type Description, type Program } from '../../engine/index.js';
import type { FactDeclaration } from '../../ir/value-type.js';
import type { DerivedFact, Vocabulary } from '../../ir/vocabulary.js';
import { absence, classOf, hasWord, isClassed, isMeasured, quarterOf, wordNamed, wordsOfSet, yesOrNo, type Seen } from './breakdown-classes.js';
import type { Classed } from '../contract/breakdown.js';
import type { EntrantsBreakdown, EntrantsOutcome } from '../contract/entrants-outcome.js';
import type { Lease } from './lease.js';
import type { ReplayContext } from '../pool/replay-context.js';
import { phasesOf, type LoadedRuleSet } from '../rules/rule-set.js';
import { compareText } from '../../kit/text-order.js';

/** A household, with its facts of a day, and the version in force that day where it is not the first of the window. */
type Household = Pick<Seen, 'demand' | 'day'> & Pick<Partial<Lease>, 'loaded'>;

/** The households housed under one rule set, or in the record. */
interface Entrants {
    readonly ruleSet: string;
    readonly leases: readonly Household[];
}

/**
 * Who enters beside who occupies, by each fact that both files carry and that sorts households: the facts of an entrant are those of the
 * day of its lease, those of an occupant are read on the window's first day. Nothing without a file of occupants.
 */
export function compareEntrants({ territory, window }: ReplayContext, baseline: LoadedRuleSet, sides: readonly Entrants[]): EntrantsOutcome | undefined {
    const { occupants, demands } = territory;
    if (occupants === undefined) return undefined;
    const loaded = phasesOf(baseline, window.from, window.to)[0]?.inForce ?? at(baseline.terms, 0).policy;
    const { vocabulary } = loaded.policy;
    const households = Array.from({ length: occupants.rows }, (_, row): Household => ({ demand: rowReader(occupants, row), day: window.from }));
    const sorting = vocabulary.facts
        .filter(({ owner, name }) => owner === 'demande' && occupants.columns.has(name))
        .map((fact) => ({ fact, ways: waysToSort(vocabulary, fact, households) }))
        .filter(({ ways }) => ways.length > 0);
    const description = describe(loaded);
    const isShared = (name: string): boolean => occupants.columns.has(name) && demands.columns.has(name);
    const derived = vocabulary.derived.filter((fact) => isDerivedFrom(description, fact, isShared)).map((fact) => derivedWay(loaded, fact));
    const ways = [...sorting.filter(({ fact }) => isShared(fact.name)).flatMap((of) => of.ways), ...derived];
    return {
        occupants: households.length,
        entrants: sides.map(({ ruleSet, leases }) => ({ ruleSet, households: leases.length })),
        breakdowns: ways.map((way) => breakdownBy(way, households, sides)).filter(({ groups }) => groups.length > 1),
        notInDemands: sorting.filter(({ fact }) => !demands.columns.has(fact.name)).map(({ fact: { name, label = name } }) => label),
    };
}

/** A way of sorting households into classes. */
interface Way {
    readonly id: string;
    readonly label: string;
    readonly classify: (household: Household) => Classed;
}

/** By the values of a fact, by quarters of the occupants' amounts, or word by word; in no way for a date, a code or a text. */
function waysToSort(vocabulary: Vocabulary, fact: FactDeclaration, occupants: readonly Household[]): readonly Way[] {
    const { name, label = name } = fact;
    const id = `fait:${name}`;
    if (isClassed(fact)) return [{ id, label, classify: ({ demand }) => classOf(vocabulary, fact, demand.fact(name)) }];
    if (isMeasured(fact)) return [{ id, label, classify: quarterOf(fact, occupants) }];
    return wordsOfSet(vocabulary, fact).map((word) => ({
        ...wordNamed(vocabulary, fact, word),
        classify: ({ demand }) => hasWord(demand.fact(name), word),
    }));
}

/** A yes or no that reads nothing but facts of both files. */
function isDerivedFrom({ readsOf }: Description, { type, notApplicable, unknown, value }: DerivedFact, isShared: (name: string) => boolean): boolean {
    if (type.kind !== 'boolean') return false;
    const { demand, dwelling, candidature } = readsOf([notApplicable, unknown, value]);
    return demand.length > 0 && dwelling.length === 0 && candidature.length === 0 && demand.every(isShared);
}

function derivedWay(loaded: Program, { name, label = name, type, at }: DerivedFact): Way {
    return {
        id: `déduit:${name}`,
        label,
        classify: ({ demand, day, loaded: own }) => {
            const version = own?.policy.vocabulary.derived.some((fact) => fact.name === name) === true ? own : loaded;
            const value = evaluateExpression(version, { kind: 'derived', name, type, at }, { demand, day });
            return value.kind === 'boolean' ? yesOrNo(value.value) : absence(value.kind);
        },
    };
}

interface Counted {
    readonly classed: Classed;
    occupants: number;
    /** By side. */
    readonly entrants: Map<Entrants, number>;
}

function breakdownBy({ id, label, classify }: Way, occupants: readonly Household[], sides: readonly Entrants[]): EntrantsBreakdown {
    const classes = new Map<string, Counted>();
    const countOf = (household: Household): Counted => {
        const classed = classify(household);
        const known = classes.get(classed.id);
        if (known !== undefined) return known;
        const made: Counted = { classed, occupants: 0, entrants: new Map() };
        classes.set(classed.id, made);
        return made;
    };
    for (const household of occupants) countOf(household).occupants += 1;
    for (const side of sides) {
        for (const lease of side.leases) {
            const { entrants } = countOf(lease);
            entrants.set(side, (entrants.get(side) ?? 0) + 1);
        }
    }
    const groups = [...classes.values()].map(({ classed, occupants: count, entrants }) => ({
        group: classed.id,
        groupLabel: classed.label,
        ...(classed.band === undefined ? {} : { band: classed.band }),
        occupants: count,
        entrants: sides.map((side) => ({ ruleSet: side.ruleSet, households: entrants.get(side) ?? 0 })),
    }));
    return { breakdown: id, breakdownLabel: label, groups: groups.sort((a, b) => compareText(a.group, b.group)) };
}
