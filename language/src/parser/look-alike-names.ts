import { AstUtils, GrammarUtils, type AstNode } from 'langium';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import { skeletonsOf } from './skeleton.js';
import type { ParsedSource } from './source-text.js';
import { treeNodes } from './tree-nodes.js';

interface Declared {
    readonly name: string;
    readonly location: Location;
    /** Its kind, and where it is declared. */
    readonly space: string;
    /** What it may be taken for in that space. */
    readonly looks: readonly string[];
}

/** Declarations of one name each: two that look alike are taken for each other by whoever reads the text. */
const SPACES: ReadonlyMap<string, string> = new Map([
    ['FactDeclaration', 'fait'],
    ['DerivedFact', 'fait'],
    ['Parameter', 'fait'],
    ['Enumeration', 'énumération'],
    ['EnumerationValue', 'valeur'],
    ['Table', 'table'],
    ['NamedList', 'liste'],
    ['Criterion', 'critère'],
    ['Rubric', 'critère'],
    ['Scoring', 'cotation'],
    ['Policy', 'politique'],
    ['Variant', 'variante'],
    ['Vocabulary', 'vocabulaire'],
    ['Unscored', 'clause'],
    ['Exclusion', 'clause'],
    ['Adequacy', 'clause'],
    ['Objective', 'clause'],
    ['Route', 'route'],
    ['Reservee', 'titulaire'],
    ['Convention', 'convention'],
]);

/** Names of one kind that differ by accents, capitals or letters that look alike, each told beside the first. */
export function lookAlikeNames(sources: readonly ParsedSource[]): readonly Diagnostic[] {
    const first = new Map<string, Declared>();
    const told = new Set<string>();
    return sources.flatMap(declarationsOf).flatMap((declared) => {
        const other = declared.looks.flatMap((look) => first.get(look) ?? []).find(({ name }) => name !== declared.name);
        for (const look of declared.looks) if (!first.has(look)) first.set(look, declared);
        const pair = `${declared.space}\u0000${declared.name}`;
        if (other === undefined || told.has(pair)) return [];
        told.add(pair);
        const related = [{ message: 'l’autre nom', location: other.location }];
        return [report('BAR115', { name: declared.name, other: other.name }, declared.location, { related })];
    });
}

/** A file that has not changed is not walked again. */
const known = new WeakMap<ParsedSource, readonly Declared[]>();

function declarationsOf(source: ParsedSource): readonly Declared[] {
    const found = known.get(source);
    if (found !== undefined) return found;
    const nodes = source.root === undefined ? [] : treeNodes(source.root);
    const declared = nodes.flatMap((node) => (SPACES.has(node.$type) ? declaration(node, source.path) : []));
    known.set(source, declared);
    return declared;
}

function declaration(node: AstNode, path: string): readonly Declared[] {
    const kind = SPACES.get(node.$type);
    const name = 'name' in node && typeof node.name === 'string' ? node.name : undefined;
    const cst = kind === undefined || name === undefined ? undefined : GrammarUtils.findNodeForProperty(node.$cstNode, 'name');
    if (name === undefined || cst === undefined) return [];
    const space = `${kind} ${within(node)}`;
    const looks = skeletonsOf(name).map((skeleton, way) => `${space}\u0000${way}\u0000${skeleton}`);
    return [{ name, location: { path, start: cst.offset, end: cst.end }, space, looks }];
}

/** What a name is declared in: fields in their fact, values in their enumeration, facts in their owner, clauses in their policy. */
function within(node: AstNode): string {
    const { $type, $container } = node;
    const owner = 'owner' in node && typeof node.owner === 'string' ? node.owner : undefined;
    const named = (node: AstNode | undefined): string => (node !== undefined && 'name' in node && typeof node.name === 'string' ? node.name : '');
    if ($container === undefined || $container.$type === 'SourceFile') return '';
    if ($type === 'EnumerationValue') return named($container);
    if ($type === 'FactDeclaration') return 'owner' in $container ? String($container.owner) : `${named($container.$container)} {}`;
    if ($type === 'DerivedFact' || $type === 'Parameter') return owner ?? 'demande';
    const policy = AstUtils.getContainerOfType($container, (node): node is AstNode => ['Policy', 'Act', 'Socle', 'Variant'].includes(node.$type));
    return policy === undefined ? '' : `${named(policy)} ${'version' in policy ? String(policy.version) : ''}`;
}
