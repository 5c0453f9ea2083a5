import type { GrammarGraph, RuleEdge, WordEdge } from './grammar-graph.js';

/** What may come after a text. */
export interface GrammarWords {
    /** Words and phrases of the language. */
    readonly phrases: readonly string[];
    /** Names, by the property that would hold them: `criterion`. */
    readonly names: readonly string[];
    /** Terminals: `DATE_CIVILE`, `NOMBRE`, `TEXTE`. */
    readonly terminals: readonly string[];
}

/** Rules whose words are names: what they list is not proposed as phrases. */
const NAME_RULES: ReadonlySet<string> = new Set(['Nom', 'UniteNommee', 'UniteDeNombre', 'SourceCode', 'InheritedKind']);

/** Where the reading of a text may be after some of its words. */
export interface Readings {
    /** The states seen, by origin. */
    readonly seen: Map<number, Set<number>>;
    /** A state, and how many words had been read when its rule began. */
    readonly items: Item[];
    /** What waits for the end of a rule that began here. */
    readonly waiting: Map<string, (readonly [edge: RuleEdge, origin: number])[]>;
}

/**
 * What the grammar allows after words, by following every reading of them at once (Earley's algorithm): no reading is dropped because
 * another looked likelier, as a parser must. A word that no reading accepts is passed over.
 */
export function wordsAfter(graph: GrammarGraph, words: readonly string[]): GrammarWords {
    return allowedAfter(graph, readWords(graph, words));
}

/** Words read, and every reading of them. */
export interface WordsRead {
    /** The readings before each word that one of them accepts. */
    readonly before: readonly Readings[];
    readonly seeds: readonly Item[];
}

/** Every reading of words, which others may be read after. */
export function readWords(graph: GrammarGraph, words: readonly string[], after?: WordsRead): WordsRead {
    const before: Readings[] = [...(after?.before ?? [])];
    let seeds: readonly Item[] = after?.seeds ?? [[graph.starts.get(graph.entry) ?? 0, 0]];
    for (const next of words) {
        const read = scan(graph, readings(graph, before, { seeds, next }), next);
        // The next word is looked for from the same readings.
        if (read.length === 0) before.pop();
        else seeds = read;
    }
    return { before, seeds };
}

/** How many of the next words are read before one that no reading accepts; all of them when each is. */
export function wordsReadUntilStuck(graph: GrammarGraph, read: WordsRead, next: readonly string[]): number {
    const before = [...read.before];
    let { seeds } = read;
    for (const [index, word] of next.entries()) {
        const found = scan(graph, readings(graph, before, { seeds, next: word }), word);
        if (found.length === 0) return index;
        seeds = found;
    }
    return next.length;
}

/** What the grammar allows after words. */
export function allowedAfter(graph: GrammarGraph, { before, seeds }: WordsRead): GrammarWords {
    return allowedBy(graph, readings(graph, [...before], { seeds, next: undefined }));
}

/** Whether a reading of words goes on with another one. */
export function goesOnWith(graph: GrammarGraph, { before, seeds }: WordsRead, next: string): boolean {
    return scan(graph, readings(graph, [...before], { seeds, next }), next).length > 0;
}

/** A state, and how many words had been read when its rule began. */
export type Item = readonly [state: number, origin: number];

function scan(graph: GrammarGraph, { items }: Readings, word: string): readonly Item[] {
    const read: Item[] = [];
    for (const [state, origin] of items) for (const edge of graph.words[state] ?? []) if (edge.word === word) read.push([edge.to, origin]);
    return read;
}

/** Readings and the word that comes next, where there is one. */
interface Seeded {
    readonly seeds: readonly Item[];
    readonly next: string | undefined;
}

/** All that follows from readings without a further word; what the next word cannot begin is left out. */
function readings(graph: GrammarGraph, all: Readings[], { seeds, next }: Seeded): Readings {
    const place = all.length;
    const here: Readings = { seen: new Map(), items: [], waiting: new Map() };
    all.push(here);
    const agenda = [...seeds];
    for (let item = agenda.pop(); item !== undefined; item = agenda.pop()) {
        const [state, origin] = item;
        if (!isNew(here, item)) continue;
        here.items.push(item);
        for (const free of graph.free[state] ?? []) agenda.push([free, origin]);
        for (const edge of graph.calls[state] ?? []) {
            if (next !== undefined && graph.first.get(edge.rule)?.has(next) !== true) continue;
            const waiting = here.waiting.get(edge.rule);
            if (waiting === undefined) here.waiting.set(edge.rule, [[edge, origin]]);
            else waiting.push([edge, origin]);
            agenda.push([graph.starts.get(edge.rule) ?? 0, place]);
        }
        const ended = graph.ends.get(state);
        if (ended !== undefined) for (const [edge, before] of all[origin]?.waiting.get(ended) ?? []) agenda.push([edge.to, before]);
    }
    return here;
}

function isNew({ seen }: Readings, [state, origin]: Item): boolean {
    const states = seen.get(origin);
    if (states === undefined) seen.set(origin, new Set([state]));
    else if (states.has(state)) return false;
    else states.add(state);
    return true;
}

function allowedBy(graph: GrammarGraph, here: Readings): GrammarWords {
    const edges = here.items.flatMap(([state]) => (graph.words[state] ?? []).map((edge) => ({ edge, rule: graph.ruleOf[state] ?? '' })));
    const isName = ({ edge, rule }: { readonly edge: WordEdge; readonly rule: string }): boolean => NAME_RULES.has(rule) || edge.word === 'ID';
    const own = edges.filter((each) => !isName(each));
    const called = [...NAME_RULES].flatMap((rule) => (here.waiting.get(rule) ?? []).map(([{ property }]) => property));
    const direct = edges.flatMap(({ edge, rule }) => (edge.word === 'ID' && !NAME_RULES.has(rule) ? [edge.property] : []));
    return {
        phrases: distinct(own.flatMap(({ edge }) => (edge.isKeyword ? [edge.word] : []))),
        names: distinct([...called, ...direct]),
        terminals: distinct(own.flatMap(({ edge }) => (edge.isKeyword ? [] : [edge.word]))),
    };
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];
