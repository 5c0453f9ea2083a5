import type { ReplayReport, RuleSetInput } from '@bareme/language/replay';
import { tellComparison, type Telling } from '@bareme/language/telling';
import { el, render, type Child, type Markup } from './drawing/markup.js';
import { patternDefinitions } from './drawing/patterns.js';
import { comparedSection } from './sections/everyone/compared.js';
import { entrantsSection } from './sections/conference/entrants.js';
import { breakdownSection } from './sections/holders/flux-breakdown.js';
import { fluxSection } from './sections/holders/flux.js';
import { glossarySection } from './sections/everyone/glossary.js';
import { honestySection } from './sections/everyone/honesty.js';
import { landlordsSection } from './sections/landlords/landlords.js';
import { ledgerSection } from './sections/everyone/ledger-extract.js';
import { limitsSection } from './sections/everyone/limits.js';
import { movesSection } from './sections/conference/moves.js';
import { refusalsSection } from './sections/conference/refusals.js';
import { reserveesSection } from './sections/holders/reservees.js';
import { receiptSection, type ReceiptSummary } from './sections/everyone/receipt.js';
import type { Section } from './drawing/section.js';
import { sensitivitySection } from './sections/everyone/sensitivity.js';
import { signalsSection } from './sections/conference/signals.js';
import { stepsSection } from './sections/landlords/steps.js';
import { stocksSection } from './sections/holders/stocks.js';
import { tensionSection } from './sections/conference/tension.js';
import { topDemandsSection } from './sections/conference/top-demands.js';
import { toldSection } from './sections/council/told.js';
import { waitingSection } from './sections/council/waiting.js';
import { PAGE_SCRIPT, PAGE_SCRIPT_SOURCE } from './drawing/page-script.js';
import { STYLES, STYLES_SOURCE } from './drawing/styles.js';
import { anchorOf, firstScreen } from './first-screen.js';
import { filledParts, partMarkup, type FilledPart } from './reader-parts.js';
import { viewOf } from './figures/view.js';
import { PLAIN_WORDS, type ReportWords } from './figures/report-words.js';

/** What a page is made of. */
export interface PageContent {
    readonly report: ReplayReport;
    readonly receipt: ReceiptSummary;
    /** The rules replayed, baseline first: what the variants edit is told from them. */
    readonly ruleSets?: readonly RuleSetInput[];
    readonly words?: ReportWords;
}

/**
 * A replay's report as one page of HTML: French, without any address, so that it opens offline and prints; its only script is a constant
 * that searches, sorts and filters. The same report, rules and receipt give the same text.
 */
export function htmlReport({ report, receipt, ruleSets = [], words = PLAIN_WORDS }: PageContent): string {
    const telling = tellComparison({ report, ruleSets, words });
    const parts = filledParts(telling, sectionsOf(report, receipt, words));
    const [essentials, ...blocks] = firstScreen(telling, { trust: untriedNote(report), people: narrowNote(telling) });
    const main = el('main', {}, essentials, contents(telling, parts), blocks, parts.map(partMarkup));
    const page = el(
        'html',
        { lang: 'fr' },
        head(telling),
        el('body', {}, patternDefinitions(), heading(telling), main, foot(report, telling), el('script', {}, PAGE_SCRIPT)),
    );
    return `<!doctype html>\n${render(page)}\n`;
}

/** Where no assumption was moved, how to move them: the page is made of a command, which the screens are not. */
function untriedNote({ mode, sensitivity }: ReplayReport): Child {
    if (mode !== 'vivier' || sensitivity !== undefined) return undefined;
    const command = el('a', { href: '#recu' }, 'la commande du reçu');
    return el('p', { class: 'small' }, 'Pour l’essayer : ', command, ', avec ', el('code', {}, '--sensibilite'), ' (un rejeu de plus par hypothèse déplacée).');
}

/** A narrow screen keeps the classes that the draws tell from zero: the others stand in the part of the council. */
function narrowNote({ parts }: Telling): Child {
    if (!parts.some(({ id, exhibits }) => id === 'everyone' && exhibits.length > 0)) return undefined;
    const all = el('a', { href: '#toutes-les-classes' }, 'toutes les classes');
    return el('p', { class: 'small narrow' }, 'Classes dont l’écart est incertain : ', all, '.');
}

function sectionsOf(report: ReplayReport, receipt: ReceiptSummary, words: ReportWords): readonly Section[] {
    const view = viewOf(report, words);
    return [
        comparedSection(view),
        waitingSection(view),
        ...toldSection(view),
        movesSection(view),
        ...tensionSection(view),
        ...topDemandsSection(view),
        ...entrantsSection(view),
        ...refusalsSection(view),
        ...signalsSection(view),
        ...stocksSection(view),
        ...fluxSection(view),
        ...reserveesSection(view),
        ...breakdownSection(view),
        ...landlordsSection(view),
        stepsSection(view),
        ...sensitivitySection(view),
        honestySection(view),
        limitsSection(view),
        // The page is given to others: rows one by one are shown of invented households only.
        ...(report.territory.synthetic ? [ledgerSection(view)] : []),
        glossarySection(),
        receiptSection(receipt),
    ];
}

/** The page's one script and one sheet of styles may apply, by their hashes; nothing else runs and nothing is fetched, whatever the data hold. */
const CONTENT_POLICY = `default-src 'none'; script-src ${PAGE_SCRIPT_SOURCE}; style-src ${STYLES_SOURCE}; base-uri 'none'; form-action 'none'`;

function head({ title }: Telling): Markup {
    return el(
        'head',
        {},
        el('meta', { charset: 'utf-8' }),
        el('meta', { 'http-equiv': 'Content-Security-Policy', content: CONTENT_POLICY }),
        el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        el('meta', { name: 'color-scheme', content: 'light dark' }),
        el('meta', { name: 'robots', content: 'noindex' }),
        el('title', {}, title),
        el('style', {}, STYLES),
    );
}

function heading({ title, period, warnings: [first, ...others], edition }: Telling): Markup {
    return el(
        'header',
        {},
        el('h1', {}, title),
        el('p', { class: 'period' }, `${period.text}. ${edition.text}`),
        first === undefined ? undefined : el('p', { class: 'notice' }, first),
        others.length === 0
            ? undefined
            : el(
                  'details',
                  { class: 'notices' },
                  el('summary', {}, 'Avertissements'),
                  el(
                      'ul',
                      {},
                      others.map((notice) => el('li', {}, notice)),
                  ),
              ),
    );
}

/** The one table of contents: the findings are the first screen's own; here stand the parts, reader by reader. */
function contents({ first }: Telling, parts: readonly FilledPart[]): Markup {
    const link = (id: string, title: string): Markup => el('a', { href: `#${id}` }, title);
    const items = [
        el(
            'li',
            {},
            link('essentiel', 'L’essentiel'),
            ' : ',
            first.flatMap((block, place) => [place === 0 ? '' : ' · ', link(anchorOf(block), block.title.split(' : ')[0] ?? block.title)]),
        ),
        ...parts.map(({ id, title, sections }) =>
            el(
                'li',
                {},
                link(id, title),
                ' : ',
                sections.flatMap((section, place) => [place === 0 ? '' : ' · ', link(section.id, section.title)]),
            ),
        ),
    ];
    return el(
        'nav',
        { 'aria-labelledby': 'sommaire' },
        el('details', {}, el('summary', {}, el('h2', { id: 'sommaire' }, 'Sommaire et recherche')), el('ol', {}, items)),
    );
}

function foot({ territory, mode }: ReplayReport, { edition }: Telling): Markup {
    const synthetic = territory.synthetic ? ' Données synthétiques — territoire fictif.' : '';
    const internal =
        'Les fichiers rapport-interne.json et registre-interne.csv, ligne à ligne, sont d’usage interne : ils ne se diffusent pas avec cette page.';
    return el(
        'footer',
        {},
        el('p', {}, `Rejeu en mode « ${mode} » par Barème. Aide à la décision : la commission décide.${synthetic}`),
        el('p', {}, `${edition.text} ${internal}`),
    );
}
