import fc from 'fast-check';
import type { Assumptions } from '../../../language/src/columns/territory.js';
import type { Expression } from '../../../language/src/ir/expression.js';
import type { Convention, Route } from '../../../language/src/ir/flux.js';
import type { Adequacy, Exclusion, Policy, Ranking, RankingKey } from '../../../language/src/ir/policy.js';
import type { Criterion, ScoringItem } from '../../../language/src/ir/scoring.js';
import {
    above,
    and,
    bonus,
    BOOLEAN,
    byTier,
    CODE,
    contains,
    count,
    criterion,
    DATE,
    day,
    duration,
    elapsed,
    exists,
    fact,
    flat,
    from,
    fromBelow,
    line,
    lookup,
    MISSING,
    NUMBER,
    not,
    number,
    below,
    or,
    rate,
    rubric,
    scoring,
    select,
    gives,
    since,
    table,
    test,
    word,
    type GivenEvent,
} from '../engine/build.js';
import {
    adequacy,
    category,
    commission,
    convention,
    DRAW,
    exclusion,
    LONGEST,
    NOTE,
    ORIENTATION,
    ranking,
    refusalEffect,
    reservee,
    route,
    version,
    WISHED_TOWN,
    type Row,
    type TerritoryParts,
} from './build.js';

/** Days within which everything of a random territory happens: 2023 and 2024. */
const FIRST = day('01/01/2023');
const LAST = day('31/12/2024');
export const WINDOW = { from: day('01/01/2024'), to: day('31/12/2024') };

const TOWNS = ['v1', 'v2', 'v3'];
const TYPES = ['T1', 'T2', 'T3'];
const anyDay = (low: number, high: number): fc.Arbitrary<Row[string]> => fc.integer({ min: low, max: high }).map((civil) => ({ kind: 'date', day: civil }));
const often = <Value>(arbitrary: fc.Arbitrary<Value>, missing: number): fc.Arbitrary<Value | '?'> =>
    fc.oneof({ weight: 10 - missing, arbitrary }, { weight: missing, arbitrary: fc.constant('?' as const) });

const refusal: fc.Arbitrary<GivenEvent> = fc
    .record({ le: anyDay(FIRST, LAST), adapté: often(fc.constantFrom('oui', 'non'), 1), légitime: fc.constantFrom('oui', 'non') })
    .map((event) => event as GivenEvent);

/** The facts of one row; `missing` of ten cells are `non renseigné`. */
const anyFacts = (missing: number): fc.Arbitrary<Row> =>
    fc.record({
        villes: often(fc.subarray(TOWNS, { minLength: 1 }), missing),
        types: often(fc.subarray(TYPES, { minLength: 1 }), missing),
        personnes: often(fc.integer({ min: 1, max: 4 }), missing),
        points: often(fc.integer({ min: -5, max: 20 }), missing),
        prioritaire: often(fc.constantFrom('oui', 'non'), missing),
        ressources: often(fc.integer({ min: 0, max: 3000 }), missing),
        ville_emploi: often(fc.constantFrom(...TOWNS), missing),
        refus: often(
            fc.array(refusal, { maxLength: 2 }).map((events): Row[string] => (events.length === 0 ? { kind: 'events', events: [] } : events)),
            missing,
        ),
    });

/** One demand: one row, or two rows that follow each other; perhaps an exit. */
const anyDemand = (id: string, missing: number): fc.Arbitrary<readonly Row[]> =>
    fc
        .record({
            first: anyFacts(missing),
            second: anyFacts(missing),
            deposit: fc.integer({ min: FIRST - 1500, max: LAST - 60 }),
            late: fc.option(fc.nat(200)),
            cut: fc.option(fc.integer({ min: 10, max: 900 }), { freq: 2 }),
            gap: fc.constantFrom(0, 0, 0, 40),
            exit: fc.option(fc.integer({ min: FIRST, max: LAST }), { freq: 2 }),
        })
        .map(({ first, second, deposit, late, cut, gap, exit }) => {
            const common: Row = {
                id,
                dépôt: { kind: 'date', day: deposit },
                ...(late === null ? {} : { entrée: { kind: 'date', day: deposit + late } }),
                ...(exit === null ? {} : { sortie: { kind: 'date', day: Math.max(exit, deposit) } }),
            };
            if (cut === null) return [{ ...common, ...first }];
            const ends: Row = gap === 0 ? {} : { valide_au: { kind: 'date', day: deposit + cut - gap } };
            return [
                { ...common, ...first, ...(cut > gap ? ends : {}) },
                { ...common, ...second, valide_du: { kind: 'date', day: deposit + cut } },
            ];
        });

/** Whose dwelling it is, on which contingent the record lets it, and by which way. */
const heldFacts = {
    bailleur: fc.constantFrom('b1', 'b1', 'b1', 'b2', '?'),
    réservataire: fc.constantFrom('A', 'B', 'C', 'D', '?'),
    voie: fc.constantFrom('o', 'o', 'o', 'o', 'relogé', 'interne', 'vente', 'neuf', 'publié', '?'),
};

const anyDwelling = (id: string, lessees: readonly string[]): fc.Arbitrary<Row> =>
    fc.record({
        id: fc.constant(id),
        libération: anyDay(WINDOW.from - 60, WINDOW.to),
        ordre: fc.integer({ min: 1, max: 3 }),
        ville: often(fc.constantFrom(...TOWNS), 1),
        type: fc.constantFrom(...TYPES),
        qpv: fc.constantFrom('oui', 'non'),
        loyer: fc.integer({ min: 300, max: 900 }),
        attributaire: fc.oneof(fc.constantFrom(...lessees), fc.constant('?')),
        libéré_par: fc.oneof({ weight: 3, arbitrary: fc.constant('?') }, { weight: 1, arbitrary: fc.constantFrom(...lessees) }),
        ...heldFacts,
    }) as fc.Arbitrary<Row>;

const anyAssumptions: fc.Arbitrary<Partial<Assumptions>> = fc.record({
    acceptance: fc.constantFrom('1', '1/2', '1/5', '0'),
    followRate: fc.constantFrom('1', '3/4'),
    legitimateRefusal: fc.constantFrom('0', '1/2'),
    monthlyExit: fc.constantFrom('0', '1/4'),
    candidatesPerRound: fc.integer({ min: 1, max: 3 }),
    rounds: fc.integer({ min: 1, max: 2 }),
    designationDelay: fc.constantFrom(0, 10),
    examinationDelay: fc.constantFrom(0, 10, 30),
    leaseDelay: fc.constantFrom(0, 45),
    supply: fc.constantFrom('figée', 'figée', 'chaînes'),
});

/** A territory of a dozen demands and as many dwellings. A lessee is recorded once at most. */
export const anyTerritory: fc.Arbitrary<TerritoryParts> = fc
    .record({
        demands: fc.oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 20, max: 50 })),
        dwellings: fc.integer({ min: 1, max: 25 }),
        missing: fc.constantFrom(0, 0, 1, 3),
    })
    .chain(({ demands, dwellings, missing }) => {
        const ids = Array.from({ length: demands }, (_, index) => `d${index}`);
        return fc.record({
            demands: fc.tuple(...ids.map((id) => anyDemand(id, missing))).map((rows) => rows.flat()),
            dwellings: fc.tuple(...Array.from({ length: dwellings }, (_, index) => anyDwelling(`l${index}`, ids))).map(withoutRepeatedLessees),
            assumptions: anyAssumptions,
        });
    });

/** Dwellings released before the window have no lessee: what they take from the pools is not the scan's to know. */
function withoutRepeatedLessees(dwellings: readonly Row[]): readonly Row[] {
    const seen = new Set<unknown>();
    return dwellings.map((row) => {
        const released = row['libération'] as { readonly day: number };
        const repeated = seen.has(row['attributaire']) || released.day < WINDOW.from;
        if (!repeated) seen.add(row['attributaire']);
        return repeated ? { ...row, attributaire: '?' } : row;
    });
}

// --- rules

const TOWN = fact('ville', CODE, 'logement');
const PERSONS = fact('personnes', NUMBER);
const fieldIs = (name: string): Expression => fact(name, BOOLEAN, 'event');
const seniority = (relation: '>' | '<' | '>=', months: number): Expression => test(since('dépôt'), relation, duration(months));

/** A ceiling whose amount changes in the middle of 2024. */
const CEILINGS = table(
    'plafond',
    [{ name: 'ville', type: CODE }],
    [
        { start: day('01/01/2023'), rows: [{ keys: [null], value: { kind: 'number', value: '90000' } }] },
        {
            start: day('01/07/2024'),
            rows: [
                { keys: ['v1'], value: { kind: 'number', value: '150000' } },
                { keys: ['v2'], value: { kind: 'number', value: '60000' } },
            ],
        },
    ],
);

/** A delay that no date of the window changes. */
const DELAYS = table(
    'délai',
    [{ name: 'ville', type: CODE }],
    [
        {
            start: day('01/01/2010'),
            rows: [
                { keys: ['v1'], value: { kind: 'number', value: '20' } },
                { keys: [null], value: { kind: 'number', value: '30' } },
            ],
        },
    ],
);

const months = (amount: number) => ({ kind: 'duration', amount, unit: 'mois' }) as const;

const rates: fc.Arbitrary<Criterion> = fc
    .record({
        points: fc.constantFrom('1', '2', '-1', '1/2'),
        unit: fc.constantFrom('mois', 'mois', 'ans', 'jours'),
        mode: fc.constantFrom('révolu', 'commencé'),
        cap: fc.option(fc.constantFrom('10', '24', '60')),
    })
    .map(({ points, unit, mode, cap }) => criterion('attente', rate(points, elapsed('dépôt', unit, mode)), cap === null ? {} : { cap }));

const flats: fc.Arbitrary<Criterion> = fc.constantFrom(
    bonus('prioritaire', '30'),
    criterion('locale', flat('5'), { condition: test(fact('ville_emploi', CODE), '=', TOWN) }),
    criterion('longue', flat('20'), { condition: seniority('>', 24) }),
    criterion('récente', flat('7'), { condition: seniority('<', 6) }),
    criterion('délai', flat('9'), { condition: test(elapsed('dépôt'), '>', lookup('délai', TOWN)) }),
    criterion('plafond', flat('-6'), { condition: test(fact('ressources', { kind: 'money', per: 'mois' }), '>', lookup('plafond', TOWN)) }),
    criterion('tardive', flat('8'), { condition: and(seniority('>=', 12), test(fact('points', NUMBER), '>', number('4'))) }),
    criterion('ancienne_ou_prioritaire', flat('4'), { condition: or(seniority('>=', 18), fact('prioritaire')) }),
    criterion('sans_refus', flat('6'), { condition: not(exists('refus', fieldIs('adapté'))) }),
    criterion('donnés', rate('1', fact('points', NUMBER))),
    criterion('malus', rate('-3', count('refus', { window: { amount: 6, unit: 'mois' } })), { floor: '-9' }),
    criterion('malus_adapté', rate('-4', count('refus', { window: { amount: 24, unit: 'mois' }, filter: and(fieldIs('adapté'), not(fieldIs('légitime'))) }))),
    criterion('prime_de_refus', rate('2', count('refus'))),
    criterion(
        'paliers',
        byTier(
            since('dépôt'),
            line({ kind: 'interval', high: { value: months(12), inclusive: false } }, '0'),
            line({ kind: 'interval', low: { value: months(12), inclusive: true }, high: { value: months(30), inclusive: true } }, '5'),
            line(above(months(30)), '11'),
        ),
    ),
    criterion(
        'paliers_troués',
        byTier(since('dépôt'), line({ kind: 'interval', high: { value: months(9), inclusive: true } }, '3'), line(from(months(20)), '2')),
    ),
    criterion('taille', byTier(PERSONS, line(below('2'), '1'), line(fromBelow('2', '4'), '3'), line(from('4'), '6'), line(MISSING, '2'))),
    criterion('taille_incomplète', byTier(PERSONS, line(below('3'), '1'), line(from('3'), '4'), line(MISSING, undefined))),
);

const anyItem: fc.Arbitrary<ScoringItem> = fc.oneof(
    { weight: 2, arbitrary: rates },
    { weight: 4, arbitrary: flats },
    {
        weight: 2,
        arbitrary: fc
            .record({
                items: fc.array(fc.oneof(rates, flats), { minLength: 1, maxLength: 3 }),
                combination: fc.constantFrom('cumulables', 'le plus favorable', "dans l'ordre"),
                cap: fc.option(fc.constantFrom('8', '25')),
            })
            .map(({ items, combination, cap }) => rubric('rubrique', distinct(items), { combination, ...(cap === null ? {} : { cap }) })),
    },
);

function distinct(items: readonly Criterion[]): readonly Criterion[] {
    return items.map((item, index) => ({ ...item, name: `${item.name}_${index}` }));
}

const adequacies: fc.Arbitrary<readonly Adequacy[]> = fc.subarray([
    WISHED_TOWN,
    adequacy('typologie', contains(fact('types', { kind: 'enumeration', name: 'Type' }), fact('type', { kind: 'enumeration', name: 'Type' }, 'logement'))),
    adequacy('taille', or(test(PERSONS, '<', number('4')), not(test(fact('loyer', { kind: 'money', per: 'mois' }, 'logement'), '<', number('50000'))))),
]);

const exclusions: fc.Arbitrary<readonly Exclusion[]> = fc.subarray(
    [
        exclusion('plafond', test(fact('ressources', { kind: 'money', per: 'mois' }), '>', lookup('plafond', TOWN)), 'lease'),
        exclusion('refus_récents', test(count('refus', { window: { amount: 3, unit: 'mois' } }), '>=', number('2'))),
        exclusion('trop_récente', seniority('<', 2)),
        exclusion('loyer', test(fact('ressources', { kind: 'money', per: 'mois' }), '<', fact('loyer', { kind: 'money', per: 'mois' }, 'logement'))),
    ],
    { maxLength: 2 },
);

const keys: fc.Arbitrary<readonly RankingKey[]> = fc.constantFrom(
    [NOTE, LONGEST, DRAW],
    [NOTE, DRAW],
    [{ ...NOTE, which: 'verified' as const }, LONGEST, DRAW],
    [category(fact('prioritaire')), NOTE, DRAW],
    [category(seniority('>', 24), fact('prioritaire')), NOTE, LONGEST, DRAW],
    [category(and(test(fact('ville_emploi', CODE), '=', TOWN), fact('prioritaire'))), NOTE, LONGEST, DRAW],
    [LONGEST, DRAW],
    [DRAW],
    [{ kind: 'fact' as const, value: elapsed('dépôt'), order: 'descending' as const, at: ['', 0, 0] as const }, NOTE, DRAW],
    [{ kind: 'fact' as const, value: PERSONS, order: 'ascending' as const, at: ['', 0, 0] as const }, NOTE, LONGEST, DRAW],
    [NOTE, { kind: 'fact' as const, value: count('refus'), order: 'ascending' as const, at: ['', 0, 0] as const }, DRAW],
    [
        NOTE,
        {
            kind: 'fact' as const,
            value: select(PERSONS, [gives(below('3'), fact('dépôt', DATE)), gives(from('3'), fact('entrée', DATE))], DATE),
            order: 'ascending' as const,
            at: ['', 0, 0] as const,
        },
        DRAW,
    ],
);

const rankings: fc.Arbitrary<Ranking> = fc
    .record({ keys, incomplete: fc.constantFrom('minimum', 'maximum', 'last') })
    .map(({ keys: some, incomplete }) => ranking(some, incomplete));

const effects: fc.Arbitrary<Policy['refusalEffects']> = fc.constantFrom(
    [],
    [],
    [],
    [refusalEffect({ kind: 'suspension', amount: 3, unit: 'mois' })],
    [refusalEffect({ kind: 'suspension', amount: 1, unit: 'ans' }, fact('adapté', BOOLEAN, 'event'))],
    [refusalEffect({ kind: 'reset' }, fact('adapté', BOOLEAN, 'event'))],
    [refusalEffect({ kind: 'reset' }, not(fact('légitime', BOOLEAN, 'event'))), refusalEffect({ kind: 'suspension', amount: 40, unit: 'jours' })],
);

const commissions: fc.Arbitrary<Policy['commission']> = fc.constantFrom(
    undefined,
    undefined,
    commission({ singles: [fact('prioritaire')] }),
    commission({ grounds: [and(fact('prioritaire'), fact('qpv', BOOLEAN, 'logement'))] }),
    commission({ singles: [fact('qpv', BOOLEAN, 'logement')], grounds: [test(PERSONS, '>=', number('3'))] }),
);

/** A policy of plausible rules: seniority in every form, refusals that count, categories, filters of every kind. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
    .record({
        items: fc.array(anyItem, { minLength: 1, maxLength: 4 }),
        adequacies,
        exclusions,
        ranking: rankings,
        refusalEffects: effects,
        commission: commissions,
    })
    .map(({ items, ...parts }) =>
        version({
            scorings: [
                scoring(
                    'tous',
                    items.map((item, index) => ({ ...item, name: `${item.name}_${index}` })),
                ),
            ],
            tables: [CEILINGS, DELAYS],
            ...parts,
        }),
    );

// --- routes and conventions

const WAY = fact('voie', CODE, 'logement');
const is = (way: string): Expression => test(WAY, '=', word(way));
const BY_TOWN: Convention['perimeter'] = [{ fact: TOWN as Extract<Expression, { kind: 'fact' }>, value: 'v1' }];

const routes: fc.Arbitrary<readonly Route[]> = fc.subarray([
    route('vente', is('vente'), { withdrawn: true, inFlux: false }),
    route('démolition', is('neuf'), { withdrawn: true }),
    route('relogement', is('relogé'), { inFlux: false, ranked: false }),
    route('interne', is('interne'), { ranked: false }),
    route('neuf', is('neuf'), { inFlux: false }),
    route('publié', is('publié'), { publishedDays: 8 }),
    // Reads the household that the record houses.
    route('prioritaires', fact('prioritaire'), { ranked: false, commission: false }),
]);

const publics: fc.Arbitrary<Expression | undefined> = fc.constantFrom(undefined, fact('prioritaire'), test(PERSONS, '>=', number('3')), seniority('>', 12));

const anyConvention = (name: string, reserved: string): fc.Arbitrary<Convention> =>
    fc
        .record({
            percent: fc.integer({ min: 0, max: 60 }),
            landlord: fc.constantFrom('b1', 'b1', 'b2'),
            unit: fc.constantFrom('oriented', 'proposed', 'allotted', 'signed'),
            signed: fc.constantFrom(undefined, 100, 200),
            local: fc.boolean(),
            perimeter: fc.constantFrom([], [], BY_TOWN),
            outside: fc.constantFrom(undefined, ['relogement', 'vente'], ['relogement', 'vente', 'interne']),
            apart: fc.constantFrom([], ['neuf']),
            returned: fc.constantFrom(undefined, { amount: 1, unit: 'mois' as const }),
            rounding: fc.constantFrom(undefined, 'proche' as const),
            carried: fc.boolean(),
            within: fc.constantFrom([], [{ code: 'B', atMost: '5/100' }], [{ code: 'A', atMost: '20/100' }]),
        })
        .map(({ percent, landlord, within, ...rest }) =>
            convention(name, { reservee: reserved, landlord }, percent, { ...rest, within: reserved === 'r1' ? within : [] }),
        );

/** The same rules with routes, reservees and conventions. */
export const anyFluxPolicy: fc.Arbitrary<Policy> = fc
    .record({
        rules: anyPolicy,
        routes,
        first: publics,
        second: publics,
        third: publics,
        conventions: fc.tuple(anyConvention('c1', 'r1'), anyConvention('c2', 'r2'), anyConvention('c3', 'r2')).map((all) => all),
        kept: fc.integer({ min: 0, max: 3 }),
        announced: fc.option(fc.integer({ min: 0, max: 2 })),
        waived: fc.constantFrom([], [], ['commune'], ['commune', 'typologie']),
        pooled: fc.constantFrom([], [], ['c1', 'c2'], ['c1', 'c3'], ['c1', 'c2', 'c3']),
        oriented: fc.boolean(),
    })
    .map(({ rules, routes: some, first, second, third, conventions, kept, announced, pooled, waived, oriented }) => ({
        ...rules,
        routes: some,
        reservees: [reservee('r1', { A: first, B: second }, waived), reservee('r2', { C: third })],
        conventions: conventions.slice(0, kept),
        pools: pooled.length === 0 ? [] : [{ name: 'commun', conventions: pooled, references: [], text: '', at: ['', 0, 0] as const }],
        forecasts:
            announced === null
                ? []
                : [{ landlord: 'b1', year: 2024, lines: [{ route: 'relogement', count: announced }], references: [], at: ['', 0, 0] as const }],
        ...(oriented ? { orientation: ORIENTATION } : {}),
    }));
