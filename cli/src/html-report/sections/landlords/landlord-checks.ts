import type { AmountSpread, LeaseChecks } from '@bareme/language/replay';
import { integerText, percentText, plural } from '../../../french.js';
import { amountText } from '../../figures/amounts.js';
import { publishByLandlord } from '../../figures/landlord-counts.js';
import { publishWhole, type Split } from '../../figures/suppression.js';
import type { Child } from '../../drawing/markup.js';
import { SMALLEST_CELL } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { countText } from '../../figures/words.js';

/** Of a landlord's leases: what the policy signals, the amounts that it looks at, and the proofs to ask for. */
export function landlordChecks(view: ReportView, landlord: string): readonly Child[] {
    const own = view.report.checks.filter((checks) => checks.landlord === landlord);
    if (own.length === 0) return [];
    return [signalTable(view, own), amountTable(view, own), proofTable(view, own)];
}

/** The rule sets, and the record, of which the checks are. */
export function checkedRules({ report }: ReportView): readonly string[] {
    return [...new Set(report.checks.map(({ ruleSet }) => ruleSet))];
}

function columnsOf(view: ReportView, title: string) {
    return [{ title }, ...checkedRules(view).map((ruleSet) => ({ title: view.label(ruleSet), numeric: true }))];
}

/** What the policy signals of these leases, rule set by rule set. */
export function signalTable(view: ReportView, own: readonly LeaseChecks[]): Child {
    const signals = distinct(own.flatMap((checks) => checks.signals.map(({ signal, label }) => [signal, label] as const)));
    if (signals.length === 0) return undefined;
    const splitOf: SplitOf = (name) => (checks) => {
        const found = checks.signals.find(({ signal }) => signal === name);
        return { has: found?.holds ?? 0, lacks: found?.fails ?? 0 };
    };
    return dataTable({
        caption: 'Ménages logés que la politique signale, parmi ceux dont on le sait',
        columns: columnsOf(view, 'Signalement'),
        rows: rowsOf(view, own, signals, splitOf),
    });
}

function proofTable(view: ReportView, own: readonly LeaseChecks[]): Child {
    const facts = distinct(own.flatMap((checks) => checks.unproved.map(({ fact, label }) => [fact, label] as const)));
    const splitOf: SplitOf = (name) => (checks) => {
        const has = checks.unproved.find(({ fact }) => fact === name)?.leases ?? 0;
        return { has, lacks: checks.leases - has };
    };
    if (facts.length === 0) return undefined;
    return dataTable({
        caption: 'Pièces exigées et absentes des dossiers logés',
        columns: columnsOf(view, 'Fait à justifier'),
        rows: rowsOf(view, own, facts, splitOf),
    });
}

type SplitOf = (name: string) => (checks: LeaseChecks) => Split;

/** One row for each name; one that is masked everywhere says nothing. */
function rowsOf(
    view: ReportView,
    own: readonly LeaseChecks[],
    names: readonly (readonly [string, string])[],
    splitOf: SplitOf,
): readonly (readonly string[])[] {
    const rows = names.map(([name, label]) => [label, ...checkedRules(view).map((ruleSet) => cellOf(view, own, { ruleSet, splitOf: splitOf(name) }))]);
    return rows.filter(([, ...cells]) => cells.some((cell) => cell !== countText('masked')));
}

interface CellRequest {
    readonly ruleSet: string;
    readonly splitOf: (checks: LeaseChecks) => Split;
}

function cellOf({ report }: ReportView, own: readonly LeaseChecks[], { ruleSet, splitOf }: CellRequest): string {
    const checks = own.find((of) => of.ruleSet === ruleSet);
    if (checks === undefined) return '—';
    const same = report.checks.filter((of) => of.ruleSet === ruleSet);
    const { has, lacks } = splitOf(checks);
    const { landlord } = checks;
    const published = landlord === undefined ? publishWhole({ has, lacks }) : (publishByLandlord(same, splitOf).get(landlord) ?? 'masked');
    return published === 'masked' ? countText(published) : `${integerText(published)} sur ${integerText(has + lacks)} (${percentText(has, has + lacks)})`;
}

/** The amounts that signals read: the median, and between which two amounts half of the leases stand. */
export function amountTable(view: ReportView, own: readonly LeaseChecks[]): Child {
    const amountsOf = (checks: LeaseChecks | undefined): readonly AmountSpread[] => checks?.signals.flatMap(({ amounts }) => amounts) ?? [];
    const facts = distinct(own.flatMap((checks) => amountsOf(checks).map(({ fact, label }) => [fact, label] as const)));
    if (facts.length === 0) return undefined;
    return dataTable({
        caption: 'Ce que le loyer laisse aux ménages logés : valeur médiane, et celles entre lesquelles se tient la moitié des baux',
        columns: columnsOf(view, 'Montant'),
        rows: facts.map(([name, label]) => [
            label,
            ...checkedRules(view).map((ruleSet) => spreadText(amountsOf(own.find((of) => of.ruleSet === ruleSet)).find(({ fact }) => fact === name))),
        ]),
    });
}

/** `26 % (de 18,7 % à 36,2 %), 1 916 baux`; nothing of fewer than 11 leases. */
function spreadText(amount: AmountSpread | undefined): string {
    if (amount?.quartiles === undefined || amount.known < SMALLEST_CELL) return '—';
    const { type, known, quartiles } = amount;
    const text = (value: string): string => amountText(value, type);
    return `${text(quartiles.median)} (de ${text(quartiles.q1)} à ${text(quartiles.q3)}), ${plural(known, 'bail', 'baux')}`;
}

function distinct(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
    return [...new Map(pairs)];
}
