/**
 * The item at a place that the caller knows to be there. A place outside is a fault of the caller and stops it at once: read as nothing, it
 * would go on as a wrong figure.
 */
export function at<Item>(items: readonly Item[], place: number): Item {
    const item = items[place];
    if (item === undefined) throw new RangeError(`no item at ${place} of ${items.length}`);
    return item;
}

// One reader for each kind of column: the machine keeps a read fast as long as it meets a single kind there.

/** The integer at a place that the caller knows to be there. */
export function intAt(numbers: Int32Array, place: number): number {
    const number = numbers[place];
    if (number === undefined) throw new RangeError(`no number at ${place} of ${numbers.length}`);
    return number;
}

/** The number at a place that the caller knows to be there. */
export function floatAt(numbers: Float64Array, place: number): number {
    const number = numbers[place];
    if (number === undefined) throw new RangeError(`no number at ${place} of ${numbers.length}`);
    return number;
}
