import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileSources } from '@bareme/language';
import { loadWorkspace } from '@bareme/language/node';
import { CASES } from './all-cases.js';

/** Tests whose tables have, row by row, an expected value worked out by hand, said in the title of the row or in a comment beside it. */
const TESTS_WITH_TABLES: readonly string[] = [
    ...['combinations', 'conditions', 'demand', 'explain', 'points', 'policy-parts', 'position', 'refusal-effects', 'time', 'two-notes'].map(
        (name) => `language/engine/${name}`,
    ),
    ...['dated-lists', 'refusal-effects'].map((name) => `language/lowering/${name}`),
    ...['objectives', 'routes', 'steps'].map((name) => `language/replay/${name}`),
    ...['deduced-facts', 'valmont'].map((name) => `policies/${name}`),
];

/** The rows of each table that a test file gives to `it.each`, written there or named; a table computed from something else has none. */
function rowsOf(path: string): readonly number[] {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const named = new Map<string, ts.Expression>();
    const given: ts.Expression[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isVariableDeclaration(node) && node.initializer !== undefined) named.set(node.name.getText(file), node.initializer);
        if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'each')
            given.push(...node.arguments.slice(0, 1));
        ts.forEachChild(node, visit);
    };
    visit(file);
    return [...new Set(given.map((table) => written(table, named)))].flatMap((table) => (table === undefined ? [] : [table.elements.length]));
}

function written(table: ts.Expression, named: ReadonlyMap<string, ts.Expression>): ts.ArrayLiteralExpression | undefined {
    if (ts.isAsExpression(table) || ts.isParenthesizedExpression(table)) return written(table.expression, named);
    if (ts.isIdentifier(table)) {
        const declared = named.get(table.text);
        return declared === undefined || ts.isIdentifier(declared) ? undefined : written(declared, named);
    }
    return ts.isArrayLiteralExpression(table) && !table.elements.some(ts.isSpreadElement) ? table : undefined;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

describe('cases derived by hand in the repository', () => {
    const tables = TESTS_WITH_TABLES.map((name) => rowsOf(`test/${name}.test.ts`));
    const inTables = sum(tables.map(sum));
    const here = CASES.length;
    let ofPolicies = 0;

    beforeAll(async () => {
        const { sources } = await loadWorkspace(['policies/national', 'policies/valmont'], { root: process.cwd() });
        ofPolicies = compileSources(sources).project.examples.length;
    });

    test('each part has its own', () => {
        expect(TESTS_WITH_TABLES.filter((_, place) => sum(tables[place] ?? []) === 0)).toEqual([]);
        expect(inTables).toBeGreaterThanOrEqual(500);
        expect(ofPolicies).toBeGreaterThanOrEqual(110);
        expect(here).toBeGreaterThanOrEqual(200);
    });

    test('together they are at least 800', () => {
        expect(inTables + ofPolicies + here).toBeGreaterThanOrEqual(800);
    });
});
