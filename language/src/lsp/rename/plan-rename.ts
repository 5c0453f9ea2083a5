import type { Compilation } from '../../compiler/compilation.js';
import type { TextEdit } from '../../diagnostics/diagnostic.js';
import type { ParsedSource } from '../../parser/source-text.js';
import type { NamedSymbol } from '../../references/symbol.js';
import { nameView } from '../names/name-view.js';
import type { RenameRefusal } from '../words/rename-words.js';
import { checkRename } from './check-rename.js';
import { dataBinding } from './data-bindings.js';
import type { RenameRequest } from './rename-request.js';
import { refusedSymbols, renamedSymbols, type RenamedSymbols } from './renamed-symbols.js';

/** The edits of a renaming, or why there are none. */
export type RenamePlan = { readonly kind: 'edits'; readonly edits: readonly TextEdit[]; readonly renamed: RenamedSymbols } | RenameRefusal;

/**
 * Renames what a word names, everywhere it is named: the edits change nothing but names, which a compilation of the edited files proves;
 * where they would, the reason is given and nothing is edited.
 */
export function planRename(request: RenameRequest): RenamePlan {
    const { compilation, word, newName, isReadOnly } = request;
    const names = nameView(compilation.names);
    const [first] = word;
    if (first === undefined) return { kind: 'no-name' };
    const renamed = renamedSymbols(names, word);
    const refused = refusedSymbols(names, renamed, isReadOnly) ?? refusedName(request, first.symbol) ?? refusedFiles(compilation, renamed);
    if (refused !== undefined) return refused;
    const edits: TextEdit[] = renamed.occurrences.map(({ path, start, end }) => ({ location: { path, start, end }, newText: newName }));
    for (const declaration of renamed.occurrences.filter(({ role, symbol }) => role === 'declaration' && READ_BY_NAME.has(symbol.kind))) {
        const source = compilation.sources.find(({ path }) => path === declaration.path);
        const binding = source === undefined ? [] : dataBinding({ declaration, source, name: newName });
        if ('kind' in binding) return binding;
        edits.push(...binding);
    }
    return checkRename(request, { renamed, edits }) ?? { kind: 'edits', edits, renamed };
}

/** What data name as rules do. */
const READ_BY_NAME: ReadonlySet<NamedSymbol['kind']> = new Set(['fact', 'field', 'value']);

/** A text that holds no quotation mark names a version; any other name is one word that the grammar takes as one. */
function refusedName({ newName, parser }: RenameRequest, { kind, name }: NamedSymbol): RenameRefusal | undefined {
    if (newName === name) return { kind: 'same' };
    const isVersion = kind === 'version';
    return (isVersion ? /^[^"\n\r]+$/.test(newName) : isName(newName, parser)) ? undefined : { kind: 'not-a-name', name: newName, isVersion };
}

/** Whether the grammar takes a word as a name. */
function isName(word: string, parser: RenameRequest['parser']): boolean {
    if (!/^[A-Za-zÀ-ÖØ-öø-ÿŒœŸ_][A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]*$/.test(word)) return false;
    return parser.parse({ path: '', text: `barème 1\nvocabulaire ${word} { demande { ${word} : date } }` }).diagnostics.length === 0;
}

/** A file that is not read whole may hold a name that nobody sees. */
function refusedFiles({ sources }: Compilation, { occurrences }: RenamedSymbols): RenameRefusal | undefined {
    const touched = new Set(occurrences.map(({ path }) => path));
    const named = new Set(occurrences.map(({ symbol }) => symbol.name));
    const unread = sources.find((source) => hidesSomething(source) && (touched.has(source.path) || [...named].some((name) => source.text.includes(name))));
    return unread && { kind: 'unread', path: unread.path };
}

function hidesSomething({ diagnostics }: ParsedSource): boolean {
    return diagnostics.some(({ severity }) => severity === 'error');
}
