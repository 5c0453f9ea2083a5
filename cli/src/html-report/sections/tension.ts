import type { LedgerRow } from '@bareme/language/replay';
import { integerText } from '../../french.js';
import { dataTable } from '../table.js';
import type { ReportView } from '../view.js';
import { paragraph, together, type Section } from './section.js';

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
                integerText(Math.round(total / own.length)),
                integerText(pools[Math.ceil(pools.length / 2) - 1] ?? 0),
                integerText(pools[0] ?? 0),
                integerText(own.filter(({ end }) => end === 'without-candidate').length),
            ];
        }),
    });
}
