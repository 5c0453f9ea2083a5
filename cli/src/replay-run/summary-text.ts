import type { Comparison, ObjectiveOutcome, ReplayReport } from '@bareme/language/replay';
import { dayText, integerText, percentText, plural } from '../french.js';
import { boundText, dueText, groupObjectives, objectiveTitle, VERDICTS } from '../html-report/figures/objective-words.js';
import { causeText, sortedCauses } from '../html-report/figures/cause-words.js';
import { viewOf, type ReportView } from '../html-report/figures/view.js';
import { fluxRows } from './flux-lines.js';
import { dwellingsText } from '../html-report/figures/words.js';

/** What `rejouer` prints: objectives under each rule set, what changes against the baseline. */
export function summaryText(report: ReplayReport): string {
    const view = viewOf(report);
    return `${[...heading(report), ...objectiveLines(view), ...fluxLines(view), ...leaseLines(view), ...comparisonLines(view)].join('\n')}\n`;
}

function heading({ territory, mode, volumes }: ReplayReport): readonly string[] {
    return [
        `Rejeu de ${territory.name}, du ${dayText(territory.from)} au ${dayText(territory.to)}, mode ${mode}`,
        ...(territory.synthetic ? ['Données synthétiques — territoire fictif'] : []),
        `${plural(volumes.vacancies, 'logement libéré', 'logements libérés')}, ${plural(volumes.demands, 'demande', 'demandes')}. Les règles classent ; la commission décide.`,
    ];
}

function objectiveLines(view: ReportView): readonly string[] {
    const groups = groupObjectives(view.report.objectives);
    return groups.flatMap((outcomes) => {
        const [first] = outcomes;
        if (first === undefined) return [];
        return ['', `Objectif « ${objectiveTitle(first)} » : ${boundText(first)}`, ...table(outcomes.map((outcome) => objectiveCells(view, outcome)))];
    });
}

function objectiveCells(view: ReportView, outcome: ObjectiveOutcome): readonly string[] {
    const { ruleSet, numerator, denominator, verdict, unknown } = outcome;
    return [
        view.label(ruleSet),
        `${integerText(numerator)} sur ${integerText(denominator)}${outcome.first === undefined ? '' : `, dont ${integerText(numerator - outcome.first)} à défaut`}`,
        percentText(numerator, denominator),
        VERDICTS[verdict],
        verdict === 'met' ? '' : dueText(outcome),
        unknown === 0 ? '' : plural(unknown, 'bail inconnu', 'baux inconnus'),
    ];
}

function fluxLines(view: ReportView): readonly string[] {
    const rows = fluxRows(view);
    return rows.length === 0 ? [] : ['', 'Conventions : logements encore dus (+) ou reçus en trop (−)', ...table(rows)];
}

function leaseLines({ report, label }: ReportView): readonly string[] {
    if (report.volumes.leases.length === 0) return [];
    const rows = report.volumes.leases.map(({ ruleSet, signed, withoutTaker, withoutCandidate }) => [
        label(ruleSet),
        plural(signed, 'bail signé', 'baux signés'),
        `${integerText(withoutTaker)} sans preneur`,
        `${integerText(withoutCandidate)} sans candidat`,
    ]);
    return ['', 'Logements', ...table(rows)];
}

/** Causes shown for each variant; the report holds them all. */
const SHOWN_CAUSES = 3;

function comparisonLines(view: ReportView): readonly string[] {
    return view.report.comparisons.flatMap((comparison) => {
        const title = `${view.label(comparison.ruleSet)}, comparée à : ${view.label(comparison.baseline)}`;
        const variant = view.others.find(({ id }) => id === comparison.ruleSet);
        return ['', title, ...(variant?.changesNothing ? ['  ne change rien : ni note, ni classement'] : differenceLines(view, comparison))];
    });
}

function differenceLines(view: ReportView, comparison: Comparison): readonly string[] {
    const { firstChanged, onlyOther, onlyBaseline, housedBoth, sooner, later } = comparison;
    const { vacancies } = view.report.volumes;
    const causes = sortedCauses(comparison.causes);
    const changed = `  première demande changée : ${dwellingsText(firstChanged, vacancies)}`;
    const housing =
        view.report.mode === 'vivier'
            ? [
                  `  logés seulement avec la variante : ${integerText(onlyOther)} ; seulement avec les règles en vigueur : ${integerText(onlyBaseline)} ; dans les deux cas : ${integerText(housedBoth)}, dont ${integerText(sooner)} plus tôt et ${integerText(later)} plus tard`,
              ]
            : [];
    const others = causes.slice(SHOWN_CAUSES).reduce((sum, { count }) => sum + count, 0);
    const rest = others === 0 ? [] : [`    autres causes, dont les effets de suite : ${integerText(others)}`];
    return [changed, ...causes.slice(0, SHOWN_CAUSES).map((cause) => `    ${causeText(cause)} : ${integerText(cause.count)}`), ...rest, ...housing];
}

/** Rows of cells, each column as wide as its widest cell. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
