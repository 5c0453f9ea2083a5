/**
 * How many demands the vacancies that the baseline ranks find before them: open, admitted and compatible on the day of designation. A demand
 * counts for each of the vacancies that suit it.
 */
export interface TensionOutcome {
    /** The fact that sorts households into profiles. */
    readonly profile: { readonly id: string; readonly label: string };
    readonly profiles: readonly { readonly id: string; readonly label: string }[];
    /** By type and commune of the vacancies; codes as the data give them, empty where they do not. */
    readonly cells: readonly TensionCell[];
}

/** The vacancies of one type in one commune. */
export interface TensionCell {
    readonly typology: string;
    readonly commune: string;
    readonly vacancies: number;
    readonly withoutCandidate: number;
    /** Over all these vacancies; and by profile, in the order of `profiles`: the parts add up to it. */
    readonly demands: number;
    readonly byProfile: readonly number[];
}
