import type { Compilation } from '../../compiler/compilation.js';
import { createCompiler, type Compiler } from '../../compiler/compiler.js';
import type { ValueType } from '../../ir/value-type.js';
import type { SourceParser } from '../../parser/source-parser.js';
import type { SourceText } from '../../parser/source-text.js';
import { nameView } from '../names/name-view.js';

/** A word that no author writes. */
const PLACEHOLDER = 'mot_attendu_ici';

/** What the statement may still lack after the word for it to be read: of a `selon`, of a block, of an example. */
const ENDINGS = ['', ' : 0 point }', ' }', ' ; date d’examen : 01/01/2024 ; attendu : note 0 }'] as const;

/** A place of a file where a word is to be written instead of those between two offsets. */
export interface WordToCome extends SourceText {
    readonly start: number;
    readonly end: number;
}

/** Finds the type that a word yet to be written should be of, by compiling the text with a word there. */
export class Speculation {
    private compiler: Compiler | undefined;
    private last: readonly SourceText[] = [];

    constructor(private readonly parser: SourceParser) {}

    /** The type expected at a place; nothing where the statement says too little. */
    expectedType({ sources }: Compilation, word: WordToCome): ValueType | undefined {
        const compiler = (this.compiler ??= createCompiler(this.parser));
        const gone = this.last.filter(({ path }) => sources.every((source) => source.path !== path)).map(({ path }) => ({ path, removed: true as const }));
        this.last = sources;
        for (const ending of ENDINGS) {
            const text = word.text.slice(0, word.start) + PLACEHOLDER + ending + word.text.slice(word.end);
            const steps = compiler.update([...gone, ...sources, { path: word.path, text }]);
            for (let step = steps.next(); ; step = steps.next()) {
                const compilation = step.done === true ? step.value : step.value.kind === 'push' ? step.value.compilation : undefined;
                if (compilation === undefined) continue;
                const type = nameView(compilation.names).expectedAt(word.path, word.start + 1);
                if (type !== undefined) return type;
                break;
            }
        }
        return undefined;
    }
}
