import { importsOf, type SourceFile } from './source-file.js';

/** What a room of the workbench may import: other rooms, and packages (a door, or a package with everything under it). */
interface WorkbenchRow {
    readonly rooms: readonly string[];
    readonly packages: readonly string[];
}

const DATA_DOORS = ['@bareme/language/ir', '@bareme/language/replay', '@bareme/language/diagnostics', '@bareme/language/data', '@bareme/language/columns'];
const SERVER = ['vscode-languageserver', 'vscode-languageserver-protocol'];
const REACT = ['react', 'react-dom'];

/**
 * Who may import whom inside workbench/src. A feature imports no other feature; they meet in `state`, and `shell` puts them side by side.
 * `(root)` is the entry.
 */
export const WORKBENCH_ROOMS: ReadonlyMap<string, WorkbenchRow> = new Map([
    ['generated', { rooms: [], packages: [] }],
    ['base', { rooms: [], packages: [...REACT, ...DATA_DOORS, '@bareme/language/telling'] }],
    [
        'workers',
        { rooms: [], packages: ['@bareme/language', '@bareme/language/lsp', '@bareme/language/synthesis', '@bareme/cli/examples', ...SERVER, ...DATA_DOORS] },
    ],
    [
        'state',
        {
            rooms: ['base', 'reading', 'workers'],
            packages: ['zustand', 'virtual:bareme-demo', 'vscode-languageserver-protocol', '@bareme/cli/outputs', '@bareme/language/telling', ...DATA_DOORS],
        },
    ],
    ['reading', { rooms: ['base'], packages: [...DATA_DOORS, '@bareme/language/engine', '@bareme/language/printing'] }],
    ['editor', { rooms: ['base', 'generated', 'state'], packages: ['monaco-editor', 'react', 'vscode-languageserver-protocol', ...DATA_DOORS] }],
    [
        'features',
        {
            rooms: ['base', 'editor', 'reading', 'state', 'workers'],
            packages: [
                ...REACT,
                ...DATA_DOORS,
                '@bareme/language/engine',
                '@bareme/language/printing',
                '@bareme/language/telling',
                '@bareme/cli/findings',
                '@bareme/cli/outputs',
                '@tanstack/react-virtual',
                'write-excel-file',
                'virtual:bareme-demo',
            ],
        },
    ],
    ['shell', { rooms: ['base', 'features', 'state'], packages: REACT }],
    ['(root)', { rooms: ['base', 'shell'], packages: REACT }],
]);

/** The file of the replay's worker and those that it alone is made of: they import no parser. */
const WITHOUT_PARSER = [
    'workbench/src/workers/replay.worker.ts',
    'workbench/src/workers/receipt.ts',
    'workbench/src/workers/replay-protocol.ts',
    'workbench/src/workers/try-rules.ts',
    'workbench/src/workers/trial-protocol.ts',
];

const WITH_PARSER = ['@bareme/language', '@bareme/language/lsp'];

const NOTHING: WorkbenchRow = { rooms: [], packages: [] };

/** Imports of workbench/src that the table refuses, one line each: `file → specifier`. */
export function forbiddenWorkbenchImports(files: readonly SourceFile[]): readonly string[] {
    return files.flatMap((file) => {
        const room = workbenchRoom(file.path);
        if (room === undefined) return [];
        return importsOf(file)
            .filter(({ specifier, target }) => (target === undefined ? !isPackageAllowed(file.path, room, specifier) : !isRoomAllowed(file.path, room, target)))
            .map(({ specifier }) => `${file.path} → ${specifier}`);
    });
}

/** The room of a path of workbench/src; undefined outside it. */
export function workbenchRoom(path: string): string | undefined {
    const match = /^workbench\/src\/(?:([^/]+)\/)?[^/]+/.exec(path);
    return match ? (match[1] ?? '(root)') : undefined;
}

function isPackageAllowed(path: string, room: string, specifier: string): boolean {
    if (WITH_PARSER.includes(specifier) && WITHOUT_PARSER.includes(path)) return false;
    const { packages } = WORKBENCH_ROOMS.get(room) ?? NOTHING;
    return packages.some((name) => specifier === name || (!name.startsWith('@bareme/') && specifier.startsWith(`${name}/`)));
}

function isRoomAllowed(path: string, room: string, target: string): boolean {
    const other = workbenchRoom(target);
    if (other === undefined) return false;
    if (other === 'features' && room === 'features') return featureOf(path) === featureOf(target);
    return other === room || (WORKBENCH_ROOMS.get(room) ?? NOTHING).rooms.includes(other);
}

function featureOf(path: string): string | undefined {
    return /^workbench\/src\/features\/([^/]+)\//.exec(path)?.[1];
}
