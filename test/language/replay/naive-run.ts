import {
    loadPolicy,
    evaluateAdequacy,
    evaluateCondition,
    evaluateDemand,
    evaluateEligibility,
    rankingKeyOf,
    compareRankingKeys,
    type ConditionResult,
    type Program,
    type Subject,
} from '../../../language/src/engine/index.js';
import type { FactReader } from '../../../language/src/columns/facts.js';
import { rowReader } from '../../../language/src/columns/row-reader.js';
import type { Territory } from '../../../language/src/columns/territory.js';
import type { Expression } from '../../../language/src/ir/expression.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import type { Day, EventRecord, FactValue } from '../../../language/src/ir/value.js';
import { addMonths, toYmd } from '../../../language/src/kit/civil-date.js';
import { naiveFlux, naiveRoute, type NaiveFlux, type NaiveHold, type NaiveRelease } from './naive-flux.js';
import { hash32, keyedBits, keyedChance } from '../../../language/src/kit/keyed-random.js';

/** What the full scan says of one vacancy. */
export interface NaiveOutcome {
    readonly dwelling: string;
    readonly pool: number;
    /** The whole pool in rank order. */
    readonly order: readonly string[];
    readonly housed: string | undefined;
    readonly offers: number;
    readonly examined: number;
    readonly end: 'leased' | 'without-taker' | 'without-candidate' | 'outside' | 'not-evaluated';
    readonly route: string | undefined;
    readonly heldBy: string | undefined;
    /** Of the demands in the pool: what is uncertain there, as `reason id`. */
    readonly doubts: readonly string[];
}

const STREAMS = { appraisal: 1, acceptance: 2, follow: 3, legitimate: 4, exit: 5 };

interface Person {
    readonly id: string;
    /** `seen`: was in a pool already. */
    readonly rows: readonly { readonly reader: FactReader; readonly from: Day; readonly to: Day; seen: boolean }[];
    readonly refusals: EventRecord[];
    /** The day on which the record houses it, in the window; a run may not. */
    readonly letting: Day | undefined;
    housed: boolean;
}

export interface NaiveRequest {
    readonly from: Day;
    readonly to: Day;
    readonly seed: number;
    /** As recorded: nobody is housed but by the record, whose exits and refusals hold. */
    readonly record?: boolean;
}

/**
 * Steps 3 to 7 again, written apart: at every vacancy all demands are read, filtered, scored and sorted, and nothing is kept from one
 * vacancy to the next. Of the replay it shares the meaning alone; of the code, the engine and the keyed draws.
 */
export function naiveRun(territory: Territory, policies: readonly Policy[], request: NaiveRequest): readonly NaiveOutcome[] {
    return naiveRuns(territory, policies, request).outcomes;
}

/** The same, with the accounts of the conventions of the first policy. */
export function naiveRuns(
    territory: Territory,
    policies: readonly Policy[],
    { from, to, seed, record = false }: NaiveRequest,
): { readonly outcomes: readonly NaiveOutcome[]; readonly flux: NaiveFlux } {
    const { assumptions } = territory;
    const loaded = policies.map(loadPolicy);
    const dwellings = readersOf(territory.dwellings.rows, (row) => rowReader(territory.dwellings, row))
        .map((reader) => ({ reader, id: word(reader, 'id'), released: date(reader, 'libération') ?? 0, order: integer(reader, 'ordre') ?? 2 ** 52 }))
        .filter(({ released }) => released >= from && released <= to)
        .sort((a, b) => a.released - b.released || a.order - b.order || (a.id < b.id ? -1 : 1));
    const lettings = new Map(
        dwellings.map(({ reader, released }) => [optionalWord(reader, 'attributaire'), date(reader, 'bail') ?? released + assumptions.leaseDelay]),
    );
    const horizon = Math.max(to, ...dwellings.map(({ released }) => released + assumptions.designationDelay)) + 800;
    const people = peopleOf(territory, { from, seed, lettings: record ? new Map() : lettings, horizon, record });
    const flux = naiveFlux(loaded[0]!, !record && assumptions.orientation === 'conventions');
    const recordedRows = readersOf(territory.demands.rows, (row) => rowReader(territory.demands, row));
    const outcomes = new Map<string, NaiveOutcome>();
    const chained = dwellings.map(
        ({ reader }) => assumptions.supply === 'chaînes' && !record && lettingOf(people, optionalWord(reader, 'libéré_par')) !== undefined,
    );
    interface Item {
        readonly place: number;
        /** The day of release in the run, and by how many days everything after it comes later. */
        readonly released: Day;
        readonly shift: number;
        readonly again?: Postponed;
    }
    let agenda: Item[] = dwellings.flatMap(({ released }, place) => (chained[place] === true ? [] : [{ place, released, shift: 0 }]));
    while (agenda.length > 0) {
        const soonest = agenda.reduce((a, b) => ((a.released + a.shift - b.released - b.shift || a.place - b.place) <= 0 ? a : b));
        agenda = agenda.filter((item) => item !== soonest);
        const { place, released, shift, again } = soonest;
        const { id, reader } = dwellings[place]!;
        const day = released + shift + assumptions.designationDelay;
        const town = word(reader, 'ville');
        const isOf = ({ dates, communes }: Policy): boolean => dates.from <= day && day <= (dates.to ?? Infinity) && (communes?.includes(town) ?? true);
        const policy = loaded.find((one) => isOf(one.policy));
        const lessee = people.find((person) => person.id === optionalWord(reader, 'attributaire'));
        const known = lessee && lastKnown(recordedRows, lessee.id, day);
        const vacant = policy && { policy, people, day, dwelling: reader, id, released, shift, seed, record, flux, lessee, known };
        const outcome = vacant === undefined ? { ...NOT_ONE, dwelling: id } : goThrough(territory, { ...vacant, again });
        if ('days' in outcome) {
            agenda.push({ place, released, shift: shift + outcome.days, again: outcome });
            continue;
        }
        outcomes.set(id, outcome);
        if (record && lessee !== undefined) lessee.housed = true;
        for (const [left, dwelling] of dwellings.entries()) {
            if (chained[left] !== true || outcome.housed === undefined || optionalWord(dwelling.reader, 'libéré_par') !== outcome.housed) continue;
            const lease = released + shift + assumptions.leaseDelay;
            const freed = Math.max(lease + dwelling.released - lettingOf(people, outcome.housed)!, day - assumptions.designationDelay);
            if (freed <= to) agenda.push({ place: left, released: freed, shift: 0 });
        }
    }
    return { outcomes: dwellings.map(({ id }) => outcomes.get(id) ?? { ...NOT_ONE, dwelling: id, end: 'outside' }), flux };
}

function lettingOf(people: readonly Person[], id: string | undefined): Day | undefined {
    return people.find((person) => person.id === id)?.letting;
}

/** The recorded facts of a demand that began last by a day, else its first. */
function lastKnown(rows: readonly FactReader[], id: string, day: Day): FactReader | undefined {
    const own = rows.filter((reader) => word(reader, 'id') === id).sort((a, b) => (date(a, 'valide_du') ?? -Infinity) - (date(b, 'valide_du') ?? -Infinity));
    return own.filter((reader) => (date(reader, 'valide_du') ?? -Infinity) <= day).at(-1) ?? own[0];
}

const NOT_ONE = {
    pool: 0,
    order: [],
    offers: 0,
    examined: 0,
    doubts: [],
    housed: undefined,
    route: undefined,
    heldBy: undefined,
    end: 'not-evaluated',
} as const;

const NOBODY_KNOWN: FactReader = { fact: () => ({ kind: 'missing' }), proved: () => false };

/** The route, then the holder, then the ranking where the route has one. */
function goThrough(territory: Territory, vacant: Vacant): NaiveOutcome | Postponed {
    const { policy, day, dwelling, id, released, record, flux, lessee, known } = vacant;
    const route =
        vacant.again === undefined
            ? naiveRoute(policy, { demand: known ?? NOBODY_KNOWN, dwelling, day, leaseDay: released + vacant.shift + territory.assumptions.leaseDelay })
            : policy.policy.routes.find(({ name }) => name === vacant.again?.route);
    const nothing = { dwelling: id, pool: 0, order: [], offers: 0, examined: 0, doubts: [], housed: undefined };
    const release: NaiveRelease = {
        dwelling,
        landlord: optionalWord(dwelling, 'bailleur'),
        commune: word(dwelling, 'ville'),
        reserved: optionalWord(dwelling, 'réservataire'),
        year: toYmd(released).year,
        route: route?.name,
    };
    const hold = vacant.again?.hold ?? flux.enter(release);
    const said = { route: route?.name, heldBy: hold.reservee };
    if (route?.withdrawn === true) return { ...nothing, ...said, end: 'outside' };
    if (record && route?.ranked === false) return { ...nothing, ...said, end: 'outside' };
    if (vacant.again === undefined && route?.ranked === false && lessee?.housed !== true) {
        const isLet = optionalWord(dwelling, 'attributaire') !== undefined || date(dwelling, 'bail') !== undefined;
        flux.settle(hold, { proposed: isLet, allotted: isLet, signed: isLet });
        if (lessee === undefined) return { ...nothing, ...said, end: 'outside' };
        lessee.housed = true;
        return { ...nothing, ...said, end: 'leased', housed: lessee.id };
    }
    if (route?.publishedDays !== undefined && !record && territory.candidatures === undefined) {
        flux.settle(hold, { proposed: false, allotted: false, signed: false });
        return { ...nothing, ...said, end: 'not-evaluated' };
    }
    const applied = route?.publishedDays === undefined ? undefined : applicantsOf(territory, id);
    const waived = hold.contingent?.waived ?? [];
    const kept = { ...policy, policy: { ...policy.policy, adequacies: policy.policy.adequacies.filter(({ name }) => !waived.includes(name)) } };
    const first = fill(territory, { ...vacant, policy: kept, applied, open: hold.contingent?.public });
    const terms = policy.policy.conventions.find(({ name }) => name === hold.line?.name)?.returned;
    const back = first.pool > 0 || record || vacant.again !== undefined ? undefined : flux.back(hold, release);
    if (back !== undefined && terms !== undefined)
        return { hold: back, route: route?.name, days: terms.unit === 'jours' ? terms.amount : addMonths(day, terms.amount) - day };
    const outcome = first;
    flux.settle(hold, { proposed: outcome.pool > 0, allotted: outcome.offers > 0, signed: outcome.housed !== undefined });
    const end = outcome.housed !== undefined ? 'leased' : outcome.pool > 0 ? 'without-taker' : 'without-candidate';
    return { ...outcome, route: route?.name, heldBy: hold.reservee, end };
}

/** The demands with a candidature for a vacancy. */
function applicantsOf({ candidatures }: Territory, vacancy: string): ReadonlySet<string> {
    const rows = candidatures === undefined ? [] : readersOf(candidatures.rows, (row) => rowReader(candidatures, row));
    return new Set(rows.filter((reader) => word(reader, 'logement') === vacancy).map((reader) => word(reader, 'demande')));
}

/** It comes back to the landlord after so many days. */
interface Postponed {
    readonly hold: NaiveHold;
    readonly route: string | undefined;
    readonly days: number;
}

interface Vacant {
    readonly shift: number;
    readonly again?: Postponed;
    readonly flux: NaiveFlux;
    readonly lessee: Person | undefined;
    readonly known: FactReader | undefined;
    readonly policy: Program;
    readonly people: readonly Person[];
    readonly day: Day;
    readonly dwelling: FactReader;
    readonly id: string;
    readonly released: Day;
    readonly seed: number;
    readonly record: boolean;
}

type Filled = Omit<NaiveOutcome, 'end' | 'route' | 'heldBy'>;

function fill(
    { assumptions }: Territory,
    {
        policy,
        people,
        day,
        dwelling,
        id,
        released: recorded,
        shift,
        seed,
        record,
        open,
        applied,
    }: Vacant & { readonly open: Expression | undefined; readonly applied: ReadonlySet<string> | undefined },
): Filled {
    const released = recorded + shift;
    const examination = released + assumptions.examinationDelay;
    const pool = people.flatMap((person) => {
        const row = person.rows.find((one) => one.from <= day && day <= one.to);
        if (person.housed || row === undefined || applied?.has(person.id) === false) return [];
        const subject: Subject = { demand: withRefusals(row.reader, person.refusals), dwelling, day };
        const filters: Subject = { ...subject, day: examination, leaseDay: released + assumptions.leaseDelay };
        const adequacy = evaluateAdequacy(policy, filters);
        if (evaluateEligibility(policy, filters).kind === 'ineligible' || adequacy.kind === 'unfit') return [];
        const isPublic = open === undefined ? undefined : evaluateCondition(policy, open, filters);
        if (isPublic?.truth === 'false') return [];
        const key = rankingKeyOf(policy, subject, evaluateDemand(policy, subject));
        const outsider = isPublic?.truth === 'unknown' ? ['public-unknown', ...isPublic.anomalies.map(({ kind }) => `anomaly-${kind}`)] : [];
        const doubts = [...outsider, ...filterDoubts(policy, filters), ...(row.seen ? [] : noteDoubts(policy, { demand: subject.demand, day }))];
        row.seen = true;
        return [{ person, demand: subject.demand, key, adapted: adequacy.kind === 'fits', doubts: doubts.map((reason) => `${reason} ${person.id}`) }];
    });
    const draw = (person: string) => keyedBits([seed, STREAMS.appraisal, hash32(person), hash32(id)]);
    pool.sort((a, b) => compareRankingKeys(policy, a.key, b.key) || compareBits(draw(a.person.id), draw(b.person.id)) || (a.person.id < b.person.id ? -1 : 1));
    const result = { dwelling: id, pool: pool.length, order: pool.map(({ person }) => person.id), doubts: pool.flatMap(({ doubts }) => doubts) };
    const chance = (stream: number, text: string, person: string): boolean => keyedChance(...parts(text), [seed, stream, hash32(person), hash32(id)]);
    let offers = 0;
    let examined = 0;
    if (record) return { ...result, housed: undefined, offers, examined };
    const { singles = [], grounds = [] } = policy.policy.commission ?? {};
    const holds = (cases: readonly { readonly condition: Expression }[], demand: FactReader): boolean =>
        cases.some(({ condition }) => {
            const subject = { demand, dwelling, day: examination, leaseDay: released + assumptions.leaseDelay };
            return evaluateCondition(policy, condition, subject).truth === 'true';
        });
    let [rounds, seats] = [0, 0];
    for (const { person, adapted, demand } of pool) {
        if (seats === 0 && rounds === assumptions.rounds) break;
        if (seats === 0) {
            rounds += 1;
            seats = holds(singles, demand) ? 1 : assumptions.candidatesPerRound;
        }
        seats -= 1;
        examined += 1;
        if (holds(grounds, demand)) continue;
        if (!chance(STREAMS.follow, assumptions.followRate, person.id)) continue;
        offers += 1;
        if (chance(STREAMS.acceptance, assumptions.acceptance, person.id)) {
            person.housed = true;
            return { ...result, housed: person.id, offers, examined };
        }
        person.refusals.push([
            ['le', { kind: 'date', day: examination }],
            ...(adapted ? [['adapté', { kind: 'boolean', value: true }] as const] : []),
            ['légitime', { kind: 'boolean', value: chance(STREAMS.legitimate, assumptions.legitimateRefusal, person.id) }],
        ]);
    }
    return { ...result, housed: undefined, offers, examined };
}

/** Filters that leave the demand in without knowing, and why they could not say. */
function filterDoubts(policy: Program, subject: Subject): readonly string[] {
    const { exclusions, adequacies } = policy.policy;
    const doubts = (reason: string, { truth, anomalies }: ConditionResult): readonly string[] =>
        truth === 'unknown' ? [reason, ...anomalies.map(({ kind }) => `anomaly-${kind}`)] : [];
    const readDay = ({ readAt }: { readonly readAt: string }): Subject => (readAt === 'lease' ? { ...subject, day: subject.leaseDay! } : subject);
    return [
        ...exclusions.flatMap((exclusion) => doubts('to-verify', evaluateCondition(policy, exclusion.condition, readDay(exclusion)))),
        ...adequacies.flatMap((adequacy) => doubts('adequacy-unknown', evaluateCondition(policy, adequacy.condition, subject))),
    ];
}

function noteDoubts(policy: Program, subject: Subject): readonly string[] {
    const which = policy.policy.ranking?.keys.find((key) => key.kind === 'note')?.which ?? 'declared';
    const result = evaluateDemand(policy, subject);
    const note = result[which];
    const incomplete = note.kind !== 'incomplete' ? [] : note.large === true ? ['incomplete-note', 'large-interval'] : ['incomplete-note'];
    return [...incomplete, ...result.anomalies.map(({ kind }) => `anomaly-${kind}`)];
}

interface PeopleRequest extends Required<Pick<NaiveRequest, 'from' | 'seed' | 'record'>> {
    readonly lettings: ReadonlyMap<string | undefined, Day>;
    readonly horizon: Day;
}

function peopleOf(territory: Territory, { from, seed, lettings, horizon, record }: PeopleRequest): readonly Person[] {
    const groups = new Map<string, FactReader[]>();
    for (const reader of readersOf(territory.demands.rows, (row) => rowReader(territory.demands, row))) {
        const id = word(reader, 'id');
        groups.set(id, [...(groups.get(id) ?? []), reader]);
    }
    return [...groups].map(([id, readers]) => {
        readers.sort((a, b) => (date(a, 'valide_du') ?? -Infinity) - (date(b, 'valide_du') ?? -Infinity));
        const last = readers.at(-1)!;
        const entry = date(readers[0]!, 'entrée') ?? date(readers[0]!, 'dépôt')!;
        const exit = date(last, 'sortie');
        const letting = lettings.has(id) ? (exit ?? lettings.get(id)!) : undefined;
        const end = letting === undefined ? (exit ?? Infinity) : imputed(territory, { id, seed, letting, horizon });
        const rows = readers.map((reader, place) => {
            const start = date(reader, 'valide_du') ?? -Infinity;
            const next = readers[place + 1];
            const until = date(reader, 'valide_au') ?? (next === undefined ? Infinity : date(next, 'valide_du')! - 1);
            const stays = letting !== undefined && start <= letting && (next === undefined || date(next, 'valide_du')! > letting);
            return {
                reader: record ? reader : beforeWindow(reader, from),
                seen: false,
                from: Math.max(entry, start),
                to: Math.min(end, stays ? Infinity : until),
                dropped: letting !== undefined && start > letting,
            };
        });
        return { id, rows: rows.filter(({ dropped }) => !dropped), refusals: [], letting, housed: false };
    });
}

function imputed(
    { assumptions }: Territory,
    { id, seed, letting, horizon }: { readonly id: string; readonly seed: number; readonly letting: Day; readonly horizon: Day },
): Day {
    for (let month = 1; addMonths(letting, month) <= horizon; month += 1) {
        if (keyedChance(...parts(assumptions.monthlyExit), [seed, STREAMS.exit, hash32(id), month])) return addMonths(letting, month);
    }
    return Infinity;
}

/** Refusals recorded from the window on are the record's. */
function beforeWindow(reader: FactReader, from: Day): FactReader {
    const value = reader.fact('refus');
    if (value.kind !== 'events') return reader;
    const kept = value.events.filter((event) => {
        const dated = event.find(([name]) => name === 'le')?.[1];
        return dated?.kind !== 'date' || dated.day < from;
    });
    return { ...reader, fact: (name) => (name === 'refus' ? { kind: 'events', events: kept } : reader.fact(name)) };
}

function withRefusals(reader: FactReader, refusals: readonly EventRecord[]): FactReader {
    const value = reader.fact('refus');
    if (refusals.length === 0 || value.kind === 'missing') return reader;
    const read: FactValue = { kind: 'events', events: [...(value.kind === 'events' ? value.events : []), ...refusals] };
    return { ...reader, fact: (name) => (name === 'refus' ? read : reader.fact(name)) };
}

function parts(fraction: string): [number, number] {
    const [num, den = '1'] = fraction.split('/');
    return [Number(num), Number(den)];
}

function compareBits(a: readonly number[], b: readonly number[]): number {
    const place = a.findIndex((bits, index) => bits !== b[index]);
    return place < 0 ? 0 : a[place]! - b[place]!;
}

const readersOf = (rows: number, read: (row: number) => FactReader): readonly FactReader[] => Array.from({ length: rows }, (_, row) => read(row));

function optionalWord(reader: FactReader, name: string): string | undefined {
    const value = reader.fact(name);
    return value.kind === 'word' ? value.value : undefined;
}

const word = (reader: FactReader, name: string): string => optionalWord(reader, name) ?? '';

function date(reader: FactReader, name: string): Day | undefined {
    const value = reader.fact(name);
    return value.kind === 'date' ? value.day : undefined;
}

function integer(reader: FactReader, name: string): number | undefined {
    const value = reader.fact(name);
    return value.kind === 'number' ? Number(value.value) : undefined;
}
