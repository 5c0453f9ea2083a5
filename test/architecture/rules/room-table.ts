/** What a room may import: other rooms by relative path, and packages (`node:` stands for every Node builtin). */
export interface RoomRow {
    readonly rooms: readonly string[];
    readonly packages: readonly string[];
}

const NO_PACKAGE: readonly string[] = [];
const LANGIUM = ['langium'];

const INNER_ROOMS = [
    'kit',
    'ir',
    'columns',
    'engine',
    'replay',
    'telling',
    'diagnostics',
    'data',
    'synthesis',
    'generated',
    'parser',
    'references',
    'lowering',
    'validation',
    'compiler',
    'workspace',
    'lsp',
    'printing',
    'formatting',
];

/**
 * Who may import whom inside language/src: the table of ARCHITECTURE.md. A folder without a row may import nothing.
 * `(root)` stands for the files directly in language/src: the doors and the wiring.
 */
export const ROOM_TABLE: ReadonlyMap<string, RoomRow> = new Map([
    ['kit', { rooms: [], packages: NO_PACKAGE }],
    ['ir', { rooms: ['kit'], packages: NO_PACKAGE }],
    ['columns', { rooms: ['kit', 'ir'], packages: NO_PACKAGE }],
    ['engine', { rooms: ['kit', 'ir', 'columns'], packages: NO_PACKAGE }],
    ['replay', { rooms: ['kit', 'ir', 'columns', 'engine'], packages: NO_PACKAGE }],
    ['telling', { rooms: ['kit', 'ir', 'replay'], packages: NO_PACKAGE }],
    ['diagnostics', { rooms: ['kit'], packages: NO_PACKAGE }],
    ['data', { rooms: ['kit', 'ir', 'columns', 'diagnostics'], packages: [] }],
    ['synthesis', { rooms: ['kit', 'ir', 'columns', 'data', 'replay'], packages: NO_PACKAGE }],
    ['generated', { rooms: [], packages: LANGIUM }],
    ['parser', { rooms: ['kit', 'ir', 'diagnostics', 'generated'], packages: ['langium', 'chevrotain'] }],
    ['references', { rooms: ['kit', 'ir', 'diagnostics', 'generated', 'parser'], packages: LANGIUM }],
    ['lowering', { rooms: ['kit', 'ir', 'diagnostics', 'generated', 'parser', 'references'], packages: LANGIUM }],
    ['validation', { rooms: ['kit', 'ir', 'diagnostics'], packages: NO_PACKAGE }],
    ['compiler', { rooms: ['kit', 'ir', 'diagnostics', 'generated', 'parser', 'references', 'lowering', 'validation'], packages: NO_PACKAGE }],
    ['workspace', { rooms: ['kit', 'ir', 'diagnostics', 'generated', 'parser', 'compiler'], packages: LANGIUM }],
    [
        'lsp',
        {
            rooms: ['kit', 'ir', 'diagnostics', 'generated', 'parser', 'references', 'validation', 'compiler', 'formatting', 'workspace', '(root)'],
            packages: ['langium', 'vscode-languageserver'],
        },
    ],
    ['printing', { rooms: ['kit', 'ir'], packages: NO_PACKAGE }],
    ['formatting', { rooms: ['diagnostics', 'generated', 'parser'], packages: LANGIUM }],
    ['testing', { rooms: [...INNER_ROOMS, '(root)'], packages: LANGIUM }],
    ['(root)', { rooms: [...INNER_ROOMS, 'testing'], packages: ['langium', 'vscode-languageserver', 'node:'] }],
]);

/** Rooms whose results depend on their arguments alone: no package, no clock, no chance, no locale, no float. */
export const PURE_ROOMS: readonly string[] = ['kit', 'ir', 'columns', 'engine', 'replay', 'telling', 'synthesis'];

/** The room of a path of language/src; undefined for a path outside it. */
export function roomOf(path: string): string | undefined {
    const match = /^language\/src\/(?:([^/]+)\/)?[^/]+/.exec(path);
    return match ? (match[1] ?? '(root)') : undefined;
}
