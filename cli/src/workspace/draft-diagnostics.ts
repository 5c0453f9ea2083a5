import { report, type Diagnostic } from '@bareme/language/diagnostics';
import { leftToSet, ruleSetName, type Policy } from '@bareme/language/ir';

/** Of the rules that a command is to follow, those that are drafts, each once, where their first number is left to be set. */
export function draftDiagnostics(policies: readonly Policy[]): readonly Diagnostic[] {
    return [...new Set(policies)].flatMap((policy) => {
        const left = leftToSet(policy);
        const [first, ...others] = left;
        if (first === undefined) return [];
        const related = others.map(({ at, of }) => ({ message: `À fixer aussi : « ${of} »`, location: locationOf(at) }));
        return [report('BAR641', { policy: ruleSetName(policy), left }, locationOf(first.at), { related })];
    });
}

function locationOf([path, start, end]: Policy['at']): NonNullable<Diagnostic['location']> {
    return { path, start, end };
}
