import { describe, expect, it } from 'vitest';
import type { ReplayReport } from '@bareme/language/replay';
import { htmlReport } from '../../../cli/src/html-report/html-report.js';
import { el, render } from '../../../cli/src/html-report/drawing/markup.js';
import { sampleReport } from '../fixtures/report.js';

const RECEIPT = { hash: 'ab'.repeat(32), lines: [{ what: 'Politique : p.bareme', value: 'cd'.repeat(32) }], command: 'bareme rejouer policies --territoire t' };
const page = (report: ReplayReport = sampleReport()) => htmlReport(report, RECEIPT);

/** What the page says, without markup; no-break spaces as spaces. */
function textOf(html: string): string {
    return html
        .replace(/<style>.*?<\/style>/s, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')
        .replace(/[\u00a0\u202f\s]+/g, ' ');
}

describe('the page of a replay', () => {
    it('stands alone: no script, no address, nothing to fetch', () => {
        const html = page();
        expect(html).not.toMatch(/<script|<link|<img|<iframe|<object|@import|\son\w+=/i);
        expect(html).not.toMatch(/https?:|\/\/[a-z]/i);
        expect(html.match(/url\([^)]*\)/g)?.every((url) => url.startsWith('url(#'))).toBe(true);
        expect(html).toContain('default-src &#39;none&#39;');
    });

    it('is the same text for the same report', () => expect(page()).toBe(page()));

    it('says that the data are synthetic at the top and at the bottom, and nowhere when they are not', () => {
        const label = 'Données synthétiques — territoire fictif';
        expect(textOf(page()).split(label)).toHaveLength(3);
        const { territory } = sampleReport();
        expect(textOf(page(sampleReport({ territory: { ...territory, synthetic: false } })))).not.toContain(label);
    });

    it('never says attributed, and repeats who decides', () => {
        const text = textOf(page());
        expect(text).not.toMatch(/\best attribué|sont attribués|attribuée à/);
        expect(text).toContain('la commission d’attribution (CALEOL) examine et décide');
        expect(text).toContain('Première demande par les règles');
    });

    it('gives the five sentences of « En bref »', () => {
        const text = textOf(page());
        for (const sentence of [
            'Ce rapport rejoue les 400 logements libérés du 01/01/2024 au 31/12/2024, avec 4 000 demandes',
            'Avec « Ancienneté renforcée », la demande classée première change pour 60 logements sur 400 (15 %) : 40 fois à cause d’une règle modifiée, surtout la clause « Ancienneté de la demande » (40) ; 20 fois par effet de suite ou par tirage.',
            'Avec « Ancienneté renforcée », 38 ménages seraient logés qui ne l’étaient pas, 40 ne le seraient plus, 340 le seraient dans les deux cas.',
            '« Premier quartile hors QPV » passe de « non tenu » à « tenu » avec « Travailleurs essentiels ».',
            'Un tirage au sort départage 12 logements sur 400 (3 %) sous les règles en vigueur ; la commission avait choisi la demande que ces règles classent première pour 61 logements sur 380 (16,1 %).',
        ]) {
            expect(text).toContain(sentence);
        }
    });

    it('gives each objective its share, its numbers and its verdict in words, on one scale', () => {
        const html = page();
        const text = textOf(html);
        expect(text).toContain('24,2 % ✗ non tenu (il manque 2 baux) 62 256 4');
        expect(text).toContain('25,8 % ✓ tenu 66 256 4');
        expect(html).toContain('aria-label="Règles en vigueur : 62 sur 256 (24,2\u202f%), objectif non tenu"'.replace('\u202f', ' '));
        const thresholds = [...html.matchAll(/class="threshold" x1="([^"]+)"/g)].map(([, x]) => x);
        expect(new Set(thresholds)).toEqual(new Set(['50.00%']));
    });

    it('masks groups of fewer than 11 households and says so', () => {
        const text = textOf(page());
        expect(text).toContain('Un effectif de 1 à 10 ménages est masqué (secret statistique)');
        expect(text).toMatch(/6 40 masqué \| masqué masqué \| masqué/);
    });

    it('calls out a variant that changes nothing', () => {
        const report = sampleReport();
        const [baseline, first, second] = report.ruleSets;
        const changed = sampleReport({ ruleSets: [baseline!, { ...first!, changesNothing: true }, second!] });
        expect(textOf(page(changed)).split('La variante « Ancienneté renforcée » ne change rien').length).toBeGreaterThanOrEqual(3);
    });

    it('stops a waiting curve when fewer than 11 demands are left', () => {
        const report = sampleReport();
        const waiting = report.waiting.map((outcome) => ({
            ...outcome,
            incidence: outcome.incidence.map((point) => (point.months > 24 ? { ...point, atRisk: 10 } : point)),
        }));
        expect(textOf(page(sampleReport({ waiting })))).toMatch(/36 mois — — — —/);
        expect(textOf(page())).toMatch(/36 mois 20 %/);
    });

    it.each(['constat', 'constants', 'vivier'] as const)('says what mode %s answers and what it does not', (mode) => {
        const text = textOf(page(sampleReport({ mode })));
        expect(text).toContain(`Mode « ${mode === 'constants' ? 'à candidats constants' : mode} »`);
    });

    it('stands a report without variant, objective, vacancy or demand', () => {
        const empty = sampleReport({
            ruleSets: [],
            objectives: [],
            comparisons: [],
            waiting: [],
            ledger: [],
            volumes: { ...sampleReport().volumes, demands: 0, vacancies: 0, leases: [], notEvaluated: [] },
        });
        expect(textOf(page(empty))).toContain('Aucune variante n’est comparée aux règles en vigueur.');
    });
});

describe('whoever reads with a keyboard, a screen reader or a telephone', () => {
    const html = page();

    it('has one title, sections in order without a skipped level, and a language', () => {
        const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
        expect(levels.filter((level) => level === 1)).toHaveLength(1);
        levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
        expect(html).toContain('<html lang="fr">');
        expect(html).toContain('<meta name="viewport"');
    });

    it('has a caption and scoped headers in every table, and a label on every cell', () => {
        const tables = html.match(/<table.*?<\/table>/gs) ?? [];
        expect(tables.length).toBeGreaterThan(8);
        for (const table of tables) {
            expect(table).toMatch(/<caption>[^<]/);
            expect(table).toMatch(/<th role="columnheader" scope="col"/);
            expect(table).toMatch(/<th role="rowheader" scope="row"/);
            expect(table.match(/<td /g)?.length).toBe(table.match(/<td [^>]*data-label=/g)?.length);
        }
    });

    it('has a title on every chart, and words for what it draws', () => {
        const charts = html.match(/<svg[^>]*role="img".*?<\/svg>/gs) ?? [];
        expect(charts.length).toBeGreaterThan(8);
        for (const chart of charts) expect(chart).toMatch(/aria-label="[^"]+".*<title>[^<]+<\/title>/s);
        expect(html).toMatch(/<desc>[^<]+<\/desc>/);
        const silent = html.match(/<svg(?![^>]*(role="img"|aria-hidden="true"|viewBox))[^>]*>/g);
        expect(silent).toBeNull();
    });

    it('has unique ids, and links that lead somewhere', () => {
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    });
});

/** Texts that a browser would run or hide, if they were not escaped (OWASP, filter evasion). */
const PAYLOADS = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    '</title><script>alert(1)</script>',
    '</style><script>alert(1)</script>',
    'javascript:alert(1)',
    '`-alert(1)-`',
    '&#60;script&#62;alert(1)&#60;/script&#62;',
    '<iframe src="data:text/html,<script>alert(1)</script>">',
    '\u202ealert(1)\u202c',
    '\0<b>',
    '__proto__',
];

describe('whatever the data and the policy hold (REQ-12)', () => {
    it.each(PAYLOADS)('%j in every text of the report changes no markup', (payload) => {
        const harmless = 'x';
        const tags = (html: string) => html.match(/<[a-z][a-z0-9]*|<\/[a-z]+/gi) ?? [];
        const attacked = page(everyText(sampleReport(), payload));
        expect(tags(attacked)).toEqual(tags(page(everyText(sampleReport(), harmless))));
        expect(attacked).not.toMatch(/<script|<img|<iframe|\u202e|\0/);
        expect(attacked.replace(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
    });

    it('attributes close no quote', () => {
        const html = render(el('p', { 'data-label': `"'\`<>&` }, '<&>'));
        expect(html).toBe('<p data-label="&quot;&#39;&#96;&lt;&gt;&amp;">&lt;&amp;&gt;</p>');
    });

    it('a style sheet is a constant of the program', () => {
        expect(() => render(el('style', {}, '</style><script>'))).toThrow(TypeError);
    });
});

/** The report with every free text replaced; ids, codes and numbers stay. */
function everyText(report: ReplayReport, text: string): ReplayReport {
    const { territory, ruleSets, objectives, comparisons, ledger } = report;
    return {
        ...report,
        territory: { ...territory, name: text, notices: [text] },
        ruleSets: ruleSets.map((ruleSet) => ({
            ...ruleSet,
            label: text,
            policy: text,
            versions: [{ version: text, from: 19_723 }],
            ...(ruleSet.variant === undefined ? {} : { variant: text }),
        })),
        objectives: objectives.map((objective) => ({ ...objective, label: text, text, references: [text] })),
        comparisons: comparisons.map((comparison) => ({
            ...comparison,
            causes: comparison.causes.map((cause) => ({ ...cause, ...(cause.cause === 'clause' ? { clause: text, label: text } : {}) })),
            groups: comparison.groups.map((group) => ({ ...group, breakdownLabel: text, groupLabel: text })),
        })),
        steps: [
            { step: 3, code: 'approximation', source: 'assumption', params: { text } },
            { step: 9, code: 'convention-without-vacancy', source: 'data', params: { name: text } },
        ],
        ledger: ledger.map((row) => ({ ...row, dwelling: `${row.dwelling}${text}`, commune: text, typology: text, reservee: text, first: text, housed: text })),
    };
}
