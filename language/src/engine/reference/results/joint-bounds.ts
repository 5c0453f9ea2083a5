import type { FactReader } from '../../../columns/facts.js';
import type { Day } from '../../../ir/value.js';
import { absurd } from '../../../kit/absurd.js';
import { compare, max, min, type Rational } from '../../../kit/exact-number.js';
import { NOTHING_SUPPOSED } from '../expressions/cells.js';
import { apart, contextLike, holdsOn, recall, type Apart } from '../expressions/context.js';
import type { Run } from '../notes/choose-scoring.js';
import { combine, finish } from '../notes/combine.js';
import { leastOf, mostOf, type Outcome } from '../notes/outcome.js';
import { outcomeOfCriterion, scoreOf, type Candidate, type Which } from '../notes/score.js';
import { leftOf, setAsideBy, type SetAside } from '../notes/set-aside.js';
import type { BothNotes } from '../notes/verify-criterion.js';
import type { LoadedGroup } from '../policy/loaded-scoring.js';
import { planOf, type GroupPlan, type PartPlan, type PlannedItem } from './bounds-plan.js';
import { linkedSets, type LinkedSet } from './linked-sets.js';
import { MOST_CELLS, outcomesBySetCell, type CellOutcomes, type OpenLook, type SetOutcomes } from './set-cells.js';

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
export function jointBounds(run: Run, candidate: Candidate): (which: Which) => JointBounds {
    const { loaded, contexts, memo } = run;
    const open = contexts.open();
    const linked = linkedSets(loaded, open.subject, candidate.scoring);
    const derived = { demand: memo.boundedDerived, letting: new Map() };
    const look: OpenLook = { open, unsupposed: contextLike(open, { cells: NOTHING_SUPPOSED, derived }) };
    const cells = new Map(linked.map((set) => [set, outcomesOf(look, set)]));
    contexts.closed.until = Math.min(contexts.closed.until, open.until);
    const together = linked.filter((set) => cells.get(set) !== undefined);
    const plan = planOf(candidate.scoring.group, linked, together);
    return (which) => {
        const bounding: Bounding = { candidate, which, cells };
        const total = boundGroup(bounding, plan, outcomesUnder(bounding, NO_OUTCOME));
        return { low: leastOf(total), high: mostOf(total), large: together.length < linked.length };
    };
}

type Cells = SetOutcomes['byCell'];

/**
 * What a set gives by cell. Where no letting is read it is worked out once for the demand, while it holds: as for a memo, facts that
 * change are another `FactReader`.
 */
function outcomesOf(look: OpenLook, set: LinkedSet): Cells {
    const { demand, dwelling, candidature } = look.open.subject;
    if (set.letting && (dwelling ?? candidature) !== undefined) return outcomesBySetCell(look, set).byCell;
    const kept = KEPT.get(demand) ?? new Map<LinkedSet, Apart<SetOutcomes>>();
    KEPT.set(demand, kept);
    const known = kept.get(set);
    if (known !== undefined && holdsStill(known, look.open.day)) {
        recall(look.open, known.holding);
        return known.outcome.byCell;
    }
    const found = apart(look.open, () => outcomesBySetCell(look, set));
    kept.set(set, found);
    return found.outcome.byCell;
}

const KEPT = new WeakMap<FactReader, Map<LinkedSet, Apart<SetOutcomes>>>();

function holdsStill({ outcome, holding }: Apart<SetOutcomes>, day: Day): boolean {
    return outcome.moving ? holding.from === day : holdsOn(holding, day);
}

interface Bounding {
    readonly candidate: Candidate;
    readonly which: Which;
    readonly cells: ReadonlyMap<LinkedSet, Cells>;
}

/** What each criterion comes to, by position, exclusions made. */
type Outcomes = (position: number) => Outcome;

/** Criteria supposed in some combination of cells, by position. */
type ByPosition = ReadonlyMap<number, BothNotes>;

const NO_OUTCOME: ByPosition = new Map();

/** Criteria in a combination of cells, those of its sets; the others bounded alone. */
function outcomesUnder({ candidate, which }: Bounding, cell: ByPosition): Outcomes {
    const { scoring } = candidate;
    const alone: Outcomes = (position) => outcomeOfCriterion(candidate, position, 'open', which);
    const raw: Outcomes = cell.size === 0 ? alone : (position) => cell.get(position)?.[which] ?? alone(position);
    if (scoring.excluders.size === 0) return raw;
    let aside: SetAside;
    return (position) => {
        const criterion = scoring.criteria[position];
        if (criterion === undefined || !scoring.excluders.has(criterion)) return raw(position);
        aside ??= setAsideBy(scoring, raw);
        return leftOf(raw(position), aside?.get(position) ?? false);
    };
}

function boundGroup(bounding: Bounding, { group, parts }: GroupPlan, outcomes: Outcomes): Outcome {
    const bounded = parts.flatMap((part) =>
        part.sets.length === 0 ? outcomesOfItems(bounding, part, outcomes) : [boundPart(bounding, { group, part }, outcomes)],
    );
    return finish(group, combine(group.combination, bounded));
}

interface PartOfGroup {
    readonly group: LoadedGroup;
    readonly part: PartPlan;
}

/** The bounds of a part over every combination of its sets' cells; when these are too many together, the narrowest of set by set. */
function boundPart(bounding: Bounding, from: PartOfGroup, outcomes: Outcomes): Outcome {
    const { sets } = from.part;
    const size = sets.reduce((product, set) => product * cellsIn(bounding, set).length, 1);
    if (size <= MOST_CELLS) return overCells(bounding, from, { left: sets, cell: NO_OUTCOME, outcomes });
    return sets.map((set) => overCells(bounding, from, { left: [set], cell: NO_OUTCOME, outcomes })).reduce(narrower);
}

function cellsIn({ cells }: Bounding, set: LinkedSet): readonly CellOutcomes[] {
    return cells.get(set) ?? [];
}

interface Enumeration {
    readonly left: readonly LinkedSet[];
    readonly cell: ByPosition;
    readonly outcomes: Outcomes;
}

function overCells(bounding: Bounding, from: PartOfGroup, { left, cell, outcomes }: Enumeration): Outcome {
    const [set, ...others] = left;
    if (set === undefined) {
        const supposed = outcomesUnder(bounding, cell);
        const items = outcomesOfItems(bounding, from.part, (position) => (cell.has(position) ? supposed : outcomes)(position));
        return combine(from.group.combination, items);
    }
    return cellsIn(bounding, set)
        .filter(({ forProof }) => !forProof || bounding.which === 'verified')
        .map(({ byPosition }) => overCells(bounding, from, { left: others, cell: cell.size === 0 ? byPosition : new Map([...cell, ...byPosition]), outcomes }))
        .reduce(widest);
}

function outcomesOfItems(bounding: Bounding, { items }: PartPlan, outcomes: Outcomes): readonly Outcome[] {
    return items.map((item) => boundItem(bounding, item, outcomes));
}

function boundItem(bounding: Bounding, item: PlannedItem, outcomes: Outcomes): Outcome {
    switch (item.kind) {
        case 'criterion':
            return outcomes(item.position);
        case 'plain':
            return scoreOf(bounding.candidate, 'open', bounding.which, item.group).total;
        case 'planned':
            return boundGroup(bounding, item.plan, outcomes);
        default:
            return absurd(item);
    }
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
