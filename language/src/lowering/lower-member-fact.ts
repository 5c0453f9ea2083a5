import { KIND_WORDS } from '../diagnostics/kind-words.js';
import type * as ast from '../generated/ast.js';
import type { Expression } from '../ir/expression.js';
import type { DerivedFact } from '../ir/vocabulary.js';
import type { FactDeclaration, ValueType } from '../ir/value-type.js';
import type { Scope } from '../references/scope.js';
import { fail, failTaken, lowerReferences, nameIn, optional, placeOf, spanOf, textOf, unquote, type FileContext } from './context/context.js';
import { MEMBERS } from './expressions/expression-context.js';
import { eventsNamed, filterContext } from './expressions/lower-events.js';
import { expressionContext } from './expressions/lower-expression.js';
import { lowerBounds, lowerType } from './expressions/lower-type.js';
import { lowerFormula } from './lower-formula.js';

/** Makes the name and type of a deduced fact of members known; its formula is lowered once, when it is first read. */
export function declareMemberFact(context: FileContext, scope: Scope, node: ast.DerivedFact): void {
    if (node.name === undefined || node.type === undefined) return;
    const members = eventsNamed(expressionContext(context, scope), placeOf(context, node, 'owner'), MEMBERS);
    const type = members && lowerType(context, scope, node.type);
    if (members === undefined || type === undefined) return;
    const isField = members.type.kind === 'events' && members.type.fields.some(({ name }) => name === node.name);
    if (isField || scope.memberFacts.has(node.name)) return failTaken(context, node, KIND_WORDS.fact);
    refuseWhatIsNotRead(context, node, type);
    scope.memberFacts.set(node.name, { type, value: formulaOnce({ context, scope, node, members, type }) });
}

/** What a deduced fact of a demand may bear, and one of a member not: its formula alone is put where it is read. */
function refuseWhatIsNotRead(context: FileContext, node: ast.DerivedFact, type: ValueType): void {
    const [state] = node.states;
    if (node.role !== undefined) fail(context, 'BAR346', { said: `rôle ${node.role}` }, placeOf(context, node, 'role'));
    if (lowerBounds(context, node.type, type) !== undefined) fail(context, 'BAR346', { said: 'de … à …' }, node.type);
    if (state !== undefined) fail(context, 'BAR346', { said: `${state.state} si` }, state);
}

interface Declared {
    readonly context: FileContext;
    readonly scope: Scope;
    readonly node: ast.DerivedFact;
    readonly members: FactDeclaration;
    readonly type: ValueType;
}

function formulaOnce({ context, scope, node, members, type }: Declared): (trail: readonly string[]) => Expression | 'circular' | undefined {
    let formula: { readonly found: Expression | undefined } | undefined;
    return (trail) => {
        if (trail.includes(node.name)) return 'circular';
        formula ??= { found: lowerFormula({ ...filterContext(expressionContext(context, scope), members), trail: [...trail, node.name] }, node, type) };
        return formula.found;
    };
}

/** A deduced fact of members as declared; none where its formula does not hold. */
export function lowerMemberFact(context: FileContext, scope: Scope, node: ast.DerivedFact): DerivedFact | undefined {
    const fact = scope.memberFacts.get(node.name);
    const value = fact?.value([]);
    if (fact === undefined || value === undefined || value === 'circular') return undefined;
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        type: fact.type,
        value,
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}
