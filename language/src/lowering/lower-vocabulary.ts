import { KIND_WORDS } from '../diagnostics/kind-words.js';
import type * as ast from '../generated/ast.js';
import type { Expression } from '../ir/expression.js';
import { DERIVED_ROLES, EVENT_ROLES } from '../ir/roles.js';
import type { DerivedFact, Enumeration, Parameter, Table, Vocabulary } from '../ir/vocabulary.js';
import type { FactOwner, FactDeclaration } from '../ir/value-type.js';
import type { Scope } from '../references/scope.js';
import { fail, failTaken, lowerReferences, nameIn, optional, placeOf, spanOf, textOf, unquote, wordSpan, type FileContext } from './context/context.js';
import { lowerCondition } from './expressions/condition.js';
import { expressionContext } from './expressions/lower-expression.js';
import { MEMBERS, type ExpressionContext } from './expressions/expression-context.js';
import { lowerLiteral } from './expressions/lower-literal.js';
import { lowerTable, tableSignature } from './lower-table.js';
import { checkRole, checkRoleReads, checkRoleType, ROLES } from './expressions/lower-role.js';
import { lowerBounds, lowerFact, lowerType } from './expressions/lower-type.js';
import { lowerFormula } from './lower-formula.js';
import { declareMemberFact, lowerMemberFact } from './lower-member-fact.js';

/** A vocabulary's nodes, each with the file that holds it: one vocabulary may be written in several files. */
export interface VocabularyPart {
    readonly context: FileContext;
    readonly items: readonly ast.VocabularyItem[];
}

type Growing = { -readonly [Key in keyof Vocabulary]: Vocabulary[Key] extends readonly (infer Item)[] ? Item[] : never };

/**
 * A vocabulary on top of those it uses. `scope` already holds their names and grows with this one's: types first, then facts,
 * parameters and tables, then deduced facts, so that the order of writing does not matter.
 */
export function lowerVocabulary(parts: readonly VocabularyPart[], scope: Scope, base: Vocabulary): Vocabulary {
    const vocabulary: Growing = {
        enumerations: [...base.enumerations],
        facts: [...base.facts],
        derived: [...base.derived],
        memberFacts: [...base.memberFacts],
        parameters: [...base.parameters],
        tables: [...base.tables],
    };
    const each = (visit: (context: FileContext, item: ast.VocabularyItem) => void): void => {
        for (const { context, items } of parts) for (const item of items) visit(context, item);
    };
    each((context, item) => void (item.$type === 'Enumeration' && declareEnumeration(context, scope, item, vocabulary)));
    each((context, item) => void (item.$type === 'FactBlock' && declareFacts(context, scope, item, vocabulary)));
    each((context, item) => void (item.$type === 'Parameter' && declareParameter(context, scope, item, vocabulary)));
    each((context, item) => void (item.$type === 'DerivedFact' && declareDerived(context, scope, item)));
    each((context, item) => void (item.$type === 'Table' && declareTable(context, scope, item, vocabulary)));
    each((context, item) => {
        if (item.$type !== 'DerivedFact') return;
        const { derived, memberFacts } = lowerDerived(context, scope, item);
        vocabulary.derived.push(...derived);
        vocabulary.memberFacts.push(...memberFacts);
    });
    each((context, item) => checkRoleReads(context, item, vocabulary.derived));
    return vocabulary;
}

/** Whether the name is free in its space; reports the second declaration when not. */
export function claim(
    context: FileContext,
    node: ast.Enumeration | ast.Parameter | ast.DerivedFact | ast.Table,
    taken: ReadonlyMap<string, unknown>,
    kind: string,
): boolean {
    if (!taken.has(node.name)) return true;
    failTaken(context, node as ast.Enumeration, kind);
    return false;
}

function declareEnumeration(context: FileContext, scope: Scope, node: ast.Enumeration, vocabulary: Growing): void {
    if (node.name === undefined || !claim(context, node, scope.enumerations, KIND_WORDS.enumeration)) return;
    const seen = new Map<string, true>();
    const enumeration: Enumeration = {
        name: node.name,
        ...optional('label', unquote(node.label)),
        ordered: node.ordered,
        multiple: node.multiple,
        values: node.values.flatMap((value) => {
            if (value.name === undefined) return [];
            if (seen.has(value.name)) failTaken(context, value, KIND_WORDS.value);
            seen.set(value.name, true);
            const codes = value.codes.map((code) => unquote(code) ?? '');
            return [{ name: value.name, ...optional('label', unquote(value.label)), codes, ...nameIn(context, value) }];
        }),
        references: lowerReferences(context, node.references),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
    scope.enumerations.set(node.name, enumeration);
    vocabulary.enumerations.push(enumeration);
}

function declareFacts(context: FileContext, scope: Scope, node: ast.FactBlock, vocabulary: Growing): void {
    if (node.owner === 'membre') return declareMembers(context, scope, node, vocabulary);
    for (const declared of node.facts) {
        const fact = lowerFact(context, scope, declared, node.owner);
        checkRole(context, declared, ROLES[node.owner]);
        if (fact !== undefined) checkRoleType(context, declared, fact);
        if (fact !== undefined && factIsFree(context, scope, declared, fact)) {
            scope.facts[node.owner].set(fact.name, fact);
            vocabulary.facts.push(fact);
        }
    }
}

/** The facts of the members are the fields of one fact of the demand, which a file of that name fills. */
function declareMembers(context: FileContext, scope: Scope, node: ast.FactBlock, vocabulary: Growing): void {
    const taken = scope.facts.demande.has(MEMBERS);
    if (taken) fail(context, 'BAR204', { name: MEMBERS, kind: KIND_WORDS.fact }, placeOf(context, node, 'owner'));
    for (const field of node.facts) checkRole(context, field, EVENT_ROLES);
    const fields = node.facts.flatMap((field) => lowerFact(context, scope, field, 'demande') ?? []);
    reportTwice(context, node.facts);
    if (taken) return;
    const fact: FactDeclaration = {
        name: MEMBERS,
        owner: 'demande',
        type: { kind: 'events', fields },
        multiple: false,
        proof: false,
        references: [],
        at: spanOf(context, node),
        places: { name: wordSpan(context, node, 'owner') },
    };
    scope.facts.demande.set(MEMBERS, fact);
    vocabulary.facts.push(fact);
}

/** Two fields of one name. */
function reportTwice(context: FileContext, fields: readonly ast.FactDeclaration[]): void {
    const seen = new Set<string>();
    for (const field of fields) {
        if (seen.has(field.name)) failTaken(context, field, KIND_WORDS.fact);
        seen.add(field.name);
    }
}

function factIsFree(context: FileContext, scope: Scope, node: ast.FactDeclaration, fact: FactDeclaration): boolean {
    const owner: FactOwner = fact.owner;
    if (!scope.facts[owner].has(fact.name)) return true;
    failTaken(context, node, KIND_WORDS.fact);
    return false;
}

function declareParameter(context: FileContext, scope: Scope, node: ast.Parameter, vocabulary: Growing): void {
    if (node.name === undefined || !claim(context, node, scope.parameters, KIND_WORDS.parameter)) return;
    const type = lowerType(context, scope, node.type);
    if (type === undefined) return;
    const proposed = node.proposed === undefined ? undefined : lowerLiteral(context, scope, node.proposed, type);
    const parameter: Parameter = {
        name: node.name,
        ...optional('label', unquote(node.label)),
        type,
        ...optional('bounds', lowerBounds(context, node.type, type)),
        ...optional('proposed', proposed),
        references: lowerReferences(context, node.references),
        at: spanOf(context, node),
        places: { ...nameIn(context, node).places, ...optional('proposed', node.proposed && spanOf(context, node.proposed)) },
    };
    scope.parameters.set(node.name, parameter);
    vocabulary.parameters.push(parameter);
}

/** Makes a deduced fact's name and type known before any formula is read. */
export function declareDerived(context: FileContext, scope: Scope, node: ast.DerivedFact): void {
    if (node.owner === 'membre') return declareMemberFact(context, scope, node);
    if (node.name === undefined || node.type === undefined) return;
    if (!claim(context, node, scope.derived, KIND_WORDS.fact) || !claim(context, node, scope.facts.demande, KIND_WORDS.fact)) return;
    const type = lowerType(context, scope, node.type);
    if (type === undefined) return;
    checkRole(context, node, DERIVED_ROLES);
    checkRoleType(context, node, { type, multiple: type.kind === 'enumeration' && (scope.enumerations.get(type.name)?.multiple ?? false) });
    scope.derived.set(node.name, type);
}

/** A deduced fact, of the demand or of each member; none where its formula does not hold. */
export function lowerDerived(context: FileContext, scope: Scope, node: ast.DerivedFact): Pick<Vocabulary, 'derived' | 'memberFacts'> {
    const ofMembers = node.owner === 'membre';
    const fact = ofMembers ? lowerMemberFact(context, scope, node) : ofDemand(expressionContext(context, scope), node);
    const facts = fact === undefined ? [] : [fact];
    return ofMembers ? { derived: [], memberFacts: facts } : { derived: facts, memberFacts: [] };
}

function ofDemand(context: ExpressionContext, node: ast.DerivedFact): DerivedFact | undefined {
    const type = context.scope.derived.get(node.name);
    const typed = type && lowerFormula(context, node, type);
    if (type === undefined || typed === undefined) return undefined;
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        type,
        ...optional('bounds', lowerBounds(context, node.type, type)),
        ...optional('role', node.role),
        value: typed,
        ...optional('notApplicable', stateCondition(context, node, 'sans objet')),
        ...optional('unknown', stateCondition(context, node, 'non renseigné')),
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

function stateCondition(context: ExpressionContext, node: ast.DerivedFact, state: 'sans objet' | 'non renseigné'): Expression | undefined {
    const conditions = node.states.filter((candidate) => candidate.state === state).map((candidate) => lowerCondition(context, candidate.condition));
    const [first, ...others] = conditions.filter((condition) => condition !== undefined);
    if (first === undefined) return undefined;
    return others.length === 0 ? first : { kind: 'or', items: [first, ...others], type: { kind: 'boolean' }, at: spanOf(context, node) };
}

function declareTable(context: FileContext, scope: Scope, node: ast.Table, vocabulary: Growing): void {
    const table = addTable(context, scope, node);
    if (table !== undefined) vocabulary.tables.push(table);
}

/** A table, its name claimed and known to expressions from here on. */
export function addTable(context: FileContext, scope: Scope, node: ast.Table): Table | undefined {
    if (node.name === undefined || !claim(context, node, scope.tables, KIND_WORDS.table)) return undefined;
    const signature = tableSignature(context, scope, node);
    if (signature === undefined) return undefined;
    scope.tables.set(node.name, signature);
    return lowerTable(context, scope, node, signature);
}
