import type { LoadedPolicy } from '../policy/loaded-policy.js';
import type { Subject } from '../../subject.js';
import { createContext, type Apart, type Context, type Interpreter } from './context.js';
import { truthOf } from './evaluate-condition.js';
import { valueOf } from './evaluate-expression.js';
import type { Evaluated } from '../values/value.js';

const INTERPRETER: Interpreter = interpreterOf(undefined);

/** The evaluator of rules that may read the note, which `result` gives. Made once: interpreting is fast while contexts share it. */
export function interpreterOf(result: Interpreter['result']): Interpreter {
    return { value: valueOf, truth: truthOf, result };
}

/** How a context differs from that of a closed evaluation of the subject on its day. */
export interface ContextOptions {
    readonly day?: number;
    readonly open?: boolean;
    readonly interpreter?: Interpreter;
    /** Derived facts of the demand alone, kept from an earlier evaluation of the same demand in the same way. */
    readonly kept?: Map<string, Apart<Evaluated>>;
}

export function contextOf(loaded: LoadedPolicy, subject: Subject, options: ContextOptions = {}): Context {
    const { day = subject.day, open = false, interpreter = INTERPRETER, kept = new Map() } = options;
    const derived = { demand: kept, letting: new Map<string, Apart<Evaluated>>() };
    return createContext({ loaded, subject, day, open, cells: undefined, unsupposed: undefined, interpreter, derived });
}
