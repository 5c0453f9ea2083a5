/**
 * The language server: one provider a file, over the compilations of the workspace. The host gives a connection and, where it has one, a disk.
 */
export { createBaremeLanguageServices, type BaremeLanguageServices } from './language-services.js';
export { startBaremeServer } from './start-server.js';
export {
    LAST_RUN,
    SENT_CHANGES,
    SENT_WORKSPACE,
    type ClientOptions,
    type LastRun,
    type SentChanges,
    type SentFile,
    type SentWorkspace,
} from './client-messages.js';
export type { ExampleResult, ExampleRunner, ServerHost } from './host.js';
export { BLANKS } from './completion/clause-snippets.js';
export { plainFact, type PlainFact } from './refactorings/plain-fact.js';
export { exampleHousehold } from './refactorings/example-household.js';
export { rangeText } from './words/reach-words.js';
export { parseAddress } from './sent-files.js';
export { LARGEST_FILE_BYTES, SKIPPED_FOLDERS, SOURCE_EXTENSION } from '../workspace/source-names.js';
