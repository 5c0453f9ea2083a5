import { importsOf, type SourceFile } from './source-file.js';

/** The part of a package.json that says what may be imported from it. */
export interface PackageDoors {
    readonly name: string;
    readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
}

/** Tests of a room may look inside that room, and inside it alone: everyone else comes in by a door. */
const INSIDE: ReadonlyMap<string, string> = new Map([
    ['language/src/', 'test/language/'],
    ['cli/src/', 'test/cli/'],
]);

/** Imports that go round a door: a relative path into another workspace, or a path of the language that is no door. */
export function importsRoundDoors(files: readonly SourceFile[], language: PackageDoors): readonly string[] {
    return files.flatMap((file) =>
        importsOf(file)
            .filter(({ specifier, target }) => (target === undefined ? !isDoor(specifier, language) : !mayReach(file.path, target)))
            .map(({ specifier }) => `${file.path} → ${specifier}`),
    );
}

function isDoor(specifier: string, { name, exports }: PackageDoors): boolean {
    if (specifier !== name && !specifier.startsWith(`${name}/`)) return true;
    return Object.hasOwn(exports, `.${specifier.slice(name.length)}`);
}

function mayReach(from: string, target: string): boolean {
    for (const [inside, tests] of INSIDE) {
        if (target.startsWith(inside)) return from.startsWith(inside) || from.startsWith(tests);
    }
    return true;
}

/** The source file behind each door: `./engine` → `language/src/engine/index.ts`. */
export function doorSources({ exports }: PackageDoors): ReadonlyMap<string, string> {
    return new Map(Object.entries(exports).map(([door, { types }]) => [door, types.replace(/^\.\/dist\//, 'language/src/').replace(/\.d\.ts$/, '.ts')]));
}
