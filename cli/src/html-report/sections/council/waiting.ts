import { fromFraction, rational, roundTo, type Fraction } from '@bareme/language/ir';
import type { WaitingOutcome } from '@bareme/language/replay';
import { fractionPercent, integerText } from '../../../french.js';
import { curveChart, type StepCurve } from '../../drawing/curve.js';
import { el, type Child, type Markup } from '../../drawing/markup.js';
import { dashOf, inkOf } from '../../drawing/patterns.js';
import { SMALLEST_CELL } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { overduePart } from './overdue.js';
import { aside, paragraph, type Section } from '../../drawing/section.js';

/** Seniorities at which the table gives each curve's height, in months. */
const MARKS = [12, 24, 36, 48, 60, 84, 120] as const;

/** How the chance of having been housed grows with seniority, under each rule set. */
export function waitingSection(view: ReportView): Section {
    const outcomes = view.report.waiting.map(readable).filter(({ incidence }) => incidence.length > 0);
    if (outcomes.length === 0) return { id: 'attente', title: 'L’attente', content: [paragraph(noCurveText(view)), ...overduePart(view)] };
    return {
        id: 'attente',
        title: 'L’attente',
        content: [
            paragraph(
                'Chaque courbe répond à la question : parmi les demandes, quelle part aurait été logée au plus tard à telle ancienneté ? Une courbe plus haute loge plus tôt. Les demandes encore en attente à la fin de la période sont comptées tant qu’elles attendent ; on ne suppose rien de la suite.',
            ),
            el('figure', {}, el('figcaption', {}, 'Part logée selon l’ancienneté de la demande'), legend(view, outcomes), chart(view, outcomes)),
            incidenceTable(view, outcomes),
            quartileTable(view, outcomes),
            ...overduePart(view),
            aside(
                `Une courbe monte par marches d’au moins ${SMALLEST_CELL} ménages, et s’arrête quand moins de ${SMALLEST_CELL} demandes restent suivies à cette ancienneté.`,
            ),
        ],
    };
}

function noCurveText({ report }: ReportView): string {
    return report.mode === 'constants'
        ? 'Ce mode de rejeu ne loge personne : il ne dit rien de l’attente.'
        : `Moins de ${SMALLEST_CELL} ménages logés sont suivis depuis leur demande : aucune courbe d’attente ne peut être tracée.`;
}

/** A curve up to the seniority where too few demands are left to say anything; each step is of at least 11 households, or a step would tell their few. */
function readable(outcome: WaitingOutcome): WaitingOutcome {
    const end = outcome.incidence.findIndex(({ atRisk }) => atRisk < SMALLEST_CELL);
    const seen = end < 0 ? outcome.incidence : outcome.incidence.slice(0, end);
    const housed = seen.reduce((sum, step) => sum + step.housed, 0);
    const { seniorityAtHousing, ...rest } = outcome;
    return { ...rest, incidence: stepsOfMany(seen), ...(housed < SMALLEST_CELL || seniorityAtHousing === undefined ? {} : { seniorityAtHousing }) };
}

/** Steps put together until each houses 11 households or more; the few housed after the last are left out. */
function stepsOfMany(steps: WaitingOutcome['incidence']): WaitingOutcome['incidence'] {
    const kept: WaitingOutcome['incidence'][number][] = [];
    let [housed, left] = [0, 0];
    for (const step of steps) {
        [housed, left] = [housed + step.housed, left + step.left];
        if (housed < SMALLEST_CELL) continue;
        kept.push({ ...step, housed, left });
        [housed, left] = [0, 0];
    }
    return kept;
}

function legend(view: ReportView, outcomes: readonly WaitingOutcome[]): Markup {
    return el(
        'ul',
        { class: 'legend' },
        outcomes.map(({ ruleSet }) => el('li', {}, lineSample(view.pattern(ruleSet)), view.label(ruleSet))),
    );
}

function lineSample(pattern: string): Markup {
    const line = el('line', { class: 'step', x1: 1, x2: 35, y1: 7, y2: 7, stroke: inkOf(pattern), 'stroke-dasharray': dashOf(pattern) });
    return el('svg', { class: 'swatch', width: 36, height: 14, 'aria-hidden': 'true', focusable: 'false' }, line);
}

const THOUSANDTHS = 1000;

function chart(view: ReportView, outcomes: readonly WaitingOutcome[]): Markup {
    const curves = outcomes.map(({ ruleSet, incidence }): StepCurve => {
        const points = incidence.filter(({ months }) => months <= LAST_MONTH).map(({ months, probability }) => ({ x: months, y: thousandths(probability) }));
        return { pattern: view.pattern(ruleSet), points };
    });
    const highest = Math.max(50, ...curves.flatMap(({ points }) => points.map(({ y }) => y)));
    const yMax = Math.min(THOUSANDTHS, Math.ceil(highest / 100) * 100);
    const yStep = yMax > 500 ? 200 : 100;
    const lastSeen = Math.max(12, ...curves.flatMap(({ points }) => points.map(({ x }) => x)));
    const xMax = Math.min(LAST_MONTH, Math.ceil(lastSeen / 12) * 12);
    return curveChart({
        title: 'Part des demandes logées selon leur ancienneté, sous chaque règle',
        description: 'Les valeurs des courbes sont dans le tableau qui suit.',
        curves,
        xMax,
        yMax,
        xTicks: yearTicks(xMax),
        yTicks: Array.from({ length: Math.floor(yMax / yStep) + 1 }, (_, index) => ({ at: index * yStep, text: `${(index * yStep) / 10} %` })),
    });
}

/** Beyond ten years, the few demands left say little. */
const LAST_MONTH = 120;

function yearTicks(xMax: number): readonly { readonly at: number; readonly text: string }[] {
    const years = xMax / 12;
    const step = years > 6 ? 2 : 1;
    return Array.from({ length: Math.floor(years / step) + 1 }, (_, index) => ({
        at: index * step * 12,
        text: index === 0 ? '0' : `${index * step} an${index * step > 1 ? 's' : ''}`,
    }));
}

function thousandths(probability: Fraction): number {
    const value = fromFraction(probability);
    return value === undefined ? 0 : Number(roundTo(rational(value.n * 1000n, value.d), 0, 'proche').n);
}

function incidenceTable(view: ReportView, outcomes: readonly WaitingOutcome[]): Markup {
    return dataTable({
        caption: 'Part des demandes logées au plus tard à cette ancienneté',
        columns: [{ title: 'Ancienneté' }, ...outcomes.map(({ ruleSet }) => ({ title: view.label(ruleSet), numeric: true }))],
        rows: MARKS.map((months): readonly Child[] => [`${months} mois`, ...outcomes.map((outcome) => heightAt(outcome, months))]),
    });
}

/** The height of a step curve at a seniority: that of its last step at or before it; nothing beyond its end. */
function heightAt({ incidence }: WaitingOutcome, months: number): string {
    const last = incidence.at(-1);
    if (last === undefined || last.months < months) return '—';
    const step = incidence.filter((point) => point.months <= months).at(-1);
    return step === undefined ? fractionPercent('0') : fractionPercent(step.probability);
}

function quartileTable(view: ReportView, outcomes: readonly WaitingOutcome[]): Markup | undefined {
    const known = outcomes.filter(({ seniorityAtHousing }) => seniorityAtHousing !== undefined);
    if (known.length === 0) return undefined;
    return dataTable({
        caption: 'Ancienneté au moment où le ménage est logé (ne dit rien de ceux qui attendent encore)',
        columns: [
            { title: 'Règles' },
            { title: 'Un quart avant', numeric: true },
            { title: 'La moitié avant', numeric: true },
            { title: 'Trois quarts avant', numeric: true },
        ],
        rows: known.map(({ ruleSet, seniorityAtHousing }) => [
            view.label(ruleSet),
            `${integerText(seniorityAtHousing?.q1 ?? 0)} mois`,
            `${integerText(seniorityAtHousing?.median ?? 0)} mois`,
            `${integerText(seniorityAtHousing?.q3 ?? 0)} mois`,
        ]),
    });
}
