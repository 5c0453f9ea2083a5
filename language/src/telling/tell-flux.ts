import { add, compare, formatFrench, fromFraction, sub, toFraction, ZERO, type Rational } from '../kit/exact-number.js';
import type { FluxOutcome } from '../replay/index.js';
import { quoted } from './words/french.js';
import { wordOf } from './words/data-words.js';
import { UNIT_WORDS } from './changes/flux-words.js';
import type { Block, Cell, Figure, Side, Table, TableRow } from './telling.js';
import type { TellingInput } from './telling-input.js';

/** What a landlord owes a reservee in one year, on all its territories together. */
interface Debt {
    readonly landlord: string;
    readonly reservee: string;
    readonly year: number;
    readonly unit: FluxOutcome['unit'];
    /** Those that make it up, by name. */
    readonly conventions: readonly string[];
    readonly bySide: ReadonlyMap<string, Owed>;
}

/** Due, received, and what remains; absent where the record does not tell what was received. */
interface Owed {
    readonly due: Rational;
    readonly received?: Rational;
    readonly balance?: Rational;
}

/** Debts shown on the first screen. */
const SHOWN = 6;

/** Who is owed what, landlord by reservee, the largest debt first: recorded dwellings first, simulated ones under another title. */
export function tellFlux(input: TellingInput, sides: readonly Side[]): readonly [first: Block, all: readonly Block[]] {
    const { report, ruleSets, words } = input;
    const ordered = [...sides].sort((a, b) => Number(a.simulated) - Number(b.simulated)).filter(({ id }) => report.flux.some(({ ruleSet }) => ruleSet === id));
    const debts = debtsOf(report.flux);
    const lead = ordered[0]?.id ?? '';
    const base = ruleSets[0]?.id ?? '';
    const leadOf = (debt: Debt): Rational | undefined => debt.bySide.get(lead)?.balance;
    // What the record does not tell is told by the baseline, and said to be simulated.
    const largest = (debt: Debt): Rational => leadOf(debt) ?? debt.bySide.get(base)?.balance ?? ZERO;
    const sorted = [...debts].sort((a, b) => compare(largest(b), largest(a)) || (a.landlord < b.landlord ? -1 : 1));
    const shown = ordered.filter(
        ({ id }, place) => place === 0 || sorted.some((debt) => !isSame(debt.bySide.get(id), debt.bySide.get(ruleSets[0]?.id ?? '')) || id === ruleSets[0]?.id),
    );
    const name = (debt: Debt): string => `${wordOf(words, 'bailleur', debt.landlord)} à ${debt.reservee}`;
    const [top] = sorted;
    const most = top === undefined ? ZERO : largest(top);
    const table = (id: string, rows: readonly Debt[]): Table => tableOf(rows, { id, sides: shown, name });
    const first: Block = {
        id: 'flux',
        reader: 'all',
        title:
            top === undefined
                ? 'Flux : aucune convention de réservation dans ces règles'
                : compare(most, ZERO) > 0
                  ? `Flux : ${wordOf(words, 'bailleur', top.landlord)} ${leadOf(top) === undefined ? 'devrait' : 'doit'} ${amount(most)} logements à ${quoted(top.reservee)} (${top.year}${leadOf(top) === undefined ? ', simulé : le constat ne dit pas ce qui a été reçu' : ''}), la plus grande dette`
                  : 'Flux : aucun logement n’est dû à un réservataire',
        statements:
            top === undefined
                ? [
                      {
                          id: 'no-convention',
                          text: 'Sans convention, rien n’est dû à personne : les soldes de flux ne peuvent pas être dits.',
                          severity: 'doubt',
                          figures: [],
                      },
                  ]
                : [],
        exhibits: sorted.length === 0 ? [] : [table('flux-table', sorted.slice(0, SHOWN))],
    };
    const all: Block = {
        id: 'flux-all',
        reader: 'reservees',
        title: 'Tous les soldes de flux, bailleur et réservataire',
        statements: [],
        exhibits: [table('flux-all-table', sorted)],
    };
    return [first, sorted.length > SHOWN ? [all] : []];
}

function debtsOf(flux: readonly FluxOutcome[]): readonly Debt[] {
    const found = new Map<string, { readonly debt: Omit<Debt, 'bySide' | 'conventions'>; readonly names: Set<string>; readonly bySide: Map<string, Owed> }>();
    for (const { ruleSet, convention, landlord, reserveeLabel, year, unit, due, balance } of flux) {
        if (convention === undefined || reserveeLabel === undefined) continue;
        const key = JSON.stringify([landlord, reserveeLabel, year, unit]);
        const entry = found.get(key) ?? { debt: { landlord, reservee: reserveeLabel, year, unit }, names: new Set<string>(), bySide: new Map<string, Owed>() };
        found.set(key, entry);
        entry.names.add(convention);
        entry.bySide.set(ruleSet, sum(entry.bySide.get(ruleSet), owed(due, balance)));
    }
    return [...found.values()].map(({ debt, names, bySide }) => ({ ...debt, conventions: [...names], bySide }));
}

function owed(due: string, balance: string | undefined): Owed {
    const [rights, left] = [fromFraction(due) ?? ZERO, balance === undefined ? undefined : (fromFraction(balance) ?? ZERO)];
    return left === undefined ? { due: rights } : { due: rights, received: sub(rights, left), balance: left };
}

function sum(a: Owed | undefined, b: Owed): Owed {
    if (a === undefined) return b;
    const due = add(a.due, b.due);
    if (a.received === undefined || b.received === undefined || a.balance === undefined || b.balance === undefined) return { due };
    return { due, received: add(a.received, b.received), balance: add(a.balance, b.balance) };
}

function isSame(a: Owed | undefined, b: Owed | undefined): boolean {
    return a?.balance !== undefined && b?.balance !== undefined && compare(a.balance, b.balance) === 0 && compare(a.due, b.due) === 0;
}

function amount(value: Rational): string {
    return formatFrench(value, 1).replace('-', '−');
}

function tableOf(
    debts: readonly Debt[],
    { id, sides, name }: { readonly id: string; readonly sides: readonly Side[]; readonly name: (debt: Debt) => string },
): Table {
    return {
        kind: 'table',
        id,
        caption: 'Droits, logements reçus et solde par convention : le constat, puis le flux simulé (sans valeur de bilan)',
        columns: [
            { title: 'Bailleur et réservataire', kind: 'text' },
            { title: 'Année', kind: 'number', minor: true },
            { title: 'Compté en', kind: 'text', minor: true },
            ...sides.map(({ label, simulated }) => ({ title: simulated ? `Flux simulé, ${label}` : 'Constat', kind: 'number' as const })),
        ],
        rows: debts.map((debt): TableRow => ({
            cells: [
                { text: name(debt) },
                { text: String(debt.year), order: debt.year },
                { text: UNIT_WORDS[debt.unit] },
                ...sides.map((side) => cellOf(debt, side)),
            ],
        })),
        notes: [
            'Reçu sur dû, puis ce qui reste dû. Les parts de chaque commune sont additionnées : une commune en avance cache une commune en retard, que le détail par commune montre.',
            ...(sides.length === 1 ? ['Les variantes ne changent aucun solde : l’orientation est celle qui a été enregistrée.'] : []),
        ],
    };
}

/** What a side says of a debt, each amount with the rows of `flux.csv` that add up to it. */
function figuresOf({ landlord, year, conventions }: Debt, { id }: Side, { due, balance }: Owed): readonly Figure[] {
    const where = Object.entries({ règles: [id], bailleur: [landlord], convention: conventions, année: [String(year)], valeur: [''] });
    const figure = (sum: string, value: Rational): Figure => ({
        name: `${sum} ${landlord} ${conventions.join(' ')} ${year}`,
        unit: 'dwellings',
        value: toFraction(value),
        source: { file: 'flux.csv', where: where.map(([column, words]) => ({ column, test: 'in', words })), sum },
        text: amount(value),
    });
    return [figure('dû', due), ...(balance === undefined ? [] : [figure('solde', balance)])];
}

function cellOf(debt: Debt, side: Side): Cell {
    const of = debt.bySide.get(side.id);
    if (of === undefined) return { text: 'sans convention', order: 0 };
    const figures = figuresOf(debt, side, of);
    if (of.balance === undefined || of.received === undefined) return { text: `${amount(of.due)} dus ; reçu inconnu`, order: 0, figures };
    const left =
        compare(of.balance, ZERO) > 0
            ? `reste dû ${amount(of.balance)}`
            : compare(of.balance, ZERO) < 0
              ? `${amount({ n: -of.balance.n, d: of.balance.d })} de trop`
              : 'soldé';
    return {
        text: `${amount(of.received)} sur ${amount(of.due)} : ${left}`,
        order: Number(of.balance.n / of.balance.d),
        severity: compare(of.balance, ZERO) > 0 ? 'bad' : 'plain',
        figures,
    };
}
