import type { NoteResult } from '../../result.js';
import { absurd } from '../../../kit/absurd.js';
import type { Rational } from '../../../kit/exact-number.js';
import { FOREVER, limit, recallAnomalies, type Context } from './context.js';
import { missingBecause, NOT_APPLICABLE, numberValue, type Evaluated, type Missing } from '../values/value.js';

/** The facts of a dwelling, as a note asked without one lacks them. */
const DWELLING = 'logement';

/** The note by which the policy ranks: a number, what lies between its bounds, or `sans objet` for a demand that has none. */
export function readNote(context: Context): Evaluated {
    const { result: resultIn } = context.interpreter;
    if (resultIn === undefined) return missingBecause({ facts: ['note'], absent: [] });
    const result = resultIn(context);
    limit(context, result.validUntil ?? FOREVER);
    recallAnomalies(context, result.anomalies);
    const which = context.loaded.policy.ranking?.keys.find((key) => key.kind === 'note')?.which ?? 'declared';
    return valueOfNote(result[which]);
}

function valueOfNote(note: NoteResult): Evaluated {
    switch (note.kind) {
        case 'note':
            return numberValue(note.note);
        case 'interval':
            return between({ facts: [], absent: [DWELLING] }, note);
        case 'incomplete':
            return between({ facts: note.missing, absent: [] }, note);
        case 'unscored':
            return NOT_APPLICABLE;
        default:
            return absurd(note);
    }
}

function between(gap: Missing['gap'], { low, high }: { readonly low: Rational; readonly high: Rational }): Missing {
    return { kind: 'missing', gap, within: { kind: 'interval', low: numberValue(low), high: numberValue(high), lowOpen: false, highOpen: false } };
}
