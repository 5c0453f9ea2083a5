import type { Expression } from '../../../language/src/ir/expression.js';
import type { Convention, Imputation, Orientation, PooledShares, Reservee, Route, SubtractionForecast } from '../../../language/src/ir/flux.js';
import { rational, toFraction } from '../../../language/src/kit/exact-number.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import type { FactDeclaration } from '../../../language/src/ir/value-type.js';
import type { Draw } from './draw.js';
import { randomCondition } from './random-condition.js';
import type { Reading } from './random-expression.js';
import { maybeLabel, nameSpace, NOWHERE, randomReferences } from './random-names.js';
import { decimal } from './random-values.js';

type Flux = Pick<Policy, 'routes' | 'reservees' | 'conventions' | 'pools' | 'forecasts' | 'imputations' | 'orientation'>;
type WordFact = Extract<Expression, { kind: 'fact' }>;

/** Routes, reservees, conventions and an orientation, where the vocabulary says who reserves and who lets. */
export function randomFlux(draw: Draw, reading: Reading, objectives: Policy['objectives']): Flux {
    const { facts } = reading.vocabulary;
    const ofRole = (role: string): FactDeclaration | undefined => facts.find((fact) => fact.owner === 'logement' && fact.role === role);
    const [reserved, landlord] = [ofRole('réservataire'), ofRole('bailleur')];
    const names = nameSpace(draw);
    const routes = draw.list(0, 2, () => randomRoute(draw, reading, { name: names.fresh(), objectives: objectives.map(({ name }) => name) }));
    if (reserved === undefined || landlord === undefined) return { routes, reservees: [], conventions: [], pools: [], forecasts: [], imputations: [] };
    const codes = wordsOf(reading, reserved);
    const reservees = draw.list(0, 2, (index) =>
        randomReservee(draw, reading, { name: names.fresh(), codes: index === 0 ? codes.slice(0, 2) : codes.slice(2, 3) }),
    );
    const held = reservees.filter(({ contingents }) => contingents.length > 0);
    const context = { routes, facts: wordFacts(facts), reading };
    const conventions = held.flatMap((reservee) =>
        draw.list(0, 2, () => randomConvention(draw, context, { name: names.fresh(), reservee, landlord: draw.pick(wordsOf(reading, landlord)) })),
    );
    const forecasts = draw.list(0, 1, () => randomForecast(draw, { landlord: draw.pick(wordsOf(reading, landlord)), routes }));
    const imputations = draw.list(0, held.length === 0 ? 0 : 1, () => randomImputation(draw, reading, { name: names.fresh(), reservees: held }));
    return {
        routes,
        reservees: held,
        conventions,
        pools: conventions.length < 2 || draw.chance(50) ? [] : [randomPool(draw, names.fresh(), conventions)],
        imputations,
        forecasts: routes.length === 0 ? [] : forecasts,
        ...(draw.chance(50) ? { orientation: randomOrientation(draw, codes, context.facts) } : {}),
    };
}

function randomPool(draw: Draw, name: string, conventions: readonly Convention[]): PooledShares {
    return {
        name,
        ...maybeLabel(draw),
        conventions: conventions.slice(0, 2).map((convention) => convention.name),
        references: randomReferences(draw),
        text: '',
        at: NOWHERE,
    };
}

function randomRoute(draw: Draw, reading: Reading, { name, objectives }: { readonly name: string; readonly objectives: readonly string[] }): Route {
    const effects = { inFlux: draw.chance(50), ranked: draw.chance(50), commission: draw.chance(50), measured: draw.chance(50), withdrawn: draw.chance(20) };
    const none = Object.values(effects).slice(0, 4).every(Boolean) && !effects.withdrawn;
    return {
        name,
        ...maybeLabel(draw),
        condition: randomCondition(draw, reading, 2),
        ...effects,
        ...(none ? { inFlux: false } : {}),
        ...(draw.chance(20) ? { publishedDays: draw.int(1, 30) } : {}),
        countsIn: draw.chance(40) ? objectives.slice(0, 1) : [],
        leftOutOf: draw.chance(40) ? objectives.slice(1, 2) : [],
        references: randomReferences(draw),
        text: '',
        at: NOWHERE,
    };
}

function randomReservee(draw: Draw, reading: Reading, { name, codes }: { readonly name: string; readonly codes: readonly string[] }): Reservee {
    return {
        name,
        ...maybeLabel(draw),
        contingents: codes.map((code) => ({
            code,
            ...(draw.chance(60) ? { public: randomCondition(draw, reading, 1) } : {}),
            waived: draw.chance(20) ? ['proche'] : [],
            at: NOWHERE,
        })),
        references: randomReferences(draw),
        at: NOWHERE,
    };
}

interface Around {
    readonly routes: readonly Route[];
    readonly facts: readonly WordFact[];
    readonly reading: Reading;
}

/** A percentage, or rights converted. */
function randomShare(draw: Draw): Pick<Convention, 'share' | 'converted'> {
    if (draw.chance(75)) return { share: decimal(draw.int(0, 200), 3) };
    const [rights, stock] = [draw.int(0, 300), draw.int(300, 5000)];
    return { share: toFraction(rational(rights, stock)), converted: { rights, stock } };
}

function randomConvention(
    draw: Draw,
    { routes, facts, reading }: Around,
    { name, reservee, landlord }: { readonly name: string; readonly reservee: Reservee; readonly landlord: string },
): Convention {
    const some = (): readonly string[] => routes.filter(() => draw.chance(60)).map((route) => route.name);
    const [outside, apart] = [some(), some()];
    const fact = draw.pick(facts);
    const [code] = reservee.contingents;
    return {
        name,
        ...maybeLabel(draw),
        reservee: reservee.name,
        landlord,
        ...(draw.chance(30) ? { title: 'garantie_emprunt' } : {}),
        ...(draw.chance(50) ? { signed: draw.int(17_000, 20_000) } : {}),
        perimeter: draw.chance(40) ? [{ fact, value: draw.pick(wordsOf(reading, fact)) }] : [],
        ...randomShare(draw),
        delegated: draw.chance(20),
        within: draw.chance(30) && code !== undefined ? [{ code: code.code, atMost: decimal(draw.int(0, 50), 3) }] : [],
        local: draw.chance(30),
        unit: draw.pick(['oriented', 'proposed', 'allotted', 'signed'] as const),
        ...(outside.length > 0 ? { outside } : {}),
        apart,
        ...(draw.chance(40) ? { returned: { amount: draw.int(1, 40), unit: draw.pick(['mois', 'jours'] as const) } } : {}),
        ...(draw.chance(40) ? { rounding: draw.pick(['inférieur', 'supérieur', 'proche'] as const) } : {}),
        carried: draw.chance(40),
        references: randomReferences(draw),
        text: '',
        at: NOWHERE,
    };
}

function randomImputation(draw: Draw, reading: Reading, { name, reservees }: { readonly name: string; readonly reservees: readonly Reservee[] }): Imputation {
    return {
        name,
        ...maybeLabel(draw),
        condition: randomCondition(draw, reading, 2),
        lines: reservees.map((of) => ({ reservee: of.name, ...(draw.chance(60) ? { condition: randomCondition(draw, reading, 1) } : {}) })),
        references: randomReferences(draw),
        text: '',
        at: NOWHERE,
    };
}

function randomForecast(draw: Draw, { landlord, routes }: { readonly landlord: string; readonly routes: readonly Route[] }): SubtractionForecast {
    return {
        landlord,
        year: draw.int(2023, 2026),
        lines: routes.slice(0, 2).map(({ name }) => ({ route: name, count: draw.int(0, 2000) })),
        references: randomReferences(draw),
        at: NOWHERE,
    };
}

function randomOrientation(draw: Draw, codes: readonly string[], facts: readonly WordFact[]): Orientation {
    return {
        rule: 'largest-delay',
        ...(draw.chance(50) ? { unreserved: draw.pick(codes) } : {}),
        breakdown: draw.list(0, 2, () => draw.pick(facts)),
        references: randomReferences(draw),
        text: '',
        at: NOWHERE,
    };
}

const WORDS: ReadonlySet<string> = new Set(['code', 'enumeration', 'boolean', 'text']);

function wordFacts(facts: readonly FactDeclaration[]): readonly WordFact[] {
    return facts
        .filter(({ owner, multiple, type }) => owner === 'logement' && !multiple && WORDS.has(type.kind))
        .map(({ name, type }) => ({ kind: 'fact', owner: 'logement', name, type, multiple: false, at: NOWHERE }));
}

/** Words that a fact may hold. */
function wordsOf({ vocabulary }: Reading, { type }: Pick<FactDeclaration, 'type'>): readonly string[] {
    if (type.kind === 'boolean') return ['oui', 'non'];
    if (type.kind !== 'enumeration') return ['75056', '01', 'de', 'deux mots', 'valmont_habitat'];
    return vocabulary.enumerations.find(({ name }) => name === type.name)?.values.map(({ name }) => name) ?? [];
}
