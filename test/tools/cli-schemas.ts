import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A JSON document that the command line writes: its schema's file, the type that it is made from. */
export interface PublishedDocument {
    readonly name: string;
    readonly path: string;
    readonly tsconfig: string;
    readonly type: string;
}

const cli = (name: string, path: string, type: string): PublishedDocument => ({ name, path: `cli/src/${path}`, tsconfig: 'cli/tsconfig.json', type });
/** By the door of the replay, wherever its rooms keep the type. */
const replay = (name: string, type: string): PublishedDocument => ({
    name,
    path: 'language/src/replay/index.ts',
    tsconfig: 'language/src/replay/tsconfig.json',
    type,
});

/** Every document, by the name of its schema in language/docs/schemas. */
export const PUBLISHED: readonly PublishedDocument[] = [
    cli('diagnostics', 'report/json.ts', 'DiagnosticsDocument'),
    cli('exemples', 'examples/examples-document.ts', 'ExamplesDocument'),
    cli('explication', 'demands/explanation-document.ts', 'ExplanationDocument'),
    cli('notes', 'demands/notes-document.ts', 'NotesDocument'),
    cli('rejeu', 'replay-run/replay-document.ts', 'ReplayDocument'),
    cli('rapport', 'replay-run/replay-outputs.ts', 'InternalReport'),
    replay('recu', 'Receipt'),
];

/** Where a schema is published. */
export function schemaPath({ name }: PublishedDocument): string {
    return `${ROOT}language/docs/schemas/${name}.schema.json`;
}

/** The JSON Schema of a document, made from its type and its comments. */
export function schemaText({ name, path, tsconfig, type }: PublishedDocument): string {
    const generator = createGenerator({ path: `${ROOT}${path}`, tsconfig: `${ROOT}${tsconfig}`, type, skipTypeCheck: true, schemaId: `bareme-${name}-1.0` });
    return `${JSON.stringify(generator.createSchema(type), null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const document of PUBLISHED) writeFileSync(schemaPath(document), schemaText(document));
