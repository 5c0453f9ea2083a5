import type { ValueType } from '../../../language/src/ir/value-type.js';
import type fc from 'fast-check';
import type { Expression, RoundingDirection } from '../../../language/src/ir/expression.js';
import {
    IR_VERSION,
    type Adequacy,
    type AppliedSocle,
    type Exclusion,
    type NamedList,
    type Objective,
    type Policy,
    type PolicyDates,
    type Ranking,
    type RankingKey,
    type Signal,
    type SignedAct,
} from '../../../language/src/ir/policy.js';
import { DERIVED_ROLES } from '../../../language/src/ir/roles.js';
import type { DerivedFact, Parameter } from '../../../language/src/ir/vocabulary.js';
import { drawn, type Draw } from './draw.js';
import { randomCondition } from './random-condition.js';
import { BOOLEAN, randomExpression, references, type Reading } from './random-expression.js';
import { randomFlux } from './random-flux.js';
import { maybeLabel, nameSpace, NOWHERE, randomReferences, randomText } from './random-names.js';
import { randomCommission, randomGuarantees } from './random-guarantees.js';
import { randomRefusalEffects } from './random-refusals.js';
import { randomScorings } from './random-scoring.js';
import { decimal, randomBounds, randomLiteral } from './random-values.js';
import { randomVocabulary, type Names } from './random-vocabulary.js';

/** Policies with every construct of the representation, well typed by construction, and as a file could hold them. */
export const arbitraryPolicy: fc.Arbitrary<Policy> = drawn(randomPolicy);

export function randomPolicy(draw: Draw): Policy {
    const { vocabulary: bare, names } = randomVocabulary(draw);
    const lists = randomLists(draw);
    const confirmed = { ...bare, parameters: bare.parameters.map((parameter) => confirm(draw, parameter, bare.enumerations)) };
    const vocabulary = withDerived(draw, { vocabulary: confirmed, lists, owners: ['demande', 'logement'], condition: randomCondition }, names);
    const reading: Reading = { vocabulary, lists, owners: ['demande', 'logement'], condition: randomCondition };
    const objectives = randomObjectives(draw, reading);
    return {
        irVersion: IR_VERSION,
        name: nameSpace(draw).fresh(),
        ...maybeLabel(draw),
        version: draw.pick(['2024.1', '1', '2025, bis']),
        ...(draw.chance(60) ? { territory: draw.pick(['200099999', '75', '01']) } : {}),
        ...(draw.chance(30) ? { communes: draw.pick([['75056'], ['99001', 'deux mots'], ['vallée', '01']]) } : {}),
        dates: randomDates(draw),
        citations: draw.list(0, 2, () => randomText(draw)),
        notices: draw.list(0, 2, () => randomText(draw)),
        sources: [],
        ...randomActs(draw),
        vocabulary,
        lists,
        scorings: randomScorings(draw, reading),
        ranking: randomRanking(draw, reading),
        ...randomUnscored(draw, reading),
        exclusions: randomExclusions(draw, reading),
        adequacies: randomAdequacies(draw, reading),
        signals: randomSignals(draw, reading),
        objectives,
        ...randomAnalogous(draw, vocabulary),
        refusalEffects: randomRefusalEffects(draw, reading),
        guarantees: randomGuarantees(draw, reading),
        ...randomCommission(draw, reading),
        ...randomFlux(draw, reading, objectives),
        at: NOWHERE,
    };
}

function randomLists(draw: Draw): readonly NamedList[] {
    const names = nameSpace(draw);
    return draw.list(1, 2, () => ({
        name: names.fresh(),
        ...maybeLabel(draw),
        values: draw.list(0, 4, () => draw.pick(['soignant', '75056', '01', 'de', 'deux mots', '__proto__', 'toString', '1,5', 'plus'])),
        references: randomReferences(draw),
        at: NOWHERE,
    }));
}

function confirm(draw: Draw, parameter: Parameter, enumerations: Policy['vocabulary']['enumerations']): Parameter {
    if (draw.chance(30)) return parameter;
    const source = draw.chance(50) ? { confirmedBy: randomText(draw) } : {};
    return {
        ...parameter,
        value: randomLiteral(draw, parameter.type, enumerations),
        ...source,
        ...(draw.chance(50) ? { confirmedOn: draw.int(17_000, 20_000) } : {}),
    };
}

/** Deduced facts, each of which may read those before it; one that reads a list comes after all that do not. */
function withDerived(draw: Draw, reading: Reading, names: Names): Policy['vocabulary'] {
    let { vocabulary } = reading;
    for (const part of ['vocabulary', 'policy'] as const) {
        for (const made of draw.list(0, 3, () => names.unique())) {
            const known: Reading = { ...reading, vocabulary, lists: part === 'policy' ? reading.lists : [] };
            vocabulary = { ...vocabulary, derived: [...vocabulary.derived, randomDerived(draw, known, made)] };
        }
    }
    return vocabulary;
}

function randomDerived(draw: Draw, reading: Reading, name: string): DerivedFact {
    const { type } = draw.pick(references(reading, ({ kind }) => kind !== 'events'));
    const states = (key: 'notApplicable' | 'unknown'): Partial<DerivedFact> => (draw.chance(25) ? { [key]: randomCondition(draw, reading, 1) } : {});
    const fact: DerivedFact = {
        name,
        ...maybeLabel(draw),
        type,
        ...((type.kind === 'number' || type.kind === 'money') && draw.chance(40) ? { bounds: randomBounds(draw, type) } : {}),
        value: formula(draw, reading, type),
        ...states('notApplicable'),
        ...states('unknown'),
        references: randomReferences(draw),
        text: '',
        at: NOWHERE,
    };
    return type.kind === 'boolean' && isOfDemand(fact) && draw.chance(60) ? { ...fact, role: draw.pick(DERIVED_ROLES) } : fact;
}

/** Surely reads the demand alone: only such a fact may have a role. */
function isOfDemand(fact: DerivedFact): boolean {
    return !/"owner":"(?:logement|candidature)"|"kind":"derived"/.test(JSON.stringify(fact));
}

/** A formula of the declared type; of a number, one that keeps its unit. */
function formula(draw: Draw, reading: Reading, type: DerivedFact['type']): Expression {
    if (type.kind === 'boolean') return randomCondition(draw, reading, 2);
    const found = randomExpression(draw, reading, { type, expected: true, depth: 2 });
    const sameUnit = found.type.kind !== 'number' || type.kind !== 'number' || found.type.unit === type.unit;
    return sameUnit ? found : { kind: 'literal', type, value: randomLiteral(draw, type, reading.vocabulary.enumerations), at: NOWHERE };
}

function randomDates(draw: Draw): PolicyDates {
    const from = draw.int(18_000, 20_000);
    return {
        ...(draw.chance(60) ? { deliberated: from - draw.int(10, 200) } : {}),
        ...(draw.chance(20) ? { signed: from - draw.int(0, 100) } : {}),
        opinions: draw.list(0, 2, () => ({ body: draw.pick(['CIL', 'commission', 'version', 'préfet']), day: from - draw.int(10, 300) })),
        from,
        ...(draw.chance(30) ? { to: from + draw.int(30, 2_000) } : {}),
        ...(draw.chance(30) ? { switchover: from + draw.int(0, 30) } : {}),
        ...(draw.chance(30) ? { evaluation: from + draw.int(300, 2_000) } : {}),
    };
}

function randomActs(draw: Draw): Pick<Policy, 'acts' | 'socles'> {
    const names = nameSpace(draw);
    const from = draw.int(18_000, 20_000);
    // « acte moins de … » would be read as a comparison: a label parts them.
    const act = (): SignedAct => ({
        name: names.fresh(),
        label: randomText(draw),
        dates: {
            ...(draw.chance(50) ? { deliberated: from - 20 } : {}),
            ...(draw.chance(50) ? { signed: from } : {}),
            opinions: draw.list(0, 1, () => ({ body: 'CIL', day: from - 30 })),
            ...(draw.chance(50) ? { from: from + 3, ...(draw.chance(50) ? { to: from + 99 } : {}) } : {}),
        },
        citations: draw.list(0, 1, () => randomText(draw)),
        notices: draw.list(0, 1, () => randomText(draw)),
        at: NOWHERE,
    });
    const acts = draw.list(0, 2, act);
    const socles = draw.list(0, 1, (): AppliedSocle => ({ name: names.fresh(), ...maybeLabel(draw), at: NOWHERE }));
    return { ...(acts.length === 0 ? {} : { acts }), ...(socles.length === 0 ? {} : { socles }) };
}

function randomRanking(draw: Draw, reading: Reading): Ranking {
    const ofDemand: Reading = { ...reading, owners: ['demande'] };
    const values = references(ofDemand, ({ kind }) => ['number', 'money', 'ratio', 'date', 'duration'].includes(kind));
    const key = (): RankingKey => {
        if (draw.chance(30)) return { kind: 'category', conditions: draw.list(1, 2, () => randomCondition(draw, ofDemand, 1)), at: NOWHERE };
        if (draw.chance(40)) return { kind: 'note', which: draw.pick(['declared', 'verified']), at: NOWHERE };
        return { kind: 'fact', value: draw.pick(values), order: draw.pick(['descending', 'ascending']), at: NOWHERE };
    };
    return {
        keys: [...distinctKeys(draw.list(0, 3, key)), { kind: 'appraisal', simulated: 'draw', at: NOWHERE }],
        incomplete: draw.pick(['minimum', 'maximum', 'last']),
        at: NOWHERE,
    };
}

/** A note or a fact ranks once: said again it would decide nothing. */
function distinctKeys(keys: readonly RankingKey[]): readonly RankingKey[] {
    const said = (key: RankingKey): string => (key.kind === 'fact' ? JSON.stringify(key.value) : key.kind === 'note' ? key.which : '');
    return keys.filter((key, place) => key.kind === 'category' || keys.findIndex((other) => other.kind === key.kind && said(other) === said(key)) === place);
}

const NOTE_TYPE: ValueType = { kind: 'number', places: 9, unit: 'point' };

/** Where a fact bears that name, the word reads the fact. */
function namesNote({ vocabulary: { facts, derived, parameters } }: Reading): boolean {
    return [...facts, ...derived, ...parameters].some(({ name }) => name === 'note');
}

/** A rule on the note. */
function randomNoteRule(draw: Draw): Expression {
    const relation = draw.pick(['<', '<=', '>', '>=', '=', '≠'] as const);
    const right: Expression = { kind: 'literal', type: NOTE_TYPE, value: { kind: 'number', value: String(draw.int(0, 90)) }, at: NOWHERE };
    return { kind: 'compare', relation, left: { kind: 'note', type: NOTE_TYPE, at: NOWHERE }, right, type: { kind: 'boolean' }, at: NOWHERE };
}

function randomExclusions(draw: Draw, reading: Reading): readonly Exclusion[] {
    const names = nameSpace(draw);
    return draw.list(0, 2, () => ({
        name: names.fresh(),
        ...maybeLabel(draw),
        condition: !namesNote(reading) && draw.chance(10) ? randomNoteRule(draw) : randomCondition(draw, reading, 2),
        readAt: draw.pick(['examination', 'lease'] as const),
        ...(draw.chance(50) ? { motive: randomText(draw) } : {}),
        references: randomReferences(draw),
        text: '',
        at: NOWHERE,
    }));
}

/** Clauses that treat demands apart: they read no dwelling. */
function randomUnscored(draw: Draw, reading: Reading): Pick<Policy, 'unscored'> {
    if (!draw.chance(20)) return {};
    const names = nameSpace(draw);
    const ofDemand: Reading = { ...reading, owners: ['demande'] };
    const unscored = draw.list(1, 2, () => ({
        name: names.fresh(),
        ...maybeLabel(draw),
        condition: randomCondition(draw, ofDemand, 2),
        motive: randomText(draw),
        references: [{ text: randomText(draw), at: NOWHERE }],
        text: '',
        at: NOWHERE,
    }));
    return { unscored };
}

function randomAdequacies(draw: Draw, reading: Reading): readonly Adequacy[] {
    const names = nameSpace(draw);
    const plain = draw.list(0, 2, () => ({ name: names.fresh(), condition: randomCondition(draw, reading, 2) }));
    const byLines = reading.vocabulary.facts.find(({ owner, type, multiple }) => owner === 'logement' && type.kind === 'enumeration' && !multiple);
    const lines = byLines === undefined || names.taken(byLines.name) ? [] : [{ name: byLines.name, condition: sizeLines(draw, reading, byLines) }];
    return [...plain, ...lines].map((made) => ({ ...made, ...maybeLabel(draw), references: randomReferences(draw), text: '', at: NOWHERE }));
}

/** Each value of a fact of the dwelling, and the sizes of household that it suits. */
function sizeLines(draw: Draw, { vocabulary }: Reading, dwelling: Policy['vocabulary']['facts'][number]): Expression {
    const size = vocabulary.facts.find(({ role }) => role === 'taille_du_ménage');
    const values = vocabulary.enumerations.find(({ name }) => dwelling.type.kind === 'enumeration' && name === dwelling.type.name)?.values ?? [];
    if (size === undefined) throw new RangeError('no size of household');
    const subject: Expression = { kind: 'fact', owner: 'logement', name: dwelling.name, type: dwelling.type, multiple: false, at: NOWHERE };
    const left: Expression = { kind: 'fact', owner: 'demande', name: size.name, type: size.type, multiple: false, at: NOWHERE };
    const bound = (relation: '>=' | '<=' | '<', value: number): Expression => {
        const right: Expression = { kind: 'literal', type: size.type, value: { kind: 'number', value: String(value) }, at: NOWHERE };
        return { kind: 'compare', relation, left, right, type: BOOLEAN, at: NOWHERE };
    };
    const anyway: Expression = { kind: 'literal', type: BOOLEAN, value: { kind: 'boolean', value: true }, at: NOWHERE };
    return values.reduceRight<Expression>((otherwise, { name }) => {
        const low = draw.int(1, 5);
        const both: Expression = { kind: 'and', items: [bound('>=', low), bound(draw.pick(['<=', '<']), low + draw.int(1, 3))], type: BOOLEAN, at: NOWHERE };
        const then = draw.chance(20) ? bound('>=', low) : both;
        const condition: Expression = { kind: 'among', subject, values: [name], type: BOOLEAN, at: NOWHERE };
        return { kind: 'choose', condition, then, otherwise, type: BOOLEAN, at: NOWHERE };
    }, anyway);
}

function randomSignals(draw: Draw, reading: Reading): readonly Signal[] {
    const names = nameSpace(draw);
    return draw.list(0, 2, () => ({
        name: names.fresh(),
        ...maybeLabel(draw),
        condition: randomCondition(draw, reading, 2),
        references: randomReferences(draw),
        text: '',
        at: NOWHERE,
    }));
}

/** Types of the facts that an objective may be told apart by. */
const GROUPING: ReadonlySet<string> = new Set(['code', 'enumeration', 'boolean', 'text']);

function randomObjectives(draw: Draw, reading: Reading): readonly Objective[] {
    const names = nameSpace(draw);
    const words = reading.vocabulary.facts.filter(({ owner, multiple, type }) => owner === 'logement' && !multiple && GROUPING.has(type.kind));
    return draw.list(0, 2, () => {
        const counted = draw.pick(['share', 'leases'] as const);
        const amount = (): string => (counted === 'share' ? decimal(draw.int(0, 200), 3) : String(draw.int(0, 5000)));
        const by = draw.chance(30) && words.length > 0 ? draw.pick(words) : undefined;
        return {
            name: names.fresh(),
            ...maybeLabel(draw),
            sense: draw.pick(['at-least', 'at-most'] as const),
            counted,
            amount: amount(),
            ...(draw.chance(60) ? { base: randomCondition(draw, reading, 1) } : {}),
            target: randomCondition(draw, reading, 2),
            ...(draw.chance(30) ? { fallback: randomCondition(draw, reading, 1) } : {}),
            ...(by === undefined ? {} : { by: { kind: 'fact', owner: 'logement', name: by.name, type: by.type, multiple: false, at: NOWHERE } as const }),
            ...(draw.chance(30) ? { months: draw.int(1, 36) } : {}),
            ...(counted === 'share' && draw.chance(40) ? { rounding: randomRounding(draw) } : {}),
            trajectory: draw.list(0, 3, (index) => ({ year: 2024 + index, amount: amount() })),
            references: randomReferences(draw),
            text: '',
            at: NOWHERE,
        };
    });
}

function randomRounding(draw: Draw): NonNullable<Objective['rounding']> {
    const direction = (): RoundingDirection => draw.pick(['inférieur', 'supérieur', 'proche'] as const);
    return [{ from: 0, direction: direction() }, ...draw.list(0, 2, (index) => ({ from: 5 * (index + 1), direction: direction() }))];
}

function randomAnalogous(draw: Draw, { facts, derived }: Policy['vocabulary']): Pick<Policy, 'analogous'> {
    const own = facts
        .filter(({ owner, type }) => owner === 'demande' && type.kind !== 'events')
        .map(({ name, type, multiple }): Expression => ({ kind: 'fact', owner: 'demande', name, type, multiple, at: NOWHERE }));
    const deduced = derived.map(({ name, type }): Expression => ({ kind: 'derived', name, type, at: NOWHERE }));
    const known = [...own, ...deduced];
    if (known.length === 0 || draw.chance(50)) return {};
    const named = draw.list(1, 3, () => draw.pick(known));
    return { analogous: { ...maybeLabel(draw), facts: named, references: randomReferences(draw), text: '', at: NOWHERE } };
}
