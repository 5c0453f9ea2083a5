import type { IToken } from 'chevrotain';

const OPENING = new Set(['(', '{']);
const CLOSING = new Set([')', '}']);
/** What chains without brackets: `si … alors … sinon si …`, a `selon` in a line of another. */
const CHAINED = new Set(['si', 'selon']);
/** What chains by being repeated: `non non non`. */
const PREFIXES = new Set(['non', '-']);
/** Where an expression is over for sure. */
const STARTS = new Set([';', '{', '}', 'critère', 'déduit', 'exclusion', 'adéquation', 'signale', 'objectif', 'fixe', 'remplace critère']);

/** The first token that is nested deeper than `limit`, and how deep the deepest is. */
export function tooDeep(tokens: readonly IToken[], limit: number): { readonly token: IToken; readonly depth: number } | undefined {
    let brackets = 0;
    let chain = 0;
    let prefixes = 0;
    let deepest: { token: IToken; depth: number } | undefined;
    for (const token of tokens) {
        const name = token.tokenType.name;
        if (CLOSING.has(name)) brackets = Math.max(0, brackets - 1);
        if (STARTS.has(name)) chain = 0;
        if (OPENING.has(name)) brackets += 1;
        if (CHAINED.has(name)) chain += 1;
        if (PREFIXES.has(name)) prefixes += 1;
        else if (!OPENING.has(name)) prefixes = 0;
        const depth = brackets + chain + prefixes;
        if (depth > limit && depth > (deepest?.depth ?? limit)) deepest = { token: deepest?.token ?? token, depth };
    }
    return deepest;
}

const OPERATIONS = new Set(['+', '-', '*', '×', '/', 'par', 'et', 'ou']);

/** Words that begin a statement: whatever is chained before them ends there. */
const STATEMENTS = new Set([
    ...['vocabulaire', 'politique', 'acte', 'variante', 'exemple', 'correspondance', 'énumération', 'déduit', 'paramètre', 'table', 'liste'],
    ...['cotation', 'rubrique', 'critère', 'classement', 'exclusion', 'adéquation', 'signale', 'objectif', 'complète table', 'confirme'],
    ...['fixe', 'retire', 'ajoute à', 'remplace', 'remplace critère', 'combine', 'attendu', '|'],
]);

/**
 * The first token that chains more than `limit` operations in one statement: `1 + 1 + 1 …` is read without end but makes a tree as deep
 * as it is long, which nothing after the parser could walk.
 */
export function tooLong(tokens: readonly IToken[], limit: number): IToken | undefined {
    let operations = 0;
    for (const token of tokens) {
        const name = token.tokenType.name;
        if (STATEMENTS.has(name)) operations = 0;
        if (OPERATIONS.has(name)) operations += 1;
        if (operations > limit) return token;
    }
    return undefined;
}
