import type { Expression } from '../../../ir/expression.js';
import type { Exclusion } from '../../../ir/policy.js';
import type { Day } from '../../../ir/value.js';
import type { AdequacyResult, Anomaly, ConditionResult, Dated, EligibilityResult, SignalResult } from '../../result.js';
import type { Subject } from '../../subject.js';
import { FOREVER, type Context } from '../expressions/context.js';
import { datedBy, distinct, validity } from '../expressions/dated.js';
import { contextOf, interpreterOf } from '../expressions/interpreter.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import { isUnknown, type Truth } from '../values/truth.js';
import { evaluateDemand } from '../results/evaluate-demand.js';
import { isAbsence, joinGaps, namesOf, NO_GAP, type ExpressionValue, type Gap } from '../values/value.js';

/** Rules read after the note may read it. */
const WITH_NOTES = { interpreter: interpreterOf(({ loaded, subject, day }) => evaluateDemand(loaded, { ...subject, day })) } as const;

/**
 * Whether the demand, or the demand for the dwelling, is excluded. An exclusion that surely holds beats missing facts; an exclusion read
 * at the lease takes its facts and tables at `leaseDay`. Without a dwelling, an exclusion that reads one is to verify.
 */
export function evaluateEligibility(loaded: LoadedPolicy, subject: Subject): EligibilityResult {
    const examination = contextOf(loaded, subject, WITH_NOTES);
    const lease = subject.leaseDay === undefined ? examination : contextOf(loaded, subject, { ...WITH_NOTES, day: subject.leaseDay });
    const truths = loaded.policy.exclusions.map((exclusion) => truthAt(exclusion, { examination, lease }));
    const named = (wanted: (truth: Truth) => boolean): readonly string[] =>
        loaded.policy.exclusions.filter((_, index) => wanted(truths[index] ?? false)).map((exclusion) => exclusion.name);
    const excluded = named((truth) => truth === true);
    const dated = datedTogether(examination, lease);
    if (excluded.length > 0) return { kind: 'ineligible', exclusions: excluded, ...dated };
    const open = named(isUnknown);
    return open.length === 0 ? { kind: 'eligible', ...dated } : { kind: 'to-verify', exclusions: open, missing: namesOf(gapOf(truths)), ...dated };
}

/** Whether the dwelling suits the demand: a single adequacy that surely fails is enough, unknown ones keep it. */
export function evaluateAdequacy(loaded: LoadedPolicy, subject: Subject): AdequacyResult {
    const context = contextOf(loaded, subject, WITH_NOTES);
    const { adequacies } = loaded.policy;
    const truths = adequacies.map(({ condition }) => context.interpreter.truth(context, condition));
    const failed = adequacies.filter((_, index) => truths[index] === false).map((adequacy) => adequacy.name);
    if (failed.length > 0) return { kind: 'unfit', failed, ...datedBy(context) };
    return truths.some(isUnknown) ? { kind: 'unknown', missing: namesOf(gapOf(truths)), ...datedBy(context) } : { kind: 'fits', ...datedBy(context) };
}

/** The signals shown to the commission, in the order of the policy. */
export function evaluateSignals(loaded: LoadedPolicy, subject: Subject): readonly SignalResult[] {
    return loaded.policy.signals.map((signal) => ({ name: signal.name, ...evaluateCondition(loaded, signal.condition, subject) }));
}

/** A condition of this policy (an objective's base or target, a category) for a subject on its day. */
export function evaluateCondition(loaded: LoadedPolicy, condition: Expression, subject: Subject): ConditionResult {
    const context = contextOf(loaded, subject, WITH_NOTES);
    const truth = context.interpreter.truth(context, condition);
    if (isUnknown(truth)) return { truth: 'unknown', missing: namesOf(truth.gap), ...datedBy(context) };
    return { truth: truth ? 'true' : 'false', missing: [], ...datedBy(context) };
}

/** The value of an expression of this policy for a subject on its day. */
export function evaluateExpression(loaded: LoadedPolicy, expression: Expression, subject: Subject): ExpressionValue {
    const context = contextOf(loaded, subject, WITH_NOTES);
    const value = context.interpreter.value(context, expression);
    if (!isAbsence(value)) return value;
    return value.kind === 'missing' ? { kind: 'missing', missing: namesOf(value.gap) } : value;
}

interface ReadingDates {
    readonly examination: Context;
    readonly lease: Context;
}

function truthAt({ condition, readAt }: Exclusion, dates: ReadingDates): Truth {
    const context = dates[readAt];
    return context.interpreter.truth(context, condition);
}

function gapOf(truths: readonly Truth[]): Gap {
    return truths.reduce((gap: Gap, truth) => (isUnknown(truth) ? joinGaps(gap, truth.gap) : gap), NO_GAP);
}

/** The lease day moves with the day: what holds so long after the lease day holds as long after the day. */
function datedTogether(examination: Context, lease: Context): Dated {
    if (lease === examination) return datedBy(examination);
    const moved: Day = lease.until === FOREVER ? FOREVER : lease.until - (lease.day - examination.day);
    const anomalies: readonly Anomaly[] = [...examination.anomalies, ...lease.anomalies];
    return { anomalies: distinct(anomalies), ...validity(Math.min(examination.until, moved)) };
}
