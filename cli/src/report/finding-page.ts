import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DIAGNOSTICS } from '@bareme/language/diagnostics';

/** The code of a finding as one may write it: `BAR401`, `bar401`, `401`; nothing when it is none. */
export function findingCode(word: string): string | undefined {
    const code = /^(?:bar)?([0-9]{3})$/i.exec(word)?.[1];
    return code !== undefined && `BAR${code}` in DIAGNOSTICS ? `BAR${code}` : undefined;
}

/** Whether a word is written as a code, known or not. */
export function looksLikeCode(word: string): boolean {
    return /^bar[0-9]+$/i.test(word);
}

/** The page of a finding, in Markdown. */
export async function findingPage(code: string): Promise<string> {
    const door = import.meta.resolve('@bareme/language');
    return readFile(fileURLToPath(new URL(`../docs/diagnostics/${code}.md`, door)), 'utf8');
}
