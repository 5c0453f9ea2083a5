import type { ReplayReport } from '@bareme/language/replay';
import { dayText } from '../french.js';
import { el, render, type Child, type Markup } from './drawing/markup.js';
import { patternDefinitions } from './drawing/patterns.js';
import { affectedSection } from './sections/council/affected.js';
import { annexSection } from './sections/everyone/annex.js';
import { briefSection } from './sections/everyone/brief.js';
import { comparedSection } from './sections/everyone/compared.js';
import { entrantsSection } from './sections/conference/entrants.js';
import { fairnessSection } from './sections/council/fairness.js';
import { breakdownSection } from './sections/holders/flux-breakdown.js';
import { fluxSection } from './sections/holders/flux.js';
import { glossarySection } from './sections/everyone/glossary.js';
import { honestySection } from './sections/everyone/honesty.js';
import { landlordsSection } from './sections/landlords/landlords.js';
import { ledgerSection } from './sections/everyone/ledger-extract.js';
import { limitsSection } from './sections/everyone/limits.js';
import { movesSection } from './sections/conference/moves.js';
import { objectivesSection } from './sections/council/objectives.js';
import { refusalsSection } from './sections/conference/refusals.js';
import { replicationsSection } from './sections/everyone/replications.js';
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
import { STYLES } from './drawing/styles.js';
import { viewOf } from './figures/view.js';
import { PLAIN_WORDS, type ReportWords } from './figures/report-words.js';

/**
 * A replay's report as one page of HTML: French, without script, without any address, so that it opens offline and prints. The same
 * report and receipt give the same text.
 */
export function htmlReport(report: ReplayReport, receipt: ReceiptSummary, words: ReportWords = PLAIN_WORDS): string {
    const view = viewOf(report, words);
    const sections = [
        briefSection(view),
        comparedSection(view),
        objectivesSection(view),
        affectedSection(view),
        ...fairnessSection(view),
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
        ...landlordsSection(view),
        ledgerSection(view),
        ...replicationsSection(view),
        ...sensitivitySection(view),
        honestySection(view),
        stepsSection(view),
        limitsSection(view),
        glossarySection(),
        annexSection(view),
        ...breakdownSection(view),
        receiptSection(receipt),
    ];
    const page = el(
        'html',
        { lang: 'fr' },
        head(report),
        el('body', {}, patternDefinitions(), heading(report), contents(sections), body(sections), foot(report)),
    );
    return `<!doctype html>\n${render(page)}\n`;
}

/** No script may run and nothing may be fetched, whatever the data hold. */
const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function head(report: ReplayReport): Markup {
    return el(
        'head',
        {},
        el('meta', { charset: 'utf-8' }),
        el('meta', { 'http-equiv': 'Content-Security-Policy', content: CONTENT_POLICY }),
        el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        el('meta', { name: 'robots', content: 'noindex' }),
        el('title', {}, `Rejeu des attributions : ${report.territory.name}`),
        el('style', {}, STYLES),
    );
}

function heading({ territory }: ReplayReport): Markup {
    const notices = territory.notices.map((notice) => el('li', {}, notice));
    return el(
        'header',
        {},
        el('h1', {}, `Rejeu des attributions : ${territory.name}`),
        el('p', { class: 'period' }, `Logements libérés du ${dayText(territory.from)} au ${dayText(territory.to)}`),
        territory.synthetic ? el('p', { class: 'notice' }, 'Données synthétiques — territoire fictif') : undefined,
        notices.length === 0 ? undefined : el('ul', { class: 'notices' }, notices),
    );
}

/** What each reader needs first; the rest of the page is for all. */
const READERS: readonly { readonly reader: string; readonly ids: readonly string[] }[] = [
    { reader: 'Le conseil :', ids: ['bref', 'objectifs', 'menages', 'equite', 'attente', 'demandeur'] },
    { reader: 'La conférence intercommunale :', ids: ['mouvements', 'tension', 'premieres', 'entrants', 'refus', 'signalements'] },
    { reader: 'La préfecture et les réservataires :', ids: ['publics', 'conventions', 'reservataires', 'bilans'] },
    { reader: 'Les bailleurs :', ids: ['bailleurs', 'etapes'] },
];

function contents(sections: readonly Section[]): Markup {
    const links = sections.map(({ id, title }) => el('li', {}, el('a', { href: `#${id}` }, title)));
    const ways = READERS.flatMap(({ reader, ids }) => {
        const own = sections.filter(({ id }) => ids.includes(id));
        return own.length === 0
            ? []
            : [
                  el(
                      'li',
                      {},
                      el('b', {}, reader),
                      ' ',
                      own.flatMap(({ id, title }, place) => [place === 0 ? '' : ', ', el('a', { href: `#${id}` }, title)]),
                  ),
              ];
    });
    return el(
        'nav',
        { 'aria-labelledby': 'sommaire' },
        el('h2', { id: 'sommaire' }, 'Dans ce rapport'),
        el('p', {}, 'Que lire, selon qui l’on est :'),
        el('ul', { class: 'readers' }, ways),
        el('ol', {}, links),
    );
}

/** Where the parts that one reader takes along begin: on a page of their own. */
const PAGES: ReadonlySet<string> = new Set(['tension', 'publics', 'conventions', 'bailleurs', 'registre', 'bilans']);

function body(sections: readonly Section[]): Markup {
    return el(
        'main',
        {},
        sections.map(({ id, title, content }): Child =>
            el('section', { id, class: PAGES.has(id) ? 'page' : undefined, 'aria-labelledby': `${id}-titre` }, el('h2', { id: `${id}-titre` }, title), content),
        ),
    );
}

function foot({ territory, mode }: ReplayReport): Markup {
    const synthetic = territory.synthetic ? ' Données synthétiques — territoire fictif.' : '';
    return el('footer', {}, el('p', {}, `Rejeu en mode « ${mode} » par Barème. Aide à la décision : la commission décide.${synthetic}`));
}
