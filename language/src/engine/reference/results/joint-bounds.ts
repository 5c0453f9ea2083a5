import { compare, max, min, type Rational } from '../../../kit/exact-number.js';
import type { Run } from '../notes/choose-scoring.js';
import { combine, finish } from '../notes/combine.js';
import { leastOf, mostOf, type Outcome } from '../notes/outcome.js';
import { outcomeOfCriterion, type Candidate, type Which } from '../notes/score.js';
import { leftOf, setAsideBy } from '../notes/set-aside.js';
import type { LoadedGroup, LoadedItem } from '../policy/loaded-scoring.js';
import { linkedSets } from './linked-sets.js';
import { MOST_CELLS, outcomesBySetCell, type CellOutcomes } from './set-cells.js';
import type { BothNotes } from '../notes/verify-criterion.js';

/** Between which points a note lies whatever the missing facts are; `large` when some linked set was too big to be bounded together. */
export interface JointBounds {
    readonly low: Rational;
    readonly high: Rational;
    readonly large: boolean;
}

/**
 * The bounds of a note whose facts are partly missing (language.md, meaning 2): each linked set over the cells of its facts, all its
 * criteria together with their combinations, caps and exclusions; sets are added by the groups that hold them.
 */
export function jointBounds({ loaded, contexts }: Run, candidate: Candidate): (which: Which) => JointBounds {
    const open = contexts.open();
    const sets = linkedSets(loaded, open.subject, candidate.scoring).map((set): BoundedSet => {
        const cells = outcomesBySetCell(open, set);
        return { positions: new Set(set.criteria.map(({ position }) => position)), ...(cells === undefined ? {} : { cells }) };
    });
    contexts.closed.until = Math.min(contexts.closed.until, open.until);
    const together = sets.filter(isTogether);
    return (which) => {
        const bounding: Bounding = { candidate, which, sets: together };
        const total = boundGroup(bounding, candidate.scoring.group, outcomesUnder(bounding, NOTHING_SUPPOSED));
        return { low: leastOf(total), high: mostOf(total), large: together.length < sets.length };
    };
}

interface BoundedSet {
    readonly positions: ReadonlySet<number>;
    /** Absent: too many to be bounded together. */
    readonly cells?: readonly CellOutcomes[];
}

type TogetherSet = Required<BoundedSet>;

function isTogether(set: BoundedSet): set is TogetherSet {
    return set.cells !== undefined;
}

interface Bounding {
    readonly candidate: Candidate;
    readonly which: Which;
    readonly sets: readonly TogetherSet[];
}

/** What each criterion comes to, by position, exclusions made. */
type Outcomes = (position: number) => Outcome;

/** Criteria supposed in some combination of cells, by position. */
type Supposed = ReadonlyMap<number, BothNotes>;

const NOTHING_SUPPOSED: Supposed = new Map();

/** Criteria in a combination of cells, those of its sets; the others bounded alone. */
function outcomesUnder({ candidate, which }: Bounding, cell: Supposed): Outcomes {
    const raw: Outcomes = (position) => cell.get(position)?.[which] ?? outcomeOfCriterion(candidate, position, 'open', which);
    const aside = setAsideBy(candidate.scoring, raw);
    return aside === undefined ? raw : (position) => leftOf(raw(position), aside.get(position) ?? false);
}

/** The bounds of a group: the sets that it holds and none of its items does are bounded here. */
function boundGroup(bounding: Bounding, group: LoadedGroup, outcomes: Outcomes): Outcome {
    const held = bounding.sets.filter((set) => holds(group, set) && !group.items.some((item) => item.kind === 'rubric' && holds(item.group, set)));
    const settled: Bounding = { ...bounding, sets: bounding.sets.filter((set) => !held.includes(set)) };
    const parts = group.combination === "dans l'ordre" ? inOrder(group, held) : components(group, held);
    const bounded = parts.flatMap(({ items, sets }) =>
        sets.length === 0 ? outcomesOfItems(settled, items, outcomes) : [boundPart(settled, { group, items, sets }, outcomes)],
    );
    return finish(group, combine(group.combination, bounded));
}

/** Items of a group that are bounded together, for the sets that they hold. */
interface Part {
    readonly items: readonly LoadedItem[];
    readonly sets: readonly TogetherSet[];
}

/** The first item that applies depends on them all. */
function inOrder({ items }: LoadedGroup, sets: readonly TogetherSet[]): readonly Part[] {
    return [{ items, sets }];
}

/** Sums and the best of several do not depend on the order of items: those that share a set are put together, the others stay alone. */
function components({ items }: LoadedGroup, sets: readonly TogetherSet[]): readonly Part[] {
    let parts: readonly Part[] = items.map((item) => ({ items: [item], sets: [] }));
    for (const set of sets) {
        const touched = parts.filter((part) => part.items.some((item) => touches(item, set)));
        const joined: Part = { items: touched.flatMap((part) => part.items), sets: [...touched.flatMap((part) => part.sets), set] };
        parts = [...parts.filter((part) => !touched.includes(part)), joined];
    }
    return parts.map((part) => ({ ...part, sets: [...new Set(part.sets)] }));
}

interface PartOf extends Part {
    readonly group: LoadedGroup;
}

/** The bounds of a part over every combination of its sets' cells; when these are too many together, the narrowest of set by set. */
function boundPart(bounding: Bounding, part: PartOf, outcomes: Outcomes): Outcome {
    const size = part.sets.reduce((product, { cells }) => product * cells.length, 1);
    if (size <= MOST_CELLS) return overCells(bounding, part, { left: part.sets, cell: NOTHING_SUPPOSED, outcomes });
    return part.sets.map((set) => overCells(bounding, part, { left: [set], cell: NOTHING_SUPPOSED, outcomes })).reduce(narrower);
}

interface Enumeration {
    readonly left: readonly TogetherSet[];
    readonly cell: Supposed;
    readonly outcomes: Outcomes;
}

function overCells(bounding: Bounding, part: PartOf, { left, cell, outcomes }: Enumeration): Outcome {
    const [set, ...others] = left;
    if (set === undefined) {
        const supposed = outcomesUnder(bounding, cell);
        const items = outcomesOfItems(bounding, part.items, (position) => (cell.has(position) ? supposed : outcomes)(position));
        return combine(part.group.combination, items);
    }
    return set.cells
        .filter(({ forProof }) => !forProof || bounding.which === 'verified')
        .map(({ byPosition }) => overCells(bounding, part, { left: others, cell: new Map([...cell, ...byPosition]), outcomes }))
        .reduce(widest);
}

function outcomesOfItems(bounding: Bounding, items: readonly LoadedItem[], outcomes: Outcomes): readonly Outcome[] {
    return items.map((item) => (item.kind === 'rubric' ? boundGroup(bounding, item.group, outcomes) : outcomes(item.criterion.position)));
}

/** What holds of both: whichever of the two it is. */
function widest(a: Outcome, b: Outcome): Outcome {
    if (a === b) return a;
    const applies = a.applies === b.applies ? a.applies : 'maybe';
    const idles = [a, b].filter((each) => each.applies !== 'yes').map((each) => each.idle);
    const [idle = a.idle] = idles;
    const given = [a, b].filter((each) => each.applies !== 'no');
    const ends = given.length === 0 ? [a, b] : given;
    return {
        applies,
        low: [...ends.map((each) => each.low), ...idles.filter((each) => compare(each, idle) !== 0)].reduce(min),
        high: [...ends.map((each) => each.high), ...idles.filter((each) => compare(each, idle) !== 0)].reduce(max),
        idle,
        gap: a.gap,
    };
}

/** Both hold: what each excludes is excluded. */
function narrower(a: Outcome, b: Outcome): Outcome {
    if (a.applies === 'no' || b.applies === 'no') return a.applies === 'no' ? a : b;
    return { applies: a.applies === 'maybe' ? b.applies : a.applies, low: max(a.low, b.low), high: min(a.high, b.high), idle: a.idle, gap: a.gap };
}

function holds(group: LoadedGroup, { positions }: TogetherSet): boolean {
    return [...positions].every((position) => contains(group, position));
}

function touches(item: LoadedItem, { positions }: TogetherSet): boolean {
    return item.kind === 'criterion' ? positions.has(item.criterion.position) : [...positions].some((position) => contains(item.group, position));
}

function contains({ items }: LoadedGroup, position: number): boolean {
    return items.some((item) => (item.kind === 'criterion' ? item.criterion.position === position : contains(item.group, position)));
}
