import type { Enumeration } from '../ir/vocabulary.js';

/**
 * Finds the value that a cell names: by its name, one of its codes or its label, as written; failing that, without regard to
 * capitals, accents and spaces, provided that only one value can be meant.
 */
export function wordsOfEnumeration(enumeration: Enumeration): (text: string) => string | undefined {
    const exact = new Map<string, string>();
    const loose = new Map<string, string | undefined>();
    const forms = [
        (value: Enumeration['values'][number]) => [value.name],
        (value: Enumeration['values'][number]) => value.codes,
        (value: Enumeration['values'][number]) => (value.label === undefined ? [] : [value.label]),
    ];
    for (const formsOf of forms) {
        for (const value of enumeration.values) {
            for (const form of formsOf(value)) {
                if (!exact.has(form)) exact.set(form, value.name);
                const folded = foldedText(form);
                const other = loose.get(folded);
                loose.set(folded, loose.has(folded) && other !== value.name ? undefined : value.name);
            }
        }
    }
    return (text) => exact.get(text) ?? loose.get(foldedText(text));
}

/** A text without capitals, accents, ligatures, and with single plain spaces; the two apostrophes are one. */
export function foldedText(text: string): string {
    return text
        .normalize('NFD')
        .replace(/[\u0300-\u036F]/g, '')
        .toLowerCase()
        .replace(/œ/g, 'oe')
        .replace(/æ/g, 'ae')
        .replace(/\u2019/g, "'")
        .replace(/\s+/g, ' ')
        .trim();
}
