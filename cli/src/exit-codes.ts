/** How a command ended, for scripts. Documented by `bareme --help`. */
export const EXIT = {
    /** Done, nothing to say. */
    clean: 0,
    /** Done, or refused, with findings about the files read. */
    findings: 1,
    /** The command itself was wrong: unknown verb or option, missing file, output that exists. */
    misuse: 2,
    /** A defect of the program, or a disk that does not answer. */
    internal: 3,
    /** Stopped by Ctrl-C: nothing was written (128 + SIGINT, as shells expect). */
    interrupted: 130,
    /** Ended by a terminal that closes (128 + SIGHUP). */
    hangup: 129,
    /** Ended by the system, or by `kill` (128 + SIGTERM). */
    terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
