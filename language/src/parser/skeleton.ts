import { CONFUSABLES } from './confusable-letters.js';

const PROTOTYPES: ReadonlyMap<string, string> = new Map(CONFUSABLES.flatMap(([prototype, others]) => [...others].map((other) => [other, prototype] as const)));

/**
 * What a name is taken for: without accents nor capitals, and as its letters look (the skeleton of UTS 39). Two names that share one of the
 * two are taken for each other.
 */
export function skeletonsOf(name: string): readonly [folded: string, looks: string] {
    const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae');
    return [plain.toLowerCase(), lookAlike(plain)];
}

/** The Latin letter that a character of another alphabet is taken for. */
export function latinLookAlike(character: string): string | undefined {
    const prototype = PROTOTYPES.get(character);
    return prototype !== undefined && /^[A-Za-z]$/.test(prototype) ? prototype : undefined;
}

function lookAlike(text: string): string {
    return [...text].map((character) => PROTOTYPES.get(character) ?? character).join('');
}
