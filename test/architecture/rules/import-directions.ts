import { ROOM_TABLE, roomOf, type RoomRow } from './room-table.js';
import { importsOf, type ImportLink, type SourceFile } from './source-file.js';

/** The only file of the language that may use Node. */
const NODE_DOOR = 'language/src/node.ts';

const NOTHING: RoomRow = { rooms: [], packages: [] };

/** Imports of language/src that the room table refuses, one line each: `file → specifier`. */
export function forbiddenImports(files: readonly SourceFile[]): readonly string[] {
    return files.flatMap((file) => {
        const room = roomOf(file.path);
        if (room === undefined) return [];
        const row = ROOM_TABLE.get(room) ?? NOTHING;
        return importsOf(file)
            .filter((link) => !isAllowed(file, room, row, link))
            .map(({ specifier }) => `${file.path} → ${specifier}`);
    });
}

function isAllowed(file: SourceFile, room: string, row: RoomRow, link: ImportLink): boolean {
    if (link.target === undefined) return isPackageAllowed(file.path, row, link.specifier);
    const target = roomOf(link.target);
    return target !== undefined && (target === room || row.rooms.includes(target));
}

function isPackageAllowed(path: string, row: RoomRow, specifier: string): boolean {
    if (specifier.startsWith('node:')) return path === NODE_DOOR;
    return row.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}
