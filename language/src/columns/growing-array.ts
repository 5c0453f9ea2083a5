/** A typed array that grows by doubling; `finished` gives it at its exact length. */
interface GrowingArray<Values> {
    readonly push: (value: number) => void;
    readonly size: () => number;
    readonly finished: () => Values;
}

const FIRST_CAPACITY = 64;

/** Bytes, from 0 to 255. */
export function growingBytes(): GrowingArray<Uint8Array> {
    return growing((capacity) => new Uint8Array(capacity));
}

/** Indexes, from 0 to 2^32 − 1: a dictionary may pass 65,536 words. */
export function growingIndexes(): GrowingArray<Uint32Array> {
    return growing((capacity) => new Uint32Array(capacity));
}

/** Exact integers within ±(2^53 − 1). */
export function growingIntegers(): GrowingArray<Float64Array> {
    return growing((capacity) => new Float64Array(capacity));
}

type Store = Uint8Array | Uint32Array | Float64Array;

function growing<Values extends Store>(allocate: (capacity: number) => Values): GrowingArray<Values> {
    let values = allocate(FIRST_CAPACITY);
    let size = 0;
    return {
        push: (value) => {
            if (size === values.length) {
                const wider = allocate(size * 2);
                wider.set(values);
                values = wider;
            }
            values[size] = value;
            size += 1;
        },
        size: () => size,
        finished: () => {
            const exact = allocate(size);
            exact.set(values.subarray(0, size));
            return exact;
        },
    };
}
