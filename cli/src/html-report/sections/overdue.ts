import type { OverdueCount, OverdueOutcome } from '@bareme/language/replay';
import { integerText, percentText } from '../../french.js';
import { publishWhole } from '../landlord-counts.js';
import { el, type Child } from '../markup.js';
import { dataTable } from '../table.js';
import type { ReportView } from '../view.js';
import { countText } from '../words.js';
import { aside, paragraph, together } from './section.js';

/** The share of the demands that wait beyond the delay called abnormal, by type wanted, at the start then under each rule set. */
export function overduePart(view: ReportView): readonly Child[] {
    const { overdue, mode } = view.report;
    if (overdue.length === 0)
        return mode === 'constants'
            ? []
            : [aside('Aucune version de la politique ne déduit le fait de rôle « délai_dépassé » : la part au-delà du délai anormalement long est inconnue.')];
    const territories = [...new Set(overdue.map(({ territory }) => territory))];
    return [
        together(
            el('h3', {}, 'Au-delà du délai anormalement long'),
            paragraph(
                'Parmi les demandes ouvertes ce jour-là, celles qui attendent depuis plus longtemps que le délai fixé pour leur département (CCH L.441-1-4). Une demande qui accepte plusieurs types compte pour chacun d’eux : les lignes ne s’additionnent pas.',
            ),
        ),
        ...territories.map((territory) =>
            overdueTable(
                view,
                overdue.filter((of) => of.territory === territory),
            ),
        ),
        unknownNote(overdue),
    ];
}

function overdueTable(view: ReportView, outcomes: readonly OverdueOutcome[]): Child {
    const [first] = outcomes;
    const ruleSets = [...new Set(outcomes.map(({ ruleSet }) => ruleSet))];
    const types = [...new Set(outcomes.map(({ typology }) => typology))];
    const find = (ruleSet: string, typology: string | undefined): OverdueOutcome | undefined =>
        outcomes.find((of) => of.ruleSet === ruleSet && of.typology === typology);
    return dataTable({
        caption: `Part des demandes en attente au-delà du délai, selon le type demandé${first?.territory === undefined ? '' : ` (${first.territory})`}`,
        columns: [
            { title: 'Type demandé' },
            { title: 'Au début', numeric: true },
            ...ruleSets.map((ruleSet) => ({ title: `À la fin : ${view.label(ruleSet)}`, numeric: true })),
        ],
        rows: types.map((typology) => [
            typeTitle(first === undefined ? undefined : find(first.ruleSet, typology), typology),
            countOf(find(ruleSets[0] ?? '', typology)?.start),
            ...ruleSets.map((ruleSet) => countOf(find(ruleSet, typology)?.end)),
        ]),
    });
}

function typeTitle(outcome: OverdueOutcome | undefined, typology: string | undefined): string {
    if (typology === undefined) return 'Toutes les demandes';
    return typology === '' ? 'non renseigné' : (outcome?.typologyLabel ?? typology);
}

/** Of those of which it is known. */
function countOf(count: OverdueCount | undefined): Child {
    if (count === undefined) return '—';
    const known = count.demands - count.unknown;
    const published = publishWhole({ has: count.overdue, lacks: known - count.overdue });
    if (published === 'masked') return countText(published);
    const counts = el('span', { class: 'quiet small' }, `${integerText(published)} sur ${integerText(known)}`);
    return el('span', {}, percentText(published, known), ' ', counts);
}

function unknownNote(outcomes: readonly OverdueOutcome[]): Child {
    const unknown = Math.max(...outcomes.flatMap(({ typology, start, end }) => (typology === undefined ? [start?.unknown ?? 0, end?.unknown ?? 0] : [])));
    if (unknown === 0) return undefined;
    return aside(`Au plus ${integerText(Math.max(unknown, 11))} demandes ne permettent pas de savoir si leur délai est dépassé : elles ne sont d’aucune part.`);
}
