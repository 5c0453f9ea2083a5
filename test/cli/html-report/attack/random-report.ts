import fc from 'fast-check';
import { type GroupOutcome, type LedgerRow, type ReplayReport } from '@bareme/language/replay';
import { sampleReport } from '../../fixtures/report.js';

/** A household: the traits that the page sorts it by, what each rule set makes of it, what is not known of it. */
interface Household {
    readonly dalo: boolean;
    readonly priority: boolean;
    readonly size: number;
    readonly types: readonly string[];
    readonly fate: 'gain' | 'loss' | 'sooner' | 'sameDay' | 'later' | 'none';
    readonly landlord: string;
    readonly late: 'yes' | 'no' | 'unknown';
    readonly tenth: boolean;
    readonly fits: boolean;
    readonly signal: 'holds' | 'fails' | 'unknown';
    readonly since: number | undefined;
    readonly doubt: boolean;
    readonly answer: number;
}

const household: fc.Arbitrary<Household> = fc
    .record({
        dalo: fc.boolean(),
        other: fc.boolean(),
        size: fc.integer({ min: 1, max: 4 }),
        types: fc.constantFrom(['T1'], ['T2'], ['T3'], ['T2', 'T3']),
        fate: fc.constantFrom('gain' as const, 'loss' as const, 'sooner' as const, 'sameDay' as const, 'later' as const, 'none' as const),
        landlord: fc.constantFrom('a', 'b', 'c'),
        late: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
        tenth: fc.boolean(),
        fits: fc.boolean(),
        signal: fc.constantFrom('holds' as const, 'fails' as const, 'unknown' as const),
        since: fc.constantFrom(1, 4, 9, undefined),
        doubt: fc.boolean(),
        answer: fc.nat(3),
    })
    .map(({ other, ...rest }) => ({ ...rest, priority: rest.dalo || other }));

/** A few kinds of households, each of a few or of many: rare cells everywhere. */
const population: fc.Arbitrary<readonly Household[]> = fc
    .array(fc.tuple(household, fc.oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 15, max: 90 }))), { minLength: 6, maxLength: 24 })
    .map((kinds) => kinds.flatMap(([kind, times]) => Array.from({ length: times }, () => kind)));

const [BASE, VARIANT] = ['en-vigueur', 'ancienneté'] as const;
const isHoused = ({ fate }: Household, ruleSet: string): boolean => fate !== 'none' && fate !== (ruleSet === VARIANT ? 'loss' : 'gain');

/** The report of a replay on such households: every count of it is theirs. */
export const anyReport: fc.Arbitrary<ReplayReport> = population.map(reportOn);

function reportOn(all: readonly Household[]): ReplayReport {
    const count = (test: (of: Household) => boolean): number => all.filter(test).length;
    const sample = sampleReport();
    const housed = (ruleSet: string): readonly Household[] => all.filter((of) => isHoused(of, ruleSet));
    return {
        ...sample,
        territory: { ...sample.territory, synthetic: false },
        ruleSets: sample.ruleSets.slice(0, 2),
        volumes: {
            ...sample.volumes,
            demands: all.length,
            openAtStart: all.length,
            entered: 0,
            leases: [BASE, VARIANT].map((ruleSet) => ({
                ruleSet,
                signed: housed(ruleSet).length,
                withoutTaker: 0,
                withoutCandidate: 0,
                outside: 0,
                notEvaluated: 0,
            })),
            notEvaluated: [BASE, VARIANT].map((ruleSet) => ({ reason: 'incomplete-note' as const, ruleSet, count: count(({ doubt }) => doubt) })),
        },
        comparisons: [
            {
                ruleSet: VARIANT,
                baseline: BASE,
                housedBoth: count((of) => isHoused(of, BASE) && isHoused(of, VARIANT)),
                onlyBaseline: count(({ fate }) => fate === 'loss'),
                onlyOther: count(({ fate }) => fate === 'gain'),
                neither: count(({ fate }) => fate === 'none'),
                sooner: count(({ fate }) => fate === 'sooner'),
                sameDay: count(({ fate }) => fate === 'sameDay'),
                later: count(({ fate }) => fate === 'later'),
                firstChanged: 20,
                causes: [],
                groups: groupsOf(all),
            },
        ],
        entrants: {
            occupants: all.length,
            entrants: [BASE, VARIANT].map((ruleSet) => ({ ruleSet, households: housed(ruleSet).length })),
            breakdowns: TRAITS.map(([breakdown, breakdownLabel, classOf]) => ({
                breakdown,
                breakdownLabel,
                groups: [...new Set(all.map(classOf))].sort().map((group) => ({
                    group,
                    groupLabel: group,
                    occupants: count((of) => classOf(of) === group),
                    entrants: [BASE, VARIANT].map((ruleSet) => ({ ruleSet, households: housed(ruleSet).filter((of) => classOf(of) === group).length })),
                })),
            })),
            notInDemands: [],
        },
        stocks: [BASE, VARIANT].flatMap((ruleSet) => [stockOf(all, ruleSet, ['dalo', ['relogements_dalo']]), stockOf(all, ruleSet, ['priority', []])]),
        overdue: [BASE, VARIANT].flatMap((ruleSet) => overdueOf(all, ruleSet)),
        top: [
            {
                day: sample.territory.from,
                bands: [
                    bandOf(
                        all.filter(({ tenth }) => tenth),
                        '1/10',
                    ),
                    bandOf(all, '1'),
                ],
            },
        ],
        checks: [BASE, VARIANT].flatMap((ruleSet) => checksOf(housed(ruleSet), ruleSet)),
        answers: [0, 1, 2, 3].map((answer) => ({ decision: `décision ${answer}`, candidatures: count((of) => of.answer === answer) })),
        honesty: { ...sample.honesty, recomputedNote: { numerator: count(({ doubt }) => !doubt), denominator: all.length } },
        ledger: [BASE, VARIANT].flatMap((ruleSet) => housed(ruleSet).map((of, place) => rowOf(sample.ledger[0]!, ruleSet, of, place))),
        flux: [],
        imputations: [],
    };
}

const TRAITS: readonly (readonly [breakdown: string, label: string, of: (household: Household) => string])[] = [
    ['déduit:dalo', 'Dalo', ({ dalo }) => (dalo ? 'oui' : 'non')],
    ['déduit:prioritaire', 'Prioritaire', ({ priority }) => (priority ? 'oui' : 'non')],
    ['fait:personnes', 'Personnes', ({ size }) => String(size)],
    ['fait:loyer_lourd', 'Loyer lourd', ({ signal }) => (signal === 'holds' ? 'oui' : signal === 'fails' ? 'non' : 'inconnu')],
];

function groupsOf(all: readonly Household[]): readonly GroupOutcome[] {
    return TRAITS.flatMap(([breakdown, breakdownLabel, classOf]) =>
        [...new Set(all.map(classOf))].map((group): GroupOutcome => {
            const own = all.filter((of) => classOf(of) === group);
            const fates = (...wanted: readonly Household['fate'][]): number => own.filter(({ fate }) => wanted.includes(fate)).length;
            return {
                breakdown,
                breakdownLabel,
                read: false,
                group,
                groupLabel: group,
                demands: own.length,
                onlyBaseline: fates('loss'),
                onlyOther: fates('gain'),
                both: fates('sooner', 'sameDay', 'later'),
                sooner: fates('sooner'),
                later: fates('later'),
            };
        }),
    );
}

function stockOf(
    all: readonly Household[],
    ruleSet: string,
    [name, imputations]: readonly ['dalo' | 'priority', readonly string[]],
): ReplayReport['stocks'][number] {
    const own = all.filter((of) => of[name]);
    const on = (day: number, open: readonly Household[]): NonNullable<ReplayReport['stocks'][number]['start']> => ({
        day,
        demands: open.length,
        unsure: 0,
        ...(imputations.length === 0
            ? {}
            : {
                  recognised: [1, 4, 9].map((months) => ({ months, demands: open.filter(({ since }) => since === months).length })),
                  undated: open.filter(({ since }) => since === undefined).length,
              }),
    });
    const leases = own.filter((of) => isHoused(of, ruleSet)).length;
    const rest = own.filter((of) => !isHoused(of, ruleSet));
    return { ruleSet, public: name, label: name, reservees: [], imputations, start: on(19_723, own), end: on(20_088, rest), leases, unsureLeases: 0 };
}

function overdueOf(all: readonly Household[], ruleSet: string): ReplayReport['overdue'] {
    const on = (day: number, open: readonly Household[]): NonNullable<ReplayReport['overdue'][number]['start']> => ({
        day,
        demands: open.length,
        overdue: open.filter(({ late }) => late === 'yes').length,
        unknown: open.filter(({ late }) => late === 'unknown').length,
    });
    const rest = all.filter((of) => !isHoused(of, ruleSet));
    const types = [...new Set(all.flatMap((of) => of.types))].sort();
    return [
        { ruleSet, start: on(19_723, all), end: on(20_088, rest) },
        ...types.map((type) => ({
            ruleSet,
            typology: type,
            typologyLabel: type,
            start: on(
                19_723,
                all.filter((of) => of.types.includes(type)),
            ),
            end: on(
                20_088,
                rest.filter((of) => of.types.includes(type)),
            ),
        })),
    ];
}

function bandOf(all: readonly Household[], share: string): ReplayReport['top'][number]['bands'][number] {
    const without = all.filter((of) => !isHoused(of, BASE) && !of.fits);
    const housed = all.filter((of) => isHoused(of, BASE)).length;
    const types = [...new Set(all.flatMap((of) => of.types))].sort();
    return {
        share,
        demands: all.length,
        housed,
        inPool: all.length - housed - without.length,
        withoutDwelling: without.length,
        types: types.map((typology) => ({
            typology,
            label: typology,
            demands: all.filter((of) => of.types.includes(typology)).length,
            withoutDwelling: without.filter((of) => of.types.includes(typology)).length,
        })),
    };
}

function checksOf(housed: readonly Household[], ruleSet: string): ReplayReport['checks'] {
    return [undefined, 'a', 'b', 'c'].map((landlord) => {
        const own = housed.filter((of) => landlord === undefined || of.landlord === landlord);
        const signal = (wanted: Household['signal']): number => own.filter((of) => of.signal === wanted).length;
        return {
            ruleSet,
            ...(landlord === undefined ? {} : { landlord }),
            leases: own.length,
            signals: [
                { signal: 'lourd', label: 'Loyer lourd', holds: signal('holds'), fails: signal('fails'), unknown: signal('unknown'), amounts: [], text: '' },
            ],
            unproved: [],
            allProved: own.length,
        };
    });
}

function rowOf(row: LedgerRow, ruleSet: string, { landlord, doubt }: Household, place: number): LedgerRow {
    return { ...row, dwelling: `L${place}`, ruleSet, landlord, end: 'leased', flags: doubt ? ['housed-to-verify'] : [] };
}
