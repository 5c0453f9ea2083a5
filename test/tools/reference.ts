import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readGrammar } from './reference/grammar-files.js';
import { referencePage } from './reference/page.js';

/** Where the reference of the language is published. */
export const REFERENCE_PATH = fileURLToPath(new URL('../../language/docs/reference.md', import.meta.url));

/** The reference of the language, made from the grammar and its comments. */
export function referenceText(): string {
    return referencePage(readGrammar());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(REFERENCE_PATH, referenceText());
