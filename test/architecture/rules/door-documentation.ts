import ts from 'typescript';
import { isGenerated } from './source-file.js';

/** A program whose entry files are doors; `root` is cut from the paths shown. */
export interface DoorProgram {
    readonly program: ts.Program;
    readonly root: string;
    /** Entry files, absolute. */
    readonly entries: readonly string[];
}

/** What the doors give without explaining it (no doc comment), and the types of the syntax tree that cross them: `entry: name (why)`. */
export function undocumentedExports({ program, root, entries }: DoorProgram): readonly string[] {
    const checker = program.getTypeChecker();
    return entries.flatMap((entry) => {
        const shown = entry.slice(root.length);
        const file = program.getSourceFile(entry);
        if (!file) return [`${shown}: absent`];
        const module = checker.getSymbolAtLocation(file);
        if (!module) return [`${shown}: gives nothing`];
        return checker.getExportsOfModule(module).flatMap((symbol) => {
            const fault = faultOf(symbol, checker, root);
            return fault === undefined ? [] : [`${shown}: ${symbol.name} (${fault})`];
        });
    });
}

function faultOf(exported: ts.Symbol, checker: ts.TypeChecker, root: string): string | undefined {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const homes = (symbol.declarations ?? []).map((declaration) => declaration.getSourceFile().fileName);
    if (homes.some((home) => home.startsWith(root) && isGenerated(home))) return 'syntax tree';
    if (homes.length > 0 && homes.every((home) => home.includes('/node_modules/'))) return undefined;
    return symbol.getDocumentationComment(checker).length > 0 ? undefined : 'no doc comment';
}
