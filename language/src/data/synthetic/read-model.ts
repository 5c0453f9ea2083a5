import { fromFraction } from '../../kit/exact-number.js';
import type { DataFinding } from '../finding.js';
import {
    choiceField,
    dateField,
    fieldsOf,
    inside,
    integerField,
    listField,
    objectField,
    parseJson,
    probabilityField,
    textField,
    textsField,
    wrong,
    type JsonFields,
    type JsonPlace,
} from '../json-fields.js';
import { readAssumptions } from '../manifest.js';
import type { Band, Chance, Ceilings, CommuneModel, CompositionModel, DistrictModel, GeneratorModel, SupplyModel, Weights } from './generator-model.js';

/** What a generator's model says that it is. */
export const MODEL_FORMAT = 'bareme.modele';

const GROUPS = [
    'communes',
    'bailleurs',
    'financements',
    'contingents',
    'offre',
    'logements',
    'constructions',
    'plafonds',
    'compositions',
    'souhaits',
    'arrivées',
    'ancienneté',
    'renouvellement',
    'radiations',
    'mutations',
    'situations',
    'motifs',
    'emploi',
    'ressources',
    'priorités',
    'handicap',
    'dalo',
    'expulsions',
    'désignation',
    'liberté',
    'délais',
    'réponses',
    'motifs_de_refus',
    'manquants',
    'justifiés',
];

const MEMBERS = ['format', 'version', 'nom', 'avertissements', 'département', 'épci', 'zone', ...GROUPS, 'hypothèses'];

const LARGEST_WEIGHT = 1_000_000;

/**
 * Reads a generator's model, strictly: no group without source, no unknown member. `file` is the name to report. Gives nothing as soon
 * as one finding is made.
 */
export function readModel(text: string, file: string): { readonly model?: GeneratorModel; readonly findings: readonly DataFinding[] } {
    const findings: DataFinding[] = [];
    const json = parseJson(text, file, findings);
    const place: JsonPlace = { file, path: '', findings };
    const fields = json === undefined ? undefined : fieldsOf(json.value, place, MEMBERS, ['occupants']);
    if (fields === undefined) return { findings };
    choiceField(fields, 'format', [MODEL_FORMAT]);
    choiceField(fields, 'version', [1]);
    const model = modelOf(fields);
    return findings.length > 0 || model === undefined ? { findings } : { model, findings };
}

/** Members that could not be read stand for nothing: each has left a finding, and then the model is not given. */
function modelOf(fields: JsonFields): GeneratorModel | undefined {
    const assumptions = readAssumptions(fields);
    const model: Omit<GeneratorModel, 'assumptions'> = {
        name: textField(fields, 'nom') ?? '',
        notices: textsField(fields, 'avertissements') ?? [],
        department: textField(fields, 'département') ?? '',
        epci: textField(fields, 'épci') ?? '',
        zone: textField(fields, 'zone') ?? '',
        ...territoryGroups(fields),
        ...householdGroups(fields),
        ...lifeGroups(fields),
        ...lettingGroups(fields),
        ...occupantsGroup(fields),
    };
    checkTypes(fields, model);
    return assumptions === undefined ? undefined : { ...model, assumptions };
}

/** Types that are wished, or whose occupation is told, are among those supplied. */
function checkTypes({ place }: JsonFields, { supply, wishes }: Pick<GeneratorModel, 'supply' | 'wishes'>): void {
    const allowed = supply.map(({ type }) => type);
    const wished = wishes.bySize.flatMap((weighted) => weighted.map(([type]) => type));
    const fault = (member: string): void => wrong(inside(inside(place, 'souhaits'), member), 'wrong-value', { expected: 'choice', allowed });
    if (wished.some((type) => !allowed.includes(type))) fault('par_taille');
    if ([...wishes.capacity.keys()].some((type) => !allowed.includes(type))) fault('occupation');
}

type TerritoryGroups = Pick<
    GeneratorModel,
    'communes' | 'landlords' | 'landlordNames' | 'financings' | 'reservees' | 'supply' | 'dwellings' | 'constructions' | 'ceilings'
>;

function territoryGroups(fields: JsonFields): TerritoryGroups {
    const landlords = group(fields, 'bailleurs', ['poids', 'noms']);
    const dwellings = group(fields, 'logements', ['première_location', 'adapté', 'vente']);
    return {
        communes: entriesOf(group(fields, 'communes', ['valeurs']), 'valeurs', readCommune),
        landlords: weights(landlords),
        landlordNames: namesOf(landlords),
        financings: weights(group(fields, 'financements', ['poids'])),
        reservees: weights(group(fields, 'contingents', ['poids'])),
        supply: entriesOf(group(fields, 'offre', ['valeurs']), 'valeurs', readSupply),
        dwellings: { firstLetting: chance(dwellings, 'première_location'), adapted: chance(dwellings, 'adapté'), sold: chance(dwellings, 'vente') },
        constructions: weights(group(fields, 'constructions', ['poids'])),
        ceilings: new Map(entriesOf(group(fields, 'plafonds', ['valeurs']), 'valeurs', readCeilings)),
    };
}

function namesOf(fields: JsonFields | undefined): Readonly<Record<string, string>> {
    const named = fields === undefined ? undefined : namedField(fields, 'noms');
    return named === undefined ? {} : Object.fromEntries([...named.members.keys()].map((code) => [code, textField(named, code) ?? '']));
}

type HouseholdGroups = Pick<
    GeneratorModel,
    'compositions' | 'wishes' | 'situations' | 'motives' | 'work' | 'resources' | 'priorities' | 'handicap' | 'dalo' | 'expulsionSteps'
>;

function householdGroups(fields: JsonFields): HouseholdGroups {
    const wishes = group(fields, 'souhaits', ['par_taille', 'plus_grand', 'plus_petit', 'occupation', 'communes']);
    const work = group(fields, 'emploi', ['contrats', 'métiers', 'agent_public']);
    const resources = group(fields, 'ressources', ['en_emploi', 'sans_emploi']);
    return {
        compositions: listOf(group(fields, 'compositions', ['valeurs']), 'valeurs', readComposition),
        wishes: {
            bySize: listOf(wishes, 'par_taille', readWeights),
            larger: chance(wishes, 'plus_grand'),
            smaller: chance(wishes, 'plus_petit'),
            capacity: new Map(entriesOf(wishes, 'occupation', readPair)),
            communes: weights(wishes, 'communes'),
        },
        situations: weights(group(fields, 'situations', ['poids'])),
        motives: new Map(entriesOf(group(fields, 'motifs', ['valeurs']), 'valeurs', (held, name) => [name, weightsOf(held)] as const)),
        work: { contracts: weights(work, 'contrats'), jobs: weights(work, 'métiers'), publicAgents: chance(work, 'agent_public') },
        resources: { working: bands(resources, 'en_emploi'), others: bands(resources, 'sans_emploi') },
        priorities: new Map(entriesOf(group(fields, 'priorités', ['valeurs']), 'valeurs', (held, name) => [name, chancesOf(held)] as const)),
        handicap: chance(group(fields, 'handicap', ['part']), 'part'),
        dalo: weights(group(fields, 'dalo', ['poids'])),
        expulsionSteps: weights(group(fields, 'expulsions', ['poids'])),
    };
}

type LifeGroups = Pick<GeneratorModel, 'arrivals' | 'seniority' | 'renewal' | 'exits' | 'mutations'>;

function lifeGroups(fields: JsonFields): LifeGroups {
    const renewal = group(fields, 'renouvellement', ['première_année', 'suivantes', 'faits_mis_à_jour']);
    const mutations = group(fields, 'mutations', ['stock', 'nouvelles']);
    return {
        arrivals: chance(group(fields, 'arrivées', ['part']), 'part'),
        seniority: new Map(entriesOf(group(fields, 'ancienneté', ['tranches']), 'tranches', (held, name) => [name, bands(held, name)] as const)),
        renewal: { first: chance(renewal, 'première_année'), later: chance(renewal, 'suivantes'), updated: chance(renewal, 'faits_mis_à_jour') },
        exits: weights(group(fields, 'radiations', ['poids'])),
        mutations: { stock: chance(mutations, 'stock'), arrivals: chance(mutations, 'nouvelles') },
    };
}

type LettingGroups = Pick<GeneratorModel, 'designation' | 'answers' | 'tastes' | 'freedom' | 'delays' | 'refusalReasons' | 'missing' | 'proved'>;

function lettingGroups(fields: JsonFields): LettingGroups {
    const designation = group(fields, 'désignation', ['base', 'mois_comptés', 'dalo', 'prioritaire', 'par_ressources', 'mutation']);
    const freedom = group(fields, 'liberté', ['désignation', 'commission']);
    const delays = group(fields, 'délais', ['examen', 'bail']);
    const answers = group(fields, 'réponses', ['rejet', 'acceptation', 'écart', 'silence', 'adapté', 'refus_antérieur']);
    const rates = (name: string): ReadonlyMap<string, Chance> => {
        const held = group(fields, name, ['taux']);
        const listed = held === undefined ? undefined : namedField(held, 'taux');
        return new Map(listed === undefined ? [] : chancesOf(listed));
    };
    return {
        designation: {
            base: integer(designation, 'base'),
            cappedMonths: integer(designation, 'mois_comptés'),
            dalo: integer(designation, 'dalo'),
            priority: integer(designation, 'prioritaire'),
            byResources: listOf(designation, 'par_ressources', (item) => {
                const band = fieldsOf(item.value, item.at, ['moins_de', 'poids']);
                return { below: integer(band, 'moins_de'), weight: integer(band, 'poids') };
            }),
            mutation: integer(designation, 'mutation', 100),
        },
        answers: {
            rejected: chance(answers, 'rejet'),
            accepted: chance(answers, 'acceptation'),
            silent: chance(answers, 'silence'),
            adapted: chance(answers, 'adapté'),
            earlier: chance(answers, 'refus_antérieur'),
        },
        tastes: integer(answers, 'écart', 50),
        freedom: { designation: chance(freedom, 'désignation'), commission: chance(freedom, 'commission') },
        delays: { examination: pair(delays, 'examen'), lease: pair(delays, 'bail') },
        refusalReasons: weights(group(fields, 'motifs_de_refus', ['poids'])),
        missing: rates('manquants'),
        proved: rates('justifiés'),
    };
}

/** A model may do without occupants. */
function occupantsGroup(fields: JsonFields): Pick<GeneratorModel, 'occupants'> {
    if (!fields.members.has('occupants')) return {};
    const held = group(fields, 'occupants', ['ménages', 'contrats']);
    return { occupants: { households: integer(held, 'ménages'), contracts: weights(held, 'contrats') } };
}

/** A group of the model: its source, and its members. */
function group(fields: JsonFields, name: string, members: readonly string[]): JsonFields | undefined {
    const held = objectField(fields, name, ['source', ...members]);
    if (held !== undefined) textField(held, 'source');
    return held;
}

/** An object whose members are named by the territory, such as its communes. */
function namedField(fields: JsonFields, name: string): JsonFields | undefined {
    const value = fields.members.get(name);
    const names = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    const held = objectField(fields, name, names);
    return held !== undefined && held.members.size === 0 ? wrong(held.place, 'wrong-value', { expected: 'object' }) : held;
}

type Item = { readonly value: unknown; readonly at: JsonPlace };

function entriesOf<Entry>(fields: JsonFields | undefined, name: string, read: (held: JsonFields, entry: string) => Entry): readonly Entry[] {
    const named = fields === undefined ? undefined : namedField(fields, name);
    if (named === undefined) return [];
    return [...named.members].flatMap(([entry, value]) => {
        const place = inside(named.place, entry);
        const held: JsonFields | undefined = Array.isArray(value) ? { place, members: new Map([[entry, value]]) } : anyFields(value, place);
        return held === undefined ? [] : [read(held, entry)];
    });
}

/** The members of an object, whatever their names; the reader of each says which it knows. */
function anyFields(value: unknown, place: JsonPlace): JsonFields | undefined {
    const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    return fieldsOf(value, place, names);
}

function listOf<Entry>(fields: JsonFields | undefined, name: string, read: (item: Item) => Entry): readonly Entry[] {
    const items = fields === undefined ? undefined : listField(fields, name);
    if (items?.length === 0 && fields !== undefined) wrong(inside(fields.place, name), 'wrong-value', { expected: 'list' });
    return items?.map(read) ?? [];
}

function readCommune(held: JsonFields, code: string): CommuneModel {
    const fields = fieldsOf(Object.fromEntries(held.members), held.place, ['nom', 'demandes', 'logements', 'quartiers']);
    const name = fields === undefined ? undefined : textField(fields, 'nom');
    const districts = entriesOf(fields, 'quartiers', readDistrict);
    if (fields !== undefined && districts.length > 0 && districts.every(({ weight }) => weight === 0))
        wrong(inside(fields.place, 'quartiers'), 'wrong-value', { expected: 'object' });
    return { code, name: name ?? '', demands: integer(fields, 'demandes'), dwellings: integer(fields, 'logements'), districts };
}

function readDistrict(held: JsonFields, name: string): DistrictModel {
    const fields = fieldsOf(Object.fromEntries(held.members), held.place, ['poids'], ['qpv_du', 'qpv_au']);
    const priority = fields === undefined ? undefined : readPriority(fields);
    return { name, weight: integer(fields, 'poids'), ...(priority === undefined ? {} : { priority }) };
}

/** A last day as a priority district needs a first one, not after it. */
function readPriority(fields: JsonFields): DistrictModel['priority'] {
    if (!fields.members.has('qpv_du') && !fields.members.has('qpv_au')) return undefined;
    const from = dateField(fields, 'qpv_du');
    const to = fields.members.has('qpv_au') ? dateField(fields, 'qpv_au') : undefined;
    if (from === undefined) return undefined;
    if (to !== undefined && to < from) return wrong(inside(fields.place, 'qpv_au'), 'wrong-value', { expected: 'date' });
    return { from, ...(to === undefined ? {} : { to }) };
}

function readSupply(held: JsonFields, type: string): SupplyModel {
    const fields = fieldsOf(Object.fromEntries(held.members), held.place, ['poids', 'surface', 'pièces', 'loyer']);
    const weight = integer(fields, 'poids');
    return { type, weight, surface: pair(fields, 'surface'), rooms: integer(fields, 'pièces', 15), rent: pair(fields, 'loyer') };
}

function readCeilings(held: JsonFields, name: string): readonly [string, Ceilings] {
    const values = integersOf({ value: held.members.get(name), at: held.place });
    if (values.length !== 7) wrong(held.place, 'wrong-value', { expected: 'list' });
    return [name, values];
}

function readPair(held: JsonFields, name: string): readonly [string, readonly [number, number]] {
    return [name, pairOf({ value: held.members.get(name), at: held.place })];
}

function readComposition(item: Item): CompositionModel {
    const fields = fieldsOf(item.value, item.at, ['adultes', 'enfants', 'poids']);
    return { adults: integer(fields, 'adultes', 10), children: integer(fields, 'enfants', 10), weight: integer(fields, 'poids') };
}

function bands(fields: JsonFields | undefined, name: string): readonly Band[] {
    return listOf(fields, name, (item) => {
        const band = fieldsOf(item.value, item.at, ['de', 'à', 'poids']);
        const [low, high] = [integer(band, 'de'), integer(band, 'à')];
        if (band !== undefined && low > high) wrong(inside(band.place, 'à'), 'wrong-value', { expected: 'integer', low });
        return { low, high, weight: integer(band, 'poids') };
    });
}

function weights(fields: JsonFields | undefined, name = 'poids'): Weights {
    const named = fields === undefined ? undefined : namedField(fields, name);
    return named === undefined ? [] : weightsOf(named);
}

function readWeights(item: Item): Weights {
    const named = anyFields(item.value, item.at);
    return named === undefined ? [] : weightsOf(named);
}

/** Names and weights, one of which at least is not 0. */
function weightsOf(named: JsonFields): Weights {
    const read = [...named.members.keys()].map((name) => [name, integer(named, name)] as const);
    const idle = [...named.members.values()].every((value) => value === 0);
    return idle ? (wrong(named.place, 'wrong-value', { expected: 'object' }) ?? []) : read;
}

function chancesOf(named: JsonFields): readonly (readonly [string, Chance])[] {
    return [...named.members.keys()].map((name) => [name, chance(named, name)] as const);
}

const NEVER: Chance = { num: 0, den: 1 };

function chance(fields: JsonFields | undefined, name: string): Chance {
    const exact = fromFraction((fields === undefined ? undefined : probabilityField(fields, name)) ?? '');
    return exact === undefined ? NEVER : { num: Number(exact.n), den: Number(exact.d) };
}

function integer(fields: JsonFields | undefined, name: string, high = LARGEST_WEIGHT): number {
    return (fields === undefined ? undefined : integerField(fields, name, 0, high)) ?? 0;
}

function pair(fields: JsonFields | undefined, name: string): readonly [number, number] {
    return fields === undefined ? [0, 0] : pairOf({ value: fields.members.get(name), at: inside(fields.place, name) });
}

/** Two integers, the least first. */
function pairOf(item: Item): readonly [number, number] {
    const [low, high, ...others] = integersOf(item);
    const ordered = low !== undefined && high !== undefined && others.length === 0 && low <= high;
    if (ordered) return [low, high];
    wrong(item.at, 'wrong-value', { expected: 'list' });
    return [0, 0];
}

function integersOf({ value, at }: Item): readonly number[] {
    if (!Array.isArray(value)) {
        wrong(at, 'wrong-type', { expected: 'list' });
        return [];
    }
    const integers = value.filter((item): item is number => typeof item === 'number' && Number.isSafeInteger(item) && item >= 0);
    if (integers.length < value.length) wrong(at, 'wrong-type', { expected: 'integer', low: 0 });
    return integers;
}
