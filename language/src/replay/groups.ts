import { evaluateExpression, type LoadedPolicy } from '../engine/index.js';
import { readsOf } from '../engine/reference/dependencies.js';
import type { FactValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import { monthsElapsed } from '../kit/civil-date.js';
import type { GroupOutcome } from './model.js';
import { factsRow } from './population.js';
import type { ReplayContext } from './replay-context.js';
import { compareText } from './text-order.js';

/** One way of sorting households into classes. */
export interface Breakdown {
    readonly id: string;
    readonly label: string;
    /** By demand: its class, with its label; −1 for a demand not seen in the window. */
    readonly groupOf: Int32Array;
    readonly groups: readonly { readonly id: string; readonly label: string }[];
}

const NOT_SEEN = -1;
/** Lower ends of the seniority bands, in months. */
const BANDS = [0, 12, 24, 36, 60, 120];
const SIZED_ROLES = ['taille_du_ménage', 'typologies_souhaitées', 'communes_souhaitées'];

/**
 * The breakdowns that a vocabulary offers: facts with a role of size, type or commune wanted; enumerations of one value; yes/no facts
 * and derived facts of the demand; seniority. One that puts everyone in the same class says nothing and is left out. Facts are those of the first day seen in the window. No rule set changes them.
 */
export function breakdownsOf(context: ReplayContext, loaded: LoadedPolicy): readonly Breakdown[] {
    const { vocabulary } = loaded.policy;
    const facts = vocabulary.facts.filter((fact) => fact.owner === 'demande' && isClassed(context, fact));
    const derived = vocabulary.derived.filter(({ type, name }) => type.kind === 'boolean' && readsDemandOnly(loaded, name));
    const breakdowns = [
        ...facts.map((fact) =>
            breakdown(context, { id: `fait:${fact.name}`, label: fact.label ?? fact.name }, ({ demand }) => classOf(vocabulary, fact, demand.fact(fact.name))),
        ),
        ...derived.map(({ name, label, type, at }) =>
            breakdown(context, { id: `déduit:${name}`, label: label ?? name }, ({ demand, day }) => {
                const value = evaluateExpression(loaded, { kind: 'derived', name, type, at }, { demand, day });
                return value.kind === 'boolean' ? yesOrNo(value.value) : absence(value.kind);
            }),
        ),
        breakdown(context, { id: 'ancienneté', label: 'ancienneté' }, ({ seniority }) => bandOf(seniority)),
    ];
    return breakdowns.filter(({ groups }) => groups.length > 1);
}

/** What a breakdown reads of a household. */
interface Seen {
    readonly demand: ReturnType<ReplayContext['facts']['reader']>;
    readonly day: number;
    /** Whole months; `undefined` without day of first demand. */
    readonly seniority: number | undefined;
}

type Classed = { readonly id: string; readonly label: string };

function breakdown(context: ReplayContext, { id, label }: Classed, classify: (seen: Seen) => Classed): Breakdown {
    const { population, window, facts } = context;
    const classes = new Map<string, Classed & { readonly place: number }>();
    const places = population.histories.map((history, demand) => {
        const day = Math.max(history.entry, window.from);
        if (day > window.to || population.runEnd[demand]! < day) return NOT_SEEN;
        const seniority = history.deposit === undefined ? undefined : Math.max(0, monthsElapsed(history.deposit, day));
        const group = classify({ demand: facts.reader(factsRow(history, day)), day, seniority });
        const known = classes.get(group.id) ?? { ...group, place: classes.size };
        classes.set(group.id, known);
        return known.place;
    });
    return { id, label, groupOf: Int32Array.from(places), groups: [...classes.values()] };
}

/** A fact that sorts households: by its role, or because it has few values. Identifiers, dates and amounts do not. */
function isClassed({ territory }: ReplayContext, { name, type, multiple, role }: FactDeclaration): boolean {
    if (SIZED_ROLES.some((sized) => sized === role)) return true;
    if (role !== undefined || !territory.demands.columns.has(name)) return false;
    return type.kind === 'boolean' || (type.kind === 'enumeration' && !multiple);
}

function readsDemandOnly({ policy, derivedFacts }: LoadedPolicy, name: string): boolean {
    const fact = policy.vocabulary.derived.find((one) => one.name === name);
    const reads = readsOf(derivedFacts, [fact?.notApplicable, fact?.unknown, fact?.value]);
    return reads.dwelling.size === 0 && reads.candidature.size === 0;
}

function classOf(vocabulary: Vocabulary, { type }: FactDeclaration, value: FactValue): Classed {
    switch (value.kind) {
        case 'boolean':
            return yesOrNo(value.value);
        case 'number':
            return { id: value.value, label: value.value };
        case 'word':
            return { id: value.value, label: labelOf(vocabulary, type, value.value) };
        case 'set': {
            const [first] = value.values;
            return first === undefined ? absence('missing') : { id: first, label: labelOf(vocabulary, type, first) };
        }
        default:
            return absence(value.kind);
    }
}

function labelOf({ enumerations }: Vocabulary, type: FactDeclaration['type'], word: string): string {
    if (type.kind !== 'enumeration') return word;
    return enumerations.find(({ name }) => name === type.name)?.values.find(({ name }) => name === word)?.label ?? word;
}

function yesOrNo(value: boolean): Classed {
    const word = value ? 'oui' : 'non';
    return { id: word, label: word };
}

function absence(kind: string): Classed {
    const word = kind === 'not-applicable' ? 'sans objet' : 'inconnu';
    return { id: word, label: word };
}

function bandOf(seniority: number | undefined): Classed {
    if (seniority === undefined) return absence('missing');
    const low = BANDS.findLast((band) => band <= seniority) ?? 0;
    const next = BANDS[BANDS.indexOf(low) + 1];
    const band = `${low}-${next === undefined ? '' : next - 1}`;
    return { id: band, label: band };
}

/** Whom each class lost or gained, from the demands housed under the baseline and under another rule set. */
export function groupOutcomes(breakdowns: readonly Breakdown[], baseline: Int32Array, other: Int32Array): readonly GroupOutcome[] {
    return breakdowns.flatMap((breakdown) => {
        const counts = breakdown.groups.map(() => ({ demands: 0, onlyBaseline: 0, onlyOther: 0, both: 0 }));
        for (const [demand, group] of breakdown.groupOf.entries()) {
            const count = counts[group];
            if (count === undefined) continue;
            const [before, after] = [baseline[demand]! >= 0, other[demand]! >= 0];
            count.demands += 1;
            if (before && after) count.both += 1;
            else if (before) count.onlyBaseline += 1;
            else if (after) count.onlyOther += 1;
        }
        const rows = breakdown.groups.map(({ id, label }, place) => ({
            breakdown: breakdown.id,
            breakdownLabel: breakdown.label,
            group: id,
            groupLabel: label,
            ...counts[place]!,
        }));
        return rows.sort((a, b) => compareText(a.group, b.group));
    });
}
