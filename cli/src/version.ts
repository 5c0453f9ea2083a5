/** The version of the program, in `--version` and in receipts; it is that of cli/package.json. */
export const PROGRAM_VERSION = '0.1.0';
