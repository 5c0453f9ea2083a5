import { tableBuilder } from '../../../language/src/columns/table-builder.js';
import type { Table } from '../../../language/src/columns/column.js';
import type { Assumptions, Territory } from '../../../language/src/columns/territory.js';
import type { Expression } from '../../../language/src/ir/expression.js';
import type { Adequacy, Exclusion, Objective, Policy, Ranking, RankingKey } from '../../../language/src/ir/policy.js';
import type { Commission } from '../../../language/src/ir/commission.js';
import type { RefusalEffect } from '../../../language/src/ir/refusal-effect.js';
import type { Convention, Orientation, Reservee, Route } from '../../../language/src/ir/flux.js';
import type { FactDeclaration } from '../../../language/src/ir/value-type.js';
import type { Criterion } from '../../../language/src/ir/scoring.js';
import { replay } from '../../../language/src/replay/replay.js';
import type { ReplayOutcome, ReplayRequest, RuleSetInput } from '../../../language/src/replay/contract/request.js';
import type { LedgerRow, ReplayReport } from '../../../language/src/replay/contract/report.js';
import {
    BOOLEAN,
    bonus,
    CODE,
    contains,
    criterion,
    DATE,
    day,
    declare,
    derive,
    DURATION,
    derived,
    elapsed,
    enumeration,
    fact,
    MONEY,
    NO_EVENT,
    NOWHERE,
    NUMBER,
    ordered,
    policy,
    rate,
    scoring,
    since,
    value,
    type Given,
    type PolicyParts,
} from '../engine/build.js';

// --- a small vocabulary with every role

const TYPE = enumeration('Type');
const REFUSALS = {
    kind: 'events',
    fields: [declare('le', DATE, { role: 'date' }), declare('adapté', BOOLEAN, { role: 'adapté' }), declare('légitime', BOOLEAN, { role: 'légitime' })],
} as const;

export const DEMAND: readonly FactDeclaration[] = [
    declare('id', CODE, { role: 'identifiant' }),
    declare('dépôt', DATE, { role: 'dépôt' }),
    declare('entrée', DATE, { role: 'entrée' }),
    declare('sortie', DATE, { role: 'sortie' }),
    declare('sortie_attribution', BOOLEAN, { role: 'sortie_attribution' }),
    declare('valide_du', DATE, { role: 'valide_du' }),
    declare('valide_au', DATE, { role: 'valide_au' }),
    declare('personnes', NUMBER, { role: 'taille_du_ménage', bounds: { low: '1', high: '20' } }),
    declare('villes', CODE, { role: 'communes_souhaitées', multiple: true }),
    declare('types', TYPE, { role: 'typologies_souhaitées', multiple: true }),
    declare('prioritaire', BOOLEAN),
    declare('reconnu', DATE, { role: 'reconnaissance' }),
    declare('points', NUMBER, { bounds: { low: '-1000', high: '1000' } }),
    declare('ressources', MONEY),
    declare('ville_emploi', CODE),
    declare('refus', REFUSALS, { role: 'refus' }),
];

export const DWELLING: readonly FactDeclaration[] = [
    declare('id', CODE, { owner: 'logement', role: 'identifiant' }),
    declare('libération', DATE, { owner: 'logement', role: 'libération' }),
    declare('ordre', NUMBER, { owner: 'logement', role: 'ordre' }),
    declare('ville', CODE, { owner: 'logement', role: 'commune' }),
    declare('type', TYPE, { owner: 'logement', role: 'typologie' }),
    declare('réservataire', CODE, { owner: 'logement', role: 'réservataire' }),
    declare('bail', DATE, { owner: 'logement', role: 'bail' }),
    declare('attributaire', CODE, { owner: 'logement', role: 'attributaire' }),
    declare('libéré_par', CODE, { owner: 'logement', role: 'libéré_par' }),
    declare('qpv', BOOLEAN, { owner: 'logement' }),
    declare('loyer', MONEY, { owner: 'logement' }),
    declare('bailleur', CODE, { owner: 'logement', role: 'bailleur' }),
    declare('voie', CODE, { owner: 'logement' }),
];

export const CANDIDATURE: readonly FactDeclaration[] = [
    declare('logement', CODE, { owner: 'candidature', role: 'logement' }),
    declare('demande', CODE, { owner: 'candidature', role: 'demande' }),
    declare('rang', NUMBER, { owner: 'candidature', role: 'rang' }),
    declare('décision', CODE, { owner: 'candidature', role: 'décision' }),
    declare('réponse', CODE, { owner: 'candidature', role: 'réponse' }),
    declare('motif', CODE, { owner: 'candidature', role: 'motif' }),
    declare('note_du_fichier', NUMBER, { owner: 'candidature', role: 'note' }),
];

export const ANCIENNETÉ = derived('ancienneté', DURATION);

export const VOCABULARY: PolicyParts = {
    enumerations: [ordered('Type', ['T1', 'T2', 'T3', 'T4'])],
    facts: [...DEMAND, ...DWELLING, ...CANDIDATURE],
    derived: [derive('ancienneté', DURATION, since('dépôt'))],
};

// --- rules

export const NOTE: RankingKey = { kind: 'note', which: 'declared', at: NOWHERE };
export const LONGEST: RankingKey = { kind: 'fact', value: ANCIENNETÉ, order: 'descending', at: NOWHERE };
export const DRAW: RankingKey = { kind: 'appraisal', simulated: 'draw', at: NOWHERE };

export function ranking(keys: readonly RankingKey[], incomplete: Ranking['incomplete'] = 'minimum'): Ranking {
    return { keys, incomplete, at: NOWHERE };
}

export function category(...conditions: Expression[]): RankingKey {
    return { kind: 'category', conditions, at: NOWHERE };
}

export function exclusion(name: string, condition: Expression, readAt: Exclusion['readAt'] = 'examination'): Exclusion {
    return { name, condition, readAt, references: [], text: name, at: NOWHERE };
}

export function adequacy(name: string, condition: Expression): Adequacy {
    return { name, condition, references: [], text: name, at: NOWHERE };
}

export function objective(
    name: string,
    amount: string,
    target: Expression,
    options: Partial<Pick<Objective, 'base' | 'sense' | 'counted' | 'by' | 'months' | 'trajectory'>> = {},
): Objective {
    return { name, sense: 'at-least', counted: 'share', amount, target, trajectory: [], references: [], text: name, at: NOWHERE, ...options };
}

export function route(name: string, condition: Expression, effects: Partial<Omit<Route, 'name' | 'condition'>> = {}): Route {
    const plain = { inFlux: true, ranked: true, commission: true, measured: true, withdrawn: false, countsIn: [], leftOutOf: [] };
    return { name, condition, ...plain, references: [], text: name, at: NOWHERE, ...effects };
}

/** A reservee with its contingents, each with its public or none. */
export function reservee(name: string, contingents: Readonly<Record<string, Expression | undefined>>, waived: readonly string[] = []): Reservee {
    const of = Object.entries(contingents).map(([code, open]) => ({ code, ...(open === undefined ? {} : { public: open }), waived, at: NOWHERE }));
    return { name, contingents: of, references: [], at: NOWHERE };
}

/** A convention of a share in percent, that counts what is oriented. */
export function convention(
    name: string,
    parties: { readonly reservee: string; readonly landlord: string },
    percent: number,
    options: Partial<Convention> = {},
): Convention {
    const plain = { perimeter: [], within: [], local: false, unit: 'oriented' as const, apart: [], carried: false, delegated: false };
    return { name, ...parties, share: `${percent}/100`, ...plain, references: [], text: name, at: NOWHERE, ...options };
}

/** Cases of the commission: candidates presented alone, and grounds of non-allotment. */
export function commission(parts: { readonly singles?: readonly Expression[]; readonly grounds?: readonly Expression[] }): Commission {
    const written = (condition: Expression) => ({ condition, references: [], text: '', at: NOWHERE });
    const { singles = [], grounds = [] } = parts;
    return { singles: singles.map(written), grounds: grounds.map((condition, place) => ({ name: `motif_${place}`, ...written(condition) })), at: NOWHERE };
}

/** What each refusal, or those of a kind, does to seniority. */
export function refusalEffect(effect: RefusalEffect['effect'], filter?: Expression): RefusalEffect {
    return { source: 'refus', ...(filter === undefined ? {} : { filter }), effect, references: [], text: 'effet du refus', at: NOWHERE };
}

export const ORIENTATION: Orientation = { rule: 'largest-delay', unreserved: 'D', breakdown: [], references: [], text: '', at: NOWHERE };

/** One point a whole month since the first demand. */
export const MONTHS: Criterion = criterion('attente', rate('1', elapsed('dépôt')));
/** The points that the file gives, one for one: notes written by hand. */
export const GIVEN: Criterion = criterion('donnés', rate('1', fact('points', NUMBER)));
export const PRIORITY: Criterion = bonus('prioritaire', '100');
export const WISHED_TOWN: Adequacy = adequacy('commune', contains(fact('villes', CODE), fact('ville', CODE, 'logement')));

/** A version of the test territory's policy; by default one point a month, then the longest wait, then the draw. */
export function version(parts: PolicyParts & { readonly criteria?: readonly Criterion[] } = {}): Policy {
    const { criteria = [MONTHS], ...rest } = parts;
    return policy({
        ...VOCABULARY,
        version: '2024.1',
        dates: { opinions: [], from: day('01/01/2000') },
        scorings: [scoring('tous', criteria)],
        ranking: ranking([NOTE, LONGEST, DRAW]),
        ...rest,
    });
}

/** The same version as a variant of it. */
export function variantOf(base: Policy, parts: Partial<Policy>, name = 'variante'): Policy {
    return { ...base, ...parts, variant: { name } };
}

export function criteriaOnly(base: Policy, ...criteria: readonly Criterion[]): Policy {
    return variantOf(base, { scorings: [scoring('tous', criteria)] });
}

export const baseline = (...versions: Policy[]): RuleSetInput => ({ id: 'référence', label: 'En vigueur', versions });
export const withVariant = (variant: Policy, ...versions: Policy[]): RuleSetInput => ({
    id: variant.variant?.name ?? '',
    label: 'Variante',
    versions,
    variant,
});

// --- a territory

export type Row = Readonly<Record<string, Given>>;

/** A demand open since always, with a first demand two years before 2024 and no refusal, unless said. */
export const demand = (id: string, facts: Row = {}): Row => ({
    id,
    dépôt: '01/01/2022',
    villes: ['v1'],
    personnes: 1,
    points: 0,
    prioritaire: 'non',
    refus: NO_EVENT,
    ...facts,
});
/** A dwelling of town v1 released on 1 March 2024, unless said. */
export const dwelling = (id: string, facts: Row = {}): Row => ({ id, libération: '01/03/2024', ville: 'v1', type: 'T2', qpv: 'non', ...facts });

export const CERTAIN: Assumptions = {
    acceptance: '1',
    legitimateRefusal: '0',
    monthlyExit: '0',
    followRate: '1',
    candidatesPerRound: 3,
    rounds: 2,
    designationDelay: 0,
    examinationDelay: 30,
    leaseDelay: 45,
    supply: 'figée',
    orientation: 'enregistré',
};

export interface TerritoryParts {
    readonly demands: readonly Row[];
    readonly dwellings: readonly Row[];
    readonly candidatures?: readonly Row[];
    readonly assumptions?: Partial<Assumptions>;
}

export function territory({ demands, dwellings, candidatures, assumptions }: TerritoryParts): Territory {
    return {
        name: 'Essai',
        synthetic: true,
        notices: [],
        demands: tableOf(DEMAND, demands),
        dwellings: tableOf(DWELLING, dwellings),
        ...(candidatures === undefined ? {} : { candidatures: tableOf(CANDIDATURE, candidatures) }),
        window: { from: day('01/01/2020'), to: day('31/12/2026') },
        assumptions: { ...CERTAIN, ...assumptions },
        approximations: [],
    };
}

export function tableOf(facts: readonly FactDeclaration[], rows: readonly Row[]): Table {
    const builder = tableBuilder(facts);
    for (const row of rows) {
        const refused = builder.add(new Map(Object.entries(row).map(([name, given]) => [name, value(given)])));
        if (refused.length > 0) throw new RangeError(`cells that the table cannot hold: ${refused.join(', ')}`);
    }
    return builder.build();
}

export type RequestParts = TerritoryParts & Partial<Omit<ReplayRequest, 'territory'>>;

/** A replay of 2024 in vivier mode under one version, unless said. */
export function request(parts: RequestParts): ReplayRequest {
    const { demands, dwellings, candidatures, assumptions, ...rest } = parts;
    return {
        territory: territory({ demands, dwellings, candidatures, assumptions }),
        ruleSets: [baseline(version())],
        mode: 'vivier',
        from: day('01/01/2024'),
        to: day('31/12/2024'),
        seed: 1,
        ...rest,
    };
}

export function reportOf(outcome: ReplayOutcome): ReplayReport {
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.report;
}

/** The report of a request that is not refused. */
export const run = (parts: RequestParts): ReplayReport => reportOf(replay(request(parts)));

export function ledgerOf(report: ReplayReport, ruleSet = 'référence'): ReadonlyMap<string, LedgerRow> {
    return new Map(report.ledger.filter((row) => row.ruleSet === ruleSet).map((row) => [row.dwelling, row]));
}

export function rowOf(report: ReplayReport, dwellingId: string, ruleSet = 'référence'): LedgerRow {
    const row = ledgerOf(report, ruleSet).get(dwellingId);
    if (row === undefined) throw new Error(`no row for ${dwellingId}`);
    return row;
}

/** Who is housed where: `{ l1: 'd2' }`; a dwelling without taker or candidate has an empty name. */
export function housings(report: ReplayReport, ruleSet = 'référence'): Readonly<Record<string, string>> {
    return Object.fromEntries([...ledgerOf(report, ruleSet)].map(([id, row]) => [id, row.housed ?? '']));
}

/** The codes of the findings of a request that is refused. */
export function refusalOf(parts: RequestParts): readonly string[] {
    const outcome = replay(request(parts));
    return outcome.kind === 'refused' ? outcome.findings.map(({ code }) => code) : [outcome.kind];
}
