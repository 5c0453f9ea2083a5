import { compare, fromFraction, type Fraction } from '@bareme/language/ir';
import type { ObjectiveOutcome } from '@bareme/language/replay';
import { integerText, percentText, plural } from '../../../french.js';
import { objectiveColumn } from '../../../ledger-words.fr.js';
import { bar, type Portion } from '../../drawing/bars.js';
import { el, type Child, type Markup } from '../../drawing/markup.js';
import { publishedNumerators } from '../../figures/objective-parts.js';
import { boundText, dueText, groupObjectives, objectiveTitle, VERDICTS } from '../../figures/objective-words.js';
import { swatch } from '../../drawing/patterns.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { countText, shareText } from '../../figures/words.js';
import { aside, paragraph, together, type Section } from '../../drawing/section.js';

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
            : [intro, aside(LETTINGS), ...groups.flatMap((group) => objectiveContent(view, group))];
    return { id: 'objectifs', title: 'Les objectifs, règle par règle', content };
}

const LETTINGS =
    'Chaque chiffre se retrouve bail par bail dans le fichier registre.csv : filtrez la colonne « règles », puis la colonne de l’objectif. Les lignes « atteint » et « atteint à défaut » font le numérateur (baux vers le public visé) ; avec les lignes « manqué », elles font le dénominateur (baux comptés) ; les lignes « inconnu » sont les baux dont on ne sait pas.';

/** `registre.csv, colonne « objectif q1 », baux de 2024`: where the leases of a figure stand. */
function lettingsText({ objective, year, by }: ObjectiveOutcome): string {
    const part = by === undefined ? '' : `, ${by.fact} ${by.value ?? 'non renseigné'}`;
    return `registre.csv, colonne « ${objectiveColumn(objective)} »${part}${year === undefined ? '' : `, baux signés en ${year}`}`;
}

function objectiveContent(view: ReportView, outcomes: readonly ObjectiveOutcome[]): readonly Child[] {
    const [first] = outcomes;
    if (first === undefined) return [];
    const references = first.references.length === 0 ? '' : ` — ${first.references.join(' ; ')}`;
    return [
        together(el('h3', {}, objectiveTitle(first)), aside(`${clauseText(first)}${references}`), objectiveTable(view, outcomes)),
        aside(`Les baux un par un : ${lettingsText(first)}.`),
    ];
}

/** The clause without its name, its references and its trajectory, which stand beside it; the whole clause if it is not so written. */
function clauseText({ text }: ObjectiveOutcome): string {
    const clause = /^objectif\s+\S+\s+(?:"[^"]*"\s*)?:\s*(.+)$/.exec(text)?.[1] ?? text;
    return clause.replace(/,?\s+(?:réf\s+"|trajectoire\s*\{|par\s+\S+\s*$|sur les\s).*$/, '');
}

/** A chart whose rows carry their own figures: the bar, then the same thing in numbers and words. */
function objectiveTable(view: ReportView, outcomes: readonly ObjectiveOutcome[]): Markup {
    const scale = scaleOf(outcomes);
    const [first] = outcomes;
    const unknown = outcomes.some((outcome) => outcome.unknown > 0);
    return dataTable({
        caption: first === undefined ? '' : `${first.counted === 'share' ? 'Part obtenue' : 'Baux obtenus'} ; seuil, au trait noir : ${boundText(first)}`,
        columns: [
            { title: 'Règles' },
            { title: scale.title },
            { title: 'Part', numeric: true },
            { title: 'Verdict' },
            { title: 'Baux vers le public visé', numeric: true },
            { title: 'Baux comptés', numeric: true },
            ...(unknown ? [{ title: 'Baux dont on ne sait pas', numeric: true }] : []),
        ],
        rows: outcomes.map((outcome) => objectiveRow(view, outcome, { scale, unknown })),
    });
}

function objectiveRow(view: ReportView, outcome: ObjectiveOutcome, { scale, unknown }: { readonly scale: Scale; readonly unknown: boolean }): readonly Child[] {
    const { numerator, denominator, verdict, ruleSet } = outcome;
    const published = publishedNumerators(view.report.objectives).get(outcome) ?? numerator;
    const missing = published !== 'masked' && (verdict === 'missed' || verdict === 'unsure') ? ` (${dueText(outcome)})` : '';
    return [
        el('span', {}, swatch(view.pattern(ruleSet)), view.label(ruleSet)),
        published === 'masked' ? 'effectif trop faible' : objectiveBar(view, outcome, scale),
        published === 'masked' ? '' : percentText(numerator, denominator),
        el('span', {}, el('span', { class: 'verdict' }, `${MARKS[verdict]} ${VERDICTS[verdict]}`), missing),
        published === 'masked' ? countText(published) : byDefaultText(outcome),
        integerText(denominator),
        ...(unknown ? [integerText(outcome.unknown)] : []),
    ];
}

/** `245`, or `245 (dont 205 à défaut)` where an objective has a public by default. */
function byDefaultText({ numerator, first }: ObjectiveOutcome): string {
    return first === undefined ? integerText(numerator) : `${integerText(numerator)} (dont ${integerText(numerator - first)} à défaut)`;
}

function objectiveBar(view: ReportView, { numerator, denominator, verdict, ruleSet, threshold }: ObjectiveOutcome, scale: Scale): Markup {
    const words = `${view.label(ruleSet)} : ${shareText(numerator, denominator)}, objectif ${VERDICTS[verdict]}`;
    return bar({ portion: scale.of(numerator, denominator), pattern: view.pattern(ruleSet), threshold: scale.at(threshold), words });
}

/** What the width of a bar stands for. */
interface Scale {
    readonly title: string;
    readonly of: (numerator: number, denominator: number) => Portion;
    readonly at: (threshold: Fraction) => Portion;
}

/** The full width is 100 %, or 50 % when no figure of the chart and no threshold goes beyond half: small shares stay readable. */
function scaleOf(outcomes: readonly ObjectiveOutcome[]): Scale {
    if (outcomes[0]?.counted === 'leases') return scaleOfLeases(outcomes);
    const half = fromFraction('1/2');
    const small = outcomes.every(({ numerator, denominator, threshold }) => {
        const wanted = fromFraction(threshold);
        return half !== undefined && wanted !== undefined && compare(wanted, half) < 0 && 2 * numerator <= denominator;
    });
    const width = small ? 0.5 : 1;
    return {
        title: small ? 'De 0 à 50 %' : 'De 0 à 100 %',
        of: (numerator, denominator) => ({ value: numerator, of: denominator * width }),
        at: (threshold) => portionOf(threshold, width),
    };
}

/** For numbers of leases the full width is the greatest of them, threshold included. */
function scaleOfLeases(outcomes: readonly ObjectiveOutcome[]): Scale {
    const most = Math.max(1, ...outcomes.flatMap(({ numerator, threshold }) => [numerator, Number(fromFraction(threshold)?.n ?? 0n)]));
    return {
        title: `De 0 à ${plural(most, 'bail', 'baux')}`,
        of: (numerator) => ({ value: numerator, of: most }),
        at: (threshold) => portionOf(threshold, most),
    };
}

function portionOf(threshold: Fraction, width: number): Portion {
    const value = fromFraction(threshold);
    return value === undefined ? { value: 0, of: 1 } : { value: Number(value.n), of: Number(value.d) * width };
}
