import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileSources, createSourceParser } from '@bareme/language';
import { readChapter, readGrammar } from '../../tools/reference/grammar-files.js';
import { anchorOf, referencePage } from '../../tools/reference/page.js';
import { REFERENCE_PATH, referenceText } from '../../tools/reference.js';
import { exampleOutcome } from '../../policies/example-outcome.js';
import { fileOf, VOCABULARY } from '../diagnostics/pages.js';
import { readAlone } from '../validation/build.js';

const chapters = readGrammar();
const rules = chapters.flatMap((chapter) => chapter.rules);
const spoken = rules.filter(({ hidden, doc }) => !hidden || doc !== undefined);
const page = readFileSync(REFERENCE_PATH, 'utf8');
const parser = createSourceParser();

/** An example, completed as the page says. */
function compiled(example: string): ReturnType<typeof compileSources> {
    const sources = [
        { path: 'exemple.bareme', text: fileOf(example) },
        { path: 'vocabulaire.bareme', text: VOCABULARY },
    ];
    return compileSources(sources, parser);
}

/** What is found in an example, warnings included. */
function findingsOf(example: string): readonly string[] {
    return readAlone(compiled(example)).diagnostics.map(({ code, message }) => `${code} ${message}`);
}

describe('the comments of the grammar', () => {
    it('every rule and every file speak to maintainers and to authors', () => {
        const all = [...chapters.map(({ file, doc }) => ({ name: file, doc })), ...spoken];
        const silent = all.filter(
            ({ doc }) => doc === undefined || [doc.maintainers, doc.title, ...doc.paragraphs].includes('') || doc.paragraphs.length === 0,
        );
        expect(silent.map(({ name }) => name)).toEqual([]);
    });

    it('no two headings have the same place', () => {
        const anchors = [...chapters, ...spoken].map(({ doc }) => anchorOf(doc?.title ?? ''));
        expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
    });

    it('a rule without French part stops the page', () => {
        const silent = readChapter('essai', '/**\n * Sample.\n * @fr Essai\n * Texte.\n */\nimport "./a"\n\n/** Said to maintainers alone. */\nA: "a";\n');
        expect(silent.rules.map(({ name, doc }) => [name, doc])).toEqual([['A', undefined]]);
        expect(() => referencePage([silent])).toThrow('A: no French part');
    });
});

describe('the examples of the comments', () => {
    const examples = spoken.flatMap(({ name, doc }) => (doc?.example === undefined ? [] : [[name, doc.example] as const]));

    it.each(examples)('%s: nothing is found in it', (_, example) => {
        // What these say is said of every policy that writes them.
        const said = [...(example.includes('à fixer') ? ['BAR640'] : []), ...(example.includes('hors cotation') ? ['BAR642'] : [])];
        expect(findingsOf(example).map((found) => (said.some((code) => found.startsWith(code)) ? found.slice(0, 6) : found))).toEqual(said);
    });

    it('a fault would be found', () => {
        expect(findingsOf('critère attente : 1 point par mois révolu depuis jamais').join()).toMatch(/^BAR201 /);
    });

    it('those that expect a result have it', () => {
        const expected = examples.flatMap(([, example]) => {
            const { project } = compiled(example);
            return project.examples.map((each) => exampleOutcome(project, each));
        });
        expect(expected).toHaveLength(3);
        expect(expected.map(({ found }) => found)).toEqual(expected.map((outcome) => outcome.expected));
    });

    it('are the blocks of the page', () => {
        expect([...page.matchAll(/^```bareme\n([\s\S]*?)\n```$/gm)].map(([, block]) => block)).toEqual(examples.map(([, example]) => example));
    });
});

describe('the page', () => {
    it('is what the grammar says today', () => {
        expect(page, 'made again by: npm run generate').toBe(referenceText());
    });

    it('links to its own headings alone', () => {
        const anchors = new Set([...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title)));
        const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
        expect([...new Set(links)].filter((anchor) => !anchors.has(anchor))).toEqual([]);
    });
});
