import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the schema of the representation is published. */
export const IR_SCHEMA_PATH = `${ROOT}language/docs/schemas/ir.schema.json`;

/** The JSON Schema of the representation, made from its types and their comments. */
export function irSchemaText(): string {
    const generator = createGenerator({
        path: `${ROOT}language/src/ir/project.ts`,
        tsconfig: `${ROOT}language/src/ir/tsconfig.json`,
        type: 'Project',
        skipTypeCheck: true,
        schemaId: 'bareme-ir-5.2',
    });
    return `${JSON.stringify(generator.createSchema('Project'), null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(IR_SCHEMA_PATH, irSchemaText());
