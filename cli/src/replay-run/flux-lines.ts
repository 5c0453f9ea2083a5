import { add, fromFraction, rational, type Rational } from '@bareme/language/ir';
import { HISTORY, type FluxOutcome } from '@bareme/language/replay';
import { pointsText } from '../french.js';
import type { ReportView } from '../html-report/view.js';

/** What conventions still owe at the end of each year, under each rule set: rows for the summary, the first one naming the columns. */
export function fluxRows({ report, label }: ReportView): readonly (readonly string[])[] {
    const shown = [...report.ruleSets.map(({ id }) => id), HISTORY].filter((id) => report.flux.some(({ ruleSet }) => ruleSet === id));
    const keys = new Map(report.flux.map((outcome) => [keyOf(outcome), titleOf(outcome)] as const));
    const rows = [...keys].map(([key, title]) => [
        title,
        ...shown.map((id) => balanceText(report.flux.filter((of) => of.ruleSet === id && keyOf(of) === key))),
    ]);
    return rows.length === 0 ? [] : [['', ...shown.map((id) => label(id))], ...rows];
}

function keyOf({ landlord, convention, year }: FluxOutcome): string {
    return JSON.stringify([landlord, convention, year]);
}

function titleOf({ landlord, convention, label, year }: FluxOutcome): string {
    return `${convention === undefined ? `${landlord}, part non réservée` : label} (${year})`;
}

/** The balances of a convention on all its territories; `?`: the record does not tell what the convention counts. */
function balanceText(outcomes: readonly FluxOutcome[]): string {
    if (outcomes.some(({ balance }) => balance === undefined)) return '?';
    const balance = outcomes.reduce<Rational>((sum, of) => add(sum, fromFraction(of.balance ?? '0') ?? NOTHING), NOTHING);
    const text = pointsText(balance);
    return balance.n > 0n ? `+${text}` : text;
}

const NOTHING = rational(0);
