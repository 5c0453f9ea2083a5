import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './source-file.js';

const WRITTEN = ['language/src/generated/*.ts', 'extension/syntaxes/generated/*.json', 'workbench/src/generated/*.ts', 'language/docs/*.ebnf'];

/**
 * Runs `langium generate` on a copy of the grammar, changed by `edit` when given, and lists the committed files that
 * differ from what it writes, are missing, or are left over.
 */
export function staleGeneratedFiles(edit?: (grammarFolder: string) => void): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), 'bareme-generate-'));
    try {
        cpSync(join(ROOT, 'langium-config.json'), join(folder, 'langium-config.json'));
        cpSync(join(ROOT, 'language/src/grammar'), join(folder, 'language/src/grammar'), { recursive: true });
        edit?.(join(folder, 'language/src/grammar'));
        execFileSync(process.execPath, [join(ROOT, 'node_modules/langium-cli/bin/langium.js'), 'generate', '-f', join(folder, 'langium-config.json')], {
            cwd: folder,
            stdio: ['ignore', 'ignore', 'pipe'],
        });
        const paths = new Set(WRITTEN.flatMap((pattern) => [...globSync(pattern, { cwd: folder }), ...globSync(pattern, { cwd: ROOT })]));
        return [...paths].sort().filter((path) => read(join(folder, path)) !== read(join(ROOT, path)));
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function read(path: string): string | undefined {
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
