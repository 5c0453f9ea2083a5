import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Expression } from '../ir/expression.js';
import type { DerivedFact, Vocabulary } from '../ir/vocabulary.js';
import { namePlace } from './checking.js';
import { visitExpression } from '../ir/expression-parts.js';

/** Deduced facts that are defined by each other, each cycle said once, at the first of its facts that is written. */
export function validateCycles(vocabulary: Vocabulary): readonly Diagnostic[] {
    const derived = new Map(vocabulary.derived.map((fact) => [fact.name, fact]));
    return cyclesOf(derived).flatMap((chain) => {
        const fact = derived.get(chain[0] ?? '');
        return fact === undefined ? [] : [report('BAR209', { chain }, namePlace(fact))];
    });
}

/** Each cycle met once, as the names from the first one back to itself. */
function cyclesOf(derived: ReadonlyMap<string, DerivedFact>): readonly (readonly string[])[] {
    const done = new Set<string>();
    const cycles: (readonly string[])[] = [];
    const visit = (name: string, trail: readonly string[]): void => {
        const start = trail.indexOf(name);
        if (start >= 0) cycles.push([...trail.slice(start), name]);
        if (start >= 0 || done.has(name)) return;
        for (const used of namesUsed(derived.get(name))) visit(used, [...trail, name]);
        done.add(name);
    };
    for (const name of derived.keys()) visit(name, []);
    return cycles;
}

function namesUsed(fact: DerivedFact | undefined): ReadonlySet<string> {
    const names = new Set<string>();
    const collect = (expression: Expression): void => {
        visitExpression(expression, (part) => void (part.kind === 'derived' && names.add(part.name)));
    };
    for (const expression of [fact?.value, fact?.notApplicable, fact?.unknown]) if (expression !== undefined) collect(expression);
    return names;
}
