import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import { leftToSet } from '../ir/left-to-set.js';
import type { Policy } from '../ir/policy.js';
import { place } from './checking.js';

/** What is left to be set, said once: at the first number, with the others beside it. A variant answers for what it leaves itself. */
export function validateDrafts(policy: Policy): readonly Diagnostic[] {
    const own = leftToSet(policy).filter(({ at: [path] }) => policy.variant === undefined || path === policy.at[0]);
    const [first, ...others] = own;
    if (first === undefined) return [];
    const related = others.map(({ at, of }) => ({ message: `À fixer aussi : « ${of} »`, location: place(at) }));
    return [report('BAR640', { left: own }, place(first.at), { related })];
}
