/** The door of the words of findings: what the data and the replay have to say, as diagnostics. Pure: no file, no process. */
export { replayDiagnostic } from './replay-run/replay-diagnostics.js';
export { draftDiagnostics } from './workspace/draft-diagnostics.js';
export { dataDiagnostic, readableFindings } from './workspace/data-diagnostics.js';
