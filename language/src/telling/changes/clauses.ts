import type { Expression } from '../../ir/expression.js';
import type { Policy } from '../../ir/policy.js';
import type { Rubric, Scoring, ScoringItem } from '../../ir/scoring.js';
import type { DerivedFact, Parameter, Table } from '../../ir/vocabulary.js';
import type { Act } from './clause-change.js';
import { criterionFacets, facet, groupFacets, objectiveFacets, rankingWords, type Facet } from './clause-words.js';
import { expressionWords, refusalWords } from './expression-words.js';
import {
    conventionFacets,
    forecastFacets,
    imputationFacets,
    landlordWords,
    orientationFacets,
    poolFacets,
    reserveeFacets,
    routeFacets,
    type Naming,
} from './flux-words.js';
import { dayText, enumerate, labelOf, readable } from '../words/french.js';
import { meaningOf } from './meaning.js';
import type { PolicyWords } from './policy-words.js';
import { literalWords } from './value-words.js';

/** One clause of a policy: what it means, and how it is said. Two policies are told apart clause by clause. */
export interface Clause {
    /** Unique within a policy: `criterion attente`. */
    readonly id: string;
    readonly act: Act;
    readonly label: string;
    readonly place?: string;
    readonly meaning: string;
    /** Said only where the clause changes. */
    readonly facets: () => readonly Facet[];
    /** The part of the policy that the clause is, whose reads tell who reads what. */
    readonly node: unknown;
    /** What else names it, such as a list or a deduced fact: `list métiers_essentiels`. */
    readonly names?: string;
}

/** A policy as its clauses, in its order: together they hold all of its meaning. */
export function clausesOf(policy: Policy, words: PolicyWords): readonly Clause[] {
    return numbered([
        ...policy.scorings.flatMap((scoring) => scoringClauses(words, scoring)),
        ...rankingClauses(policy, words),
        ...conditionClauses(policy, words),
        ...wordClauses(policy, words),
        ...ruleClauses(policy, words),
        ...agreementClauses(policy, words),
        ...conventionClauses(policy, words),
        ...otherClauses(policy),
    ]);
}

/** Two clauses of one name, two effects of refusals of one label, are told apart by their places. */
function numbered(clauses: readonly Clause[]): readonly Clause[] {
    const seen = new Map<string, number>();
    return clauses.map((of) => {
        const place = (seen.get(of.id) ?? 0) + 1;
        seen.set(of.id, place);
        return place === 1 ? of : { ...of, id: `${of.id} (${place})` };
    });
}

function clause(body: Omit<Clause, 'meaning'>, meant: unknown = body.node): Clause {
    return { ...body, meaning: meaningOf([body.place, meant]) };
}

/** The cotation, its rubrics and its criteria, each a clause of its own: what a rubric holds is not said again with it. */
function scoringClauses(words: PolicyWords, scoring: Scoring): readonly Clause[] {
    const { name, scope, group } = scoring;
    const place = `Cotation ${labelOf(scoring)}`;
    const facets = (): readonly Facet[] => [
        ['scope', scope === undefined ? 'pour toutes les demandes' : `pour les demandes où ${expressionWords(words, scope)}`],
        ...groupFacets(group, group.items.map(labelOf)),
    ];
    const head = clause({ id: `scoring ${name}`, act: 'plan', label: place, node: scope, facets }, [scope, headOf(group)]);
    return [head, ...itemClauses(words, group.items, place)];
}

function headOf({ combination, increase, cap, floor, items }: Rubric['group']): unknown {
    return { combination, increase, cap, floor, order: combination === "dans l'ordre" ? items.map(({ name }) => name) : undefined };
}

function itemClauses(words: PolicyWords, items: readonly ScoringItem[], place: string): readonly Clause[] {
    return items.flatMap((item): readonly Clause[] => {
        if (item.kind === 'criterion') {
            const named = (name: string): string => labelOf(items.find((other) => other.name === name) ?? { name });
            return [
                clause({
                    id: `criterion ${item.name}`,
                    act: 'plan',
                    label: labelOf(item),
                    place,
                    node: item,
                    facets: () => criterionFacets(words, item, named),
                }),
            ];
        }
        const facets = (): readonly Facet[] => groupFacets(item.group, item.group.items.map(labelOf));
        const head = clause({ id: `rubric ${item.name}`, act: 'plan', label: `Rubrique ${labelOf(item)}`, place, node: undefined, facets }, headOf(item.group));
        return [head, ...itemClauses(words, item.group.items, `${place}, rubrique ${labelOf(item)}`)];
    });
}

function rankingClauses({ ranking }: Policy, words: PolicyWords): readonly Clause[] {
    if (ranking === undefined) return [];
    return [clause({ id: 'ranking', act: 'plan', label: 'Classement', node: ranking, facets: () => [['keys', rankingWords(words, ranking)]] })];
}

function conditionClauses({ unscored = [], exclusions, adequacies, signals }: Policy, words: PolicyWords): readonly Clause[] {
    const condition = (says: string, node: { readonly condition: Expression }): Facet => ['condition', `${says} ${expressionWords(words, node.condition)}`];
    return [
        ...unscored.map((node) =>
            clause({
                id: `unscored ${node.name}`,
                act: 'plan',
                label: `Hors cotation ${labelOf(node)}`,
                node,
                facets: () => [condition('sans note si', node), ['motive', `motif : ${node.motive}`]],
            }),
        ),
        ...exclusions.map((node) =>
            clause({
                id: `exclusion ${node.name}`,
                act: 'plan',
                label: `Exclusion ${labelOf(node)}`,
                node,
                facets: () => [
                    condition('inéligible si', node),
                    ['readAt', node.readAt === 'lease' ? 'au jour du bail' : 'au jour de l’examen'],
                    ...facet('motive', node.motive === undefined ? undefined : `motif : ${node.motive}`),
                ],
            }),
        ),
        ...adequacies.map((node) =>
            clause({
                id: `adequacy ${node.name}`,
                act: 'plan',
                label: `Adéquation ${labelOf(node)}`,
                node,
                facets: () => [condition('le logement convient si', node)],
            }),
        ),
        ...signals.map((node) =>
            clause({ id: `signal ${node.name}`, act: 'plan', label: `Signalement ${labelOf(node)}`, node, facets: () => [condition('signalé si', node)] }),
        ),
    ];
}

/** Lists, deduced facts, tables and values: what clauses read by name. */
function wordClauses({ lists, vocabulary }: Policy, words: PolicyWords): readonly Clause[] {
    const listed = lists.map((list) =>
        clause({
            id: `list ${list.name}`,
            act: 'plan',
            label: `Liste ${labelOf({ name: list.name })}`,
            node: list,
            names: `list ${list.name}`,
            facets: () => list.values.map((value): Facet => [value, wordLabel(words, value)]),
        }),
    );
    return [
        ...listed,
        ...vocabulary.derived.map((fact) =>
            clause({
                id: `derived ${fact.name}`,
                act: 'plan',
                label: labelOf(fact),
                node: fact,
                names: `derived ${fact.name}`,
                facets: () => derivedFacets(words, fact),
            }),
        ),
        ...vocabulary.tables.map((table) =>
            clause({
                id: `table ${table.name}`,
                act: 'plan',
                label: labelOf(table),
                node: table,
                names: `table ${table.name}`,
                facets: () => tableFacets(words, table),
            }),
        ),
        ...vocabulary.parameters.map((value) =>
            clause({
                id: `parameter ${value.name}`,
                act: 'plan',
                label: labelOf(value),
                node: value,
                names: `parameter ${value.name}`,
                facets: () => parameterFacets(words, value),
            }),
        ),
    ];
}

/** A word of a list, by the first enumeration that has it. */
function wordLabel({ vocabulary }: PolicyWords, word: string): string {
    const value = vocabulary.enumerations.flatMap(({ values }) => values).find(({ name }) => name === word);
    return value === undefined ? readable(word) : labelOf(value);
}

function derivedFacets(words: PolicyWords, { value, notApplicable, unknown }: DerivedFact): readonly Facet[] {
    return [
        ['value', expressionWords(words, value)],
        ...facet('notApplicable', notApplicable === undefined ? undefined : `sans objet si ${expressionWords(words, notApplicable)}`),
        ...facet('unknown', unknown === undefined ? undefined : `inconnu si ${expressionWords(words, unknown)}`),
    ];
}

function tableFacets(words: PolicyWords, { periods, keys, type }: Table): readonly Facet[] {
    return periods.flatMap(({ start, end, rows }) =>
        rows.map((row): Facet => {
            const named = row.keys.map((key, place) => (key === null ? 'autre' : words.value(keys[place]?.type ?? { kind: 'text' }, key)));
            const until = end === undefined ? '' : ` au ${dayText(end)}`;
            const extra =
                row.perExtra === undefined
                    ? ''
                    : `, puis ${literalWords(words, { kind: 'number', value: row.perExtra.amount }, type)} de plus au-delà de ${row.perExtra.last}`;
            return [`${start} ${row.keys.join(' ')}`, `du ${dayText(start)}${until}, ${enumerate(named)} : ${literalWords(words, row.value, type)}${extra}`];
        }),
    );
}

function parameterFacets(words: PolicyWords, { value, type }: Parameter): readonly Facet[] {
    return [['value', value === undefined ? 'sans valeur' : literalWords(words, value, type)]];
}

/** What else the plan says: effects of refusals, the commission, analogous demands, promises. */
function ruleClauses({ refusalEffects, commission, analogous, guarantees }: Policy, words: PolicyWords): readonly Clause[] {
    return [
        ...refusalEffects.map((node, place) =>
            clause({
                id: `refusal ${node.label ?? place}`,
                act: 'plan',
                label: node.label ?? 'Effet d’un refus',
                node,
                facets: () => [['effect', refusalWords(words, node)]],
            }),
        ),
        ...(commission?.singles ?? []).map((node, place) =>
            clause({
                id: `single ${place}`,
                act: 'plan',
                label: 'Candidat présenté seul',
                node,
                facets: () => [['condition', `si ${expressionWords(words, node.condition)}`]],
            }),
        ),
        ...(commission?.grounds ?? []).map((node) =>
            clause({
                id: `ground ${node.name}`,
                act: 'plan',
                label: `Motif de non-attribution ${labelOf(node)}`,
                node,
                facets: () => [['condition', `si ${expressionWords(words, node.condition)}`]],
            }),
        ),
        ...(analogous === undefined
            ? []
            : [
                  clause({
                      id: 'analogous',
                      act: 'plan',
                      label: 'Demandes analogues',
                      node: analogous,
                      facets: () => [['facts', enumerate(analogous.facts.map((fact) => expressionWords(words, fact)))]],
                  }),
              ]),
        ...guarantees.map((node) =>
            clause({ id: `guarantee ${node.name}`, act: 'plan', label: `Garantie ${labelOf(node)}`, node, facets: () => [['promise', node.text]] }),
        ),
    ];
}

function agreementClauses({ objectives, imputations, reservees }: Policy, words: PolicyWords): readonly Clause[] {
    const naming: Naming = (_kind, name) => labelOf(reservees.find((reservee) => reservee.name === name) ?? { name });
    return [
        ...objectives.map((node) =>
            clause({ id: `objective ${node.name}`, act: 'agreement', label: `Objectif ${labelOf(node)}`, node, facets: () => objectiveFacets(words, node) }),
        ),
        ...imputations.map((node) =>
            clause({
                id: `imputation ${node.name}`,
                act: 'agreement',
                label: `Imputation ${labelOf(node)}`,
                node,
                facets: () => imputationFacets(words, node, naming),
            }),
        ),
    ];
}

function conventionClauses(policy: Policy, words: PolicyWords): readonly Clause[] {
    const naming = namingOf(policy);
    return [
        ...policy.conventions.map((node) =>
            clause({
                id: `convention ${node.name}`,
                act: 'convention',
                label: `Convention ${labelOf(node)}`,
                node,
                facets: () => conventionFacets(words, node, naming),
            }),
        ),
        ...policy.reservees.map((node) =>
            clause({
                id: `reservee ${node.name}`,
                act: 'convention',
                label: `Réservataire ${labelOf(node)}`,
                node,
                facets: () => reserveeFacets(words, node, naming),
            }),
        ),
        ...policy.routes.map((node) =>
            clause({ id: `route ${node.name}`, act: 'convention', label: `Voie ${labelOf(node)}`, node, facets: () => routeFacets(words, node, naming) }),
        ),
        ...policy.pools.map((node) =>
            clause({ id: `pool ${node.name}`, act: 'convention', label: `Mise en commun ${labelOf(node)}`, node, facets: () => poolFacets(node, naming) }),
        ),
        ...policy.forecasts.map((node) => {
            const label = `Logements soustraits annoncés, ${landlordWords(words, node.landlord)}, ${node.year}`;
            return clause({ id: `forecast ${node.landlord} ${node.year}`, act: 'convention', label, node, facets: () => forecastFacets(node, naming) });
        }),
        ...(policy.orientation === undefined ? [] : [orientationClause(words, policy.orientation)]),
    ];
}

function orientationClause(words: PolicyWords, node: NonNullable<Policy['orientation']>): Clause {
    return clause({ id: 'orientation', act: 'convention', label: 'Orientation des logements libérés', node, facets: () => orientationFacets(words, node) });
}

function namingOf({ reservees, routes, conventions, objectives, adequacies }: Policy): Naming {
    const items = { reservee: reservees, route: routes, convention: conventions, objective: objectives, adequacy: adequacies };
    return (kind, name) => labelOf(items[kind].find((item) => item.name === name) ?? { name });
}

/** What no clause above holds, so that no edit is silent: the communes, the facts and their words, the version of the representation. */
function otherClauses({ communes, vocabulary, irVersion }: Policy): readonly Clause[] {
    return [
        clause({
            id: 'communes',
            act: 'plan',
            label: 'Communes du territoire',
            node: communes,
            facets: () => (communes ?? []).map((commune): Facet => [commune, commune]),
        }),
        ...vocabulary.facts.map((node) =>
            clause({ id: `fact ${node.owner} ${node.name}`, act: 'plan', label: `Fait ${labelOf(node)}`, node, facets: () => [] }),
        ),
        ...vocabulary.enumerations.map((node) =>
            clause({
                id: `enumeration ${node.name}`,
                act: 'plan',
                label: `Énumération ${labelOf(node)}`,
                node,
                facets: () => node.values.map((value): Facet => [value.name, labelOf(value)]),
            }),
        ),
        clause({ id: 'representation', act: 'plan', label: 'Représentation', node: undefined, facets: () => [['version', irVersion]] }, irVersion),
    ];
}
