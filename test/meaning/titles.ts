import ts from 'typescript';

const ROOTS = new Set(['it', 'test', 'describe']);

/**
 * The titles that a test file gives: those of its tests and groups, and the texts of the rows that an `each` makes titles of. A text quoted
 * elsewhere (a policy, an expected value, a comment) is no title.
 */
export function titlesOf(text: string): readonly string[] {
    const file = ts.createSourceFile('a.test.ts', text, ts.ScriptTarget.ESNext, true);
    const tables = new Map<string, ts.Expression>();
    const titles: string[] = [];
    const collect = (node: ts.Node): void => {
        if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) tables.set(node.name.text, node.initializer);
        ts.forEachChild(node, collect);
    };
    const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && ROOTS.has(rootOf(node.expression))) {
            titles.push(...textsOf(node.arguments[0]));
            const rows = ts.isCallExpression(node.expression) ? node.expression.arguments[0] : undefined;
            if (rows !== undefined) titles.push(...rowTexts(rows, tables));
        }
        ts.forEachChild(node, visit);
    };
    collect(file);
    visit(file);
    return titles;
}

/** The names of the cases of a table (`test/cases`): each is run as a test under its name. */
export function caseNamesOf(text: string): readonly string[] {
    const names: string[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'name') names.push(...textsOf(node.initializer));
        ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile('cases.ts', text, ts.ScriptTarget.ESNext, true));
    return names;
}

/** The titles of the examples of a `.bareme` file. */
export function exampleTitlesOf(text: string): readonly string[] {
    return [...text.matchAll(/^exemple "([^"]*)"/gm)].map(([, title]) => title ?? '');
}

/** `it` of `it(…)`, `it.each(…)(…)`, `describe.each(…)(…)`. */
function rootOf(expression: ts.Expression): string {
    if (ts.isIdentifier(expression)) return expression.text;
    if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression)) return rootOf(expression.expression);
    return '';
}

/** The texts of the rows of an `each`: their first columns, which its title shows; of a table named elsewhere in the file, the same. */
function rowTexts(rows: ts.Expression, tables: ReadonlyMap<string, ts.Expression>): readonly string[] {
    if (ts.isIdentifier(rows)) return tables.has(rows.text) ? rowTexts(tables.get(rows.text)!, new Map()) : [];
    if (ts.isAsExpression(rows) || ts.isSatisfiesExpression(rows) || ts.isParenthesizedExpression(rows)) return rowTexts(rows.expression, tables);
    if (!ts.isArrayLiteralExpression(rows)) return [];
    return rows.elements.flatMap((row) => {
        if (ts.isArrayLiteralExpression(row)) return row.elements.flatMap(textsOf);
        if (ts.isObjectLiteralExpression(row))
            return row.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? textsOf(property.initializer) : []));
        return textsOf(row);
    });
}

function textsOf(node: ts.Node | undefined): readonly string[] {
    if (node === undefined) return [];
    if (ts.isStringLiteralLike(node)) return [node.text];
    return ts.isTemplateExpression(node) ? [node.getText().slice(1, -1)] : [];
}
