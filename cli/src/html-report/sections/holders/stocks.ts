import type { StockCount, StockOutcome } from '@bareme/language/replay';
import { dayText, integerText } from '../../../french.js';
import { el, type Child } from '../../drawing/markup.js';
import { swatch } from '../../drawing/patterns.js';
import { publishColumn, SMALLEST_CELL } from '../../figures/suppression.js';
import { dataTable, type Column } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { fewText, tenText } from '../../figures/words.js';
import { aside, paragraph, together, type Section } from '../../drawing/section.js';

/** Classes of whole months since the recognition: those after which the court may be seized begin one (CCH R.441-16-1). */
const DELAYS: readonly number[] = [0, 3, 6];

/** The publics that the policy names, waiting at the start and at the end: for the préfecture. */
export function stocksSection(view: ReportView): readonly Section[] {
    const { stocks, territory } = view.report;
    const [imputed, others] = [stocks.filter(({ imputations }) => imputations.length > 0), stocks.filter(({ imputations }) => imputations.length === 0)];
    if (stocks.length === 0) return [];
    return [
        {
            id: 'publics',
            title: 'Pour la préfecture : les publics en attente, au début et à la fin',
            content: [
                paragraph(
                    `Une demande en attente est ouverte ce jour-là et relève du public ; sous chaque règle, un ménage logé par le rejeu n’attend plus. « Au début » est le ${dayText(territory.from)}, « à la fin » le ${dayText(territory.to)} ; les baux comptés sont ceux signés entre les deux. Les effectifs sont donnés à la dizaine ; un effectif de moins de 11 ménages est tu.`,
                ),
                ...distinct(imputed).map((of) => together(el('h3', {}, of[0]?.label ?? ''), delayTable(view, of), delayNote(of))),
                ...(others.length === 0 ? [] : [together(el('h3', {}, 'Les publics des contingents'), publicTable(view, others))]),
            ],
        },
    ];
}

function distinct(stocks: readonly StockOutcome[]): readonly (readonly StockOutcome[])[] {
    const names = [...new Set(stocks.map((stock) => stock.public))];
    return names.map((name) => stocks.filter((stock) => stock.public === name));
}

function rulesCell(view: ReportView, { ruleSet }: StockOutcome): Child {
    return el('span', {}, swatch(view.pattern(ruleSet)), view.label(ruleSet));
}

/** The stock on the first day, which no rule set changes, then on the last day under each of them and in the record. */
function delayTable(view: ReportView, stocks: readonly StockOutcome[]): Child {
    const starts = new Map(stocks.map(({ start }) => [JSON.stringify(start), start]));
    const isDated = stocks.some(({ start, end }) => (start ?? end)?.recognised !== undefined);
    const numeric = (title: string): Column => ({ title, numeric: true });
    const cells = (count: StockCount | undefined): readonly string[] => [openText(count), ...(isDated ? delayTexts(count) : [])];
    return dataTable({
        caption: 'Demandes en attente, selon les mois écoulés depuis que le ménage est reconnu',
        columns: [
            { title: 'Jour et règles' },
            numeric('Baux signés'),
            numeric('En attente'),
            ...(isDated ? [...DELAYS.map(delayTitle).map(numeric), numeric('Jour inconnu')] : []),
        ],
        rows: [
            ...[...starts.values()].map((start) => [`Au début${start === undefined ? '' : `, le ${dayText(start.day)}`}`, '', ...cells(start)]),
            ...stocks.map((stock) => [el('span', {}, 'À la fin : ', rulesCell(view, stock)), leasesText(stock), ...cells(stock.end)]),
        ],
    });
}

/** `moins de 3 mois`, `de 3 à 5 mois`, `6 mois et plus`. */
function delayTitle(from: number, place: number): string {
    const next = DELAYS[place + 1];
    if (next === undefined) return `${from} mois et plus`;
    return from === 0 ? `Moins de ${next} mois` : `De ${from} à ${next - 1} mois`;
}

/** The demands of each delay, then those of which the day is not known: together they are all those of the public. */
function delayTexts(count: StockCount | undefined): readonly string[] {
    const { recognised, undated = 0, demands } = count ?? { demands: 0 };
    if (recognised === undefined) return [...DELAYS, 0].map(() => '—');
    const classes = DELAYS.map((from, place) => {
        const next = DELAYS[place + 1] ?? Infinity;
        return recognised.filter(({ months }) => months >= from && months < next).reduce((sum, since) => sum + since.demands, 0);
    });
    const hidden = demands < SMALLEST_CELL ? new Set([...DELAYS.keys(), DELAYS.length]) : new Set<number>();
    return publishColumn([...classes, undated], hidden).map(tenText);
}

function delayNote(stocks: readonly StockOutcome[]): Child {
    const unsure = Math.max(...stocks.flatMap(({ start, end }) => [start?.unsure ?? 0, end?.unsure ?? 0]));
    const doubt =
        unsure === 0
            ? ''
            : ` Au plus ${integerText(Math.max(unsure, 11))} demandes en attente ne disent pas si elles relèvent du public : elles ne sont pas comptées.`;
    return aside(
        `Les mois sont révolus, depuis le jour où le ménage a été reconnu. Passé trois mois, ou six dans les départements que vise l’article R.441-16-1 du CCH, le ménage sans offre adaptée peut saisir le juge. Les baux un par un : registre-interne.csv.${doubt}`,
    );
}

function publicTable(view: ReportView, stocks: readonly StockOutcome[]): Child {
    return dataTable({
        caption: 'Demandes en attente qui peuvent être désignées sur le contingent',
        columns: [
            { title: 'Public' },
            { title: 'Règles' },
            { title: 'En attente au début', numeric: true },
            { title: 'Baux signés', numeric: true },
            { title: 'En attente à la fin', numeric: true },
        ],
        rows: distinct(stocks).flatMap((of) =>
            of.map((stock) => [stock.label, rulesCell(view, stock), openText(stock.start), leasesText(stock), openText(stock.end)]),
        ),
    });
}

function openText(count: StockCount | undefined): string {
    return count === undefined ? '—' : fewText(count.demands);
}

function leasesText({ leases }: StockOutcome): string {
    return fewText(leases);
}
