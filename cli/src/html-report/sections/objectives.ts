import { compare, fromFraction, type Fraction } from '@bareme/language/ir';
import type { ObjectiveOutcome } from '@bareme/language/replay';
import { fractionPercent, integerText, percentText, plural } from '../../french.js';
import { bar, type Portion } from '../bars.js';
import { el, type Child, type Markup } from '../markup.js';
import { swatch } from '../patterns.js';
import { dataTable } from '../table.js';
import type { ReportView } from '../view.js';
import { shareText } from '../words.js';
import { aside, paragraph, together, type Section } from './section.js';

/** A verdict in a word that needs no colour. */
export const VERDICTS: Readonly<Record<ObjectiveOutcome['verdict'], string>> = {
    met: 'tenu',
    missed: 'non tenu',
    unsure: 'incertain',
    'no-base': 'sans objet',
};
const MARKS: Readonly<Record<ObjectiveOutcome['verdict'], string>> = { met: '✓', missed: '✗', unsure: '?', 'no-base': '—' };

/** The objectives that the law and the territory's acts set, under each rule set. */
export function objectivesSection(view: ReportView): Section {
    const groups = groupObjectives(view.report.objectives);
    const intro = paragraph(
        'Un objectif est une part des baux signés qui doit revenir à un public. Chaque barre montre la part obtenue ; le trait noir marque le seuil. Les baux dont on ne sait pas s’ils comptent (ressources non renseignées, par exemple) forment une classe à part et ne sont jamais comptés pour zéro.',
    );
    const content =
        groups.length === 0
            ? [paragraph('La politique rejouée ne fixe aucun objectif.')]
            : [intro, ...groups.flatMap((group) => objectiveContent(view, group))];
    return { id: 'objectifs', title: 'Les objectifs, règle par règle', content };
}

/** One objective of one year, under every rule set. */
export function groupObjectives(outcomes: readonly ObjectiveOutcome[]): readonly (readonly ObjectiveOutcome[])[] {
    const groups = new Map<string, ObjectiveOutcome[]>();
    for (const outcome of outcomes) {
        const key = `${outcome.objective} ${outcome.year ?? ''}`;
        groups.set(key, [...(groups.get(key) ?? []), outcome]);
    }
    return [...groups.values()];
}

function objectiveContent(view: ReportView, outcomes: readonly ObjectiveOutcome[]): readonly Child[] {
    const [first] = outcomes;
    if (first === undefined) return [];
    const year = first.year === undefined ? '' : ` (baux de ${first.year})`;
    const references = first.references.length === 0 ? '' : ` — ${first.references.join(' ; ')}`;
    return [together(el('h3', {}, `${first.label}${year}`), aside(`${clauseText(first)}${references}`), objectiveTable(view, outcomes))];
}

/** The clause without its name, its references and its trajectory, which stand beside it; the whole clause if it is not so written. */
function clauseText({ text }: ObjectiveOutcome): string {
    const clause = /^objectif\s+\S+\s+(?:"[^"]*"\s*)?:\s*(.+)$/.exec(text)?.[1] ?? text;
    return clause.replace(/\s+(?:réf\s+"|trajectoire\s*\{|par bailleur).*$/, '');
}

function senseText({ sense }: ObjectiveOutcome): string {
    return sense === 'at-least' ? 'au moins' : 'au plus';
}

/** A chart whose rows carry their own figures: the bar, then the same thing in numbers and words. */
function objectiveTable(view: ReportView, outcomes: readonly ObjectiveOutcome[]): Markup {
    const scale = scaleOf(outcomes);
    const [first] = outcomes;
    const unknown = outcomes.some((outcome) => outcome.unknown > 0);
    return dataTable({
        caption: first === undefined ? '' : `Part obtenue ; seuil, au trait noir : ${senseText(first)} ${fractionPercent(first.threshold)}`,
        columns: [
            { title: 'Règles' },
            { title: scale === 1 ? 'De 0 à 100 %' : 'De 0 à 50 %' },
            { title: 'Part', numeric: true },
            { title: 'Verdict' },
            { title: 'Baux vers le public visé', numeric: true },
            { title: 'Baux comptés', numeric: true },
            ...(unknown ? [{ title: 'Baux dont on ne sait pas', numeric: true }] : []),
        ],
        rows: outcomes.map((outcome) => objectiveRow(view, outcome, { scale, unknown })),
    });
}

function objectiveRow(
    view: ReportView,
    outcome: ObjectiveOutcome,
    { scale, unknown }: { readonly scale: number; readonly unknown: boolean },
): readonly Child[] {
    const { numerator, denominator, verdict, ruleSet, threshold } = outcome;
    const label = view.label(ruleSet);
    const pattern = view.pattern(ruleSet);
    const words = `${label} : ${shareText(numerator, denominator)}, objectif ${VERDICTS[verdict]}`;
    const missing = verdict === 'missed' || verdict === 'unsure' ? ` (${dueText(outcome)})` : '';
    return [
        el('span', {}, swatch(pattern), label),
        bar({ portion: { value: numerator, of: denominator * scale }, pattern, threshold: portionOf(threshold, scale), words }),
        percentText(numerator, denominator),
        el('span', {}, el('span', { class: 'verdict' }, `${MARKS[verdict]} ${VERDICTS[verdict]}`), missing),
        integerText(numerator),
        integerText(denominator),
        ...(unknown ? [integerText(outcome.unknown)] : []),
    ];
}

/** The full width is 100 %, or 50 % when no figure of the chart and no threshold goes beyond half: small shares stay readable. */
function scaleOf(outcomes: readonly ObjectiveOutcome[]): number {
    const half = fromFraction('1/2');
    const small = outcomes.every(({ numerator, denominator, threshold }) => {
        const wanted = fromFraction(threshold);
        return half !== undefined && wanted !== undefined && compare(wanted, half) < 0 && 2 * numerator <= denominator;
    });
    return small ? 0.5 : 1;
}

function portionOf(threshold: Fraction, scale: number): Portion {
    const value = fromFraction(threshold);
    return value === undefined ? { value: 0, of: 1 } : { value: Number(value.n), of: Number(value.d) * scale };
}

/** How many leases would be needed, or are too many. */
export function dueText({ due, verdict, sense }: ObjectiveOutcome): string {
    if (verdict === 'no-base') return 'aucun bail concerné';
    if (due === 0) return 'aucun bail ne manque';
    return sense === 'at-least' ? `il manque ${plural(due, 'bail', 'baux')}` : `${plural(due, 'bail', 'baux')} de trop`;
}
