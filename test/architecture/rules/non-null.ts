import ts from 'typescript';
import { isGenerated, type SourceFile } from './source-file.js';

/** How many times the code of a folder asserts, without a check, that something is there (`x!`), and over how many lines. */
export interface NonNullCount {
    readonly marks: number;
    readonly lines: number;
}

/** Counts the non-null assertions of the written files under a folder. */
export function nonNullMarks(files: readonly SourceFile[], folder: string): NonNullCount {
    const own = files.filter(({ path }) => path.startsWith(`${folder}/`) && !isGenerated(path));
    return {
        marks: own.reduce((sum, file) => sum + marksIn(file), 0),
        lines: own.reduce((sum, { text }) => sum + text.trimEnd().split('\n').length, 0),
    };
}

function marksIn({ path, text }: SourceFile): number {
    let marks = 0;
    const visit = (node: ts.Node): void => {
        if (ts.isNonNullExpression(node)) marks += 1;
        ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext));
    return marks;
}
