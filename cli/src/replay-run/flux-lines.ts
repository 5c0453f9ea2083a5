import { add, fromFraction, rational, type Rational } from '@bareme/language/ir';
import { HISTORY, type FluxOutcome } from '@bareme/language/replay';
import { pointsText } from '../french.js';
import { ALL_RULES } from '../html-report/sections/holders/flux.js';
import type { ReportView } from '../html-report/figures/view.js';

/** What conventions still owe at the end of each year, under each rule set: rows for the summary, the first one naming the columns. */
export function fluxRows({ report, label }: ReportView): readonly (readonly string[])[] {
    const [first = '', ...others] = report.ruleSets.map(({ id }) => id);
    const same = others.length > 0 && others.every((id) => sameBalances(report.flux, first, id));
    const shown = [first, ...(same ? [] : others), HISTORY].filter((id) => report.flux.some(({ ruleSet }) => ruleSet === id));
    const keys = new Map(report.flux.map((outcome) => [keyOf(outcome), titleOf(outcome)] as const));
    const rows = [...keys].map(([key, title]) => [
        title,
        ...shown.map((id) => balanceText(report.flux.filter((of) => of.ruleSet === id && keyOf(of) === key))),
    ]);
    return rows.length === 0 ? [] : [['', ...shown.map((id) => (same && id === first ? ALL_RULES : label(id)))], ...rows];
}

/** Whether two rule sets leave the same balances: the accounts may differ in what was proposed or signed. */
function sameBalances(flux: readonly FluxOutcome[], a: string, b: string): boolean {
    const of = (id: string): string =>
        JSON.stringify(flux.filter(({ ruleSet }) => ruleSet === id).map((outcome) => [keyOf(outcome), outcome.place, outcome.balance]));
    return of(a) === of(b);
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
