import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './source-file.js';

/** A name that a file gives. */
export interface ExportedName {
    readonly path: string;
    readonly name: string;
}

/** An import of a name of a file; `*`: of all of them. */
interface Use {
    readonly by: string;
    readonly target: string;
    readonly name: string;
}

/** What nobody imports, and what tests alone import. */
export interface DeadExports {
    readonly unused: readonly ExportedName[];
    readonly testsOnly: readonly ExportedName[];
}

/** Finds the exports that no other file imports, in the files that `isChecked` accepts: doors give to those who are not read here. */
export function deadExports(files: readonly SourceFile[], isChecked: (path: string) => boolean): DeadExports {
    const usesOf = new Map<string, Use[]>();
    for (const use of files.flatMap(usesIn)) usesOf.set(use.target, [...(usesOf.get(use.target) ?? []), use]);
    const names = files.filter(({ path }) => isChecked(path)).flatMap(exportsIn);
    const usersOf = ({ path, name }: ExportedName): readonly string[] =>
        (usesOf.get(path) ?? []).flatMap((use) => (use.name === name || use.name === '*' ? [use.by] : []));
    return {
        unused: names.filter((exported) => usersOf(exported).length === 0),
        testsOnly: names.filter((exported) => usersOf(exported).length > 0 && usersOf(exported).every((user) => user.startsWith('test/'))),
    };
}

function parse({ path, text }: SourceFile): ts.SourceFile {
    return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
}

function exportsIn(file: SourceFile): readonly ExportedName[] {
    return parse(file).statements.flatMap((statement) => namesGiven(statement).map((name) => ({ path: file.path, name })));
}

function namesGiven(statement: ts.Statement): readonly string[] {
    if (ts.isExportDeclaration(statement)) return elementsOf(statement.exportClause).map(({ name }) => name.text);
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (isExported !== true) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
    const { name } = statement as ts.Statement & { readonly name?: ts.Node };
    return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
}

function elementsOf(clause: ts.NamedExportBindings | ts.NamedImportBindings | undefined): readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] {
    return clause !== undefined && (ts.isNamedExports(clause) || ts.isNamedImports(clause)) ? [...clause.elements] : [];
}

/** Static imports and re-exports, by name; dynamic imports and types imported in place take all. */
function usesIn(file: SourceFile): readonly Use[] {
    const uses: Use[] = [];
    const use = (specifier: ts.Expression | ts.TypeNode | undefined, names: readonly string[]): void => {
        const text = specifier !== undefined && ts.isLiteralTypeNode(specifier) ? specifier.literal : specifier;
        if (text === undefined || !ts.isStringLiteral(text) || !text.text.startsWith('.')) return;
        const target = posix.join(posix.dirname(file.path), text.text).replace(/\.js$/, '.ts');
        uses.push(...names.map((name) => ({ by: file.path, target, name })));
    };
    const visit = (node: ts.Node): void => {
        if (ts.isImportDeclaration(node)) use(node.moduleSpecifier, namesTaken(node.importClause?.namedBindings));
        else if (ts.isExportDeclaration(node)) use(node.moduleSpecifier, namesTaken(node.exportClause));
        else if (ts.isImportTypeNode(node)) use(node.argument, ['*']);
        else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) use(node.arguments[0], ['*']);
        ts.forEachChild(node, visit);
    };
    visit(parse(file));
    return uses;
}

function namesTaken(clause: ts.NamedExportBindings | ts.NamedImportBindings | undefined): readonly string[] {
    if (clause === undefined || ts.isNamespaceImport(clause) || ts.isNamespaceExport(clause)) return ['*'];
    return elementsOf(clause).map(({ name, propertyName }) => (propertyName ?? name).text);
}
