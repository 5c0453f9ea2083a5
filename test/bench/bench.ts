/** One bench: what it measures, and rows of figures that can be compared within one run only. */
export interface Bench {
    readonly name: string;
    readonly aim: string;
    readonly run: () => Promise<readonly BenchRow[]>;
}

/** A measure and its ratio to the first of its bench. */
export interface BenchRow {
    readonly label: string;
    readonly milliseconds: number;
    /** What the time was spent on, so that a figure per unit can be read: rows, lines, vacancies. */
    readonly units: number;
    readonly unit: string;
}

/** The median of several runs of a function, in milliseconds; the first is thrown away as warm-up. */
export function medianTime(runs: number, work: () => void): number {
    work();
    const times = Array.from({ length: runs }, () => timeOf(work)).sort((a, b) => a - b);
    return times[times.length >> 1] ?? 0;
}

/** One run of a function, in milliseconds. */
export function timeOf(work: () => void): number {
    const start = performance.now();
    work();
    return performance.now() - start;
}

/** Objects made, sorted and read, as a compiler does: what it costs is what the machine of the moment costs. */
export function calibrationLoop(): void {
    const items = Array.from({ length: 40_000 }, (_, index) => ({ key: String((index * 7_919) % 40_009), next: index }));
    items.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    const map = new Map(items.map((item) => [item.key, item]));
    let sum = 0;
    for (const { key } of items) sum += map.get(key)?.next ?? 0;
    if (sum !== 799_980_000) throw new Error(String(sum));
}
