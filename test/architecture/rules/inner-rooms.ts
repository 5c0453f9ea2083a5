import { posix } from 'node:path';
import { importsOf, isGenerated, type SourceFile } from './source-file.js';

/** The rooms inside a room, each with those that it may read; the files at its root read them all, and none reads the root. */
export type InnerRooms = ReadonlyMap<string, readonly string[]>;

/** Rooms large enough to have rooms of their own, by their folder: ARCHITECTURE.md says what each holds. */
export const INNER_ROOMS: ReadonlyMap<string, InnerRooms> = new Map([
    [
        'language/src/replay',
        new Map([
            ['contract', []],
            ['record', ['contract']],
            ['flux', ['contract', 'record']],
            ['rules', ['contract', 'record']],
            ['ranking', ['record']],
            ['pool', ['contract', 'record', 'rules', 'ranking']],
            ['run', ['contract', 'record', 'flux', 'rules', 'ranking', 'pool']],
            ['measures', ['contract', 'record', 'flux', 'rules', 'ranking', 'pool', 'run']],
        ]),
    ],
    [
        'language/src/engine/reference',
        new Map([
            ['values', []],
            ['policy', ['values']],
            ['expressions', ['values', 'policy']],
            ['notes', ['values', 'policy', 'expressions']],
            ['results', ['values', 'policy', 'expressions', 'notes']],
            ['rules', ['values', 'policy', 'expressions', 'notes', 'results']],
            ['explain', ['values', 'policy', 'expressions', 'notes', 'results']],
            ['filters', ['values', 'policy', 'expressions', 'notes', 'results', 'rules']],
            ['ranks', ['values', 'policy', 'expressions', 'notes', 'results', 'rules', 'filters']],
        ]),
    ],
    [
        'language/src/lowering',
        new Map([
            ['context', []],
            ['expressions', ['context']],
        ]),
    ],
    [
        'language/src/lsp',
        new Map([
            ['names', []],
            ['words', ['names']],
            ['rename', ['names', 'words']],
            ['details', ['names', 'words']],
            ['completion', ['names', 'words', 'details']],
            ['fixes', ['names', 'words', 'completion']],
            ['refactorings', ['fixes', 'names', 'words']],
        ]),
    ],
]);

/** Imports that run back between the rooms of one room, one line each: `file → specifier`. */
export function backwardImports(files: readonly SourceFile[]): readonly string[] {
    return files.flatMap((file) =>
        [...INNER_ROOMS].flatMap(([folder, rooms]) => {
            const from = innerRoomOf(folder, file.path);
            if (from === undefined || from === '') return [];
            const allowed = [from, ...(rooms.get(from) ?? [])];
            return importsOf(file)
                .filter(({ target }) => target !== undefined && !allowed.includes(innerRoomOf(folder, target) ?? from))
                .map(({ specifier }) => `${file.path} → ${specifier}`);
        }),
    );
}

/** The folders in a room that its table does not name. */
export function unnamedInnerRooms(files: readonly SourceFile[]): readonly string[] {
    const found = files.flatMap(({ path }) =>
        [...INNER_ROOMS].flatMap(([folder, rooms]) => {
            const room = innerRoomOf(folder, path);
            return room === undefined || room === '' || rooms.has(room) ? [] : [`${folder}/${room}`];
        }),
    );
    return [...new Set(found)];
}

/** The inner room of a path, empty at the root of the folder; `undefined` outside it. */
function innerRoomOf(folder: string, path: string): string | undefined {
    if (!path.startsWith(`${folder}/`)) return undefined;
    const inside = posix.dirname(path.slice(folder.length + 1));
    return inside === '.' ? '' : inside;
}

const MOST_FILES = 30;

/** Folders that hold more code files than a reader can hold, with their number; written files alone. */
export function crowdedFolders(files: readonly SourceFile[]): readonly string[] {
    const counts = new Map<string, number>();
    for (const { path } of files) if (!isGenerated(path)) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
    return [...counts].filter(([, count]) => count > MOST_FILES).map(([folder, count]) => `${folder} (${count})`);
}
