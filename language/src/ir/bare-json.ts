const WORDS_FOR_PEOPLE = new Set(['at', 'places', 'text', 'label', 'references', 'column', 'confirmedBy', 'confirmedOn']);

/** A part of a policy as JSON without places and words for people: what it means, whatever its layout. */
export function bareJson(part: unknown): string {
    return JSON.stringify(part, (key: string, value: unknown) => (WORDS_FOR_PEOPLE.has(key) ? undefined : value)) ?? '';
}
