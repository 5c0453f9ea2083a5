/** The demo of `build/demo.mjs`: Valmont, fictitious. */
declare module 'virtual:bareme-demo' {
    /** Paths and texts of the policy files. */
    export const policies: readonly (readonly [path: string, text: string])[];
    /** The model of the synthetic territory, in JSON. */
    export const model: string;
    /** How free from the rules its history is. */
    export const notices: readonly string[];
    /** How large the territory is, and the seeds it is drawn and replayed with. */
    export const size: {
        readonly demands: number;
        readonly lettings: number;
        readonly seed: number;
        readonly replaySeed: number;
        /** How many draws the replay made. */
        readonly replications: number;
        /** First and last days, as the policies write them. */
        readonly from: string;
        readonly to: string;
        readonly variants: readonly string[];
    };
    /** The project and the report: JSON with its equal parts shared, gzip, base64. */
    export const baked: string;
}
