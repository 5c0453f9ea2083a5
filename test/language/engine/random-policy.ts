import fc from 'fast-check';
import type { Expression, Relation, Tier, TierTest } from '../../../language/src/ir/expression.js';
import type { Combination, Criterion, Points, Scoring, ScoringItem, TierPoints } from '../../../language/src/ir/scoring.js';
import type { FactValue } from '../../../language/src/ir/value.js';
import {
    above,
    among,
    and,
    below,
    BOOLEAN,
    byTier,
    choose,
    CODE,
    compute,
    contains,
    count,
    criterion,
    DATE,
    declare,
    derive,
    derived,
    duration,
    DURATION,
    elapsed,
    enumeration,
    exists,
    fact,
    flat,
    from,
    gives,
    line,
    lookup,
    MISSING,
    not,
    NOT_APPLICABLE,
    NUMBER,
    number,
    or,
    ordered,
    OTHERWISE,
    rate,
    rubric,
    scoring,
    select,
    since,
    state,
    table,
    test,
    upTo,
    values,
    word,
    type PolicyParts,
} from './build.js';

/** Days around which everything happens: 2020-01-01 to 2024-12-31. */
const FIRST_DAY = 18_262;
const LAST_DAY = 20_088;

export const anyDay: fc.Arbitrary<number> = fc.oneof(
    fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
    // 29 February and ends of months, where anniversaries go missing.
    fc.constantFrom(18_321, 18_352, 19_052, 19_782, 19_783, 19_813, 19_844),
);

const REFUSALS = { kind: 'events', fields: [declare('le', DATE, { role: 'date' }), declare('au', DATE, { role: 'fin' }), declare('adapté', BOOLEAN)] } as const;
const STEP = enumeration('Étape');
const STEPS = ['s1', 's2', 's3'];
const TOWNS = ['c1', 'c2', 'c3'];

/** A vocabulary with one fact or two of every type; `m` declares no bounds. */
export const VOCABULARY: PolicyParts = {
    enumerations: [ordered('Étape', STEPS)],
    facts: [
        declare('a', BOOLEAN),
        declare('b', BOOLEAN, { proof: true }),
        declare('n', NUMBER, { bounds: { low: '0', high: '12' } }),
        declare('p', NUMBER, { bounds: { low: '1', high: '8' }, proof: true }),
        declare('d', DATE, { role: 'dépôt' }),
        declare('e', DATE),
        declare('étape', STEP),
        declare('villes', CODE, { multiple: true }),
        declare('refus', REFUSALS),
        declare('ville', CODE, { owner: 'logement' }),
        declare('k', NUMBER, { owner: 'logement', bounds: { low: '-2', high: '5' } }),
    ],
    derived: [
        derive('quotient', NUMBER, compute('/', fact('n', NUMBER), compute('-', fact('p', NUMBER), number('3'))), {
            notApplicable: test(fact('n', NUMBER), '=', number('0')),
        }),
        derive('somme', NUMBER, compute('+', fact('n', NUMBER), fact('k', NUMBER, 'logement')), { unknown: not(state(fact('a'), 'renseigné')) }),
        derive('durée', DURATION, since('d')),
        derive('ici', BOOLEAN, contains(fact('villes', CODE), fact('ville', CODE, 'logement'))),
    ],
    tables: [
        table(
            'seuil',
            [{ name: 'ville', type: CODE }],
            [
                {
                    start: FIRST_DAY + 200,
                    end: FIRST_DAY + 900,
                    rows: [
                        { keys: ['c1'], value: { kind: 'number', value: '3' } },
                        { keys: [null], value: { kind: 'number', value: '7' } },
                    ],
                },
                {
                    start: FIRST_DAY + 1000,
                    rows: [
                        { keys: ['c1'], value: { kind: 'number', value: '5' } },
                        { keys: ['c2'], value: { kind: 'number', value: '1' } },
                    ],
                },
            ],
        ),
    ],
};

const n = fact('n', NUMBER);
const p = fact('p', NUMBER);
const smallNumber = fc.integer({ min: -3, max: 14 }).map((each) => number(String(each)));
const fieldIsTrue = fact('adapté', BOOLEAN, 'event');

const anyNumber: fc.Arbitrary<Expression> = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(n, p, fact('k', NUMBER, 'logement'), derived('quotient', NUMBER), derived('somme', NUMBER)),
        smallNumber,
        fc.constantFrom(
            count('refus'),
            count('refus', { window: { amount: 3, unit: 'mois' } }),
            count('refus', { window: { amount: 1, unit: 'ans' }, filter: fieldIsTrue }),
        ),
        fc.constant(lookup('seuil', word('c1'))),
        fc.constant(lookup('seuil', fact('ville', CODE, 'logement'))),
        fc.tuple(fc.constantFrom('+', '-', '*', '/'), tie('expression'), tie('expression')).map(([operator, left, right]) => compute(operator, left, right)),
        fc
            .tuple(fc.constantFrom('min', 'max'), tie('expression'), tie('expression'))
            .map(([which, left, right]): Expression => ({ kind: 'extreme', which, items: [left, right], type: NUMBER, at: ['', 0, 0] })),
        tie('expression').map((operand): Expression => ({ kind: 'rounding', direction: 'proche', places: 0, operand, type: NUMBER, at: ['', 0, 0] })),
        fc.tuple(tie('expression'), tie('expression')).map(([then, otherwise]) => choose(fact('a'), then, otherwise)),
        fc
            .tuple(tie('expression'), tie('expression'))
            .map(([low, high]) => select(n, [gives(below('5'), low), gives(from('5'), high), gives(MISSING, number('2'))])),
    ),
})).expression;

const relations = fc.constantFrom<Relation>('<', '<=', '>', '>=', '=', '≠');

const atom: fc.Arbitrary<Expression> = fc.oneof(
    fc.constantFrom(fact('a'), fact('b'), derived('ici', BOOLEAN), exists('refus', fieldIsTrue), exists('refus', fieldIsTrue, true)),
    fc.tuple(anyNumber, relations, anyNumber).map(([left, relation, right]) => test(left, relation, right)),
    fc
        .tuple(fc.constantFrom('d', 'e'), relations, fc.integer({ min: 0, max: 40 }))
        .map(([start, relation, amount]) => test(since(start), relation, duration(amount))),
    fc.tuple(relations, fc.integer({ min: 0, max: 400 })).map(([relation, amount]) => test(derived('durée', DURATION), relation, duration(amount, 'jours'))),
    fc.constantFrom(...STEPS).chain((step) => relations.map((relation) => test(fact('étape', STEP), relation, word(step, STEP)))),
    fc.subarray(TOWNS, { minLength: 1 }).map((towns) => among(fact('villes', CODE), ...towns)),
    fc
        .constantFrom(n, p, fact('d', DATE), fact('b'), derived('quotient', NUMBER), fact('k', NUMBER, 'logement'))
        .chain((subject) => fc.constantFrom('renseigné', 'sans objet', 'justifié').map((wanted) => state(subject, wanted))),
);

/** Conditions of every kind, nested. */
export const anyCondition: fc.Arbitrary<Expression> = fc.letrec<{ condition: Expression }>((tie) => ({
    condition: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        atom,
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((items) => and(...items)),
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((items) => or(...items)),
        tie('condition').map(not),
        fc.tuple(tie('condition'), tie('condition')).map(([then, otherwise]) => choose(fact('a'), then, otherwise)),
    ),
})).condition;

const points = fc.oneof(fc.integer({ min: -12, max: 20 }).map(String), fc.constantFrom('1/2', '-7/3'));

const numberTest: fc.Arbitrary<TierTest> = fc.oneof(
    fc.integer({ min: -2, max: 12 }).chain((each) => fc.constantFrom(below(String(each)), upTo(String(each)), from(String(each)), above(String(each)))),
    fc.constantFrom(OTHERWISE, MISSING, NOT_APPLICABLE),
);

const linesOn = (tests: fc.Arbitrary<TierTest>): fc.Arbitrary<readonly Tier<TierPoints>[]> =>
    fc.array(
        fc.tuple(tests, points, fc.nat(9)).map(([each, given, rare]) => line(each, rare === 0 && each.kind === 'missing' ? undefined : given)),
        { minLength: 1, maxLength: 4 },
    );

const anyPoints: fc.Arbitrary<Points> = fc.oneof(
    points.map(flat),
    fc.tuple(points, fc.oneof(fc.constantFrom(n, p), anyNumber.map(bounded))).map(([each, quantity]) => rate(each, quantity)),
    fc
        .tuple(points, fc.constantFrom('d', 'e'), fc.constantFrom('mois', 'ans', 'jours'), fc.constantFrom('révolu', 'commencé'))
        .map(([each, start, unit, mode]) => rate(each, elapsed(start, unit, mode))),
    fc.tuple(anyNumber, linesOn(numberTest)).map(([subject, lines]) => byTier(subject, ...lines)),
    linesOn(
        fc.oneof(
            fc.subarray(STEPS, { minLength: 1 }).map((each) => values(...each)),
            fc.constantFrom(OTHERWISE, MISSING, NOT_APPLICABLE),
        ),
    ).map((lines) => byTier(fact('étape', STEP), ...lines)),
    linesOn(fc.constantFrom(values('oui'), values('non'), MISSING, NOT_APPLICABLE)).map((lines) => byTier(fact('a'), ...lines)),
);

/** A quantity that surely lies within what a quantity without declared bounds is supposed to be. */
function bounded(quantity: Expression): Expression {
    const within = (which: 'min' | 'max', items: readonly Expression[]): Expression => ({ kind: 'extreme', which, items, type: NUMBER, at: ['', 0, 0] });
    return within('max', [number('0'), within('min', [number('1200'), quantity])]);
}

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** What a random policy may contain. */
export interface Allowed {
    readonly combinations: readonly Combination[];
    readonly exclusive: boolean;
}

export const ALL: Allowed = { combinations: ['cumulables', 'un seul', 'le plus favorable', "dans l'ordre"], exclusive: true };
/** Combinations that do not depend on the order of writing. */
export const ORDER_FREE: Allowed = { combinations: ['cumulables', 'le plus favorable'], exclusive: false };

const NAMES = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'];

const NO_NAME: fc.Arbitrary<readonly string[]> = fc.constant([]);

const criterionNamed = (name: string, { exclusive }: Allowed): fc.Arbitrary<Criterion> =>
    fc
        .record({
            given: anyPoints,
            condition: maybe(anyCondition),
            cap: maybe(fc.integer({ min: 0, max: 15 }).map(String)),
            floor: maybe(fc.integer({ min: -9, max: 3 }).map(String)),
            proof: fc.boolean(),
            excluded: exclusive ? fc.oneof({ weight: 3, arbitrary: NO_NAME }, fc.subarray(NAMES, { maxLength: 2 })) : NO_NAME,
        })
        .map(({ given, excluded, condition, cap, floor, proof }) =>
            criterion(name, given, { condition, cap, floor, proof, exclusive: excluded.filter((each) => each !== name) }),
        );

const groupOptions = ({ combinations }: Allowed): fc.Arbitrary<Parameters<typeof rubric>[2]> =>
    fc.record({
        combination: fc.constantFrom(...combinations),
        cap: maybe(fc.integer({ min: 0, max: 40 }).map(String)),
        floor: maybe(fc.integer({ min: -30, max: 4 }).map(String)),
        increase: maybe(fc.constantFrom({ percent: '1/5', direction: 'proche' } as const, { percent: '1/3', direction: 'inférieur' } as const)),
    });

/** Two to seven criteria, some in a rubric. */
export const anyScoring = (allowed: Allowed = ALL): fc.Arbitrary<Scoring> =>
    fc
        .record({
            criteria: fc.tuple(...NAMES.map((name) => criterionNamed(name, allowed))),
            size: fc.integer({ min: 1, max: NAMES.length }),
            split: fc.nat(4),
            inner: groupOptions(allowed),
            outer: groupOptions(allowed),
        })
        .map(({ criteria, size, split, inner, outer }) => {
            const taken = criteria.slice(0, size);
            const inside: readonly ScoringItem[] = taken.slice(0, split);
            const items = inside.length === 0 ? taken : [rubric('r', inside, inner), ...taken.slice(split)];
            return scoring('g', items, outer);
        });

// --- facts

const missing: fc.Arbitrary<FactValue> = fc.constant({ kind: 'missing' });
const idle: fc.Arbitrary<FactValue> = fc.constant({ kind: 'not-applicable' });
const boolean: fc.Arbitrary<FactValue> = fc.boolean().map((value) => ({ kind: 'boolean', value }));
const integerIn = (min: number, max: number): fc.Arbitrary<FactValue> => fc.integer({ min, max }).map((value) => ({ kind: 'number', value: String(value) }));
const dateFact: fc.Arbitrary<FactValue> = anyDay.map((civil) => ({ kind: 'date', day: civil }));
const wordIn = (words: readonly string[]): fc.Arbitrary<FactValue> => fc.constantFrom(...words).map((value) => ({ kind: 'word', value }));

const event = fc
    .record({ le: dateFact, au: fc.oneof(dateFact, missing), adapté: fc.oneof(boolean, missing) })
    .map((fields) => Object.entries(fields) as unknown as readonly (readonly [string, FactValue])[]);

/** Values that each fact of the vocabulary may take. */
const VALUES: Readonly<Record<string, fc.Arbitrary<FactValue>>> = {
    a: boolean,
    b: boolean,
    n: integerIn(0, 12),
    p: integerIn(1, 8),
    d: dateFact,
    e: dateFact,
    étape: wordIn(STEPS),
    villes: fc.subarray(TOWNS).map((words) => ({ kind: 'set', values: words })),
    refus: fc.array(event, { maxLength: 3 }).map((events) => ({ kind: 'events', events })),
    ville: wordIn(TOWNS),
    k: integerIn(-2, 5),
};

export const DEMAND_FACTS: readonly string[] = ['a', 'b', 'n', 'p', 'd', 'e', 'étape', 'villes', 'refus'];
export const DWELLING_FACTS: readonly string[] = ['ville', 'k'];

export type Facts = Readonly<Record<string, FactValue>>;

/** Facts of these names, each a value, `sans objet`, or missing where that is allowed. */
export function anyFacts(names: readonly string[], missingToo: boolean): fc.Arbitrary<Facts> {
    const entries = names.map((name) => {
        const known = VALUES[name] ?? missing;
        return [name, fc.oneof({ weight: 5, arbitrary: known }, { weight: 1, arbitrary: idle }, { weight: missingToo ? 2 : 0, arbitrary: missing })] as const;
    });
    return fc.record(Object.fromEntries(entries));
}

export const anyProved: fc.Arbitrary<readonly string[]> = fc.subarray([...DEMAND_FACTS]);

/** The same facts with any of the missing ones, and any of the missing fields of events, given a value, `sans objet`, or left. */
export function completionOf(facts: Facts): fc.Arbitrary<Facts> {
    const entries = Object.entries(facts).map(
        ([name, value]) => [name, value.kind === 'missing' ? fc.oneof(missing, VALUES[name] ?? missing, idle) : completed(value)] as const,
    );
    return fc.record(Object.fromEntries(entries));
}

function completed(value: FactValue): fc.Arbitrary<FactValue> {
    if (value.kind !== 'events') return fc.constant(value);
    const events = value.events.map((record) =>
        fc.tuple(
            ...record.map(([name, field]) =>
                (name === 'adapté' && field.kind === 'missing' ? fc.oneof(missing, boolean, idle) : fc.constant(field)).map((each) => [name, each] as const),
            ),
        ),
    );
    return fc.tuple(...events).map((each) => ({ kind: 'events', events: each }));
}
