import { describe, expect, it } from 'vitest';
import { compileSources, createSourceParser, LIMITS, type SourceText } from '@bareme/language';
import { DIAGNOSTICS, report, type Diagnostic, type Severity } from '@bareme/language/diagnostics';
import { underlinedText } from '@bareme/language/testing';
import { edited, fileOf, INDEX, PAGES, VOCABULARY, type Page } from './pages.js';

const parser = createSourceParser();
const MARKED = /⟦([\s\S]*?)⟧/g;
const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'erreur', warning: 'avertissement', information: 'information' };

/** Findings about data, replays and commands are not about a policy's text: their pages print no policy. */
const isOfPolicies = (code: string): boolean => /^BAR[1-6]/.test(code);

/** Policy findings whose fault a page cannot print, or that another room reports; where each is tested. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
    ['BAR103', 'below'],
    ['BAR110', 'test/loader/load-workspace.test.ts'],
    ['BAR111', 'below'],
    ['BAR340', 'test/language/ir/read-project.test.ts'],
    ['BAR341', 'test/language/ir/read-project.test.ts'],
    ['BAR486', 'test/cli/guarantees.test.ts'],
    ['BAR487', 'test/cli/guarantees.test.ts'],
    ['BAR601', 'test/cli/example-pages.test.ts'],
    ['BAR602', 'test/cli/example-pages.test.ts'],
    ['BAR641', 'test/cli/results/drafts.test.ts'],
]);

const executed = PAGES.filter(({ code }) => isOfPolicies(code) && !ELSEWHERE.has(code));

function compiled(text: string): { readonly sources: readonly SourceText[]; readonly diagnostics: readonly Diagnostic[] } {
    const sources = [
        { path: 'page.bareme', text },
        { path: 'vocabulaire.bareme', text: VOCABULARY },
    ];
    return { sources, diagnostics: compileSources(sources, parser).diagnostics };
}

/** The faulty text of a page without its marks, and the texts that were between them. */
function faulty({ bad = '' }: Page): { readonly text: string; readonly marked: readonly string[] } {
    const file = fileOf(bad);
    return { text: file.replace(MARKED, '$1'), marked: [...file.matchAll(MARKED)].map((match) => match[1] ?? '') };
}

/** A family of codes, such as BAR4: its pages are written together. */
const familyOf = (code: string): string => code.slice(0, 4);

describe('pages and codes', () => {
    const families = new Set(PAGES.map(({ code }) => familyOf(code)));
    const codes = Object.keys(DIAGNOSTICS).filter((code) => isOfPolicies(code) || families.has(familyOf(code)));

    it('each code has a page, each page a code', () => {
        expect(PAGES.map(({ code }) => code)).toEqual([...codes].sort());
    });

    it.each(PAGES.map((page) => [page.code, page] as const))('%s has the title and the severity of the registry, and stands in the index', (code, page) => {
        const { title, severity } = DIAGNOSTICS[code as keyof typeof DIAGNOSTICS];
        expect([page.title, page.severity]).toEqual([title, SEVERITIES[severity]]);
        const rows = INDEX.split('\n').filter((line) => line.includes(`(${code}.md)`));
        expect(rows.map((row) => row.split('|').map((cell) => cell.trim()))).toEqual([['', `[${code}](${code}.md)`, title, SEVERITIES[severity], '']]);
    });

    it('every policy page is executed here or elsewhere', () => {
        expect(executed.filter(({ bad, good }) => bad === undefined || good === undefined)).toEqual([]);
        expect(PAGES.filter(({ code, bad }) => isOfPolicies(code) && bad === undefined).map(({ code }) => code)).toEqual([
            'BAR103',
            'BAR110',
            'BAR111',
            'BAR340',
            'BAR341',
            'BAR486',
            'BAR487',
            'BAR641',
        ]);
    });
});

/** An example stands alone: that nothing reads a name it declares is a finding of its own page alone. */
const isNotUnused = ({ code }: Diagnostic): boolean => code !== 'BAR425';

describe('examples of the pages', () => {
    it('the vocabulary and the policy of the index have no fault', () => {
        expect(compiled(fileOf('critère attente : 1 point par mois révolu depuis dépôt')).diagnostics).toEqual([]);
    });

    it.each(executed.map((page) => [page.code, page] as const))('%s: alone, at the marked text', (code, page) => {
        const { text, marked } = faulty(page);
        const { sources, diagnostics } = compiled(text);
        const found = code === 'BAR425' ? diagnostics : diagnostics.filter(isNotUnused);
        expect(found.map((diagnostic) => [diagnostic.code, underlinedText(sources, diagnostic)])).toEqual(marked.map((each) => [code, each]));
    });

    it.each(executed.map((page) => [page.code, page] as const))('%s: nothing once mended', (_, { good = '' }) => {
        expect(
            compiled(fileOf(good))
                .diagnostics.filter(isNotUnused)
                .map(({ code, message }) => `${code} ${message}`),
        ).toEqual([]);
    });

    const fixable = executed.filter((page) => compiled(faulty(page).text).diagnostics.some(({ fix }) => fix !== undefined));

    it('the mends are those of these codes', () => {
        expect(fixable.map(({ code }) => code)).toEqual([
            'BAR107',
            'BAR112',
            'BAR113',
            'BAR114',
            'BAR117',
            'BAR118',
            'BAR119',
            'BAR120',
            'BAR121',
            'BAR123',
            'BAR126',
            'BAR128',
            'BAR201',
            'BAR202',
            'BAR203',
            'BAR205',
            'BAR207',
            'BAR212',
            'BAR304',
            'BAR305',
            'BAR405',
            'BAR407',
            'BAR418',
            'BAR423',
            'BAR450',
            'BAR452',
            'BAR484',
            'BAR507',
            'BAR605',
        ]);
    });

    it.each(fixable.map((page) => [page.code, page] as const))('%s: the mend gives the mended example', (_, page) => {
        const { text } = faulty(page);
        const edits = compiled(text).diagnostics.flatMap(({ fix }) => fix?.edits ?? []);
        expect(edited(text, edits)).toBe(fileOf(page.good ?? ''));
    });
});

describe('faults that no page prints', () => {
    it('BAR103: a file too large', () => {
        const text = `barème 1\n${'// commentaire\n'.repeat(Math.ceil(LIMITS.characters / 15))}`;
        expect(compiled(text).diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
            'BAR103 Le fichier pèse 1,1 Mo, au-delà des 1,0 Mo qu’un fichier Barème peut compter.',
        ]);
    });

    it('BAR111: a file of too many words', () => {
        expect(compiled(`barème 1\n${'; '.repeat(LIMITS.tokens + 1)}`).diagnostics.map(({ code }) => code)).toEqual(['BAR111']);
    });
});

describe('mutilated pages', () => {
    it('are read without a throw', () => {
        const texts = executed.map(({ good = '' }) => fileOf(good));
        const mutilated = texts.flatMap((text, rank) => {
            const words = [...text.matchAll(/[\p{L}\p{N}_]+|[^\s]/gu)].filter((_, index) => index % 29 === rank % 29);
            return words.flatMap((word) => ['', 'exemple', '}'].map((other) => text.slice(0, word.index) + other + text.slice(word.index + word[0].length)));
        });
        expect(mutilated.length).toBeGreaterThan(300);
        expect(() => mutilated.map(compiled)).not.toThrow();
    });
});

describe('one way to report', () => {
    it('a finding carries what is said, the remedy, and no empty property', () => {
        expect(report('BAR409', { policy: 'village' })).toEqual({
            code: 'BAR409',
            severity: 'error',
            message: '« village » ne contient aucune cotation : aucune demande ne peut recevoir de note.',
            remedy: 'Ajoutez au moins une « cotation … pour les demandes … { … } ».',
            related: [],
        });
    });
});
