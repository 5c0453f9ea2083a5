/** Helpers for tests of policies: compile marked texts, look at what is underlined. */
export { compileMarked, underlinedText, type MarkedCompilation } from './marked-sources.js';
