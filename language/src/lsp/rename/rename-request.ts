import type { Compilation } from '../../compiler/compilation.js';
import type { SourceParser } from '../../parser/source-parser.js';
import type { Occurrence } from '../../references/occurrences.js';
import type { IsReadOnly } from './renamed-symbols.js';

/** What is renamed, to what, and over which files. */
export interface RenameRequest {
    readonly compilation: Compilation;
    /** The names that the word under the cursor bears. */
    readonly word: readonly Occurrence[];
    readonly newName: string;
    readonly parser: SourceParser;
    readonly isReadOnly: IsReadOnly;
}
