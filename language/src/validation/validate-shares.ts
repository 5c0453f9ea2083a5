import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Convention } from '../ir/flux.js';
import { add, compare, formatFrench, integer, mul, roundTo, ZERO, type Rational } from '../kit/exact-number.js';
import { namePlace } from './checking.js';
import { exact } from './model.js';

/** Conventions of one landlord that no perimeter keeps apart: on one dwelling their shares add up. */
export function overFull(conventions: readonly Convention[]): readonly Diagnostic[] {
    const landlords = [...new Set(conventions.map(({ landlord }) => landlord))];
    return landlords.flatMap((landlord) => {
        const own = conventions.filter((convention) => convention.landlord === landlord);
        const crowded = togetherIn(own).find((together) => isOver(shareOf(together)));
        if (crowded === undefined) return [];
        const last = crowded.at(-1)!;
        const total = `${formatFrench(mul(shareOf(crowded), integer(100)))} %`;
        return [report('BAR453', { landlord, total, conventions: crowded.map(({ name }) => name) }, namePlace(last))];
    });
}

/** Rights that are rounded for themselves may be more than the flux that they share: told with the smallest year in which they are. */
export function roundedOver(conventions: readonly Convention[]): readonly Diagnostic[] {
    const landlords = [...new Set(conventions.map(({ landlord }) => landlord))];
    return landlords.flatMap((landlord) => {
        const own = conventions.filter((convention) => convention.landlord === landlord);
        for (const together of togetherIn(own)) {
            const year = isOver(shareOf(together)) ? undefined : FLUXES.find((flux) => compare(rightsOn(together, flux), integer(flux)) > 0);
            const last = together.at(-1);
            if (year === undefined || last === undefined) continue;
            const flux = `${year} ${year === 1 ? 'logement' : 'logements'}`;
            const params = { landlord, conventions: together.map(({ name }) => name), flux, rights: formatFrench(rightsOn(together, year)) };
            return [report('BAR466', params, namePlace(last))];
        }
        return [];
    });
}

/** Beyond a few hundred dwellings a rounding that exceeds the flux has done so before. */
const FLUXES: readonly number[] = Array.from({ length: 400 }, (_, place) => place + 1);

function rightsOn(conventions: readonly Convention[], flux: number): Rational {
    return conventions.reduce((total, { share, rounding }) => {
        const due = mul(exact(share), integer(flux));
        return add(total, rounding === undefined ? due : roundTo(due, 0, rounding));
    }, ZERO);
}

/** The conventions that may be about one dwelling, for each of them. */
function togetherIn(own: readonly Convention[]): readonly (readonly Convention[])[] {
    return own.map((convention) => own.filter((other) => canMeet(convention, other)));
}

/** Whether one dwelling may be in the perimeters of both: no fact that they both name has two values. */
function canMeet(a: Convention, b: Convention): boolean {
    return a.perimeter.every(({ fact, value }) => b.perimeter.every((other) => other.fact.name !== fact.name || other.value === value));
}

function shareOf(conventions: readonly Convention[]): Rational {
    return conventions.reduce((total, { share }) => add(total, exact(share)), ZERO);
}

function isOver(share: Rational): boolean {
    return compare(share, integer(1)) > 0;
}
