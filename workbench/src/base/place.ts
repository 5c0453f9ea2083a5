/** A place in a policy file: its path, first and past-the-end UTF-16 offsets. */
export interface Place {
    readonly path: string;
    readonly start: number;
    readonly end: number;
}
