import { policyReach } from '../../validation/quantities/points-reach.js';
import type { Compilation } from '../../compiler/compilation.js';
import type { Project } from '../../ir/project.js';
import type { Occurrence } from '../../references/occurrences.js';
import type { NamedSymbol } from '../../references/symbol.js';
import { declaredClause } from '../names/declared-clause.js';
import { useOf, type NameUse } from '../names/name-use.js';
import { nameView, type NameView } from '../names/name-view.js';
import { criteriaOf, derivedOf, factOf, itemOf, policyOfScope, versionOfVariant } from '../names/policies.js';
import { changeLines, criterionLines, factLines, reachLine, typeLine, usesLine, valueLine } from '../words/hover-words.js';
import { boundsText, rangeText } from '../words/reach-words.js';
import { theKind } from '../words/symbol-words.js';

/** What is known of a name, in French. */
export interface SymbolDetails {
    /** `le critère hébergé`. */
    readonly title: string;
    readonly label?: string;
    /** The clause that declares it, as written. */
    readonly clause?: string;
    readonly lines: readonly string[];
}

/** What a symbol is, wherever it is named. */
export function symbolDetails(compilation: Compilation, symbol: NamedSymbol): SymbolDetails {
    const names = nameView(compilation.names);
    const [declaration] = names.declarations(symbol);
    const clause = declaration && declaredClause(compilation, declaration);
    return {
        title: `${theKind(symbol.kind)} ${symbol.name}`,
        ...(clause?.label === undefined ? {} : { label: clause.label }),
        ...(clause === undefined ? {} : { clause: firstLines(clause.text) }),
        lines: [...ownLines(compilation.project, symbol), usesLine(usesOf(names, symbol))],
    };
}

const MOST_LINES = 12;

/** A clause of many lines is shown by its first ones. */
function firstLines(text: string): string {
    const lines = text.split(/\r\n|\r|\n/);
    const margin = Math.min(...lines.slice(1).map((line) => (line.trim() === '' ? 99 : (/^ */.exec(line)?.[0].length ?? 0))), 99);
    const flat = lines.map((line, index) => (index === 0 ? line : line.slice(margin)));
    return flat.length <= MOST_LINES ? flat.join('\n') : [...flat.slice(0, MOST_LINES), '…'].join('\n');
}

function ownLines(project: Project, symbol: NamedSymbol): readonly string[] {
    const fact = factOf(project, symbol);
    if (fact !== undefined) return factLines(fact);
    const derived = derivedOf(project, symbol);
    if (derived !== undefined) return [typeLine(derived.type), ...(symbol.kind === 'derived' ? derivedBounds(project, symbol) : [])];
    if (symbol.kind === 'value') return valueLines(project, symbol);
    return reachLines(project, symbol);
}

function derivedBounds(project: Project, symbol: NamedSymbol): readonly string[] {
    const policy = project.policies.find(({ vocabulary }) => vocabulary.derived.some(({ name }) => name === symbol.name));
    const derived = policy?.vocabulary.derived.find(({ name }) => name === symbol.name);
    if (policy === undefined || derived === undefined || !NUMERIC.has(derived.type.kind)) return [];
    const bounds = boundsText(policyReach(policy).ofValue(derived.value), derived.type);
    return bounds === undefined ? [] : [`Bornes calculées : ${bounds}.`];
}

const NUMERIC: ReadonlySet<string> = new Set(['number', 'money', 'ratio']);

function valueLines({ vocabularies, policies }: Project, { owner, name }: NamedSymbol): readonly string[] {
    const known = [...vocabularies, ...policies].flatMap(({ vocabulary }) => vocabulary.enumerations).find((each) => each.name === owner);
    const value = known?.values.find((each) => each.name === name);
    return value === undefined ? [] : [valueLine(known?.label ?? owner, value.codes)];
}

function reachLines(project: Project, symbol: NamedSymbol): readonly string[] {
    const policy = policyOfScope(project, symbol.scope);
    if (policy === undefined) return [];
    const reach = policyReach(policy);
    if (symbol.kind === 'scoring') {
        const scoring = policy.scorings.find(({ name }) => name === symbol.name);
        return scoring === undefined ? [] : [reachLine(rangeText(reach.ofScoring(scoring))), `${criteriaOf(scoring).length} critères.`];
    }
    if (symbol.kind !== 'criterion' && symbol.kind !== 'rubric') return [];
    const item = itemOf(policy, symbol);
    if (item === undefined) return [];
    return [reachLine(rangeText(reach.ofItem(item))), ...(item.kind === 'criterion' ? criterionLines(item) : [])];
}

function usesOf(names: NameView, symbol: NamedSymbol): ReadonlyMap<NameUse, number> {
    const counts = new Map<NameUse, number>();
    for (const occurrence of names.of(symbol).filter(({ role }) => role === 'reference')) {
        const use = useOf(names, occurrence);
        counts.set(use, (counts.get(use) ?? 0) + 1);
    }
    return counts;
}

/** In a variant, the clause that it replaces and what it puts there: before, then after. */
export function variantChange({ project, names }: Compilation, { path, start, symbol }: Occurrence): readonly string[] {
    const scope = nameView(names).scopeAt(path, start)?.id;
    const variant = scope === undefined || !scope.startsWith('variante ') ? undefined : policyOfScope(project, scope);
    const base = variant && versionOfVariant(project, variant);
    if (variant === undefined || base === undefined || symbol.kind !== 'criterion') return [];
    const clause = (item: ReturnType<typeof itemOf>): string | undefined => (item?.kind === 'criterion' ? item.text : undefined);
    return changeLines(clause(itemOf(base, symbol)), clause(itemOf(variant, symbol)));
}
