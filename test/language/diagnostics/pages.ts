import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TextEdit } from '@bareme/language/diagnostics';

/** The page of a diagnostic. */
export interface Page {
    readonly code: string;
    readonly title: string;
    readonly severity: string;
    /** The faulty and the mended text as printed; absent where a page cannot print the fault. */
    readonly bad?: string;
    readonly good?: string;
}

const FOLDER = fileURLToPath(new URL('../../../language/docs/diagnostics/', import.meta.url));

function read(name: string): string {
    return readFileSync(`${FOLDER}${name}`, 'utf8');
}

/** The text of the one block of that kind. */
function block(text: string, kind: string): string | undefined {
    return new RegExp(`\`\`\`bareme ${kind}\\n([\\s\\S]*?)\\n\`\`\``).exec(text)?.[1];
}

export const INDEX = read('README.md');

/** Every page of the folder, by code. */
export const PAGES: readonly Page[] = readdirSync(FOLDER)
    .filter((name) => name !== 'README.md')
    .sort()
    .map((name) => pageOf(name.replace(/\.md$/, ''), read(name)));

function pageOf(code: string, text: string): Page {
    const head = /^# (BAR\d{3}) : (.*)\n\nGravité : (.*)\.\n/.exec(text);
    if (head?.[1] !== code) throw new Error(`${code}: no title`);
    const [bad, good] = [block(text, 'mauvais'), block(text, 'bon')];
    return { code, title: head[2] ?? '', severity: head[3] ?? '', ...(bad === undefined ? {} : { bad }), ...(good === undefined ? {} : { good }) };
}

export const VOCABULARY = block(INDEX, 'vocabulaire') ?? '';
const POLICY = block(INDEX, 'politique') ?? '';

/** The file that a printed text stands for: see the index of the pages. */
export function fileOf(printed: string): string {
    const word = /^[^\s{]*/.exec(printed)?.[0] ?? '';
    switch (word) {
        case '⟦⟧':
        case 'barème':
            return printed;
        case 'vocabulaire':
        case 'politique':
            return `barème 1\n${printed}\n`;
        case 'variante':
        case 'exemple':
            return `${POLICY}\n${printed}\n`;
        case 'critère':
        case 'rubrique':
            return POLICY.replace(/(cotation grille "Grille", cumulables \{\n)[\s\S]*?\n\}/, (_, head: string) => `${head}${printed}\n}`);
        default:
            return withRules(printed);
    }
}

/** The policy with these rules, which take the place of its cotation or ranking where they are one. */
function withRules(printed: string): string {
    let policy = POLICY;
    if (/^[⟦]?cotation /m.test(printed)) policy = policy.replace(/cotation grille[\s\S]*?\n\}\n/, '');
    if (/^[⟦]?classement/m.test(printed)) policy = policy.replace(/classement .*$/m, '');
    return `${policy}\n${printed}\n`;
}

/** A text after edits, last first so that the places of the others stand. */
export function edited(text: string, edits: readonly TextEdit[]): string {
    return [...edits]
        .sort((a, b) => b.location.start - a.location.start)
        .reduce((rest, { location: { start, end }, newText }) => rest.slice(0, start) + newText + rest.slice(end), text);
}
