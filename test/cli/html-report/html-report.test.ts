import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HISTORY, type ReplayReport } from '@bareme/language/replay';
import { htmlReport } from '../../../cli/src/html-report/html-report.js';
import { PAGE_SCRIPT, PAGE_SCRIPT_SOURCE } from '../../../cli/src/html-report/drawing/page-script.js';
import { STYLES, STYLES_SOURCE } from '../../../cli/src/html-report/drawing/styles.js';
import { el, render } from '../../../cli/src/html-report/drawing/markup.js';
import { landlordBilan } from '../../../cli/src/html-report/landlord-bilan.js';
import { PLAIN_WORDS } from '../../../cli/src/html-report/figures/report-words.js';
import { sampleReport } from '../fixtures/report.js';

const RECEIPT = { hash: 'ab'.repeat(32), lines: [{ what: 'Politique : p.bareme', value: 'cd'.repeat(32) }], command: 'bareme rejouer policies --territoire t' };
const page = (report: ReplayReport = sampleReport()) => htmlReport({ report: report, receipt: RECEIPT });

/** What the page says, without markup; no-break spaces as spaces. */
function textOf(html: string): string {
    return html
        .replace(/<(style|script)>.*?<\/\1>/gs, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')
        .replace(/[\u00a0\u202f\s]+/g, ' ');
}

describe('the page of a replay', () => {
    it('stands alone: one script of its own, no address, nothing to fetch', () => {
        const html = page();
        expect(html.split(/<script/i)).toHaveLength(2);
        expect(html).toContain(`<script>${PAGE_SCRIPT}</script>`);
        expect(html).not.toMatch(/<link|<img|<iframe|<object|@import|\son\w+=/i);
        expect(html).not.toMatch(/https?:|\/\/[a-z]/i);
        expect(html.match(/url\([^)]*\)/g)?.every((url) => url.startsWith('url(#'))).toBe(true);
    });

    it('lets the browser run that script by its hash, and nothing else', () => {
        const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page())?.[1]?.replaceAll('&#39;', "'") ?? '';
        const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
        expect(PAGE_SCRIPT_SOURCE).toBe(sourceOf(PAGE_SCRIPT));
        expect(STYLES_SOURCE).toBe(sourceOf(STYLES));
        expect(policy).toContain(`script-src ${PAGE_SCRIPT_SOURCE}; style-src ${STYLES_SOURCE}`);
        expect(policy).toContain("default-src 'none'");
        expect(policy).not.toContain('unsafe');
        expect(PAGE_SCRIPT).not.toMatch(/innerHTML|eval|Function|fetch|XMLHttp|import\(/);
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

    it('begins with the six findings, in their order', () => {
        const text = textOf(page());
        const places = ['Ce qui change :', 'Ce qui bouge :', 'Objectifs :', 'Qui gagne, qui perd :', 'Flux :', 'Quelle confiance :'].map((lead) =>
            text.indexOf(lead),
        );
        expect(places.every((place) => place > 0)).toBe(true);
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        expect(text).toContain(
            '« Ancienneté renforcée » : 38 baux sur 378 (10,1 %) iraient à des ménages que les règles en vigueur ne logent pas (un seul tirage).',
        );
    });

    it('folds what stands behind in one part for each reader, under one contents', () => {
        const html = page();
        expect(html.match(/<details class="part"/g)).toHaveLength(6);
        expect(html.split('<nav')).toHaveLength(2);
    });

    it('says on which edition it is, and which files are not to be given', () => {
        const text = textOf(page());
        expect(text).toContain('Édition partageable');
        expect(text).toContain('rapport-interne.json et registre-interne.csv, ligne à ligne, sont d’usage interne');
    });

    it('calls out a variant that changes nothing', () => {
        const report = sampleReport();
        const [baseline, first, second] = report.ruleSets;
        const changed = sampleReport({ ruleSets: [baseline!, { ...first!, changesNothing: true }, second!] });
        expect(textOf(page(changed))).toContain('La variante « Ancienneté renforcée » ne change rien');
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
        expect(textOf(page(empty))).toContain('Ce qui change : aucune variante n’est comparée');
    });
});

describe('the yearly record of reservations (CCH R.441-5-1)', () => {
    const bilan = (report: ReplayReport) => textOf(landlordBilan(report, PLAIN_WORDS));

    it('holds recorded dwellings alone, and lists the columns that the data lack', () => {
        const report = sampleReport();
        const breakdown = [{ fact: 'typologie', words: [{ word: 'T2', flux: 40, oriented: 12, signed: 3 }] }];
        const flux = report.flux.map((outcome) => ({
            ...outcome,
            proposed: undefined,
            allotted: undefined,
            oriented: outcome.ruleSet === HISTORY ? 31 : 77,
            breakdown,
        }));
        const text = bilan(sampleReport({ flux }));
        expect(text).toContain('Ensemble 92 31');
        expect(text).toContain('T2 40 12 3');
        expect(text).not.toContain('77');
        expect(text).toContain(
            'Colonnes que les données ne permettent pas : les logements proposés, les logements attribués, le type de financement, le quartier prioritaire, hors ou en, la commune et la période de construction.',
        );
    });

    it('says why it cannot be drawn', () => {
        expect(bilan(sampleReport({ flux: [] }))).toContain('Aucune convention de réservation dans ces règles');
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
        expect(attacked).not.toMatch(/<script[^>]|<img|<iframe|\u202e|\0/);
        expect(attacked.split('<script>')).toHaveLength(2);
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
