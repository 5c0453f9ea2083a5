import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileSources } from '@bareme/language';
import { loadWorkspace } from '@bareme/language/node';
import { CASES_OF_FACTS } from './cases-of-facts.js';
import { CASES_OF_TIME } from './cases-of-time.js';

/** Tables of the engine's tests whose rows each say why their expected value is what it is. */
const ENGINE_TABLES: ReadonlyMap<string, readonly string[]> = new Map([
    ['combinations', ['GROUPS', 'OPERATIONS', 'EXCLUSIONS']],
    ['conditions', ['CASES']],
    ['explain', ['TRACES']],
    ['points', ['CASES']],
    ['policy-parts', ['ELIGIBILITY']],
    ['time', ['DURATIONS', 'WINDOWS', 'TABLES']],
]);

/** The number of rows that an array written in a file has. */
function rowsOf(path: string, name: string): number {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const declared = file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => [...declarationList.declarations]);
    const array = declared.find((declaration) => declaration.name.getText(file) === name)?.initializer;
    if (array === undefined || !ts.isArrayLiteralExpression(array)) throw new Error(`${path} has no table ${name}`);
    return array.elements.length;
}

describe('cases derived by hand in the repository', () => {
    const engine = [...ENGINE_TABLES].flatMap(([file, names]) => names.map((name) => rowsOf(`test/language/engine/${file}.test.ts`, name)));
    const ofEngine = engine.reduce((sum, rows) => sum + rows, 0);
    const here = CASES_OF_FACTS.length + CASES_OF_TIME.length;
    let ofPolicies = 0;

    beforeAll(async () => {
        const { sources } = await loadWorkspace(['policies/national', 'policies/valmont'], { root: process.cwd() });
        ofPolicies = compileSources(sources).project.examples.length;
    });

    test('each part has its own', () => {
        expect(engine.every((rows) => rows > 0)).toBe(true);
        expect(ofEngine).toBeGreaterThanOrEqual(60);
        expect(ofPolicies).toBeGreaterThanOrEqual(30);
        expect(here).toBeGreaterThanOrEqual(70);
    });

    test('together they are at least 150', () => {
        expect(ofEngine + ofPolicies + here).toBeGreaterThanOrEqual(150);
    });
});
