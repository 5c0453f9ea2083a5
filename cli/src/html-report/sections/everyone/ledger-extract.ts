import { absurd } from '@bareme/language/ir';
import type { LedgerRow } from '@bareme/language/replay';
import { dayText, integerText, pointsText } from '../../../french.js';
import type { Child } from '../../drawing/markup.js';
import { el } from '../../drawing/markup.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { causeText } from '../../figures/cause-words.js';
import { paragraph, type Section } from '../../drawing/section.js';

/** How many vacancies the page shows; the ledger's file holds them all. */
export const EXTRACT_ROWS = 20;

/** A few vacancies one by one: who is first by each rule set, and why it differs. */
export function ledgerSection(view: ReportView): Section {
    const vacancies = chosenVacancies(view);
    const nameOf = borrowedNames();
    return {
        id: 'registre',
        title: 'Logement par logement : un extrait du registre',
        content: [
            paragraph(
                `Voici ${integerText(vacancies.length)} logements, d’abord ceux où une variante change la première demande. Les ménages y portent un nom d’emprunt, dans l’ordre de la page. « Première par les règles » ne veut pas dire logée : le réservataire désigne, la commission décide, le ménage accepte ou refuse. Le fichier `,
                el('code', {}, 'registre-interne.csv'),
                ' contient tous les logements, sous chaque règle.',
            ),
            dataTable({
                caption: 'Première demande par les règles (note entre parenthèses)',
                columns: [
                    { title: 'Logement' },
                    { title: 'Libéré le' },
                    { title: 'Réservataire' },
                    ...view.report.ruleSets.map(({ label }) => ({ title: label })),
                ],
                rows: vacancies.map((rows) => vacancyRow(view, rows, nameOf)),
            }),
        ],
    };
}

/** The rows of a vacancy, one per rule set. */
type Vacancy = readonly LedgerRow[];

/** Vacancies where a variant moves the first candidate come first; then the others, in the order of the ledger. */
function chosenVacancies({ report }: ReportView): readonly Vacancy[] {
    const byVacancy = new Map<string, LedgerRow[]>();
    for (const row of report.ledger) {
        const key = `${row.released} ${row.dwelling}`;
        const rows = byVacancy.get(key);
        if (rows === undefined) byVacancy.set(key, [row]);
        else rows.push(row);
    }
    const all = [...byVacancy.values()];
    const moved = all.filter((rows) => rows.some((row) => row.moved !== undefined));
    const still = all.filter((rows) => !moved.includes(rows));
    return [...moved.slice(0, EXTRACT_ROWS), ...still.slice(0, Math.max(0, EXTRACT_ROWS - moved.length))];
}

function vacancyRow({ report, words }: ReportView, rows: Vacancy, nameOf: (demand: string) => string): readonly Child[] {
    const [first] = rows;
    if (first === undefined) return [];
    const cells = report.ruleSets.map(({ id }) => {
        const row = rows.find((candidate) => candidate.ruleSet === id);
        return row === undefined ? '—' : firstText(row, nameOf);
    });
    const place = [
        first.dwelling,
        [words.dwelling('typologie', first.typology), words.dwelling('commune', first.commune)].filter((part) => part !== '').join(', '),
    ]
        .filter((part) => part !== '')
        .join(' — ');
    return [place, dayText(first.released), first.reservee === '' ? '—' : words.dwelling('réservataire', first.reservee), ...cells];
}

/** Whatever an identifier looks like, the page shows a name of its own in its place. */
function borrowedNames(): (demand: string) => string {
    const names = new Map<string, string>();
    return (demand) => {
        const name = names.get(demand) ?? `ménage ${names.size + 1}`;
        names.set(demand, name);
        return name;
    };
}

function firstText(row: LedgerRow, nameOf: (demand: string) => string): string {
    if (row.decidedBy === 'route') return `${row.housed === undefined ? '—' : nameOf(row.housed)} (hors classement)`;
    if (row.first === undefined) return endText(row.end);
    const note = row.firstNote === undefined ? '' : ` (${pointsText(row.firstNote)})`;
    const draw = row.decidedBy === 'draw' ? ', départagée par tirage' : '';
    const moved =
        row.moved === undefined
            ? ''
            : ` — ${row.moved.cause === 'pool' ? 'effet de suite' : causeText(row.moved)}${row.moved.points === undefined ? '' : `, ${signedPoints(row.moved.points)}`}`;
    return `${nameOf(row.first)}${note}${draw}${moved}`;
}

function signedPoints(points: string): string {
    const text = pointsText(points);
    return `${text.startsWith('−') ? '' : '+'}${text} points`;
}

/** How a vacancy ends in the run, in words. */
export function endText(end: LedgerRow['end']): string {
    switch (end) {
        case 'leased':
            return 'bail signé';
        case 'without-taker':
            return 'sans preneur';
        case 'without-candidate':
            return 'sans candidat';
        case 'outside':
            return 'hors du rejeu';
        case 'recorded':
            return 'comme dans les données';
        case 'not-evaluated':
            return 'non évalué';
        default:
            return absurd(end);
    }
}
