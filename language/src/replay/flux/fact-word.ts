import type { FactValue } from '../../ir/value.js';

/** The word that a fact holds, yes and no being words; nothing where it is not known or is no word. */
export function wordOf(value: FactValue): string | undefined {
    if (value.kind === 'word') return value.value;
    return value.kind === 'boolean' ? (value.value ? 'oui' : 'non') : undefined;
}
