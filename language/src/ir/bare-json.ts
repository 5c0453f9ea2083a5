const WORDS_FOR_PEOPLE = new Set(['at', 'text', 'label', 'references', 'column', 'confirmedBy', 'confirmedOn']);

/** A part of a policy as JSON without places and words for people: what it means, whatever its layout. */
export function bareJson(part: unknown): string {
    return JSON.stringify(part, (key: string, value: unknown) => (WORDS_FOR_PEOPLE.has(key) || isPlaces(key, value) ? undefined : value)) ?? '';
}

/** Where the parts of a node are written (`Places`); the decimals of a rounding or of a type have the same name, are a number, and mean something. */
export function isPlaces(key: string, value: unknown): boolean {
    return key === 'places' && typeof value === 'object';
}
