import { posix } from 'node:path';
import { importsOf, type SourceFile } from './source-file.js';

const ENGINE = 'language/src/engine/';

/** The folders of the engine that every backend reads: they read no backend. */
const SHARED = ['description', 'backend'];

/**
 * Imports that pass by a door, one line each: from another room, anything of the engine but its index; inside the engine, anything of a
 * backend from outside it but the file that shows it (`reference/reference-engine.ts`), which the files at the root alone may read.
 */
export function importsRoundEngine(files: readonly SourceFile[]): readonly string[] {
    return files.flatMap((file) =>
        importsOf(file)
            .filter(({ target }) => target?.startsWith(ENGINE) === true && !isAllowed(file.path, target))
            .map(({ specifier }) => `${file.path} → ${specifier}`),
    );
}

function isAllowed(from: string, target: string): boolean {
    if (!from.startsWith('language/src/')) return true;
    if (!from.startsWith(ENGINE)) return target === `${ENGINE}index.ts`;
    const backend = backendOf(target);
    if (backend === undefined || backend === backendOf(from)) return true;
    return `${posix.dirname(from)}/` === ENGINE && target === `${ENGINE}${backend}/${backend}-engine.ts`;
}

/** The backend that a file is of: a folder of the engine that is not shared. */
function backendOf(path: string): string | undefined {
    const folder = /^language\/src\/engine\/([^/]+)\//.exec(path)?.[1];
    return folder === undefined || SHARED.includes(folder) ? undefined : folder;
}
