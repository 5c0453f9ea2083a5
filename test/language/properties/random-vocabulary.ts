import type { FactDeclaration, FactOwner, ValueType } from '../../../language/src/ir/value-type.js';
import type { Enumeration, Parameter, Table, Vocabulary } from '../../../language/src/ir/vocabulary.js';
import type { Draw } from './draw.js';
import { maybeLabel, nameSpace, NOWHERE, randomReferences, randomText, type NameSpace } from './random-names.js';
import { randomBounds, randomLiteral, wideBounds } from './random-values.js';
import { randomPeriods } from './random-tables.js';

/** The spaces from which the names of a policy come; those of deduced facts and parameters clash with nothing. */
export interface Names {
    readonly demand: NameSpace;
    readonly dwelling: NameSpace;
    readonly candidature: NameSpace;
    readonly tables: NameSpace;
    readonly enumerations: NameSpace;
    /** Names that no fact, field, value, deduced fact or parameter has. */
    readonly unique: () => string;
}

export interface RandomVocabulary {
    readonly vocabulary: Vocabulary;
    readonly names: Names;
}

const UNITS = ['personne', 'pièce', 'm²', 'point', 'enfant', 'bureau'];

/** A vocabulary with at least one fact of each type, but without deduced facts. */
export function randomVocabulary(draw: Draw): RandomVocabulary {
    const names = nameSpaces(draw);
    const enumerations = randomEnumerations(draw, names);
    const typed = typeMaker(draw, enumerations);
    const facts = [
        ...withRole(ownedFacts(draw, 'demande', { space: names.demand, typed }), 'date', 'dépôt'),
        ...withRole(eventFacts(draw, names, typed), 'events', 'refus'),
        ...withRoles(ownedFacts(draw, 'logement', { space: names.dwelling, typed })),
        ...(draw.chance(40) ? ownedFacts(draw, 'candidature', { space: names.candidature, typed }) : []),
    ];
    const everyName = reserveAll(facts, enumerations);
    let counter = 0;
    const unique = (): string => {
        for (;;) {
            counter += 1;
            const name = draw.chance(15) ? draw.pick(['hasOwnProperty', 'valueOf', 'durée', 'appréciation']) : `déduit_${counter}`;
            if (!everyName.has(name)) {
                everyName.add(name);
                return name;
            }
        }
    };
    const complete: Names = { ...names, unique };
    const base: Vocabulary = { enumerations, facts, derived: [], memberFacts: [], parameters: [], tables: [] };
    const parameters = draw.list(1, 4, () => randomParameter(draw, complete, { typed, enumerations }));
    const tables = draw.list(1, 3, () => randomTable(draw, complete, base));
    return { vocabulary: { ...base, parameters, tables }, names: complete };
}

/** The first fact of that type plays the role. */
function withRole(facts: readonly FactDeclaration[], kind: ValueType['kind'], role: string): readonly FactDeclaration[] {
    const first = facts.findIndex(({ type, multiple }) => type.kind === kind && !multiple);
    return facts.map((fact, place) => (place === first ? { ...fact, role } : fact));
}

/** The first dwelling's fact that is an enumerated word says who reserves, the first code who lets. */
function withRoles(facts: readonly FactDeclaration[]): readonly FactDeclaration[] {
    const first = (kind: ValueType['kind']): number => facts.findIndex(({ type, multiple, role }) => type.kind === kind && !multiple && role === undefined);
    const [reserved, landlord] = [first('enumeration'), first('code')];
    return facts.map((fact, place) => (place === reserved ? { ...fact, role: 'réservataire' } : place === landlord ? { ...fact, role: 'bailleur' } : fact));
}

function nameSpaces(draw: Draw): Omit<Names, 'unique'> {
    const space = (): NameSpace => nameSpace(draw);
    return { demand: space(), dwelling: space(), candidature: space(), tables: space(), enumerations: space() };
}

function reserveAll(facts: readonly FactDeclaration[], enumerations: readonly Enumeration[]): Set<string> {
    const fields = facts.flatMap(({ type }) => (type.kind === 'events' ? type.fields : []));
    return new Set([...facts, ...fields, ...enumerations.flatMap((enumeration) => enumeration.values)].map(({ name }) => name));
}

function randomEnumerations(draw: Draw, names: Omit<Names, 'unique'>): readonly Enumeration[] {
    const shape = (ordered: boolean, multiple: boolean): Enumeration => {
        const values = nameSpace(draw);
        return {
            name: `É${names.enumerations.fresh().replace(/\W/g, '')}`,
            ...maybeLabel(draw),
            ordered,
            multiple,
            values: draw.list(2, 5, (index) => ({ name: values.fresh(), ...maybeLabel(draw), codes: draw.chance(40) ? [`${index}`, `C ${index}`] : [] })),
            references: randomReferences(draw),
            at: NOWHERE,
        };
    };
    return [shape(true, false), shape(false, false), shape(false, true), ...(draw.chance(30) ? [shape(true, true)] : [])];
}

/** A type of each kind in turn. */
type TypeMaker = (kind: TypeKind) => ValueType;
type TypeKind = (typeof KINDS)[number];

const KINDS = [
    'number',
    'decimal',
    'monthly',
    'yearly',
    'money',
    'ratio',
    'date',
    'duration',
    'boolean',
    'code',
    'text',
    'ordered',
    'plain',
    'several',
] as const;

function typeMaker(draw: Draw, enumerations: readonly Enumeration[]): TypeMaker {
    const unit = (): { readonly unit?: string } => (draw.chance(60) ? { unit: draw.pick(UNITS) } : {});
    const named = (index: number): ValueType => ({ kind: 'enumeration', name: enumerations[index]?.name ?? '' });
    const made: Readonly<Record<TypeKind, () => ValueType>> = {
        number: () => ({ kind: 'number', places: 0, ...unit() }),
        decimal: () => ({ kind: 'number', places: draw.int(1, 3), ...unit() }),
        monthly: () => ({ kind: 'money', per: 'mois' }),
        yearly: () => ({ kind: 'money', per: 'an' }),
        money: () => ({ kind: 'money' }),
        ratio: () => ({ kind: 'ratio' }),
        date: () => ({ kind: 'date' }),
        duration: () => ({ kind: 'duration' }),
        boolean: () => ({ kind: 'boolean' }),
        code: () => ({ kind: 'code' }),
        text: () => ({ kind: 'text' }),
        ordered: () => named(0),
        plain: () => named(1),
        several: () => named(2),
    };
    return (kind) => made[kind]();
}

interface Making {
    readonly space: NameSpace;
    readonly typed: TypeMaker;
}

function ownedFacts(draw: Draw, owner: FactOwner, { space, typed }: Making): readonly FactDeclaration[] {
    const kinds = owner === 'demande' ? KINDS : KINDS.filter((kind) => kind === 'boolean' || kind === 'code' || draw.chance(40));
    const facts = kinds.map((kind) => randomFact(draw, space.fresh(), { owner, type: typed(kind), several: kind === 'several' }));
    if (owner !== 'demande') return facts;
    const second = draw.list(1, 4, () => {
        const kind = draw.pick(KINDS);
        return randomFact(draw, space.fresh(), { owner, type: typed(kind), several: kind === 'several' });
    });
    const codes = randomFact(draw, space.fresh(), { owner, type: { kind: 'code' }, several: true });
    const size: FactDeclaration = {
        ...randomFact(draw, space.fresh(), { owner, type: { kind: 'number', places: 0, unit: 'personne' }, several: false }),
        bounds: { low: '1', high: '20' },
        role: 'taille_du_ménage',
    };
    return [...facts, ...second, codes, size];
}

function randomFact(draw: Draw, name: string, { owner, type, several }: { owner: FactOwner; type: ValueType; several: boolean }): FactDeclaration {
    const bounded = (type.kind === 'number' && draw.chance(60)) || (type.kind === 'money' && draw.chance(50));
    return {
        name,
        ...maybeLabel(draw),
        owner,
        type,
        multiple: several,
        ...(bounded ? { bounds: randomBounds(draw, type) } : {}),
        ...(draw.chance(20) ? { column: randomText(draw) } : {}),
        proof: draw.chance(10),
        references: randomReferences(draw),
        at: NOWHERE,
    };
}

/** One or two facts of events: dated, sometimes ended, with fields that may have the names of facts. */
function eventFacts(draw: Draw, names: Omit<Names, 'unique'>, typed: TypeMaker): readonly FactDeclaration[] {
    return draw.list(1, 2, () => {
        const name = names.demand.fresh();
        const space = nameSpace(draw);
        const field = (kind: TypeKind): FactDeclaration => {
            return randomFact(draw, space.fresh(), { owner: 'demande', type: typed(kind), several: false });
        };
        const fields: readonly FactDeclaration[] = [
            { ...field('date'), role: 'date' },
            ...(draw.chance(50) ? [{ ...field('date'), role: 'fin' }] : []),
            field('boolean'),
            field('plain'),
            ...draw.list(0, 2, () => field(draw.pick(['number', 'code', 'boolean', 'monthly'] as const))),
        ];
        return { name, owner: 'demande' as const, type: { kind: 'events' as const, fields }, multiple: false, proof: false, references: [], at: NOWHERE };
    });
}

function randomParameter(draw: Draw, names: Names, { typed, enumerations }: { typed: TypeMaker; enumerations: readonly Enumeration[] }): Parameter {
    const type = typed(draw.pick(KINDS.filter((kind) => kind !== 'several')));
    return {
        name: names.unique(),
        ...maybeLabel(draw),
        type,
        ...wideBounds(draw, type),
        ...(draw.chance(50) ? { proposed: randomLiteral(draw, type, enumerations) } : {}),
        references: randomReferences(draw),
        at: NOWHERE,
    };
}

/** A table whose keys are types of facts, by their names or written out. */
function randomTable(draw: Draw, names: Names, { facts, enumerations }: Vocabulary): Table {
    const keyed = facts.filter(({ type, multiple }) => !multiple && ['enumeration', 'code', 'number'].includes(type.kind) && !isDecimal(type));
    const keyNames = nameSpace(draw);
    const keys = draw.list(1, 3, () => {
        const fact = draw.pick(keyed);
        const free = draw.chance(70) && !keyNames.taken(fact.name) && first(facts, fact.name) === fact;
        if (free) keyNames.take(fact.name);
        return { name: free ? fact.name : names.unique(), type: fact.type };
    });
    const type = draw.pick(facts.filter((fact) => !fact.multiple && fact.type.kind !== 'events')).type;
    return {
        name: names.tables.fresh(),
        ...maybeLabel(draw),
        keys,
        type,
        ...wideBounds(draw, type),
        periods: randomPeriods(draw, { keys, type }, enumerations),
        references: randomReferences(draw),
        at: NOWHERE,
    };
}

function isDecimal(type: ValueType): boolean {
    return type.kind === 'number' && type.places > 0;
}

/** The fact that a bare name of a key means: of the demand, else of the dwelling. */
function first(facts: readonly FactDeclaration[], name: string): FactDeclaration | undefined {
    return facts.find((fact) => fact.owner === 'demande' && fact.name === name) ?? facts.find((fact) => fact.owner === 'logement' && fact.name === name);
}
