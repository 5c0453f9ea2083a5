import type { FactReader } from '../../../columns/facts.js';
import type { FactOwner } from '../../../ir/value-type.js';
import type { Subject } from '../../subject.js';
import type { Cell } from '../expressions/cells.js';
import { FOREVER, limit, type Context } from '../expressions/context.js';
import { evaluateOnce } from '../notes/evaluate-criterion.js';
import type { LoadedCriterion } from '../policy/loaded-scoring.js';
import type { BothNotes } from '../notes/verify-criterion.js';
import { constantsOf, noConstants } from './constants.js';
import { cellsOf } from './fact-cells.js';
import { shownName, type LinkedSet } from './linked-sets.js';

/** The most combinations of cells over which a linked set is bounded (language.md, meaning 2). */
export const MOST_CELLS = 4096;

/** What the criteria of a set give together in one combination of cells, by position. */
export interface CellOutcomes {
    readonly byPosition: ReadonlyMap<number, BothNotes>;
    /** Some fact is supposed to stay missing for want of nothing but a proof: the verified note alone looks at it. */
    readonly forProof: boolean;
}

/** A fact of a set that is cut, and its cells. */
interface CutFact {
    readonly name: string;
    readonly cells: readonly Cell[];
}

/**
 * What the criteria of a set give in each combination of the cells of its facts; combinations that give the same are told once.
 * `undefined` when there are more than `MOST_CELLS`, of values and `sans objet`: the criteria are then bounded one by one. `open` is the evaluation with missing
 * facts open to any value.
 */
export function outcomesBySetCell(open: Context, set: LinkedSet): readonly CellOutcomes[] | undefined {
    const cut = cutFacts(open, set);
    const count = cut.reduce((product, { cells }) => Math.min(product * cells.filter(({ shown }) => shown.kind !== 'missing').length, MOST_CELLS + 1), 1);
    if (count > MOST_CELLS) return undefined;
    const evaluation: Evaluation = { open, contexts: new Map(), outcomes: new Map() };
    const told = new Map<string, CellOutcomes>();
    for (const places of combinations(cut.map(({ cells }) => cells.length))) {
        const outcomes = set.criteria.map((criterion) => outcomeAt(evaluation, { cut, places, criterion }));
        const forProof = cut.some(({ cells }, index) => cells[places[index] ?? 0]?.forProof === true);
        const key = `${forProof ? 'proof ' : ''}${outcomes.map(({ id }) => id).join(' ')}`;
        const byPosition = new Map(outcomes.map(({ both }, index) => [set.criteria[index]?.position ?? -1, both]));
        if (!told.has(key)) told.set(key, { byPosition, forProof });
    }
    return [...told.values()];
}

function cutFacts(open: Context, { criteria, facts }: LinkedSet): readonly CutFact[] {
    const constants = constantsOf(open, criteria);
    return facts.flatMap((fact) => {
        const name = shownName(fact);
        const cells = cellsOf(open.loaded, fact, constants.get(name) ?? noConstants());
        return cells === undefined ? [] : [{ name, cells }];
    });
}

/** Every choice of one place in each list of so many, the last list varying fastest. One empty choice where there is no list. */
function* combinations(sizes: readonly number[]): Generator<readonly number[]> {
    const places = sizes.map(() => 0);
    for (;;) {
        yield places;
        let at = sizes.length - 1;
        while (at >= 0 && (places[at] ?? 0) + 1 >= (sizes[at] ?? 0)) {
            places[at] = 0;
            at -= 1;
        }
        if (at < 0) return;
        places[at] = (places[at] ?? 0) + 1;
    }
}

interface Evaluation {
    readonly open: Context;
    /** By the cells supposed: criteria that read the same facts share their context, hence derived facts. */
    readonly contexts: Map<string, Context>;
    readonly outcomes: Map<string, Told>;
}

interface Told {
    readonly id: number;
    readonly both: BothNotes;
}

interface Supposed {
    readonly cut: readonly CutFact[];
    readonly places: readonly number[];
    readonly criterion: LoadedCriterion;
}

/** A criterion under the cells of the facts that it reads: evaluated once for each of these, whatever the others are. */
function outcomeAt(evaluation: Evaluation, { cut, places, criterion }: Supposed): Told {
    const read = cut.map(({ name }) => reads(criterion, name));
    const cells = places.map((place, index) => (read[index] === true ? String(place) : '-')).join(' ');
    const key = `${criterion.position} ${cells}`;
    const known = evaluation.outcomes.get(key);
    if (known !== undefined) return known;
    let context = evaluation.contexts.get(cells);
    if (context === undefined) {
        const supposed = cut.flatMap(({ name, cells: all }, index) => {
            const cell = all[places[index] ?? 0];
            return read[index] === true && cell !== undefined ? [[name, cell] as const] : [];
        });
        context = contextWith(evaluation.open, new Map(supposed));
        evaluation.contexts.set(cells, context);
    }
    const told = { id: evaluation.outcomes.size, both: evaluateOnce(context, criterion) };
    limit(evaluation.open, context.until);
    evaluation.outcomes.set(key, told);
    return told;
}

function reads({ reads: { demand, dwelling, candidature } }: LoadedCriterion, name: string): boolean {
    return (
        demand.has(name) ||
        (name.startsWith(DWELLING) && dwelling.has(name.slice(DWELLING.length))) ||
        (name.startsWith(CANDIDATURE) && candidature.has(name.slice(CANDIDATURE.length)))
    );
}

const DWELLING = 'logement.';
const CANDIDATURE = 'candidature.';

/** The same open evaluation, with facts supposed to be somewhere. */
function contextWith(open: Context, cells: ReadonlyMap<string, Cell>): Context {
    return { ...open, subject: subjectWith(open.subject, cells), cells, derived: { demand: new Map(), letting: new Map() }, anomalies: [], until: FOREVER };
}

function subjectWith(subject: Subject, cells: ReadonlyMap<string, Cell>): Subject {
    const { dwelling, candidature } = subject;
    return {
        ...subject,
        demand: readerWith(subject.demand, 'demande', cells),
        ...(dwelling === undefined ? {} : { dwelling: readerWith(dwelling, 'logement', cells) }),
        ...(candidature === undefined ? {} : { candidature: readerWith(candidature, 'candidature', cells) }),
    };
}

function readerWith(reader: FactReader, owner: FactOwner, cells: ReadonlyMap<string, Cell>): FactReader {
    const qualifier = owner === 'demande' ? '' : `${owner}.`;
    return { fact: (name) => cells.get(qualifier + name)?.shown ?? reader.fact(name), proved: (name) => reader.proved(name) };
}
