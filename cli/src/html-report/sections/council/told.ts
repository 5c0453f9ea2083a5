import { compare, fromFraction, rational, type Rational } from '@bareme/language/ir';
import { HISTORY, type LedgerRow } from '@bareme/language/replay';
import { integerText, plural, pointsText } from '../../../french.js';
import { el, type Child } from '../../drawing/markup.js';
import { SMALLEST_CELL } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { quartilesOf } from '../../figures/words.js';
import { recordRowsOf } from '../landlords/landlord-record.js';
import { aside, paragraph, together, type Section } from '../../drawing/section.js';

/** The two places by which the waiting seen is told (CCH R.441-2-17). */
const PLACES = ['typologie', 'commune'] as const;
type Place = (typeof PLACES)[number];

/** What a demandeur is owed, as far as a replay tells it: the waiting seen and the notes of the housed, by type and by commune. */
export function toldSection(view: ReportView): readonly Section[] {
    const rows = [...view.report.ledger.filter(({ ruleSet }) => ruleSet !== HISTORY), ...recordRowsOf(view)].filter(({ marks }) => marks?.waited !== undefined);
    if (rows.length === 0) return [];
    return [
        {
            id: 'demandeur',
            title: 'Ce qui est dû au demandeur : la note, le délai constaté, la position',
            content: [
                paragraph(
                    'Tout demandeur peut connaître sa note, le délai d’attente constaté par type de logement et par lieu, et sa position parmi les demandes analogues (CCH R.441-2-17). La commande ',
                    el('code', {}, 'bareme expliquer'),
                    ' donne les trois pour une demande. Voici ce que chaque règle ferait du délai constaté et des notes : la moitié des baux est au-dessous de la valeur donnée, et la moitié centrale entre celles qui la suivent.',
                ),
                ...PLACES.flatMap((place) => [together(waitTable(view, rows, place)), noteTable(view, rows, place)]),
                aside(
                    `Rien n’est dit de moins de ${SMALLEST_CELL} baux. Les baux un par un : registre-interne.csv, colonnes « attente_en_mois » et « note_logée ». Le délai de ceux qui ont été logés ne dit rien de ceux qui attendent encore.`,
                ),
            ],
        },
    ];
}

function waitTable(view: ReportView, rows: readonly LedgerRow[], place: Place): Child {
    return tableBy(view, rows, { place, caption: 'Délai constaté, de la première demande au bail', cellOf: waitText });
}

function noteTable(view: ReportView, rows: readonly LedgerRow[], place: Place): Child {
    const noted = rows.filter(({ housedNote }) => housedNote !== undefined);
    return noted.length === 0 ? undefined : together(tableBy(view, noted, { place, caption: 'Notes des ménages logés par le classement', cellOf: noteText }));
}

interface TableRequest {
    readonly place: Place;
    readonly caption: string;
    readonly cellOf: (rows: readonly LedgerRow[]) => string;
}

function tableBy(view: ReportView, rows: readonly LedgerRow[], { place, caption, cellOf }: TableRequest): Child {
    const wordOf = ({ typology, commune }: LedgerRow): string => (place === 'typologie' ? typology : commune);
    const words = [...new Set(rows.map(wordOf))].sort();
    const rules = [...new Set(rows.map(({ ruleSet }) => ruleSet))];
    return dataTable({
        caption: `${caption}, ${place === 'typologie' ? 'par type de logement' : 'par commune'}`,
        columns: [{ title: place === 'typologie' ? 'Type' : 'Commune' }, ...rules.map((ruleSet) => ({ title: view.label(ruleSet), numeric: true }))],
        rows: words.map((word) => [
            word === '' ? 'non renseigné' : view.words.dwelling(place, word),
            ...rules.map((ruleSet) => cellOf(rows.filter((row) => row.ruleSet === ruleSet && wordOf(row) === word))),
        ]),
    });
}

/** `22 mois (de 9 à 46), 101 baux`. */
function waitText(rows: readonly LedgerRow[]): string {
    if (rows.length < SMALLEST_CELL) return '—';
    const [q1, median, q3] = quartilesOf(rows.flatMap(({ marks }) => marks?.waited ?? []));
    return `${integerText(median)} mois (de ${integerText(q1)} à ${integerText(q3)}), ${plural(rows.length, 'bail', 'baux')}`;
}

/** `88 (de 70 à 121), 95 baux`. */
function noteText(rows: readonly LedgerRow[]): string {
    const notes = rows.flatMap(({ housedNote }) => notesIn(housedNote)).sort(compare);
    const at = (quarters: number): string => pointsText(notes[Math.max(Math.ceil((quarters * notes.length) / 4), 1) - 1] ?? NOTHING);
    return notes.length < SMALLEST_CELL ? '—' : `${at(2)} (de ${at(1)} à ${at(3)}), ${plural(notes.length, 'bail', 'baux')}`;
}

const NOTHING = rational(0);

function notesIn(note: string | undefined): readonly Rational[] {
    const value = note === undefined ? undefined : fromFraction(note);
    return value === undefined ? [] : [value];
}
