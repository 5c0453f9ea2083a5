import { nearestNames } from '../kit/nearest-name.js';
import { div, integer, toFraction } from '../kit/exact-number.js';
import type { Location } from '../diagnostics/diagnostic.js';
import type * as ast from '../generated/ast.js';
import type { Expression, RoundingDirection } from '../ir/expression.js';
import type { Contingent, Convention, FluxUnit, Imputation, Orientation, PooledShares, Reservee, Route, SubtractionForecast } from '../ir/flux.js';
import type { Span } from '../ir/span.js';
import type { FactDeclaration } from '../ir/value-type.js';
import { factOfRole } from '../references/scope.js';
import { lowerCondition } from './expressions/condition.js';
import {
    fail,
    failUnknown,
    keywordSpan,
    locationOf,
    lowerReferences,
    nameIn,
    optional,
    placeOf,
    refer,
    spanOf,
    textOf,
    unquote,
    wordSpan,
    wordSpans,
} from './context/context.js';
import type { ExpressionContext } from './expressions/expression-context.js';
import { lowerDate, lowerLiteral, lowerWhole } from './expressions/lower-literal.js';
import { frenchNumber } from './expressions/lower-type.js';

/** A route; its condition may name facts of the dwelling without `logement.`, as objectives do. */
export function lowerRoute(context: ExpressionContext, node: ast.Route): Route | undefined {
    const condition = lowerCondition({ ...context, dwellingFacts: true }, node.condition);
    if (condition === undefined) return undefined;
    const outside = new Set(node.effects.flatMap((effect) => (effect.$type === 'OutsideEffect' ? [effect.outside] : [])));
    const published = node.effects.find((effect) => effect.$type === 'PublicationEffect');
    const withdrawn = node.effects.some((effect) => effect.$type === 'WithdrawalEffect');
    const counted = (counts: ast.CountEffect['counts']): readonly string[] =>
        node.effects.flatMap((effect) => (effect.$type === 'CountEffect' && effect.counts === counts ? [effect.objective] : []));
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        condition,
        inFlux: !outside.has('hors flux'),
        ranked: !outside.has('hors classement'),
        commission: !outside.has('hors commission'),
        measured: !outside.has('hors objectifs'),
        withdrawn,
        ...optional('publishedDays', published && lowerWhole(context, placeOf(context, published, 'days'), published.days)),
        countsIn: counted('compte en'),
        leftOutOf: counted('ne compte pas en'),
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        places: {
            name: wordSpan(context, node, 'name'),
            countsIn: countPlaces(context, node, 'compte en'),
            leftOutOf: countPlaces(context, node, 'ne compte pas en'),
        },
    };
}

function countPlaces(context: ExpressionContext, node: ast.Route, counts: ast.CountEffect['counts']): readonly Span[] {
    return node.effects.flatMap((effect) => (effect.$type === 'CountEffect' && effect.counts === counts ? [wordSpan(context, effect, 'objective')] : []));
}

/** A reservee: its contingents are values of the dwelling's fact of role `réservataire`; a public reads the demand. */
export function lowerReservee(context: ExpressionContext, node: ast.Reservee): Reservee | undefined {
    const fact = dwellingFact(context, node, 'réservataire');
    if (fact === undefined) return undefined;
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        contingents: node.contingents.flatMap((contingent) => lowerContingent(context, contingent, fact) ?? []),
        references: lowerReferences(context, node.references),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

function lowerContingent(context: ExpressionContext, node: ast.Contingent, fact: FactDeclaration): Contingent | undefined {
    const code = lowerFactWord(context, node.code, fact);
    const open = node.public === undefined ? undefined : lowerCondition(context, node.public);
    if (code === undefined || (node.public !== undefined && open === undefined)) return undefined;
    const places = { code: wordSpan(context, node, 'code'), waived: wordSpans(context, node, 'waived') };
    return { code, ...optional('public', open), waived: [...node.waived], at: spanOf(context, node), places };
}

/** A convention. Names of routes and of the reservee are checked once every file is read. */
export function lowerConvention(context: ExpressionContext, node: ast.Convention): Convention | undefined {
    const [landlordFact, reserveeFact] = [dwellingFact(context, node, 'bailleur'), dwellingFact(context, node, 'réservataire')];
    const landlord = landlordFact && lowerFactWord(context, node.landlord, landlordFact);
    const share = onlyShare(context, node);
    const part = share && shareOf(context, node, share);
    if (landlord === undefined || reserveeFact === undefined || share === undefined || part === undefined) return undefined;
    const signature = node.headers.find((header) => header.$type === 'SignatureHeader');
    const title = node.headers.find((header) => header.$type === 'TitleHeader');
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        reservee: node.reservee,
        landlord,
        ...optional('title', title?.title),
        ...optional('signed', signature === undefined ? undefined : lowerDate(context, placeOf(context, signature, 'date'), signature.date)),
        perimeter: node.headers.flatMap((header) => (header.$type === 'PerimeterHeader' ? (lowerPerimeter(context, header) ?? []) : [])),
        ...part,
        within: share.within.flatMap(({ code, percent }) => {
            const word = lowerFactWord(context, code, reserveeFact);
            return word === undefined ? [] : [{ code: word, atMost: percentOf(percent), places: { code: spanOf(context, code) } }];
        }),
        local: share.local,
        unit: UNITS[share.unit],
        ...lowerClauses(context, node.clauses),
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        places: conventionPlaces(context, node),
    };
}

function conventionPlaces(context: ExpressionContext, node: ast.Convention): Convention['places'] {
    const title = node.headers.find((header) => header.$type === 'TitleHeader');
    const routes = (kind: ast.OutsideClause['kind']): readonly Span[] =>
        node.clauses.flatMap((clause) => (clause.$type === 'OutsideClause' && clause.kind === kind ? wordSpans(context, clause, 'routes') : []));
    return {
        name: wordSpan(context, node, 'name'),
        reservee: wordSpan(context, node, 'reservee'),
        landlord: wordSpan(context, node, 'landlord'),
        ...optional('title', title && wordSpan(context, title, 'title')),
        outside: routes('hors flux'),
        apart: routes('à part'),
    };
}

const UNITS: Readonly<Record<ast.ShareClause['unit'], FluxUnit>> = { orienté: 'oriented', proposé: 'proposed', attribué: 'allotted', 'bail signé': 'signed' };

/** A convention says its share, once. */
function onlyShare(context: ExpressionContext, node: ast.Convention): ast.ShareClause | undefined {
    const shares = node.clauses.filter((clause) => clause.$type === 'ShareClause');
    if (shares.length === 1) return shares[0];
    return fail(context, 'BAR451', { name: node.name, count: shares.length }, shares[1] ?? node);
}

/** A percentage, or a stock of rights converted: exact, and kept as written. */
function shareOf(context: ExpressionContext, node: ast.Convention, clause: ast.ShareClause): Pick<Convention, 'share' | 'converted'> | undefined {
    if (clause.percent !== undefined) return { share: percentOf(clause.percent) };
    if (clause.rights === undefined || clause.stock === undefined) return undefined;
    const [rights, stock] = [frenchNumber(clause.rights), frenchNumber(clause.stock)];
    const share = div(rights, stock);
    const isWhole = rights.d === 1n && stock.d === 1n;
    if (share === undefined || !isWhole || share.n > share.d) return fail(context, 'BAR464', { name: node.name }, clause);
    return { share: toFraction(share), converted: { rights: Number(rights.n), stock: Number(stock.n) } };
}

/** Conventions put together; their names are checked once every file is read. */
export function lowerPooledShares(context: ExpressionContext, node: ast.PooledShares): PooledShares {
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        conventions: [...node.conventions],
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        places: { name: wordSpan(context, node, 'name'), conventions: wordSpans(context, node, 'conventions') },
    };
}

type Clauses = Pick<Convention, 'delegated' | 'outside' | 'apart' | 'returned' | 'rounding' | 'carried'>;

/** The clauses other than the share; of a clause written twice, what both say. */
function lowerClauses(context: ExpressionContext, clauses: readonly ast.ConventionClause[]): Clauses {
    const routes = (kind: ast.OutsideClause['kind']): readonly string[] | undefined => {
        const written = clauses.filter((clause) => clause.$type === 'OutsideClause' && clause.kind === kind);
        return written.length === 0 ? undefined : written.flatMap((clause) => (clause.$type === 'OutsideClause' ? clause.routes : []));
    };
    const returned = clauses.find((clause) => clause.$type === 'ReturnClause');
    const amount = returned && lowerWhole(context, placeOf(context, returned, 'amount'), returned.amount);
    const rounding = clauses.find((clause) => clause.$type === 'RoundingClause');
    return {
        ...optional('outside', routes('hors flux')),
        apart: routes('à part') ?? [],
        ...optional('returned', amount === undefined ? undefined : ({ amount, unit: returned?.unit === 'mois' ? 'mois' : 'jours' } as const)),
        ...optional('rounding', rounding && ROUNDINGS[rounding.direction]),
        delegated: clauses.some((clause) => clause.$type === 'DelegationClause'),
        carried: clauses.some((clause) => clause.$type === 'BalanceClause' && clause.carried === 'solde reporté'),
    };
}

const ROUNDINGS: Readonly<Record<ast.RoundingClause['direction'], RoundingDirection>> = {
    inférieur: 'inférieur',
    supérieur: 'supérieur',
    'au plus proche': 'proche',
};

function percentOf(text: string): string {
    return toFraction(div(frenchNumber(text), integer(100)) ?? integer(0));
}

function lowerPerimeter(context: ExpressionContext, node: ast.PerimeterHeader): Convention['perimeter'][number] | undefined {
    const fact = dwellingWord(context, placeOf(context, node, 'fact'), node.fact);
    const declared = context.scope.facts.logement.get(node.fact);
    const value = fact === undefined || declared === undefined ? undefined : lowerFactWord(context, node.value, declared);
    return fact === undefined || value === undefined ? undefined : { fact, value };
}

/** What a landlord announced; names of routes are checked once every file is read. */
export function lowerForecast(context: ExpressionContext, node: ast.SubtractionForecast): SubtractionForecast | undefined {
    const fact = dwellingFact(context, node, 'bailleur');
    const landlord = fact && lowerFactWord(context, node.landlord, fact);
    const year = lowerWhole(context, placeOf(context, node, 'year'), node.year);
    if (landlord === undefined || year === undefined) return undefined;
    return {
        landlord,
        year,
        lines: node.lines.flatMap((line) => {
            const count = lowerWhole(context, placeOf(context, line, 'count'), line.count);
            return count === undefined ? [] : [{ route: line.route, count, places: { route: wordSpan(context, line, 'route') } }];
        }),
        references: lowerReferences(context, node.references),
        at: spanOf(context, node),
        places: { landlord: wordSpan(context, node, 'landlord') },
    };
}

/** On whose rights leases weigh; as objectives, it may name facts of the dwelling without `logement.`. */
export function lowerImputation(context: ExpressionContext, node: ast.Imputation): Imputation | undefined {
    const leases: ExpressionContext = { ...context, dwellingFacts: true };
    const condition = lowerCondition(leases, node.condition);
    const lines = node.lines.flatMap((line) => lowerImputationLine(leases, line) ?? []);
    if (condition === undefined || lines.length < node.lines.length) return undefined;
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        condition,
        lines,
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

function lowerImputationLine(context: ExpressionContext, node: ast.ImputationLine): Imputation['lines'][number] | undefined {
    const condition = node.condition === undefined ? undefined : lowerCondition(context, node.condition);
    if (node.condition !== undefined && condition === undefined) return undefined;
    return { reservee: node.reservee, ...optional('condition', condition), places: { reservee: wordSpan(context, node, 'reservee') } };
}

/** Who gets each dwelling when the record is not followed. */
export function lowerOrientation(context: ExpressionContext, node: ast.Orientation): Orientation | undefined {
    const fact = dwellingFact(context, node, 'réservataire');
    if (fact === undefined) return undefined;
    const unreserved = node.unreserved === undefined ? undefined : lowerFactWord(context, node.unreserved, fact);
    const breakdown = node.breakdown.flatMap(
        (reference) => dwellingWord(context, placeOf(context, reference, 'word'), reference.word ?? '', reference.owner) ?? [],
    );
    return {
        rule: 'largest-delay',
        ...optional('unreserved', unreserved),
        breakdown,
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        places: { rule: keywordSpan(context, node, 'orientation') },
    };
}

/** The fact of the dwelling that plays a role, which the clause cannot do without. */
function dwellingFact(context: ExpressionContext, node: ast.PolicyItem, role: 'réservataire' | 'bailleur'): FactDeclaration | undefined {
    return factOfRole(context.scope, 'logement', role) ?? fail(context, 'BAR413', { name: role }, node);
}

/** A fact of the dwelling that is one word. */
function dwellingWord(context: ExpressionContext, place: Location, name: string, owner?: string): Extract<Expression, { kind: 'fact' }> | undefined {
    const facts = context.scope.facts.logement;
    const fact = owner === undefined || owner === 'logement' ? facts.get(name) : undefined;
    refer(context, place, name, [['fact', 'logement']]);
    const isWord = fact !== undefined && !fact.multiple && ['code', 'enumeration', 'boolean', 'text'].includes(fact.type.kind);
    if (fact === undefined || !isWord) return failUnknown(context, 'BAR450', { name, nearest: nearestNames(name, facts.keys()) }, place);
    return { kind: 'fact', owner: 'logement', name, type: fact.type, multiple: false, at: [place.path, place.start, place.end] };
}

/** A landlord, or a contingent, by the name that the data give it. */
function referToHolder(context: ExpressionContext, node: ast.LiteralValue, { role, name }: { readonly role: string; readonly name: string }): void {
    if (role === 'bailleur') refer(context, locationOf(context, node), name, [['landlord', '']]);
    if (role === 'réservataire') refer(context, locationOf(context, node), name, [['contingent', '']]);
}

/** A value of a fact that is one word; yes and no are words too. */
function lowerFactWord(context: ExpressionContext, node: ast.LiteralValue, { type, role }: FactDeclaration): string | undefined {
    const value = lowerLiteral(context, context.scope, node, type);
    if (value === undefined) return undefined;
    if (value.kind === 'word' && role !== undefined && type.kind !== 'enumeration') referToHolder(context, node, { role, name: value.value });
    if (value.kind === 'word') return value.value;
    return value.kind === 'boolean' ? (value.value ? 'oui' : 'non') : undefined;
}
