import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileSources } from '@bareme/language';
import { IR_VERSION, type Project } from '@bareme/language/ir';
import { loadWorkspace } from '@bareme/language/node';
import { IR_SCHEMA_PATH, irSchemaText } from '../../tools/ir-schema.js';

const SCHEMA = readFileSync(IR_SCHEMA_PATH, 'utf8');

describe('the representation as JSON', () => {
    let project: Project;

    beforeAll(async () => {
        const workspace = await loadWorkspace(['policies/national', 'policies/valmont', 'test/stockholm'], { root: process.cwd() });
        ({ project } = compileSources(workspace.sources));
    });

    test('the published schema is the one that the types make', () => {
        expect(SCHEMA).toBe(irSchemaText());
        expect((JSON.parse(SCHEMA) as { readonly $id: string }).$id).toBe(`bareme-ir-${IR_VERSION}`);
    });

    test('what the compiler makes satisfies the schema', () => {
        const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(SCHEMA) as AnySchema);
        const valid = validate(JSON.parse(JSON.stringify(project)));
        expect(validate.errors ?? []).toEqual([]);
        expect(valid).toBe(true);
        expect(project.policies.length).toBeGreaterThan(0);
    });

    test('a node of an unknown kind does not satisfy it', () => {
        const validate = new Ajv({ strict: false }).compile(JSON.parse(SCHEMA) as AnySchema);
        const broken = JSON.parse(JSON.stringify(project).replace('"kind":"criterion"', '"kind":"critère"')) as unknown;
        expect(validate(broken)).toBe(false);
    });

    test('JSON carries it whole', () => {
        expect(JSON.parse(JSON.stringify(project))).toEqual(project);
    });
});
