import type { Expression } from '../../../ir/expression.js';
import type { Span } from '../../../ir/span.js';
import type { Day, EventRecord } from '../../../ir/value.js';
import type { Anomaly, DemandResult } from '../../result.js';
import type { Subject } from '../../subject.js';
import { staysMissing, type Cells } from './cells.js';
import type { LoadedFact } from '../policy/loaded-fact.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import type { Evaluated, Gap } from '../values/value.js';
import type { Truth } from '../values/truth.js';

/** Later than any day: the outcome never changes. */
export const FOREVER: Day = 1_000_000_000;

/**
 * One evaluation of expressions for a subject on a day. `until` and `anomalies` gather, while evaluating, the last day on which what
 * was read still holds, and what could not be computed.
 *
 * `open` is how a missing fact is looked at. Closed, the facts are taken as they are: `non renseigné` is a state like another, which a
 * policy may test. Open, a missing fact may yet take any value or stay missing: what tests its absence is unknown. Bounds that hold
 * whatever the missing facts are come from an open evaluation.
 */
export interface Context {
    readonly loaded: LoadedPolicy;
    readonly subject: Subject;
    readonly day: Day;
    readonly open: boolean;
    /** What missing facts are supposed to be, in an open evaluation that seeks joint bounds. */
    readonly cells: Cells | undefined;
    /** The same evaluation with nothing supposed: what reads no fact that `cells` supposes is the same there, and computed once. */
    readonly unsupposed: Context | undefined;
    readonly interpreter: Interpreter;
    /** Derived facts already computed: those of the demand alone, and those that read the letting. */
    readonly derived: Readonly<Record<'demand' | 'letting', Map<string, Apart<Evaluated>>>>;
    event: EventScope | undefined;
    until: Day;
    anomalies: Anomaly[];
    /** A closed evaluation took the absence of a missing fact for an answer: an open one may say more. */
    tookAbsence: boolean;
}

/** What an evaluation starts from; nothing is derived yet but what `derived` holds. */
export type ContextStart = Pick<Context, 'loaded' | 'subject' | 'day' | 'open' | 'cells' | 'unsupposed' | 'interpreter' | 'derived'>;

/** Every context is made here: interpreting is fast while they all have one shape. */
export function createContext({ loaded, subject, day, open, cells, unsupposed, interpreter, derived }: ContextStart): Context {
    const event = undefined;
    return { loaded, subject, day, open, cells, unsupposed, interpreter, derived, event, until: FOREVER, anomalies: [], tookAbsence: false };
}

/** The same evaluation apart from it: it limits nothing around, and its facts are derived anew. */
export function contextLike(context: Context, differences: Partial<ContextStart>): Context {
    const { loaded, subject, day, open, cells, unsupposed, interpreter } = context;
    const derived = { demand: new Map<string, Apart<Evaluated>>(), letting: new Map<string, Apart<Evaluated>>() };
    const made = createContext(Object.assign({ loaded, subject, day, open, cells, unsupposed, interpreter, derived }, differences));
    made.event = context.event;
    return made;
}

/** The evaluator, as its parts call it back. */
export interface Interpreter {
    readonly value: (context: Context, expression: Expression) => Evaluated;
    readonly truth: (context: Context, expression: Expression) => Truth;
    /** The result of the subject on the context's day, where rules on the note are read; else a note is missing. */
    readonly result: ((context: Context) => DemandResult) | undefined;
}

/** The event under test, and the fields that events of its kind have. */
export interface EventScope {
    readonly source: LoadedFact;
    readonly record: EventRecord;
}

/** What was computed on `from` and holds until `until` included. */
export interface Holding {
    readonly from: Day;
    readonly until: Day;
    readonly anomalies: readonly Anomaly[];
    readonly tookAbsence: boolean;
}

/** An outcome, and how long it holds. */
export interface Apart<Outcome> {
    readonly outcome: Outcome;
    readonly holding: Holding;
}

/** Whether what was computed holds on a day. It is not used for days before it was computed. */
export function holdsOn({ from, until }: Holding, day: Day): boolean {
    return from <= day && day <= until;
}

/** Whether what is missing for these reasons may yet have a value, so that a test of its absence is not decided. */
export function mayAppear({ open, cells }: Context, gap: Gap): boolean {
    if (gap.absent.length > 0) return true;
    return open && !(gap.facts.length > 0 && gap.facts.every((name) => staysMissing(cells, name)));
}

/** What is being evaluated may change after that day. */
export function limit(context: Context, day: Day): void {
    if (day < context.until) context.until = day;
}

/** Notes what could not be computed. An open evaluation only repeats what a closed one has said. */
export function note(context: Context, kind: Anomaly['kind'], name: string, at: Span): void {
    if (!context.open) context.anomalies.push({ kind, name, at });
}

/** Counts what could not be computed in another evaluation, as `note` does. */
export function recallAnomalies(context: Context, anomalies: readonly Anomaly[]): void {
    if (!context.open) context.anomalies.push(...anomalies);
}

/** Evaluates apart, and says until when the outcome holds and what went wrong; both also count for the evaluation around. */
export function apart<Outcome>(context: Context, evaluate: () => Outcome): Apart<Outcome> {
    const { until, anomalies, tookAbsence } = context;
    context.until = FOREVER;
    context.anomalies = [];
    context.tookAbsence = false;
    const outcome = evaluate();
    const holding: Holding = { from: context.day, until: context.until, anomalies: context.anomalies, tookAbsence: context.tookAbsence };
    context.until = until;
    context.anomalies = anomalies;
    context.tookAbsence = tookAbsence;
    recall(context, holding);
    return { outcome, holding };
}

/** Counts what was computed earlier for the evaluation around. */
export function recall(context: Context, holding: Holding): void {
    limit(context, holding.until);
    for (const anomaly of holding.anomalies) context.anomalies.push(anomaly);
    if (holding.tookAbsence) context.tookAbsence = true;
}
