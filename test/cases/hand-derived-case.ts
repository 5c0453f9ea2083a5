/** A case whose expected values were worked out by hand from the page of the language, and how. */
export interface HandDerivedCase {
    readonly name: string;
    /** The meaning of the page that the case tests, 1 to 11. */
    readonly meaning: number;
    readonly derivation: string;
    /** Items of a cotation, or whole rules when it says `cotation`; a ranking is added. */
    readonly policy: string;
    /** Facts, as an example writes them. */
    readonly demand: string;
    readonly dwelling?: string;
    readonly proved?: string;
    /** 15/03/2024 where it says nothing. */
    readonly day?: string;
    readonly expected: Expected;
}

/** Notes as `77`, `[0, 15] sans handicap`, `20 puis [20, 25]`; verdicts as words. What is not said is not tested. */
export interface Expected {
    readonly note?: string;
    readonly verified?: string;
    readonly eligibility?: string;
    readonly adequacy?: string;
    readonly anomalies?: readonly string[];
}
