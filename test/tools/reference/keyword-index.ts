import type { Rule } from './grammar-files.js';
import { partsOf } from './shape.js';
import type { Link } from './syntax.js';

/** The rule of words that may also be names: it says of a word where it may stand, not what it means. */
const NAMES = 'Nom';

/** Every word of the language, and the constructs that it is of. */
export function keywordIndex(rules: readonly Rule[], link: Link): string {
    const lines = [...rulesByKeyword(rules)].map(([word, names]) => {
        const own = names.filter((name) => name !== NAMES);
        return `- \`${word}\` : ${(own.length === 0 ? names : own).map(link).join(', ')}`;
    });
    return `## Les mots-clés\n\nChaque mot de la langue, et les constructions où il sert.\n\n${lines.join('\n')}`;
}

/** The words of the grammar that are made of letters, in alphabetical order, with the rules that write them. */
export function rulesByKeyword(rules: readonly Rule[]): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const { name, shape } of rules) {
        for (const part of shape === undefined ? [] : partsOf(shape)) {
            if (part.kind !== 'word' || !/^\p{L}/u.test(part.text)) continue;
            const names = found.get(part.text) ?? [];
            if (!names.includes(name)) found.set(part.text, [...names, name]);
        }
    }
    return new Map([...found].sort(([a], [b]) => (sortKey(a) < sortKey(b) ? -1 : 1)));
}

/** Without accents first, so that « à » stands next to « a ». */
function sortKey(word: string): string {
    return `${word.normalize('NFD').replace(/\p{M}/gu, '')} ${word}`;
}
