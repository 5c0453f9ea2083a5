import type { AmountSpread, LeaseChecks } from '@bareme/language/replay';
import { integerText, percentText } from '../../../french.js';
import { amountText } from '../../figures/amounts.js';
import { publishByLandlord } from '../../figures/landlord-counts.js';
import { toTheTen } from '@bareme/language/telling';
import { publishWhole, type PublishedCount, type Split } from '../../figures/suppression.js';
import type { Child } from '../../drawing/markup.js';
import { SMALLEST_CELL } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { countText, tenText } from '../../figures/words.js';

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
    const countsOf: CountsOf =
        (name) =>
        ({ leases, signals: of }) => {
            const { holds: has = 0, fails = 0, unknown = 0 } = of.find(({ signal }) => signal === name) ?? {};
            return { ...splitOf(has, leases), unknown: fails < LEAST_FAILING ? 0 : unknown };
        };
    return dataTable({
        caption: 'Ménages logés que la politique signale, sur les baux signés',
        columns: columnsOf(view, 'Signalement'),
        rows: rowsOf(view, own, signals, countsOf),
    });
}

function proofTable(view: ReportView, own: readonly LeaseChecks[]): Child {
    const facts = distinct(own.flatMap((checks) => checks.unproved.map(({ fact, label }) => [fact, label] as const)));
    const countsOf: CountsOf = (name) => (checks) => {
        const has = checks.unproved.find(({ fact }) => fact === name)?.leases ?? 0;
        return { ...splitOf(has, checks.leases), unknown: 0 };
    };
    if (facts.length === 0) return undefined;
    return dataTable({
        caption: 'Pièces exigées et absentes des dossiers logés',
        columns: columnsOf(view, 'Fait à justifier'),
        rows: rowsOf(view, own, facts, countsOf),
    });
}

/** Leases counted apart, and those of which it is not known whether they are: they stay in the whole. */
interface Counts extends Split {
    readonly unknown: number;
}

/** Those of which it is not known are told where the others, left by three counts to the ten, are many enough not to be found. */
const LEAST_FAILING = 2 * SMALLEST_CELL;

/** That all leases have it would tell it of the few leases of some landlord: one is supposed to lack it. */
function splitOf(has: number, leases: number): Split {
    return { has, lacks: has === 0 ? leases : Math.max(1, leases - has) };
}

type CountsOf = (name: string) => (checks: LeaseChecks) => Counts;

/** One row for each name; one that is masked everywhere says nothing. */
function rowsOf(
    view: ReportView,
    own: readonly LeaseChecks[],
    names: readonly (readonly [string, string])[],
    countsOf: CountsOf,
): readonly (readonly string[])[] {
    const rows = names.map(([name, label]) => [label, ...checkedRules(view).map((ruleSet) => cellOf(view, own, { ruleSet, countsOf: countsOf(name) }))]);
    return rows.filter(([, ...cells]) => cells.some((cell) => cell !== countText('masked')));
}

interface CellRequest {
    readonly ruleSet: string;
    readonly countsOf: (checks: LeaseChecks) => Counts;
}

/** `60 sur 284 (21,1 %), 20 inconnus`: households to the nearest ten, leases as they are. */
function cellOf({ report }: ReportView, own: readonly LeaseChecks[], { ruleSet, countsOf }: CellRequest): string {
    const checks = own.find((of) => of.ruleSet === ruleSet);
    if (checks === undefined) return '—';
    const same = report.checks.filter((of) => of.ruleSet === ruleSet);
    const { landlord, leases } = checks;
    const publish = (splitOf: (of: LeaseChecks) => Split): PublishedCount =>
        landlord === undefined ? publishWhole(splitOf(checks)) : (publishByLandlord(same, splitOf).get(landlord) ?? 'masked');
    const [has, unknown] = [
        publish(countsOf),
        publish((of) => {
            const untold = countsOf(of).unknown;
            return splitOf(untold, of.leases);
        }),
    ];
    if (has === 'masked') return countText(has);
    const doubt = unknown === 'masked' || unknown === 0 ? '' : `, ${tenText(unknown)} inconnus`;
    return `${tenText(has)} sur ${integerText(leases)} (${percentText(toTheTen(has), leases)})${doubt}`;
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

/** `26 % (de 18,7 % à 36,2 %), 1 920 baux environ`: to the ten, so that those of which it is not known are not told; nothing of fewer than 11. */
function spreadText(amount: AmountSpread | undefined): string {
    if (amount?.quartiles === undefined || amount.known < SMALLEST_CELL) return '—';
    const { type, known, quartiles } = amount;
    const text = (value: string): string => amountText(value, type);
    return `${text(quartiles.median)} (de ${text(quartiles.q1)} à ${text(quartiles.q3)}), ${integerText(toTheTen(known))} baux environ`;
}

function distinct(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
    return [...new Map(pairs)];
}
