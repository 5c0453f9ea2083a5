/** The door of a replay's outputs: the files of its folder, as texts. Pure: no file, no process. */
export { REPLAY_FILES, replayFiles, type ReplayOutputs } from './replay-run/replay-outputs.js';
export { wordsOf, type ReportWords } from './html-report/figures/report-words.js';
export { ledgerTable } from './replay-run/ledger-csv.js';
export { fluxTable } from './replay-run/flux-csv.js';
export type { CsvCell, ExactCell, SheetTable } from './output/csv.js';
