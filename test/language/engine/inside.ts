import type { DemandResult, Program, Subject } from '../../../language/src/engine/index.js';
import * as evaluated from '../../../language/src/engine/reference/results/evaluate-demand.js';
import type { NoteMemo } from '../../../language/src/engine/reference/notes/note-memo.js';
import * as loading from '../../../language/src/engine/reference/policy/loaded-policy.js';

export { createNoteMemo } from '../../../language/src/engine/reference/notes/note-memo.js';

/** The notes of a demand, with what the interpreter keeps from one evaluation of it to another. */
export function evaluateWithMemo(program: Program, subject: Subject, memo: NoteMemo): DemandResult {
    return evaluated.evaluateDemand(loading.loadedOf(program), subject, memo);
}

/** The program as ranks by declared notes read it: no proof is asked. */
export function withoutProofs(program: Program): Program {
    return loading.withoutProofs(loading.loadedOf(program));
}
