import { HISTORY, isSameObjective, type ObjectiveOutcome, type ShiftedReplay } from '../replay/index.js';
import { yearsCovered } from './recorded-leases.js';
import { drawsTelling, leaseRangeText, tellingOfAll } from './lease-words.js';
import { enumerate, fractionPercent, plural, quoted } from './words/french.js';
import { labelOfRules, type TellingInput } from './telling-input.js';
import type { Statement } from './telling.js';

/** One line for each assumption that was moved, at most three: how far the leases that move go, and which results change. */
export function sensitivityStatements(input: TellingInput): readonly Statement[] {
    const { mode, sensitivity = [] } = input.report;
    if (mode !== 'vivier') return [];
    if (sensitivity.length === 0) return [said('sensitivity', 'Sensibilité aux hypothèses (acceptation, classement suivi, sorties) : non essayée.', 'plain')];
    return Object.entries(ASSUMPTIONS).flatMap(([assumption, words]) => {
        const shifts = sensitivity.filter((shift) => shift.assumption === assumption);
        return shifts.length === 0 ? [] : [lineOf(input, { id: `sensitivity-${assumption}`, words, shifts })];
    });
}

const ASSUMPTIONS: Readonly<Record<ShiftedReplay['assumption'], string>> = {
    acceptance: 'Propositions acceptées',
    followRate: 'Rangs suivis',
    monthlyExit: 'Sorties sans relogement, par mois',
};

interface Moved {
    readonly id: string;
    readonly words: string;
    readonly shifts: readonly ShiftedReplay[];
}

function said(id: string, text: string, severity: Statement['severity']): Statement {
    return { id, text, severity, figures: [] };
}

function lineOf(input: TellingInput, { id, words, shifts }: Moved): Statement {
    const values = enumerate(
        shifts.map(({ value }) => fractionPercent(value)),
        'ou',
    );
    const results = changedResults(input, shifts);
    const moves = movesText(input, shifts);
    const text = `${words} à ${values} : ${[...(moves === '' ? [] : [moves]), resultsText(results)].join(' ; ')}.`;
    return said(id, text, results.length === 0 ? 'plain' : 'doubt');
}

/** Variants named one by one; beyond, all of them together. */
const NAMED = 3;

/** `baux qui changent de ménage, « Attente renforcée » de 260 à 290 baux`: as declared and as moved, the first draw of each. */
function movesText({ report, edition = 'shareable' }: TellingInput, shifts: readonly ShiftedReplay[]): string {
    const ranges = report.comparisons.map((comparison) => {
        const { ruleSet, onlyOther } = comparison;
        const counts = [onlyOther, ...shifts.flatMap(({ comparisons }) => comparisons.filter((of) => of.ruleSet === ruleSet).map((of) => of.onlyOther))];
        return {
            name: quoted(labelOfRules({ report }, ruleSet)),
            low: Math.min(...counts),
            high: Math.max(...counts),
            telling: drawsTelling(comparison, edition),
        };
    });
    if (ranges.length === 0) return '';
    const [least, most] = [Math.min(...ranges.map(({ low }) => low)), Math.max(...ranges.map(({ high }) => high))];
    const ofEach = ranges.map(({ name, low, high, telling }) => `${name} ${leaseRangeText(low, high, telling)}`);
    return `baux qui changent de ménage, ${ranges.length > NAMED ? `${leaseRangeText(least, most, tellingOfAll(ranges.map(({ telling }) => telling)))} selon la variante` : ofEach.join(', ')}`;
}

/** Results of whole years over the whole territory whose verdict is another one under some of the shifts. */
function changedResults({ report }: TellingInput, shifts: readonly ShiftedReplay[]): readonly ObjectiveOutcome[] {
    const whole = new Set(yearsCovered(report).flatMap(({ year, complete }) => (complete ? [year] : [])));
    const isTold = ({ ruleSet, by, year, months }: ObjectiveOutcome): boolean =>
        ruleSet !== HISTORY && by === undefined && (months !== undefined || (year !== undefined && whole.has(year)));
    return report.objectives.filter(
        (outcome) =>
            isTold(outcome) &&
            shifts.some(({ objectives }) => {
                const found = objectives.find((other) => isSameObjective(other, outcome));
                return found !== undefined && found.verdict !== outcome.verdict;
            }),
    );
}

function resultsText(changed: readonly ObjectiveOutcome[]): string {
    const labels = [...new Set(changed.map(({ label }) => quoted(label)))];
    return labels.length === 0
        ? 'aucun résultat d’objectif ne change'
        : `${plural(labels.length, 'résultat change', 'résultats changent')} (${enumerate(labels)})`;
}
