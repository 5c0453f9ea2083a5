import type { Table } from '@bareme/language/columns';
import { areAnalogous, positionAmong, type Program } from '@bareme/language/engine';
import { addMonths, monthsElapsed, toFraction, type Day } from '@bareme/language/ir';
import { demandsOn, type DemandOn } from './demands-on.js';
import { FEWEST_HOUSED, MONTHS_LOOKED_AT, quartilesOf } from './waits-by-place.js';

/**
 * What a demandeur is owed beside the note (CCH R.441-2-17): the position among analogous demands open that day, the notes that these
 * have, and the waiting time of those that were housed in the last twelve months. Notes are exact fractions, waits whole months.
 */
export interface StandingEntry {
    /** The clause that says which demands are analogous; its label and what it cites, where it has them. */
    readonly text: string;
    readonly label?: string;
    readonly references?: readonly string[];
    readonly position?: {
        readonly rank: number;
        readonly ties: number;
        readonly analogous: number;
        readonly unsure: number;
        /** Absent when none of them has a note to rank by. */
        readonly notes?: { readonly q1: string; readonly median: string; readonly q3: string };
    };
    /** Rules that keep the demand out: it then has no position. */
    readonly exclusions?: readonly string[];
    /** Clauses that treat the demand apart: it then has no position. */
    readonly unscored?: readonly string[];
    /** Facts without which the position cannot be told. */
    readonly missing: readonly string[];
    /** Absent when fewer than 11 analogous demands were housed: too few to say anything of them. */
    readonly wait?: { readonly housed: number; readonly months: { readonly q1: number; readonly median: number; readonly q3: number } };
}

/** The rules of a day: notes and ranking, and whose exclusions are read. */
interface RulesOfDay {
    readonly notes: Program;
    readonly rules: Program;
}

/** The standing of a demand on a day among all those of a table; nothing where the policy does not say which are analogous. */
export function standingOf({ notes: loaded, rules }: RulesOfDay, table: Table, { id, facts }: DemandOn, day: Day): StandingEntry | undefined {
    const { analogous } = loaded.policy;
    if (analogous === undefined || facts === undefined) return undefined;
    const others = demandsOn(table, day).filter((other) => other.open && other.id !== id);
    const position = positionAmong(loaded, { demand: facts, others: others.flatMap((other) => other.facts ?? []), day, rules });
    const wait = waitOf(loaded, table, { id, facts, open: true }, day);
    return {
        text: analogous.text,
        ...(analogous.label === undefined ? {} : { label: analogous.label }),
        ...(analogous.references.length === 0 ? {} : { references: analogous.references.map(({ text }) => text) }),
        ...(position?.kind === 'position' ? { position: positionEntry(position) } : {}),
        ...(position?.kind === 'inadmissible' ? { exclusions: position.exclusions } : {}),
        ...(position?.kind === 'unscored' ? { unscored: position.clauses } : {}),
        missing: position?.kind === 'unknown' ? position.missing : [],
        ...(wait === undefined ? {} : { wait }),
    };
}

type Position = Extract<NonNullable<ReturnType<typeof positionAmong>>, { kind: 'position' }>;

function positionEntry({ rank, ties, analogous, unsure, notes }: Position): NonNullable<StandingEntry['position']> {
    const quartiles = notes === undefined ? {} : { notes: { q1: toFraction(notes.q1), median: toFraction(notes.median), q3: toFraction(notes.q3) } };
    return { rank, ties, analogous, unsure, ...quartiles };
}

/** From the first demand to the exit of those housed, nearest-rank quartiles. */
function waitOf(loaded: Program, table: Table, demand: Required<DemandOn>, day: Day): StandingEntry['wait'] {
    const roles = new Map([...table.columns.values()].flatMap(({ fact }) => (fact.role === undefined ? [] : [[fact.role, fact.name]])));
    const dayOf = (facts: Required<DemandOn>['facts'], role: string): Day | undefined => {
        const value = facts.fact(roles.get(role) ?? '');
        return value.kind === 'date' ? value.day : undefined;
    };
    const from = addMonths(day, -MONTHS_LOOKED_AT);
    const waits = demandsOn(table, day).flatMap(({ id, facts }) => {
        if (facts === undefined || id === demand.id) return [];
        const [deposit, exit] = [dayOf(facts, 'dépôt'), dayOf(facts, 'sortie')];
        const byLetting = facts.fact(roles.get('sortie_attribution') ?? '');
        const housed = byLetting.kind === 'boolean' && byLetting.value && deposit !== undefined && exit !== undefined && exit > from && exit <= day;
        return housed && areAnalogous(loaded, demand.facts, facts, day) === 'alike' ? [monthsElapsed(deposit, exit)] : [];
    });
    if (waits.length < FEWEST_HOUSED) return undefined;
    return { housed: waits.length, months: quartilesOf(waits) };
}
