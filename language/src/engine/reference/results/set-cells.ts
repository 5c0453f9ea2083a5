import { readsNamed, type Cell } from '../expressions/cells.js';
import { apart, contextLike, holdsOn, limit, recall, type Apart, type Context } from '../expressions/context.js';
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

/** What a set gives: by combination of cells, unless there are too many; `moving` when on another day its cells are others. */
export interface SetOutcomes {
    readonly byCell: readonly CellOutcomes[] | undefined;
    readonly moving: boolean;
}

/** A fact of a set that is cut, and its cells. */
interface CutFact {
    readonly name: string;
    readonly cells: readonly Cell[];
    readonly moving: boolean;
}

/** An evaluation with missing facts open to any value: as it is, and for what supposes nothing of the cut ones. */
export interface OpenLook {
    readonly open: Context;
    readonly unsupposed: Context;
}

/**
 * What the criteria of a set give in each combination of the cells of its facts; combinations that give the same are told once.
 * none when there are more than `MOST_CELLS`, of values and `sans objet`: the criteria are then bounded one by one.
 */
export function outcomesBySetCell(look: OpenLook, set: LinkedSet): SetOutcomes {
    const cut = cutFacts(look.open, set);
    return { byCell: outcomesByCell(look, set, cut), moving: cut.some(({ moving }) => moving) };
}

function outcomesByCell(look: OpenLook, set: LinkedSet, cut: readonly CutFact[]): SetOutcomes['byCell'] {
    const count = cut.reduce((product, { cells }) => Math.min(product * cells.filter(({ shown }) => shown.kind !== 'missing').length, MOST_CELLS + 1), 1);
    if (count > MOST_CELLS) return undefined;
    const read = set.criteria.map((criterion) => cut.flatMap(({ name }, place) => (readsNamed(criterion.reads, name) ? [place] : [])));
    const evaluation: Evaluation = { look, cut, contexts: new Map(), outcomes: new Map() };
    const told = new Map<string, CellOutcomes>();
    for (const places of combinations(cut.map(({ cells }) => cells.length))) {
        const outcomes = set.criteria.map((criterion, index) => outcomeAt(evaluation, { read: read[index] ?? [], places, criterion }));
        const forProof = cut.some(({ cells }, index) => cells[places[index] ?? 0]?.forProof === true);
        const key = `${forProof ? 'proof ' : ''}${outcomes.map(({ id }) => id).join(' ')}`;
        if (told.has(key)) continue;
        const byPosition = new Map(outcomes.map(({ both }, index) => [set.criteria[index]?.position ?? -1, both]));
        told.set(key, { byPosition, forProof });
    }
    return [...told.values()];
}

/** The facts of a set that are cut, the same for every demand: found once while they hold, or once a day where the time since one moves its cuts. */
function cutFacts(open: Context, set: LinkedSet): readonly CutFact[] {
    const known = KNOWN.get(set) ?? [];
    const kept = known.find(({ outcome, holding }) => (outcome.some(({ moving }) => moving) ? holding.from === open.day : holdsOn(holding, open.day)));
    if (kept !== undefined) {
        recall(open, kept.holding);
        return kept.outcome;
    }
    const found = apart(open, () => cutOf(open, set));
    KNOWN.set(set, [found, ...known.slice(0, MOST_DAYS - 1)]);
    return found.outcome;
}

const KNOWN = new WeakMap<LinkedSet, readonly Apart<readonly CutFact[]>[]>();

/** Bounds are asked for a few days in turn: today, and some months ahead. */
const MOST_DAYS = 8;

function cutOf(open: Context, { criteria, facts }: LinkedSet): readonly CutFact[] {
    const constants = constantsOf(open, criteria);
    return facts.flatMap((fact) => {
        const name = shownName(fact);
        const compared = constants.get(name) ?? noConstants();
        const cells = cellsOf(open.loaded, fact, compared);
        return cells === undefined ? [] : [{ name, cells, moving: compared.moving }];
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
    readonly look: OpenLook;
    readonly cut: readonly CutFact[];
    /** By the cells supposed: criteria that read the same facts share their context, hence derived facts. */
    readonly contexts: Map<string, Context>;
    readonly outcomes: Map<string, Told>;
}

interface Told {
    readonly id: number;
    readonly both: BothNotes;
}

interface Supposed {
    /** Places of the cut facts that the criterion reads. */
    readonly read: readonly number[];
    readonly places: readonly number[];
    readonly criterion: LoadedCriterion;
}

/** A criterion under the cells of the facts that it reads: evaluated once for each of these, whatever the others are. */
function outcomeAt(evaluation: Evaluation, { read, places, criterion }: Supposed): Told {
    const cells = read.map((fact) => `${fact}:${places[fact]}`).join(' ');
    const key = `${criterion.position} ${cells}`;
    const known = evaluation.outcomes.get(key);
    if (known !== undefined) return known;
    const { look, cut } = evaluation;
    let context = evaluation.contexts.get(cells);
    if (context === undefined) {
        const supposed = read.flatMap((fact) => {
            const cell = cut[fact]?.cells[places[fact] ?? 0];
            return cell === undefined ? [] : [[cut[fact]?.name ?? '', cell] as const];
        });
        context = contextLike(look.open, { cells: new Map(supposed), unsupposed: look.unsupposed });
        evaluation.contexts.set(cells, context);
    }
    const told = { id: evaluation.outcomes.size, both: evaluateOnce(context, criterion) };
    limit(look.open, context.until);
    evaluation.outcomes.set(key, told);
    return told;
}
