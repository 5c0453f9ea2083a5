import { sortedTexts } from '../kit/text-order.js';
import { KIND_WORDS } from '../diagnostics/kind-words.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Convention, Imputation, PooledShares, Reservee, Route, SubtractionForecast } from '../ir/flux.js';
import type { Policy } from '../ir/policy.js';
import type { Span } from '../ir/span.js';
import { compare } from '../kit/exact-number.js';
import { nearestNames, sureName } from '../kit/nearest-name.js';
import { namePlace, place, type Checking } from './checking.js';
import { visitExpression } from '../ir/expression-parts.js';
import { criteriaIn, expressionsOfCriterion } from '../ir/scoring-parts.js';
import { exact, keyOf, type Model } from './model.js';
import { overFull, roundedOver } from './validate-shares.js';

/** Routes, reservees, conventions and orientation: names that exist, shares that add up, effects that do not contradict each other. */
export function validateFlux(checking: Checking, model: Model, policy: Policy): readonly Diagnostic[] {
    const { routes, reservees, conventions, pools, forecasts, imputations, orientation } = policy;
    return [
        ...routes.flatMap((route) => [...unknownObjectives(checking, policy, route), ...contraryEffects(route)]),
        ...sameConditions(routes),
        ...sharedContingents(reservees),
        ...reservees.flatMap((reservee) => withoutPublic(reservee)),
        ...reservees.flatMap(({ contingents }) =>
            contingents.flatMap(({ waived, at, places }) =>
                waived.flatMap((name, index) =>
                    unknown(checking, { kind: KIND_WORDS.adequacy, name, known: policy.adequacies, at: places?.waived?.[index] ?? at }),
                ),
            ),
        ),
        ...conventions.flatMap((convention) => [...unknownNames(checking, policy, convention), ...partsWithin(policy, convention)]),
        ...pools.flatMap((pool, place) => badPool(checking, policy, { pool, before: pools.slice(0, place) })),
        ...forecasts.flatMap((forecast, place) => badForecast(checking, policy, { forecast, before: forecasts.slice(0, place) })),
        ...imputations.flatMap((imputation) => badImputation(checking, policy, imputation)),
        ...sameRights(conventions),
        ...overFull(conventions),
        ...roundedOver(conventions),
        ...(orientation === undefined || conventions.length > 0 || !checking.complete
            ? []
            : [report('BAR460', {}, place(orientation.places?.rule ?? orientation.at))]),
        ...(orientation === undefined ? [] : readersOfContingent(model, policy)),
    ];
}

interface Named {
    readonly kind: string;
    readonly name: string;
    readonly known: readonly { readonly name: string }[];
    /** Where the name is written. */
    readonly at: Span;
}

/** A name that no element of its kind bears; nothing is concluded while a file does not compile. */
function unknown(checking: Checking, { kind, name, known, at }: Named): readonly Diagnostic[] {
    if (!checking.complete || known.some((element) => element.name === name)) return [];
    const nearest = nearestNames(
        name,
        known.map((element) => element.name),
    );
    const location = place(at);
    const best = sureName(name, nearest);
    const fix = best === undefined ? undefined : { title: `Remplacer par « ${best} »`, edits: [{ location, newText: best }] };
    return [report('BAR452', { kind, name, nearest }, location, { fix })];
}

function unknownObjectives(checking: Checking, { objectives }: Policy, { countsIn, leftOutOf, at, places }: Route): readonly Diagnostic[] {
    const mentions = [
        ...countsIn.map((name, index) => [name, places?.countsIn?.[index]] as const),
        ...leftOutOf.map((name, index) => [name, places?.leftOutOf?.[index]] as const),
    ];
    return mentions.flatMap(([name, span = at]) => unknown(checking, { kind: KIND_WORDS.objective, name, known: objectives, at: span }));
}

function unknownNames(checking: Checking, { routes, reservees }: Policy, convention: Convention): readonly Diagnostic[] {
    const { reservee, outside = [], apart, at, places } = convention;
    const named = [
        ...outside.map((name, index) => [name, places?.outside?.[index]] as const),
        ...apart.map((name, index) => [name, places?.apart?.[index]] as const),
    ];
    return [
        ...unknown(checking, { kind: KIND_WORDS.reservee, name: reservee, known: reservees, at: places?.reservee ?? at }),
        ...named.flatMap(([name, span = at]) => unknown(checking, { kind: KIND_WORDS.route, name, known: routes, at: span })),
    ];
}

/** What a route says against itself, in the words of the file. */
function contraryEffects(route: Route): readonly Diagnostic[] {
    const { name, withdrawn, measured, ranked, commission, countsIn, leftOutOf, publishedDays } = route;
    const [counted, left] = [countsIn[0], leftOutOf[0]];
    const both = countsIn.find((objective) => leftOutOf.includes(objective));
    const of = (first: string, second: string): readonly Diagnostic[] => [report('BAR458', { name, first, second }, namePlace(route))];
    if (both !== undefined) return of(`compte en ${both}`, `ne compte pas en ${both}`);
    if (withdrawn && counted !== undefined) return of('retirée de l’offre', `compte en ${counted}`);
    if (withdrawn && (!ranked || !commission)) return of('retirée de l’offre', ranked ? 'hors commission' : 'hors classement');
    if (publishedDays !== undefined && (withdrawn || !ranked)) return of('publication', withdrawn ? 'retirée de l’offre' : 'hors classement');
    if (!measured && counted !== undefined) return of('hors objectifs', `compte en ${counted}`);
    if (!measured && left !== undefined) return of('hors objectifs', `ne compte pas en ${left}`);
    return [];
}

function sameConditions(routes: readonly Route[]): readonly Diagnostic[] {
    return routes.flatMap((route, place) => {
        const before = routes.slice(0, place).find((other) => keyOf(other.condition) === keyOf(route.condition) && other.name !== route.name);
        return before === undefined ? [] : [report('BAR462', { first: before.name, second: route.name }, namePlace(route))];
    });
}

/** A contingent is that of one reservee, once. */
function sharedContingents(reservees: readonly Reservee[]): readonly Diagnostic[] {
    const holders = new Map<string, string>();
    return reservees.flatMap(({ name, contingents }) =>
        contingents.flatMap(({ code, at, places }) => {
            const first = holders.get(code);
            if (first === undefined) holders.set(code, name);
            return first === undefined ? [] : [report('BAR456', { code, first, second: name }, place(places?.code ?? at))];
        }),
    );
}

function withoutPublic(reservee: Reservee): readonly Diagnostic[] {
    const { name, contingents } = reservee;
    return contingents.some((contingent) => contingent.public !== undefined) ? [] : [report('BAR457', { name }, namePlace(reservee))];
}

function partsWithin({ reservees }: Policy, { name, reservee, share, within, at }: Convention): readonly Diagnostic[] {
    const holder = reservees.find((candidate) => candidate.name === reservee);
    return within.flatMap(({ code, atMost, places }) => {
        const isForeign = holder !== undefined && !holder.contingents.some((contingent) => contingent.code === code);
        if (!isForeign && compare(exact(atMost), exact(share)) <= 0) return [];
        return [report('BAR455', { name, code, why: isForeign ? 'foreign' : 'larger' }, place(places?.code ?? at))];
    });
}

/** Reservees that exist, and no line after one that always applies. */
function badImputation(checking: Checking, { reservees }: Policy, { lines, at }: Imputation): readonly Diagnostic[] {
    const always = lines.findIndex(({ condition }) => condition === undefined);
    const after = always < 0 ? undefined : lines[always + 1];
    return [
        ...lines.flatMap(({ reservee, places }) =>
            unknown(checking, { kind: KIND_WORDS.reservee, name: reservee, known: reservees, at: places?.reservee ?? at }),
        ),
        ...(after === undefined
            ? []
            : [report('BAR463', { name: after.reservee, before: lines[always]?.reservee ?? '' }, place(after.places?.reservee ?? at))]),
    ];
}

/** A pool puts together several conventions that exist, each in one pool. */
function badPool(
    checking: Checking,
    { conventions }: Policy,
    { pool, before }: { readonly pool: PooledShares; readonly before: readonly PooledShares[] },
): readonly Diagnostic[] {
    return pool.conventions.flatMap((name, rank) => {
        const other = [...before.filter((earlier) => earlier.conventions.includes(name)), ...(pool.conventions.indexOf(name) < rank ? [pool] : [])][0];
        const at = pool.places?.conventions?.[rank] ?? pool.at;
        if (other !== undefined) return [report('BAR465', { name, first: other.name, second: pool.name }, place(at))];
        return unknown(checking, { kind: KIND_WORDS.convention, name, known: conventions, at });
    });
}

interface Announced {
    readonly forecast: SubtractionForecast;
    readonly before: readonly SubtractionForecast[];
}

/** A forecast is of a route that the landlord's conventions subtract, once a year. */
function badForecast(checking: Checking, policy: Policy, { forecast, before }: Announced): readonly Diagnostic[] {
    const { landlord, year, lines, at } = forecast;
    const earlier = before.filter((other) => other.landlord === landlord && other.year === year).flatMap((other) => other.lines);
    return lines.flatMap(({ route, places }, rank) => {
        const isTwice = [...earlier, ...lines.slice(0, rank)].some((other) => other.route === route);
        const known = policy.routes.find(({ name }) => name === route);
        const span = places?.route ?? at;
        if (known === undefined) return unknown(checking, { kind: KIND_WORDS.route, name: route, known: policy.routes, at: span });
        if (!isTwice && isSubtracted(policy, landlord, known)) return [];
        return [report('BAR459', { landlord, route, year: String(year), why: isTwice ? 'twice' : 'in-flux' }, place(span))];
    });
}

/** Whether a convention of the landlord subtracts a route; without convention, whether the route is out of the flux. */
function isSubtracted({ conventions }: Policy, landlord: string, { name, inFlux }: Route): boolean {
    const own = conventions.filter((convention) => convention.landlord === landlord);
    return own.length === 0 ? !inFlux : own.some(({ outside }) => (outside === undefined ? !inFlux : outside.includes(name)));
}

/** Words of the perimeter, in one order. */
function perimeterKey({ perimeter }: Convention): string {
    return sortedTexts(perimeter.map(({ fact, value }) => JSON.stringify([fact.name, value]))).join();
}

function sameRights(conventions: readonly Convention[]): readonly Diagnostic[] {
    const keyOfRights = (convention: Convention): string => JSON.stringify([convention.reservee, convention.landlord, perimeterKey(convention)]);
    return conventions.flatMap((convention, place) => {
        const first = conventions.slice(0, place).find((other) => keyOfRights(other) === keyOfRights(convention) && other.name !== convention.name);
        if (first === undefined) return [];
        const related = [{ message: `« ${first.name} »`, location: namePlace(first) }];
        return [report('BAR454', { first: first.name, second: convention.name }, namePlace(convention), { related })];
    });
}

/** Rules of the note and of the pool that read the contingent of the record, which an orientation replaces. */
function readersOfContingent(model: Model, { vocabulary, scorings, exclusions, adequacies }: Policy): readonly Diagnostic[] {
    const fact = vocabulary.facts.find(({ owner, role }) => owner === 'logement' && role === 'réservataire');
    if (fact === undefined) return [];
    const criteria = scorings.flatMap(({ group }) => criteriaIn(group)).map((criterion) => ({ rule: criterion, reads: expressionsOfCriterion(criterion) }));
    const filters = [...exclusions, ...adequacies].map((rule) => ({ rule, reads: [rule.condition] }));
    return [...criteria, ...filters].flatMap(({ rule, reads }) => {
        if (!reads.some((expression) => readsFact(model, expression, fact.name))) return [];
        return [report('BAR461', { name: rule.name, fact: fact.name }, namePlace(rule))];
    });
}

/** Whether an expression reads a fact of the dwelling, through deduced facts too; these do not go round in circles. */
function readsFact(model: Model, expression: Parameters<typeof visitExpression>[0], name: string): boolean {
    let found = false;
    visitExpression(expression, (part) => {
        if (part.kind === 'fact' && part.owner === 'logement' && part.name === name) found = true;
        if (part.kind === 'derived') {
            const derived = model.derived.get(part.name);
            found ||= [derived?.value, derived?.notApplicable, derived?.unknown].some((inside) => inside !== undefined && readsFact(model, inside, name));
        }
    });
    return found;
}
