import type { LedgerRow, TensionCell, TensionOutcome } from '@bareme/language/replay';
import { integerText } from '../../../french.js';
import type { Child } from '../../drawing/markup.js';
import { publishColumn, publishWhole } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { countText } from '../../figures/words.js';
import { paragraph, together, type Section } from '../../drawing/section.js';

/** Where demand weighs most: how many demands each vacancy draws, by type and by commune. For the CIL. */
export function tensionSection(view: ReportView): readonly Section[] {
    const rows = view.report.ledger.filter(({ ruleSet, end, route, decidedBy }) => ruleSet === view.baseline.id && isRanked({ end, route, decidedBy }));
    if (view.report.mode !== 'vivier' || rows.length === 0) return [];
    return [
        {
            id: 'tension',
            title: 'Pour la conférence intercommunale : où la demande pèse',
            content: [
                paragraph(
                    'Combien de demandes ouvertes, admissibles et compatibles chaque logement classé a trouvées devant lui, sous les règles en vigueur. Une même demande compte pour chacun des logements qui lui conviennent.',
                ),
                together(tensionTable(view, rows, 'typologie')),
                together(tensionTable(view, rows, 'commune')),
                ...profilePart(view),
            ],
        },
    ];
}

/** Whether the ranking decided: not a sale, nor a household let outside it. */
function isRanked({ end, decidedBy }: Pick<LedgerRow, 'end' | 'route' | 'decidedBy'>): boolean {
    return end !== 'outside' && end !== 'not-evaluated' && decidedBy !== 'route';
}

function tensionTable(view: ReportView, rows: readonly LedgerRow[], by: 'typologie' | 'commune') {
    const groups = new Map<string, LedgerRow[]>();
    for (const row of rows) {
        const word = by === 'typologie' ? row.typology : row.commune;
        groups.set(word, [...(groups.get(word) ?? []), row]);
    }
    const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
    return dataTable({
        caption: by === 'typologie' ? 'Par type de logement' : 'Par commune',
        columns: [
            { title: by === 'typologie' ? 'Type' : 'Commune' },
            { title: 'Logements classés', numeric: true },
            { title: 'Demandes par logement, moyenne', numeric: true },
            { title: 'Médiane', numeric: true },
            { title: 'La plus faible', numeric: true },
            { title: 'Sans candidat', numeric: true },
        ],
        rows: sorted.map(([word, own]) => {
            const pools = own.map(({ pool }) => pool).sort((a, b) => a - b);
            const total = pools.reduce((sum, pool) => sum + pool, 0);
            return [
                word === '' ? 'non renseigné' : view.words.dwelling(by, word),
                integerText(own.length),
                householdsText(Math.round(total / own.length)),
                householdsText(pools[Math.ceil(pools.length / 2) - 1] ?? 0),
                householdsText(pools[0] ?? 0),
                integerText(own.filter(({ end }) => end === 'without-candidate').length),
            ];
        }),
    });
}

/** Columns of profiles; beyond them the others are one. */
const MOST_PROFILES = 6;

/** Type by type and commune by commune, which households each dwelling draws. */
function profilePart({ report: { tension }, words }: ReportView): readonly Child[] {
    if (tension === undefined || tension.cells.length === 0) return [];
    const { titles, counts } = shownProfiles(tension);
    const word = (by: 'typologie' | 'commune', code: string): string => (code === '' ? 'non renseigné' : words.dwelling(by, code));
    return [
        dataTable({
            caption: `Demandes par logement, selon le type, la commune et « ${tension.profile.label} » (moyennes)`,
            columns: [
                { title: 'Type' },
                { title: 'Commune' },
                { title: 'Logements classés', numeric: true },
                { title: 'Demandes par logement', numeric: true },
                ...titles.map((title) => ({ title, numeric: true })),
            ],
            rows: tension.cells.map((cell) => [
                word('typologie', cell.typology),
                word('commune', cell.commune),
                integerText(cell.vacancies),
                householdsText(meanOf(cell.demands, cell)),
                ...publishColumn(counts(cell).map((count) => meanOf(count, cell))).map(countText),
            ]),
        }),
    ];
}

interface ShownProfiles {
    readonly titles: readonly string[];
    readonly counts: (cell: TensionCell) => readonly number[];
}

function shownProfiles({ profiles }: TensionOutcome): ShownProfiles {
    if (profiles.length <= MOST_PROFILES) return { titles: profiles.map(({ label }) => label), counts: ({ byProfile }) => byProfile };
    const kept = MOST_PROFILES - 1;
    const rest = ({ byProfile }: TensionCell): number => byProfile.slice(kept).reduce((sum, count) => sum + count, 0);
    return {
        titles: [...profiles.slice(0, kept).map(({ label }) => label), 'Autres profils'],
        counts: (cell) => [...cell.byProfile.slice(0, kept), rest(cell)],
    };
}

/** A mean over the vacancies of a cell, to the unit; one at least where there is anyone, so that it is kept back as one. */
function meanOf(count: number, { vacancies }: TensionCell): number {
    return count === 0 ? 0 : Math.max(1, Math.round(count / vacancies));
}

/** A number of households before one dwelling. */
function householdsText(count: number): string {
    return countText(publishWhole({ has: count, lacks: 0 }));
}
