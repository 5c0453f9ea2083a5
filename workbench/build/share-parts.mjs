// Writes JSON whose equal parts are written once: versions and variants of a policy say most things again.

/** Where a part is written: its place in `parts`. No object of what is shared has this key. */
const PLACE = '$';

/** Shorter parts take no less room as a place. */
const LEAST = 200;

/**
 * What `wholeOf` (`src/reading/shared-parts.ts`) gives back: parts that stand more than once, each before those that hold it, then the
 * whole. Throws for an object that has the key of places.
 */
export function sharedParts(value) {
    const texts = new Map();
    const counts = new Map();
    countTexts(value, { texts, counts });
    const parts = [];
    const places = new Map();
    const inside = (each) => (Array.isArray(each) ? each.map(put) : Object.fromEntries(Object.entries(each).map(([key, child]) => [key, put(child)])));
    const put = (each) => {
        if (typeof each !== 'object' || each === null) return each;
        const text = texts.get(each);
        if (text.length < LEAST || counts.get(text) === 1) return inside(each);
        if (!places.has(text)) {
            const part = inside(each);
            places.set(text, parts.push(part) - 1);
        }
        return { [PLACE]: places.get(text) };
    };
    const whole = put(value);
    return { parts, whole };
}

/** The text of each object and list, and how many times it stands. */
function countTexts(value, seen) {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (!Array.isArray(value) && PLACE in value) throw new Error('the key of places is taken');
    const text = Array.isArray(value)
        ? `[${value.map((item) => countTexts(item, seen)).join(',')}]`
        : `{${Object.entries(value)
              .map(([key, child]) => `${JSON.stringify(key)}:${countTexts(child, seen)}`)
              .join(',')}}`;
    seen.texts.set(value, text);
    seen.counts.set(text, (seen.counts.get(text) ?? 0) + 1);
    return text;
}
