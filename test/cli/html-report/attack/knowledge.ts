/** What an attacker knows of one count of households: it lies between two numbers. `isCell`: the page has a cell for it. */
interface Count {
    low: number;
    high: number;
    /** What the page tells of it, apart from what is public. */
    told: Bounds;
    readonly truth: number;
    readonly isSecret: boolean;
    isCell: boolean;
}

interface Bounds {
    readonly low: number;
    readonly high: number;
}

const NOTHING_TOLD: Bounds = { low: 0, high: Infinity };

/** A sum of counts that is nothing: each count with its coefficient. */
type Equation = readonly (readonly [name: string, coefficient: number])[];

/** The fewest households that anything published may be known to count. */
const SMALLEST = 11;

/** Equations are gone through so many times at most; bounds that still move then are those that creep by ones towards a far end. */
const MOST_ROUNDS = 400;

/**
 * Everything published at once, as linear equations over counts: bounds are drawn from one another until none moves. The truth stands
 * beside, to prove that what is read and supposed is so: an attacker that believes something false would find nothing.
 */
export class Knowledge {
    readonly #counts = new Map<string, Count>();
    readonly #equations: Equation[] = [];

    /** Names a count of households that nothing may give away. */
    secret(name: string, truth: number): string {
        if (!this.#counts.has(name)) this.#counts.set(name, { ...NOTHING_TOLD, told: NOTHING_TOLD, truth, isSecret: true, isCell: false });
        const known = this.#counts.get(name)!;
        if (known.truth !== truth) throw new Error(`two counts are called « ${name} »: ${known.truth} and ${truth}`);
        return name;
    }

    /** Names a count that is public by law, or that of the whole territory: known to all. */
    open(name: string, truth: number): string {
        this.#counts.set(name, { low: truth, high: truth, told: NOTHING_TOLD, truth, isSecret: false, isCell: false });
        return name;
    }

    /** A secret count that the page has a cell for: what its text tells. */
    cell(name: string, truth: number, text: string, told: 'exact' | 'to-ten'): string {
        this.secret(name, truth);
        const bounds = boundsOf(text, told);
        if (bounds === undefined) return name;
        this.#counts.get(name)!.isCell = true;
        this.learn(name, bounds);
        return name;
    }

    learn(name: string, { low, high }: Bounds): void {
        const known = this.#of(name);
        if (known.truth < low || known.truth > high) throw new Error(`« ${name} » is ${known.truth}, not from ${low} to ${high}`);
        known.told = { low: Math.max(known.told.low, low), high: Math.min(known.told.high, high) };
    }

    /** A whole is the sum of its parts: said by what the page says that it counts. */
    sum(whole: string, parts: readonly string[]): void {
        this.equation([[whole, -1], ...parts.map((part) => [part, 1] as const)]);
    }

    equation(terms: Equation): void {
        const off = terms.reduce((sum, [name, coefficient]) => sum + coefficient * this.#of(name).truth, 0);
        if (off !== 0)
            throw new Error(`not nothing but ${off}: ${terms.map(([name, coefficient]) => `${coefficient} × ${name} (${this.#of(name).truth})`).join(' + ')}`);
        this.#equations.push(terms);
    }

    /** An equation that need not hold of all data: known where it does. */
    equationWhereTrue(terms: Equation): void {
        if (terms.reduce((sum, [name, coefficient]) => sum + coefficient * this.#of(name).truth, 0) === 0) this.#equations.push(terms);
    }

    /** Households of a class that lies within another: the others of the larger one are a count too. */
    within(part: string, whole: string): void {
        this.sum(whole, [part, this.secret(`${whole}, sauf ${part}`, this.#of(whole).truth - this.#of(part).truth)]);
    }

    has(name: string): boolean {
        return this.#counts.has(name);
    }

    truthOf(name: string): number {
        return this.#of(name).truth;
    }

    get size(): { readonly counts: number; readonly equations: number } {
        return { counts: this.#counts.size, equations: this.#equations.length };
    }

    /**
     * The counts found: fewer than 11 households and more than none, more closely than « moins de 11 »; cells kept back, also if little
     * doubt is left. What public counts alone say (a landlord let three dwellings) is not found.
     */
    found(): readonly string[] {
        this.#propagate();
        const before = new Map([...this.#counts].map(([name, { low, high }]) => [name, `${low} ${high}`]));
        for (const known of this.#counts.values()) [known.low, known.high] = [Math.max(known.low, known.told.low), Math.min(known.high, known.told.high)];
        this.#propagate();
        return [...this.#counts].flatMap(([name, { low, high, truth, isSecret, isCell }]) => {
            if (!isSecret || before.get(name) === `${low} ${high}`) return [];
            const isFew = high > 0 && high < SMALLEST && high - low < SMALLEST - 2;
            return isFew && (low > 0 || isCell) ? [`${name}: from ${low} to ${high} (${truth})`] : [];
        });
    }

    #of(name: string): Count {
        const known = this.#counts.get(name);
        if (known === undefined) throw new Error(`no count is called « ${name} »`);
        return known;
    }

    #propagate(): void {
        for (let moves = true, round = 0; moves && round < MOST_ROUNDS; round += 1) {
            moves = false;
            for (const equation of this.#equations) moves = this.#tighten(equation) || moves;
        }
    }

    /** Each count of an equation is what the others leave it. */
    #tighten(equation: Equation): boolean {
        let moves = false;
        for (const [name, coefficient] of equation) {
            const others = equation.filter(([other]) => other !== name);
            const end = (towards: 1 | -1): number =>
                others.reduce((sum, [other, weight]) => {
                    const { low, high } = this.#of(other);
                    return sum + weight * (weight * towards > 0 ? high : low);
                }, 0);
            const ends = [-end(1) / coefficient, -end(-1) / coefficient];
            const known = this.#of(name);
            const [low, high] = [Math.max(known.low, Math.ceil(Math.min(...ends))), Math.min(known.high, Math.floor(Math.max(...ends)))];
            if (low > known.low || high < known.high) [known.low, known.high, moves] = [low, high, true];
        }
        return moves;
    }
}

/** What a cell tells of a count: exact, or to the nearest ten of none or at least 11; kept back; from 1 to 10. Nothing where it is no count. */
function boundsOf(text: string, told: 'exact' | 'to-ten'): Bounds | undefined {
    const bare = text.replace(/\s/g, '').toLowerCase();
    if (bare === 'masqué') return { low: 0, high: Infinity };
    if (bare.startsWith('moinsde11')) return { low: 1, high: SMALLEST - 1 };
    const digits = /^\d+/.exec(bare)?.[0];
    if (digits === undefined) return undefined;
    const count = Number(digits);
    if (told === 'exact' || count === 0) return { low: count, high: count };
    return { low: Math.max(SMALLEST, count - 5), high: count + 4 };
}
