import { compareText } from '../kit/text-order.js';
import { loweringSteps } from '../lowering/lower-project.js';
import { LoweringMemory } from '../lowering/lowering-memory.js';
import { lookAlikeNames } from '../parser/look-alike-names.js';
import type { SourceParser } from '../parser/source-parser.js';
import type { ParsedSource, SourceText } from '../parser/source-text.js';
import { knownFindings, validationSteps } from '../validation/validate-project.js';
import { ValidationMemory } from '../validation/validation-memory.js';
import { PAUSE, type Compilation, type CompilationSteps, type FileChange } from './compilation.js';
import { withoutEchoes } from './echoes.js';
import { sortDiagnostics } from './sort-diagnostics.js';

/** Keeps a set of files compiled while they change. */
export interface Compiler {
    /**
     * Takes the files that changed at once, and compiles in the steps of what it gives. What former steps have found, even halfway, is not
     * looked for again. Never throws on any text. Steps begun on former files must not be resumed.
     */
    readonly update: (changes: readonly FileChange[]) => CompilationSteps;
}

/** The files of a compiler and all it remembers of them. */
interface Remembered {
    readonly parser: SourceParser;
    readonly files: Map<string, SourceText | ParsedSource>;
    readonly lowering: LoweringMemory;
    readonly validation: ValidationMemory;
}

/** A compiler without any file. */
export function createCompiler(parser: SourceParser): Compiler {
    const remembered: Remembered = { parser, files: new Map(), lowering: new LoweringMemory(), validation: new ValidationMemory() };
    return {
        update: (changes) => {
            for (const change of changes) take(remembered.files, change);
            return compilationSteps(remembered);
        },
    };
}

/** A text that is the same is not parsed again. */
function take(files: Map<string, SourceText | ParsedSource>, change: FileChange): void {
    if ('removed' in change) files.delete(change.path);
    else if ('diagnostics' in change || files.get(change.path)?.text !== change.text) files.set(change.path, change);
}

function* compilationSteps({ parser, files, lowering, validation }: Remembered): CompilationSteps {
    const before = { lowerings: lowering.lowerings, checks: validation.checks };
    let parses = 0;
    for (const [path, file] of files) {
        if ('diagnostics' in file) continue;
        files.set(path, parser.parse(file));
        parses += 1;
        yield PAUSE;
    }
    const sources = [...files.values()].filter((file): file is ParsedSource => 'diagnostics' in file).sort((a, b) => compareText(a.path, b.path));
    const syntax = [...sources.flatMap((source) => source.diagnostics), ...lookAlikeNames(sources)];
    const { project, diagnostics, names } = yield* loweringSteps(sources, { memory: lowering, pause: PAUSE });
    const named = [...syntax, ...withoutEchoes(sources, syntax, diagnostics)];
    const compilation = (found: Compilation['diagnostics']): Compilation => {
        const work = { parses, lowerings: lowering.lowerings - before.lowerings, checks: validation.checks - before.checks };
        return {
            project,
            sources,
            diagnostics: sortDiagnostics(found),
            work,
            get names() {
                return names();
            },
        };
    };
    const texts = new Map(sources.map(({ path, text }) => [path, text]));
    const checking = { texts, complete: !diagnostics.some(isError) };
    const isRead = !syntax.some(isError);
    yield { kind: 'push', compilation: compilation(isRead ? [...named, ...knownFindings(checking, project, validation)] : named) };
    if (!isRead) return compilation(named);
    const meaning = yield* validationSteps(checking, project, { memory: validation, pause: PAUSE });
    return compilation([...named, ...meaning]);
}

const isError = ({ severity }: Compilation['diagnostics'][number]): boolean => severity === 'error';
