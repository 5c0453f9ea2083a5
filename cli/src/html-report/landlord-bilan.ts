import { HISTORY, type ReplayReport } from '@bareme/language/replay';
import { enumerate, integerText } from '../french.js';
import { el, render, type Child, type Markup } from './drawing/markup.js';
import { STYLES, STYLES_SOURCE } from './drawing/styles.js';
import { groupedTable, type RowGroup } from './drawing/table.js';
import type { ReportWords } from './figures/report-words.js';
import { STAGES, yearlyRecords, type RecordCounts, type Stage, type YearlyRecord } from './figures/yearly-records.js';

const STAGE_WORDS: Readonly<Record<Stage, string>> = { oriented: 'Orientés', proposed: 'Proposés', allotted: 'Attribués', signed: 'Baux signés' };

/** What CCH R.441-5-1 asks the record to be told by, and the words by which the label of a fact is known to tell it. */
const ASKED: readonly (readonly [what: string, told: RegExp])[] = [
    ['la typologie', /typologie|type/i],
    ['le type de financement', /financement/i],
    ['le quartier prioritaire, hors ou en', /qpv|quartier/i],
    ['la commune', /commune/i],
    ['la période de construction', /construction|achèvement/i],
];

/**
 * The yearly record that each landlord owes its reservees before 28 February (CCH R.441-5-1), as a page of its own: recorded dwellings
 * alone, one sheet for each convention and year, nothing kept back (dwellings are counted, not households), and what the data lack.
 */
export function landlordBilan({ territory, flux }: ReplayReport, words: ReportWords): string {
    const records = yearlyRecords(flux, HISTORY);
    const title = `${territory.name} : bilan annuel des réservations (CCH R.441-5-1)`;
    const content = records.length === 0 ? [el('p', {}, nothingText(flux.length > 0))] : records.map((record) => recordSheet(record, words));
    const head = el(
        'head',
        {},
        el('meta', { charset: 'utf-8' }),
        el('meta', { 'http-equiv': 'Content-Security-Policy', content: `default-src 'none'; style-src ${STYLES_SOURCE}; base-uri 'none'; form-action 'none'` }),
        el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        el('title', {}, title),
        el('style', {}, STYLES),
    );
    const notice = territory.synthetic ? el('p', { class: 'notice' }, 'Données synthétiques — territoire fictif') : undefined;
    const intro = el(
        'p',
        {},
        'Logements enregistrés seulement, rien de simulé. Aucun nombre n’est tu : ce sont des logements, et la loi fait connaître ce bilan en entier.',
    );
    return `<!doctype html>\n${render(el('html', { lang: 'fr' }, head, el('body', {}, el('header', {}, el('h1', {}, title), notice, intro), el('main', {}, content))))}\n`;
}

function nothingText(hasFlux: boolean): string {
    return hasFlux
        ? 'Les données enregistrées ne disent pas à quel réservataire chaque logement est allé, ou la politique ne demande pas de bilan (« bilan par … ») : ce bilan ne peut pas être dressé.'
        : 'Aucune convention de réservation dans ces règles : ce bilan ne peut pas être dressé.';
}

function recordSheet(record: YearlyRecord, words: ReportWords): Markup {
    const { label, landlord, year, whole, facts } = record;
    const told = STAGES.filter((stage) => whole[stage] !== undefined);
    const rows = (lines: readonly (RecordCounts & { readonly name: string })[]): RowGroup['rows'] =>
        lines.map(({ name, flux, ...counts }): readonly Child[] => [name, integerText(flux), ...told.map((stage) => integerText(counts[stage] ?? 0))]);
    const groups: readonly RowGroup[] = [
        { rows: rows([{ name: 'Ensemble', ...whole }]) },
        ...facts.map(({ fact, lines }) => ({
            title: words.fact(fact),
            rows: rows(lines.map(({ word, ...counts }) => ({ name: word === '' ? 'non renseigné' : words.dwelling(fact, word), ...counts }))),
        })),
    ];
    const columns = [{ title: 'Logements' }, { title: 'Flux', numeric: true }, ...told.map((stage) => ({ title: STAGE_WORDS[stage], numeric: true }))];
    return el(
        'section',
        { class: 'page' },
        el('h2', {}, `${words.dwelling('bailleur', landlord)} : ${label} (${year})`),
        groupedTable({ caption: `Bilan ${year}`, columns, groups }),
        el('p', { class: 'quiet' }, lackingText(record, words)),
    );
}

/** The columns that the record lacks: stages that the data do not tell, and what the article asks that no fact tells. */
function lackingText({ whole, facts }: YearlyRecord, words: ReportWords): string {
    const stages = STAGES.filter((stage) => whole[stage] === undefined).map((stage) => `les logements ${STAGE_WORDS[stage].toLowerCase()}`);
    const labels = facts.map(({ fact }) => `${fact} ${words.fact(fact)}`);
    const asked = ASKED.filter(([, pattern]) => !labels.some((label) => pattern.test(label))).map(([what]) => what);
    const lacking = [...stages, ...asked];
    return lacking.length === 0
        ? 'Toutes les colonnes demandées par R.441-5-1 sont données.'
        : `Colonnes que les données ne permettent pas : ${enumerate(lacking)}.`;
}
