import ts from 'typescript';
import type { SourceFile } from './source-file.js';

const ROOMS = /^language\/src\/(lowering|validation)\//;
const SEARCHES = new Set(['indexOf', 'lastIndexOf', 'search', 'match', 'matchAll', 'exec', 'test', 'split']);
/** A file's text, whole or in part: `context.text`, `texts.get(path)`, `textOf(…)`, `wordsAt(…)`, a variable called `text`. */
const SOURCE_TEXT = /\bcontext\.text\b|\btexts\b|\btextOf\(|\bwordsAt\(|(?<![.\w])text\b/;

/** Searches for words in the text of a file, where places come from the syntax tree or from the representation: `file: call`. */
export function placeSearches(files: readonly SourceFile[]): readonly string[] {
    return files.filter(({ path }) => ROOMS.test(path)).flatMap((file) => searchesIn(file).map((call) => `${file.path}: ${call}`));
}

function searchesIn(file: SourceFile): readonly string[] {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && isSearch(node)) found.push(node.getText());
        ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ESNext, true));
    return found;
}

function isSearch({ expression, arguments: given }: ts.CallExpression): boolean {
    if (!ts.isPropertyAccessExpression(expression) || !SEARCHES.has(expression.name.text)) return false;
    return [expression.expression, ...given].some((part) => SOURCE_TEXT.test(part.getText()));
}
