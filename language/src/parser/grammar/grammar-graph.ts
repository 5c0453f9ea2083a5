import { GrammarAST } from 'langium';

/** An edge that reads a word. */
export interface WordEdge {
    /** A keyword as the grammar spells it, or the name of a terminal. */
    readonly word: string;
    readonly to: number;
    readonly isKeyword: boolean;
    readonly property: string;
}

/** An edge that reads what a rule describes. */
export interface RuleEdge {
    readonly rule: string;
    readonly to: number;
    readonly property: string;
}

/** The grammar as a graph for each rule: its states are numbered over all rules. */
export interface GrammarGraph {
    readonly entry: string;
    readonly starts: ReadonlyMap<string, number>;
    /** The rule that a state ends, where it ends one. */
    readonly ends: ReadonlyMap<number, string>;
    readonly ruleOf: readonly string[];
    readonly words: readonly (readonly WordEdge[])[];
    readonly calls: readonly (readonly RuleEdge[])[];
    readonly free: readonly (readonly number[])[];
    /** The words that may begin what a rule describes; no rule describes nothing. */
    readonly first: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Building {
    readonly ruleOf: string[];
    readonly words: WordEdge[][];
    readonly calls: RuleEdge[][];
    readonly free: number[][];
    rule: string;
}

interface Stretch {
    readonly from: number;
    readonly to: number;
    readonly property: string;
}

/** The graph of a grammar and of those that it imports. */
export function grammarGraph(rules: readonly GrammarAST.AbstractRule[]): GrammarGraph {
    const building: Building = { ruleOf: [], words: [], calls: [], free: [], rule: '' };
    const starts = new Map<string, number>();
    const ends = new Map<number, string>();
    const parsed = rules.filter((rule) => GrammarAST.isParserRule(rule));
    for (const rule of parsed) {
        building.rule = rule.name;
        const [from, to] = [state(building), state(building)];
        starts.set(rule.name, from);
        ends.set(to, rule.name);
        connect(building, rule.definition, { from, to, property: '' });
    }
    const { ruleOf, words, calls, free } = building;
    const graph = { entry: parsed.find(({ entry }) => entry)?.name ?? '', starts, ends, ruleOf, words, calls, free };
    return { ...graph, first: firstWords(graph) };
}

/** Grows the sets of first words until none grows. */
function firstWords({ starts, words, calls, free }: Omit<GrammarGraph, 'first'>): GrammarGraph['first'] {
    const first = new Map([...starts.keys()].map((rule) => [rule, new Set<string>()]));
    for (let before = -1, size = 0; before !== size;) {
        before = size;
        size = 0;
        for (const [rule, start] of starts) {
            const found = first.get(rule) ?? new Set();
            for (const state of reachable(free, start)) {
                for (const { word } of words[state] ?? []) found.add(word);
                for (const call of calls[state] ?? []) first.get(call.rule)?.forEach((word) => found.add(word));
            }
            size += found.size;
        }
    }
    return first;
}

function reachable(free: GrammarGraph['free'], start: number): ReadonlySet<number> {
    const reached = new Set([start]);
    for (const state of reached) for (const next of free[state] ?? []) reached.add(next);
    return reached;
}

function state({ ruleOf, words, calls, free, rule }: Building): number {
    words.push([]);
    calls.push([]);
    free.push([]);
    return ruleOf.push(rule) - 1;
}

/** An element, as often as its cardinality says. */
function connect(building: Building, element: GrammarAST.AbstractElement, { from, to, property }: Stretch): void {
    const { cardinality } = element;
    if (cardinality === undefined) return once(building, element, { from, to, property });
    const [inner, outer] = [state(building), state(building)];
    building.free[from]?.push(inner);
    building.free[outer]?.push(to);
    if (cardinality !== '+') building.free[from]?.push(to);
    if (cardinality !== '?') building.free[outer]?.push(inner);
    once(building, element, { from: inner, to: outer, property });
}

function once(building: Building, element: GrammarAST.AbstractElement, { from, to, property }: Stretch): void {
    if (GrammarAST.isGroup(element)) {
        let place = from;
        for (const part of element.elements) {
            const next = part === element.elements.at(-1) ? to : state(building);
            connect(building, part, { from: place, to: next, property });
            place = next;
        }
    } else if (GrammarAST.isAlternatives(element)) for (const part of element.elements) connect(building, part, { from, to, property });
    else if (GrammarAST.isAssignment(element)) connect(building, element.terminal, { from, to, property: element.feature });
    else if (GrammarAST.isKeyword(element)) building.words[from]?.push({ word: element.value, to, isKeyword: true, property });
    else if (GrammarAST.isRuleCall(element)) callRule(building, element.rule.ref, { from, to, property });
    else building.free[from]?.push(to);
}

function callRule({ words, calls }: Building, rule: GrammarAST.AbstractRule | undefined, { from, to, property }: Stretch): void {
    if (GrammarAST.isTerminalRule(rule)) words[from]?.push({ word: rule.name, to, isKeyword: false, property });
    else if (rule !== undefined) calls[from]?.push({ rule: rule.name, to, property });
}
