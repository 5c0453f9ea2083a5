import type { Expression } from '../../../ir/expression.js';
import { mayAppear, type Context } from './context.js';
import { readsOf } from '../../description/reads.js';
import { demandFact, readerOf } from './read-fact.js';
import { unknownBecause, type Truth } from '../values/truth.js';
import type { Evaluated } from '../values/value.js';

type StateExpression = Extract<Expression, { kind: 'state' }>;

/**
 * A test of state is decided whatever the facts are: `renseigné` is true of a value, false of a missing fact and of one `sans objet`.
 * Only an open evaluation, or a letting that is yet to be given, leaves it unknown.
 */
export function evaluateState(context: Context, { subject, state }: StateExpression): Truth {
    if (state === 'justifié') return isProved(context, subject);
    const value = context.interpreter.value(context, subject);
    if (value.kind === 'missing') return value.within === undefined ? onMissing(context, value, false) : state === 'renseigné';
    return state === 'renseigné' ? value.kind !== 'not-applicable' : value.kind === 'not-applicable';
}

function onMissing(context: Context, { gap }: Extract<Evaluated, { kind: 'missing' }>, decided: boolean): Truth {
    if (mayAppear(context, gap)) return unknownBecause(gap);
    context.tookAbsence = true;
    return decided;
}

/**
 * A fact is proved when its proof is in the file; what is derived, when the proof of every fact that it reads and that has a value is,
 * and at least one has. The proofs in the file do not depend on missing facts.
 */
function isProved(context: Context, subject: Expression): Truth {
    const { demand } = context.subject;
    if (subject.kind === 'fact' && subject.owner !== 'event') {
        const reader = readerOf(context.subject, { owner: subject.owner });
        return reader === undefined ? unknownBecause({ facts: [], absent: [`${subject.owner}.${subject.name}`] }) : reader.proved(subject.name);
    }
    const read = [...readsOf(context.loaded.derivedFacts, [subject]).demand];
    const kinds = new Map(read.map((name) => [name, demandFact(context, name).kind]));
    const known = read.filter((name) => kinds.get(name) !== 'missing' && kinds.get(name) !== 'not-applicable');
    const missing = read.filter((name) => kinds.get(name) === 'missing');
    const proved = known.length > 0 && known.every((name) => demand.proved(name));
    return missing.length === 0 ? proved : onMissing(context, { kind: 'missing', gap: { facts: missing, absent: [] } }, proved);
}
