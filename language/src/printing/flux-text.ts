import { formatFrenchDate } from '../kit/civil-date.js';
import { integer } from '../kit/exact-number.js';
import type { Contingent, Convention, FluxUnit, Imputation, Orientation, PooledShares, Reservee, Route, SubtractionForecast } from '../ir/flux.js';
import type { ValueType } from '../ir/value-type.js';
import { LEVELS, type PrintContext } from './context.js';
import { block, items, words } from './layout.js';
import { durationText } from './literal-text.js';
import { exact, numberText, percentText } from './number-text.js';
import { labelText, referencesText } from './type-text.js';
import { wordOrText } from './words.js';

/** `route relogement si … : hors flux, compte en q1`. */
export function routeText(context: PrintContext, route: Route): string {
    const effects = [
        ...(route.withdrawn ? ['retirée de l’offre'] : []),
        ...(route.publishedDays === undefined ? [] : [`publication ${durationText(route.publishedDays, 'jours')}`]),
        ...(route.inFlux ? [] : ['hors flux']),
        ...(route.ranked ? [] : ['hors classement']),
        ...(route.commission ? [] : ['hors commission']),
        ...(route.measured ? [] : ['hors objectifs']),
        ...route.countsIn.map((name) => `compte en ${name}`),
        ...route.leftOutOf.map((name) => `ne compte pas en ${name}`),
    ];
    const condition = context.print(context, route.condition, LEVELS.any);
    return words('route', route.name, labelText(route.label), 'si', condition, ':', effects.join(', '), referencesText(route.references));
}

/** `titulaire état { PPRIOR : public dalo }`. */
export function reserveeText(context: PrintContext, { name, label, contingents, references }: Reservee): string {
    return block(
        words('titulaire', name, labelText(label), referencesText(references)),
        contingents.map((contingent) => contingentText(context, contingent)),
        ' ;',
    );
}

function contingentText(context: PrintContext, { code, public: open, waived }: Contingent): string {
    const bounds = waived.map((name) => `, sans adéquation ${name}`).join('');
    return `${reserveeWord(context, code)}${open === undefined ? '' : ` : public ${context.print(context, open, LEVELS.any)}`}${bounds}`;
}

const UNITS: Readonly<Record<FluxUnit, string>> = { oriented: 'orienté', proposed: 'proposé', allotted: 'attribué', signed: 'bail signé' };
const DIRECTIONS = { inférieur: 'inférieur', supérieur: 'supérieur', proche: 'au plus proche' } as const;

/** A convention, one clause a line. */
export function conventionText(context: PrintContext, convention: Convention): string {
    const { name, label, reservee, landlord, signed, title, perimeter, references } = convention;
    const headers = [
        `${reservee} × ${roleWord(context, 'bailleur', landlord)}`,
        ...perimeter.map(({ fact, value }) => `${fact.name} ${wordOf(value, fact.type)}`),
        ...(signed === undefined ? [] : [`signée le ${formatFrenchDate(signed)}`]),
        ...(title === undefined ? [] : [`au titre de ${title}`]),
    ];
    return block(words('convention', name, labelText(label), ':', headers.join(', '), referencesText(references)), clauses(context, convention), ' ;');
}

function clauses(context: PrintContext, convention: Convention): readonly string[] {
    const { outside, apart, returned, rounding, carried } = convention;
    return [
        shareText(context, convention),
        ...(outside === undefined ? [] : [`hors flux : ${items(outside)}`]),
        ...(apart.length === 0 ? [] : [`à part : ${items(apart)}`]),
        ...(returned === undefined ? [] : [`sans candidat sous ${delayText(returned)} : remise au bailleur`]),
        ...(rounding === undefined ? [] : [`droits arrondis ${DIRECTIONS[rounding]}`]),
        ...(carried ? ['solde reporté'] : []),
        ...(convention.delegated ? ['désignation déléguée au bailleur'] : []),
    ];
}

function shareText(context: PrintContext, { share, converted, within, local, unit }: Convention): string {
    const parts = within.map(({ code, atMost }) => `${reserveeWord(context, code)} : au plus ${percentText(exact(atMost))}`);
    const inside = parts.length === 0 ? '' : ` (dont ${items(parts)})`;
    const part =
        converted === undefined
            ? `${percentText(exact(share))} du flux`
            : `${numberText(integer(converted.rights))} droits convertis sur ${numberText(integer(converted.stock))} logements du patrimoine`;
    return `part : ${part}${inside}${local ? ', chacune sur son territoire' : ''}, décompte : ${UNITS[unit]}`;
}

function delayText({ amount, unit }: NonNullable<Convention['returned']>): string {
    return durationText(amount, unit);
}

/** `mise en commun parts : communes_a ; communes_b`. */
export function pooledText({ name, label, conventions, references }: PooledShares): string {
    return words('mise en commun', name, labelText(label), ':', items(conventions), referencesText(references));
}

/** `soustractions prévues valmont_habitat en 2024 : relogement 30`. */
export function forecastText(context: PrintContext, { landlord, year, lines, references }: SubtractionForecast): string {
    const counts = lines.map(({ route, count }) => `${route} ${numberText(integer(count))}`);
    return words(`soustractions prévues ${roleWord(context, 'bailleur', landlord)} en ${year} :`, items(counts), referencesText(references));
}

/** `imputation dalo si dalo { communes si … ; état }`. */
export function imputationText(context: PrintContext, { name, label, condition, lines, references }: Imputation): string {
    const each = lines.map((line) =>
        line.condition === undefined ? line.reservee : `${line.reservee} si ${context.print(context, line.condition, LEVELS.any)}`,
    );
    const head = words('imputation', name, labelText(label), 'si', context.print(context, condition, LEVELS.any));
    return words(block(head, each, ' ;'), referencesText(references));
}

/** Who gets each dwelling. */
export function orientationText(context: PrintContext, { unreserved, breakdown, references }: Orientation): string {
    const parts = [
        'orientation selon le plus grand retard',
        ...(unreserved === undefined ? [] : [`non réservé : ${reserveeWord(context, unreserved)}`]),
        ...(breakdown.length === 0 ? [] : [`bilan par ${items(breakdown.map(({ name }) => `logement.${name}`))}`]),
    ];
    return words(parts.join(', '), referencesText(references));
}

function reserveeWord(context: PrintContext, code: string): string {
    return roleWord(context, 'réservataire', code);
}

function roleWord({ vocabulary }: PrintContext, role: string, word: string): string {
    const fact = vocabulary.facts.find((candidate) => candidate.owner === 'logement' && candidate.role === role);
    return wordOf(word, fact?.type ?? { kind: 'code' });
}

/** A value of a fact that is one word. */
function wordOf(word: string, type: ValueType): string {
    return type.kind === 'boolean' ? word : wordOrText(word, type.kind === 'text' ? 'quoted' : 'digits');
}
