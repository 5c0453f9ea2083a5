import type { Contingent, Convention, FluxUnit, Imputation, Orientation, PooledShares, Reservee, Route, SubtractionForecast } from '../../ir/flux.js';
import { dayText, enumerate, fractionPercent, quoted } from '../words/french.js';
import { facet, type Facet } from './clause-words.js';
import { expressionWords } from './expression-words.js';
import type { PolicyWords } from './policy-words.js';

/** What is named in clauses of flux: reservees, routes, conventions, objectives, by their labels. */
export type Naming = (kind: 'reservee' | 'route' | 'convention' | 'objective' | 'adequacy', name: string) => string;

/** What a convention counts. */
export const UNIT_WORDS: Readonly<Record<FluxUnit, string>> = {
    oriented: 'logements orientés',
    proposed: 'logements proposés',
    allotted: 'logements attribués',
    signed: 'baux signés',
};

/** A convention, facet by facet. */
export function conventionFacets(words: PolicyWords, convention: Convention, naming: Naming): readonly Facet[] {
    const { reservee, landlord, title, signed, perimeter, share, converted, delegated, within, local, unit, outside, apart, returned, rounding, carried } =
        convention;
    const routes = (names: readonly string[]): string => enumerate(names.map((name) => quoted(naming('route', name))));
    return [
        ['share', `${fractionPercent(share)} du flux${local ? ', chaque commune sur son territoire' : ''}`],
        ...facet('converted', converted === undefined ? undefined : `soit ${converted.rights} droits sur ${converted.stock} logements`),
        ['unit', `comptés en ${UNIT_WORDS[unit]}`],
        ['parties', `pour ${quoted(naming('reservee', reservee))}, chez ${quoted(landlordWords(words, landlord))}`],
        ...facet('title', title === undefined ? undefined : `au titre de ${quoted(title.replace(/_/g, ' '))}`),
        ...facet('signed', signed === undefined ? undefined : `signée le ${dayText(signed)}`),
        ...facet(
            'perimeter',
            perimeter.length === 0
                ? undefined
                : `pour les logements où ${enumerate(perimeter.map(({ fact, value }) => `${expressionWords(words, fact)} est ${words.value(fact.type, value)}`))}`,
        ),
        ...facet(
            'within',
            within.length === 0 ? undefined : `dont ${enumerate(within.map(({ code, atMost }) => `${code} : au plus ${fractionPercent(atMost)}`))}`,
        ),
        ...facet('outside', outside === undefined ? undefined : outside.length === 0 ? 'rien hors flux' : `hors flux : ${routes(outside)}`),
        ...facet('apart', apart.length === 0 ? undefined : `à part : ${routes(apart)}`),
        ...facet('returned', returned === undefined ? undefined : `sans candidat sous ${returned.amount} ${returned.unit}, le logement revient au bailleur`),
        ...facet('rounding', rounding === undefined ? undefined : `droits arrondis (${rounding})`),
        ...facet('carried', carried ? 'le solde passe à l’année suivante' : undefined),
        ...facet('delegated', delegated ? 'le bailleur désigne à la place du réservataire' : undefined),
    ];
}

/** A landlord by the label that its enumeration gives, where the vocabulary has one. */
export function landlordWords({ vocabulary, value }: PolicyWords, landlord: string): string {
    const fact = vocabulary.facts.find(({ owner, role }) => owner === 'logement' && role === 'bailleur');
    return fact === undefined ? value({ kind: 'code' }, landlord) : value(fact.type, landlord);
}

/** A route: what counts of its lettings, and how they are let. */
export function routeFacets(words: PolicyWords, route: Route, naming: Naming): readonly Facet[] {
    const objectives = (names: readonly string[]): string => enumerate(names.map((name) => quoted(naming('objective', name))));
    return [
        ['condition', `si ${expressionWords(words, route.condition)}`],
        ['flux', route.inFlux ? 'dans le flux' : 'hors flux'],
        ['ranking', route.ranked ? 'par le classement' : 'hors classement'],
        ...facet('commission', route.commission ? undefined : 'sans commission'),
        ...facet('measured', route.measured ? undefined : 'hors objectifs'),
        ...facet('withdrawn', route.withdrawn ? 'retirée de l’offre' : undefined),
        ...facet('published', route.publishedDays === undefined ? undefined : `publiée ${route.publishedDays} jours`),
        ...facet('countsIn', route.countsIn.length === 0 ? undefined : `compte dans ${objectives(route.countsIn)}`),
        ...facet('leftOutOf', route.leftOutOf.length === 0 ? undefined : `ne compte pas dans ${objectives(route.leftOutOf)}`),
    ];
}

/** A reservee: its contingents, and whom each may designate. */
export function reserveeFacets(words: PolicyWords, { contingents }: Reservee, naming: Naming): readonly Facet[] {
    return contingents.map((contingent): Facet => [contingent.code, contingentWords(words, contingent, naming)]);
}

function contingentWords(words: PolicyWords, { code, public: holders, waived }: Contingent, naming: Naming): string {
    const whom = holders === undefined ? 'toute demande' : `les demandes où ${expressionWords(words, holders)}`;
    const beyond = waived.length === 0 ? '' : `, sans ${enumerate(waived.map((name) => quoted(naming('adequacy', name))))}`;
    return `${code} : ${whom}${beyond}`;
}

/** Shares put together. */
export function poolFacets({ conventions }: PooledShares, naming: Naming): readonly Facet[] {
    return [['conventions', enumerate(conventions.map((name) => quoted(naming('convention', name))))]];
}

/** What a landlord announced for a year. */
export function forecastFacets({ lines }: SubtractionForecast, naming: Naming): readonly Facet[] {
    return lines.map(({ route, count }): Facet => [route, `${quoted(naming('route', route))} : ${count}`]);
}

/** On whose rights leases weigh. */
export function imputationFacets(words: PolicyWords, { condition, lines }: Imputation, naming: Naming): readonly Facet[] {
    const text = lines.map(
        ({ reservee, condition: when }) => `${quoted(naming('reservee', reservee))}${when === undefined ? '' : ` si ${expressionWords(words, when)}`}`,
    );
    return [
        ['condition', `les baux où ${expressionWords(words, condition)}`],
        ['lines', `sur les droits de ${text.join(', sinon ')}`],
    ];
}

/** Who gets a dwelling when the record is not followed. */
export function orientationFacets(words: PolicyWords, { unreserved, breakdown }: Orientation): readonly Facet[] {
    return [
        ['rule', 'au réservataire à qui il est le plus dû'],
        ...facet('unreserved', unreserved),
        ...facet('breakdown', breakdown.length === 0 ? undefined : `bilan par ${enumerate(breakdown.map((fact) => expressionWords(words, fact)))}`),
    ];
}
