import { describe, expect, test } from 'vitest';
import {
    compileSources,
    createCompiler,
    createSourceParser,
    symbolId,
    type Compilation,
    type Compiler,
    type NamedSymbol,
    type SourceText,
} from '@bareme/language';
import { loadWorkspace } from '@bareme/language/node';
import { nameView } from '../../../language/src/lsp/names/name-view.js';
import { editedText } from '../../../language/src/lsp/rename/check-rename.js';
import { planRename } from '../../../language/src/lsp/rename/plan-rename.js';
import { withoutPlaces } from '../printing/without-places.js';

const parser = createSourceParser();
const POLICIES: readonly (readonly [string, readonly string[]])[] = [
    ['the national words and Valmont', ['policies/national', 'policies/valmont']],
    ['Stockholm', ['test/stockholm']],
];
/** Nobody declares them but the data, the replay or the language itself. */
const KEPT = new Set(['landlord', 'title', 'contingent', 'role']);
const SPELLED = /^membres$|['’]/;

async function read(paths: readonly string[]): Promise<readonly SourceText[]> {
    return (await loadWorkspace(paths, { root: process.cwd() })).sources;
}

describe.each(POLICIES)('in %s', (_, paths) => {
    test('each name leads to its declaration, whose references hold it', async () => {
        const names = nameView(compileSources(await read(paths), parser).names);
        let seen = 0;
        for (const declared of names.declared) {
            const places = names.of(declared);
            const declarations = names.declarations(declared);
            expect(declarations.length).toBeGreaterThan(0);
            for (const place of places) {
                seen += 1;
                const here = names.at(place.path, place.start);
                expect(here).toContain(place);
                expect(names.at(place.path, place.end - 1)).toContain(place);
                const named = [place.symbol, ...(place.homonyms ?? [])].map(symbolId);
                expect(named).toContain(symbolId(declared));
                expect(declarations.every((each) => places.includes(each))).toBe(true);
            }
        }
        expect(seen).toBeGreaterThan(70);
    });

    // One symbol of each kind: each costs two compilations, and all of them take minutes. `BAREME_RENOMMAGES=tous` takes them all.
    test('renamed and renamed back, a symbol changes nothing but its name, and the bytes come back', async () => {
        const sources = await read(paths);
        const compiler = createCompiler(parser);
        const compile = (changed: readonly SourceText[]): Compilation => firstPush(compiler, changed);
        const before = compile(sources);
        const same = shown(before);
        const all = nameView(before.names).declared.filter((symbol) => !KEPT.has(symbol.kind) && !SPELLED.test(symbol.name));
        const symbols = process.env['BAREME_RENOMMAGES'] === 'tous' ? all : sampled(all);
        for (const symbol of symbols) renameThereAndBack({ sources, before, same, compile }, symbol);
        expect(symbols.length).toBeGreaterThan(10);
    }, 3_600_000);
});

/** A symbol of each kind, from the middle of those of the kind. */
function sampled(symbols: readonly NamedSymbol[]): readonly NamedSymbol[] {
    return [...new Set(symbols.map(({ kind }) => kind))].flatMap((kind) => {
        const own = symbols.filter((symbol) => symbol.kind === kind);
        return own[Math.floor(own.length / 2)] ?? [];
    });
}

interface Ground {
    readonly sources: readonly SourceText[];
    readonly before: Compilation;
    readonly same: string;
    readonly compile: (sources: readonly SourceText[]) => Compilation;
}

function renameThereAndBack({ sources, before, same, compile }: Ground, symbol: NamedSymbol): void {
    const there = renamed(sources, before, symbol, `${symbol.name}_zz`);
    if (typeof there === 'string') {
        expect([symbolId(symbol), there]).toEqual([symbolId(symbol), isContingent(before, symbol) ? 'undeclared' : 'events-table']);
        return;
    }
    const between = compile(there);
    expect([symbolId(symbol), shown(between) === same]).toEqual([symbolId(symbol), true]);
    const back = nameView(between.names).declared.find(({ kind, name }) => kind === symbol.kind && name === `${symbol.name}_zz`);
    if (back === undefined) expect.fail(`${symbolId(symbol)} is declared no more`);
    const again = renamed(there, between, back, symbol.name);
    expect([symbolId(symbol), again]).toEqual([symbolId(symbol), sources]);
    compile(sources);
}

/** Data know facts of events by the name of their table; a contingent has the name of a value of the data, and no file declares it. */
function isContingent({ names }: Compilation, { kind, name }: NamedSymbol): boolean {
    return kind === 'value' && names.occurrences.some(({ symbol }) => symbol.kind === 'contingent' && symbol.name === name);
}

function firstPush(compiler: Compiler, sources: readonly SourceText[]): Compilation {
    const steps = compiler.update(sources);
    for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        if (step.value.kind === 'push') return step.value.compilation;
    }
}

/** The representation up to names, and to the clauses that keep data bound to the former ones. */
function shown({ project }: Compilation): string {
    return JSON.stringify(withoutPlaces(project), (key, value: unknown) => (key === 'column' || key === 'codes' ? undefined : value)).replaceAll('_zz', '');
}

function renamed(sources: readonly SourceText[], compilation: Compilation, symbol: NamedSymbol, newName: string): readonly SourceText[] | string {
    const [declaration] = nameView(compilation.names).declarations(symbol);
    const word = declaration === undefined ? [] : nameView(compilation.names).at(declaration.path, declaration.start);
    const plan = planRename({ compilation, word, newName, parser, isReadOnly: () => false });
    if (plan.kind !== 'edits') return plan.kind;
    return sources.map(({ path, text }) => ({
        path,
        text: editedText(
            text,
            plan.edits.filter(({ location }) => location.path === path),
        ),
    }));
}
