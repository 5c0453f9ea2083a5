import ts from 'typescript';
import { PURE_ROOMS, roomOf } from './room-table.js';
import type { SourceFile } from './source-file.js';

/** Names through which a clock, a locale, chance, floats or built code would come in. */
const FORBIDDEN_NAMES = new Set([
    'Date',
    'Intl',
    'eval',
    'Function',
    'parseFloat',
    'localeCompare',
    'performance',
    'process',
    'console',
    'globalThis',
    'setTimeout',
    'setInterval',
    'fetch',
    'crypto',
]);
const FORBIDDEN_MEMBERS = /^Math\.(random|log\w*|exp\w*|pow|sqrt|cbrt|sin|cos|tan|hypot)$/;
const FLOAT = /^(\d[\d_]*)?\.\d|^\d[\d_]*[eE]-/;

/** Uses of a forbidden name, or of a float literal, in the pure rooms: `file: name`. Comments and texts do not count. */
export function impureUses(files: readonly SourceFile[]): readonly string[] {
    return files.filter(({ path }) => PURE_ROOMS.includes(roomOf(path) ?? '')).flatMap((file) => impureNames(file).map((name) => `${file.path}: ${name}`));
}

function impureNames(file: SourceFile): readonly string[] {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
        const name = impureName(node);
        if (name !== undefined) found.push(name);
        ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ESNext, true));
    return found;
}

function impureName(node: ts.Node): string | undefined {
    if (ts.isIdentifier(node)) return FORBIDDEN_NAMES.has(node.text) || node.text.startsWith('toLocale') ? node.text : undefined;
    if (ts.isPropertyAccessExpression(node) && FORBIDDEN_MEMBERS.test(node.getText())) return node.getText();
    if (ts.isNumericLiteral(node) && FLOAT.test(node.getText())) return node.getText();
    return undefined;
}
