import { add, compare, formatFrench, fromFraction, sub, ZERO, type Rational } from '../kit/exact-number.js';
import type { FluxOutcome, StockOutcome } from '../replay/index.js';
import { quotaRows } from './tell-objectives.js';
import { SMALLEST_COUNT, toTheTen } from './protect.js';
import type { Block, Cell, Edition, Side, TableRow } from './telling.js';
import type { TellingInput } from './telling-input.js';
import { integerText, plural } from './words/french.js';

/** Sides that fit beside each other: the record, the rules in force, some variants. */
const WIDEST = 5;

/** What the préfet looks for, on one screen: the quotas of whole years, the publics to rehouse, what each reservee is owed. */
export function tellPrefecture(input: TellingInput, sides: readonly Side[]): readonly Block[] {
    const shown = [...sides].sort((a, b) => Number(a.simulated) - Number(b.simulated)).slice(0, WIDEST);
    const quotas = quotaRows(input, shown);
    const rows = [...quotas, ...stockRows(input, shown), ...balanceRows(input.report.flux, shown)];
    if (rows.length === 0) return [];
    const left = sides.length - shown.length;
    return [
        {
            id: 'prefecture',
            reader: 'prefecture',
            title: titleOf(quotas, shown[0]),
            statements: [],
            exhibits: [
                {
                    kind: 'table',
                    id: 'prefecture-table',
                    caption: 'Quotas, publics à reloger et soldes des réservataires',
                    columns: [
                        { title: 'Mesure', kind: 'text' },
                        ...shown.map(({ label, simulated }) => ({ title: simulated ? `${label} (simulé)` : label, kind: 'verdict' as const })),
                    ],
                    rows,
                    notes: [
                        ...(quotas.length === 0 ? [] : [SHORT]),
                        ...(left === 0 ? [] : [`${plural(left, 'autre variante', 'autres variantes')} : voir les objectifs et les soldes.`]),
                    ],
                },
            ],
        },
    ];
}

/** How the short cells of quotas are read. */
const SHORT = '✓ seuil atteint, ✗ non atteint, ? incertain ; « n sur N » : seuil atteint dans n tirages sur N ; « dus » : baux encore dus.';

/** How many thresholds the first side reaches. */
function titleOf(quotas: readonly TableRow[], side: Side | undefined): string {
    if (quotas.length === 0 || side === undefined) return 'Quotas, publics à reloger et soldes des réservataires';
    const met = quotas.filter(({ cells }) => cells[1]?.severity === 'good').length;
    return `${plural(met, 'seuil atteint', 'seuils atteints')} sur ${integerText(quotas.length)} (${side.simulated ? `simulé, ${side.label}` : 'constat'})`;
}

/** Publics whose rehousing weighs on rights: demands in wait at the start and at the end, leases signed to them. */
function stockRows({ report, edition = 'shareable' }: TellingInput, sides: readonly Side[]): readonly TableRow[] {
    const owed = report.stocks.filter(({ imputations }) => imputations.length > 0);
    return [...new Set(owed.map((stock) => stock.public))].flatMap((name): readonly TableRow[] => {
        const own = owed.filter((stock) => stock.public === name);
        const label = own[0]?.label ?? name;
        const row = (what: string, textOf: (stock: StockOutcome) => string): TableRow => ({
            group: 'Publics à reloger, en ménages',
            cells: [
                { text: `${label} : ${what}` },
                ...sides.map(({ id }): Cell => {
                    const stock = own.find(({ ruleSet }) => ruleSet === id);
                    return { text: stock === undefined ? '—' : textOf(stock) };
                }),
            ],
        });
        const count = (number: number | undefined): string => countText(number, edition);
        return [
            row('en attente, au début → à la fin', ({ start, end }) => `${count(start?.demands)} → ${count(end?.demands)}`),
            row('baux signés', ({ leases }) => count(leases)),
        ];
    });
}

function countText(count: number | undefined, edition: Edition): string {
    if (count === undefined) return '—';
    if (edition === 'internal' || count === 0) return integerText(count);
    return count < SMALLEST_COUNT ? `moins de ${SMALLEST_COUNT}` : integerText(toTheTen(count));
}

/** What each reservee is owed by all landlords together, year by year, the largest rights first. */
function balanceRows(flux: readonly FluxOutcome[], sides: readonly Side[]): readonly TableRow[] {
    const reserved = flux.filter(({ reserveeLabel }) => reserveeLabel !== undefined);
    const lines = new Map(reserved.map(({ reserveeLabel = '', year }) => [JSON.stringify([reserveeLabel, year]), { reservee: reserveeLabel, year }]));
    const dueOf = ({ reservee, year }: { readonly reservee: string; readonly year: number }): Rational =>
        sumOf(reserved.filter((of) => of.ruleSet === sides[0]?.id && of.reserveeLabel === reservee && of.year === year).map(({ due }) => due));
    const sorted = [...lines.values()].sort((a, b) => a.year - b.year || compare(dueOf(b), dueOf(a)));
    return sorted.map(({ reservee, year }) => ({
        group: 'Droits des réservataires, tous bailleurs, en logements',
        cells: [
            { text: `${reservee}, ${year}` },
            ...sides.map(({ id }) => balanceCell(reserved.filter((of) => of.ruleSet === id && of.reserveeLabel === reservee && of.year === year))),
        ],
    }));
}

function balanceCell(own: readonly FluxOutcome[]): Cell {
    if (own.length === 0) return { text: '—' };
    const due = sumOf(own.map((of) => of.due));
    if (own.some(({ balance }) => balance === undefined)) return { text: `${amount(due)} dus ; reçu inconnu`, severity: 'doubt' };
    const balance = sumOf(own.map((of) => of.balance));
    const received = sub(due, balance);
    const left =
        compare(balance, ZERO) > 0
            ? `reste dû ${amount(balance)}`
            : compare(balance, ZERO) < 0
              ? `${amount({ n: -balance.n, d: balance.d })} de trop`
              : 'soldé';
    return { text: `${amount(received)} sur ${amount(due)} : ${left}`, severity: compare(balance, ZERO) > 0 ? 'bad' : 'plain' };
}

function sumOf(parts: readonly (string | undefined)[]): Rational {
    return parts.reduce<Rational>((sum, part) => add(sum, fromFraction(part ?? '0') ?? ZERO), ZERO);
}

function amount(value: Rational): string {
    return formatFrench(value, 1).replace('-', '−');
}
