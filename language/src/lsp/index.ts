/**
 * The language server: one provider a file, over the compilations of the workspace. The host gives a connection and, where it has one, a disk.
 */
export { createBaremeLanguageServices, type BaremeLanguageServices } from './language-services.js';
export { SENT_CHANGES, SENT_WORKSPACE, startBaremeServer, type SentChanges, type SentFile, type SentWorkspace } from './start-server.js';
export { LAST_RUN, type ExampleResult, type ExampleRunner, type LastRun, type ServerHost } from './host.js';
export { rangeText } from './words/reach-words.js';
export { parseAddress } from './sent-files.js';
