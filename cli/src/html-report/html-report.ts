import type { ReplayReport } from '@bareme/language/replay';
import { dayText } from '../french.js';
import { el, render, type Child, type Markup } from './markup.js';
import { patternDefinitions } from './patterns.js';
import { affectedSection } from './sections/affected.js';
import { annexSection } from './sections/annex.js';
import { briefSection } from './sections/brief.js';
import { comparedSection } from './sections/compared.js';
import { entrantsSection } from './sections/entrants.js';
import { fairnessSection } from './sections/fairness.js';
import { breakdownSection } from './sections/flux-breakdown.js';
import { fluxSection } from './sections/flux.js';
import { glossarySection } from './sections/glossary.js';
import { honestySection } from './sections/honesty.js';
import { landlordsSection } from './sections/landlords.js';
import { ledgerSection } from './sections/ledger-extract.js';
import { limitsSection } from './sections/limits.js';
import { movesSection } from './sections/moves.js';
import { objectivesSection } from './sections/objectives.js';
import { refusalsSection } from './sections/refusals.js';
import { replicationsSection } from './sections/replications.js';
import { reserveesSection } from './sections/reservees.js';
import { receiptSection, type ReceiptSummary } from './sections/receipt.js';
import type { Section } from './sections/section.js';
import { sensitivitySection } from './sections/sensitivity.js';
import { signalsSection } from './sections/signals.js';
import { stepsSection } from './sections/steps.js';
import { stocksSection } from './sections/stocks.js';
import { tensionSection } from './sections/tension.js';
import { topDemandsSection } from './sections/top-demands.js';
import { toldSection } from './sections/told.js';
import { waitingSection } from './sections/waiting.js';
import { STYLES } from './styles.js';
import { viewOf } from './view.js';
import { PLAIN_WORDS, type ReportWords } from './report-words.js';

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
