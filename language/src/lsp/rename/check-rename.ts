import type { Compilation } from '../../compiler/compilation.js';
import { createCompiler, type Compiler } from '../../compiler/compiler.js';
import type { Diagnostic, TextEdit } from '../../diagnostics/diagnostic.js';
import { lineAndColumn } from '../../diagnostics/text-position.js';
import type { ParsedSource, SourceText } from '../../parser/source-text.js';
import type { Occurrence } from '../../references/occurrences.js';
import { nameView } from '../names/name-view.js';
import type { RenameRefusal } from '../words/rename-words.js';
import type { RenameRequest } from './rename-request.js';
import type { RenamedSymbols } from './renamed-symbols.js';

/** The edits to prove harmless. */
export interface ProposedRename {
    readonly renamed: RenamedSymbols;
    readonly edits: readonly TextEdit[];
}

/** Compiles the files as they would be, up to the names: each word must name what it named, and no finding may appear. */
export function checkRename(request: RenameRequest, proposed: ProposedRename): RenameRefusal | undefined {
    const { compilation, newName } = request;
    const taken = takenName(compilation, proposed.renamed, newName);
    if (taken !== undefined) return taken;
    const compiler = createCompiler(request.parser);
    const before = namesAndTypes(compiler, compilation.sources);
    const after = namesAndTypes(compiler, editedSources(compilation.sources, proposed.edits));
    return strayWord(before, after, proposed.edits, newName) ?? newFinding(before, after);
}

/** A declaration of the same kind and owner, where the renamed one could be named. */
function takenName({ names, sources }: Compilation, { symbols }: RenamedSymbols, name: string): RenameRefusal | undefined {
    const view = nameView(names);
    for (const symbol of symbols) {
        const other = view.declarations({ ...symbol, name })[0];
        if (other !== undefined) return { kind: 'collision', name, symbol: other.symbol, path: other.path, line: lineOf(sources, other) };
    }
    return undefined;
}

function namesAndTypes(compiler: Compiler, sources: readonly (SourceText | ParsedSource)[]): Compilation {
    const steps = compiler.update(sources);
    for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        if (step.value.kind === 'push') return step.value.compilation;
    }
}

/** The files that an edit changes, as they would be. */
function editedSources(sources: readonly ParsedSource[], edits: readonly TextEdit[]): readonly SourceText[] {
    return sources.flatMap((source) => {
        const own = edits.filter(({ location }) => location.path === source.path);
        return own.length === 0 ? [] : { path: source.path, text: editedText(source.text, own) };
    });
}

/** A text with all edits made at once; those of one place in their order. */
export function editedText(text: string, edits: readonly TextEdit[]): string {
    const ordered = [...edits].sort((a, b) => a.location.start - b.location.start || a.location.end - b.location.end);
    let place = 0;
    let result = '';
    for (const { location, newText } of ordered) {
        result += text.slice(place, location.start) + newText;
        place = location.end;
    }
    return result + text.slice(place);
}

/** A word that would name something else than before, or something where it named nothing. */
function strayWord(before: Compilation, after: Compilation, edits: readonly TextEdit[], name: string): RenameRefusal | undefined {
    const move = movedBy(edits);
    const expected = new Map(namedPlaces(before, move).map((named) => [named.key, named.occurrence]));
    for (const { key, occurrence } of namedPlaces(after, (_, offset) => offset)) {
        if (expected.delete(key)) continue;
        return { kind: 'capture', name, captured: occurrence.symbol, path: occurrence.path, line: lineOf(after.sources, occurrence) };
    }
    const [lost] = expected.values();
    return lost && { kind: 'capture', name, path: lost.path, line: lineOf(before.sources, lost) };
}

type Move = (path: string, offset: number) => number;

/** Where an offset is once the edits are made. */
function movedBy(edits: readonly TextEdit[]): Move {
    return (path, offset) =>
        edits.reduce((moved, { location, newText }) => {
            const isBefore = location.path === path && location.start < offset;
            return isBefore ? moved + newText.length - (location.end - location.start) : moved;
        }, offset);
}

/** Each word with where what it names is declared: names and scopes change with a renaming, places are known. */
function namedPlaces({ names }: Compilation, move: Move): readonly { readonly key: string; readonly occurrence: Occurrence }[] {
    const view = nameView(names);
    return names.occurrences.map((occurrence) => {
        const { path, start, role, symbol } = occurrence;
        const [declared] = view.declarations(symbol);
        const meaning = declared === undefined ? symbol.name : `${declared.path} ${move(declared.path, declared.start)}`;
        return { key: `${path} ${move(path, start)} ${role} ${symbol.kind} ${meaning}`, occurrence };
    });
}

/** The finding of a code that there were fewer of. */
function newFinding(before: Compilation, after: Compilation): RenameRefusal | undefined {
    const counts = new Map<string, number>();
    for (const { code } of before.diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
    const found = after.diagnostics.find((diagnostic: Diagnostic) => {
        const left = counts.get(diagnostic.code) ?? 0;
        counts.set(diagnostic.code, left - 1);
        return left <= 0;
    });
    return found && { kind: 'finding', message: found.message };
}

function lineOf(sources: readonly SourceText[], { path, start }: Occurrence): number {
    return lineAndColumn(sources.find((source) => source.path === path)?.text ?? '', start).line;
}
