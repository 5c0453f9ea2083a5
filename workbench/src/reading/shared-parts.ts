/** JSON whose equal parts are written once; a part is named by an object whose only key is `$`, its place among those before. */
export interface SharedParts {
    readonly parts: readonly unknown[];
    readonly whole: unknown;
}

/** What `build/share-parts.mjs` has written, equal parts being one and the same object: nothing may change them. */
export function wholeOf({ parts, whole }: SharedParts): unknown {
    const made: unknown[] = [];
    const restored = (value: unknown): unknown => {
        if (typeof value !== 'object' || value === null) return value;
        if (Array.isArray(value)) return value.map(restored);
        if ('$' in value) return made[Number(value.$)];
        return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, restored(child)]));
    };
    for (const part of parts) made.push(restored(part));
    return restored(whole);
}
