import { fromFraction, type Fraction } from '@bareme/language/ir';
import { HISTORY, isSameObjective, type ShiftedObjective, type ShiftedReplay } from '@bareme/language/replay';
import { fractionPercent, integerText, percentText } from '../../../french.js';
import { el, type Child } from '../../drawing/markup.js';
import { swatch } from '../../drawing/patterns.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { objectiveTitle, VERDICTS } from '../../figures/objective-words.js';
import { aside, paragraph, type Section } from '../../drawing/section.js';

/** What the report's conclusions owe to what the data cannot tell; nothing when it was not asked. */
export function sensitivitySection(view: ReportView): readonly Section[] {
    const { sensitivity } = view.report;
    if (sensitivity === undefined) return [];
    return [
        {
            id: 'sensibilite',
            title: 'Ce que les hypothèses changent',
            content: [
                paragraph(
                    'Le rejeu suppose combien de propositions sont acceptées, combien de demandes s’éteignent et si la commission suit le classement. Chaque colonne refait le rejeu avec une seule hypothèse déplacée : une conclusion qui change d’une colonne à l’autre tient à l’hypothèse, non aux règles.',
                ),
                ...objectiveTables(view, sensitivity),
                comparisonTable(view, sensitivity),
                aside('Les règles en vigueur et les variantes sont toujours rejouées sous la même hypothèse, avec les mêmes tirages.'),
            ],
        },
    ];
}

const ASSUMPTIONS: Readonly<Record<ShiftedReplay['assumption'], string>> = {
    acceptance: 'Acceptation',
    monthlyExit: 'Départs par mois',
    followRate: 'Classement suivi',
};

/** `Acceptation 40 %`. */
function shiftText({ assumption, value }: Pick<ShiftedReplay, 'assumption' | 'value'>): string {
    return `${ASSUMPTIONS[assumption]} ${percent(value)}`;
}

function percent(value: Fraction): string {
    return fromFraction(value) === undefined ? '?' : fractionPercent(value);
}

/** One table by objective of the whole territory: parts of objectives are too small to be moved about. */
function objectiveTables(view: ReportView, shifts: readonly ShiftedReplay[]): readonly Child[] {
    const shown = view.report.objectives.filter(({ ruleSet, by }) => ruleSet !== HISTORY && by === undefined);
    const titles = new Set(shown.map(objectiveTitle));
    return [...titles].map((title) =>
        dataTable({
            caption: title,
            columns: [{ title: 'Règles' }, { title: 'Hypothèses déclarées' }, ...shifts.map((shift) => ({ title: shiftText(shift) }))],
            rows: shown
                .filter((outcome) => objectiveTitle(outcome) === title)
                .map((outcome) => [
                    el('span', {}, swatch(view.pattern(outcome.ruleSet)), view.label(outcome.ruleSet)),
                    figureText(outcome),
                    ...shifts.map(({ objectives }) => figureText(objectives.find((other) => isSameObjective(other, outcome)))),
                ]),
        }),
    );
}

/** `24,9 %, tenu`. */
function figureText(figure: ShiftedObjective | undefined): string {
    if (figure === undefined || figure.verdict === 'no-base') return '—';
    const amount = figure.counted === 'share' ? percentText(figure.numerator, figure.denominator) : integerText(figure.numerator);
    return `${amount}, ${VERDICTS[figure.verdict]}`;
}

function comparisonTable(view: ReportView, shifts: readonly ShiftedReplay[]): Child {
    const { comparisons, volumes } = view.report;
    if (comparisons.length === 0) return undefined;
    return dataTable({
        caption: `Logements dont la première demande change, sur ${integerText(volumes.vacancies)}`,
        columns: [{ title: 'Variante' }, { title: 'Hypothèses déclarées' }, ...shifts.map((shift) => ({ title: shiftText(shift) }))],
        rows: comparisons.map(({ ruleSet, firstChanged }) => [
            el('span', {}, swatch(view.pattern(ruleSet)), view.label(ruleSet)),
            integerText(firstChanged),
            ...shifts.map((shift) => integerText(shift.comparisons.find((other) => other.ruleSet === ruleSet)?.firstChanged ?? 0)),
        ]),
    });
}
