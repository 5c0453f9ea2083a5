import type { IToken } from 'chevrotain';

const OPENING = new Set(['(', '{', 'si', 'selon', 'non', '-']);
const CLOSING = new Set([')', '}']);
const CHAINED = new Set(['si', 'selon', 'non', '-']);

/** The first token that is nested deeper than `limit`, and how deep; prefixes that chain without brackets count until the next `;` or brace. */
export function tooDeep(tokens: readonly IToken[], limit: number): { readonly token: IToken; readonly depth: number } | undefined {
    let brackets = 0;
    let chain = 0;
    let deepest: { token: IToken; depth: number } | undefined;
    for (const token of tokens) {
        const name = token.tokenType.name;
        if (CLOSING.has(name)) brackets = Math.max(0, brackets - 1);
        if (name === ';' || name === '{' || name === '}' || name === 'critère') chain = 0;
        if (CHAINED.has(name)) chain += 1;
        else if (OPENING.has(name)) brackets += 1;
        const depth = brackets + chain;
        if (depth > limit && depth > (deepest?.depth ?? limit)) deepest = { token: deepest?.token ?? token, depth };
    }
    return deepest;
}
