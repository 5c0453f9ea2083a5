import type { OverdueCount, OverdueOutcome } from '@bareme/language/replay';
import { integerText, percentText } from '../../../french.js';
import { el, type Child } from '../../drawing/markup.js';
import { publishColumn, publishWhole, SMALLEST_CELL, type PublishedCount, type Split } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { countText } from '../../figures/words.js';
import { aside, paragraph, together } from '../../drawing/section.js';

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
                'Parmi les demandes ouvertes ce jour-là, celles qui attendent depuis plus longtemps que le délai fixé pour leur département (CCH L.441-1-4). Une demande qui accepte plusieurs types compte pour chacun d’eux.',
            ),
        ),
        ...(territories.length > 1 ? [aside('Toutes les demandes, d’où qu’elles soient, au regard du délai de chaque territoire.')] : []),
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
    const ruleSets = [...new Set(outcomes.map(({ ruleSet }) => ruleSet))];
    const of = (wanted: string): readonly OverdueOutcome[] => outcomes.filter(({ ruleSet }) => ruleSet === wanted);
    const first = of(ruleSets[0] ?? '');
    const types = [...new Set(outcomes.map(({ typology }) => typology))];
    const columns = [first.map(asStart), ...ruleSets.map((ruleSet) => of(ruleSet).map(asEnd))].map((counts) => columnOf(types, counts));
    const territory = first[0]?.territory;
    return dataTable({
        caption: `Part des demandes en attente au-delà du délai, selon le type demandé${territory === undefined ? '' : ` (${territory})`}`,
        columns: [
            { title: 'Type demandé' },
            { title: 'Au début', numeric: true },
            ...ruleSets.map((ruleSet) => ({ title: `À la fin : ${view.label(ruleSet)}`, numeric: true })),
        ],
        rows: types.map((typology, row) => [typeTitle(outcomes, typology), ...columns.map((column) => column[row])]),
    });
}

interface TypeCount {
    readonly typology: string | undefined;
    readonly count: OverdueCount | undefined;
}

const asStart = ({ typology, start }: OverdueOutcome): TypeCount => ({ typology, count: start });
const asEnd = ({ typology, end }: OverdueOutcome): TypeCount => ({ typology, count: end });

function typeTitle(outcomes: readonly OverdueOutcome[], typology: string | undefined): string {
    if (typology === undefined) return 'Toutes les demandes';
    return typology === '' ? 'non renseigné' : (outcomes.find((of) => of.typology === typology)?.typologyLabel ?? typology);
}

/** One day under one rule set, type by type. Types that add up to the whole are kept back together, others one by one. */
function columnOf(types: readonly (string | undefined)[], counts: readonly TypeCount[]): readonly Child[] {
    const splits = types.map((typology) => splitOf(counts.find((of) => of.typology === typology)?.count));
    const places = [...types.keys()].filter((place) => types[place] !== undefined);
    const whole = splits[types.indexOf(undefined)];
    const alone = splits.map((split) => (split === undefined ? 0 : publishWhole(split)));
    const addsUp = whole !== undefined && places.reduce((sum, place) => sum + (splits[place]?.demands ?? 0), 0) === whole.demands;
    const hidden = new Set(places.flatMap((place, at) => (alone[place] === 'masked' ? [at] : [])));
    const parts = publishColumn(
        places.map((place) => splits[place]?.has ?? 0),
        hidden,
    );
    const masked = new Set(places.filter((_, at) => addsUp && parts[at] === 'masked'));
    return splits.map((split, place) => shareText(split, masked.has(place) ? 'masked' : alone[place]!));
}

/** Beyond the delay, and all others: those of whom it is not known stay in the whole, where leaving them out type by type would tell the few of one. */
interface DemandSplit extends Split {
    readonly demands: number;
}

function splitOf(count: OverdueCount | undefined): DemandSplit | undefined {
    return count === undefined ? undefined : { demands: count.demands, has: count.overdue, lacks: count.demands - count.overdue };
}

function shareText(split: DemandSplit | undefined, published: PublishedCount): Child {
    if (split === undefined || split.demands === 0) return '—';
    if (published === 'masked') return countText(published);
    const counts = el('span', { class: 'quiet small' }, `${integerText(published)} sur ${integerText(split.demands)}`);
    return el('span', {}, percentText(published, split.demands), ' ', counts);
}

function unknownNote(outcomes: readonly OverdueOutcome[]): Child {
    const unknown = Math.max(...outcomes.flatMap(({ typology, start, end }) => (typology === undefined ? [start?.unknown ?? 0, end?.unknown ?? 0] : [])));
    if (unknown === 0) return undefined;
    return aside(
        `${unknown < SMALLEST_CELL ? `Moins de ${SMALLEST_CELL}` : `Au plus ${integerText(unknown)}`} demandes ne permettent pas de savoir si leur délai est dépassé : elles restent au dénominateur, la part est donc au moins celle qui est donnée.`,
    );
}
