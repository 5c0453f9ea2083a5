import type { Convention, FluxUnit, PooledShares, Route } from '../../ir/flux.js';
import type { Policy } from '../../ir/policy.js';
import type { FactReader } from '../../columns/facts.js';
import { add, fromFraction, integer, mul, roundTo, sub, ZERO, type Rational } from '../../kit/exact-number.js';
import { yearOf } from '../../kit/civil-date.js';
import { wordOf } from './fact-word.js';
import type { Vacancy } from '../record/vacancies.js';

/** How far a dwelling went with a reservee; each stage counts those that come before it. */
export type FluxStages = Record<FluxUnit, number>;

/** What a convention owes and gives in one year, on one territory where it is `local`; or what is left to a landlord. */
export interface FluxAccount extends FluxStages {
    readonly convention: Convention | undefined;
    readonly landlord: string;
    readonly place: string | undefined;
    readonly year: number;
    /** Vacancies of the perimeter: counted aside, subtracted by route, and those left: the flux. */
    apart: number;
    readonly subtracted: Map<string, number>;
    /** Of the flux, by route: dwellings that would be subtracted, had more been announced. */
    readonly beyond: Map<string, number>;
    flux: number;
    /** Dwellings oriented to the reservee that went back to the landlord without a candidate. */
    returned: number;
    /** By contingent that has a maximum: dwellings received, in the convention's own unit. */
    readonly within: Map<string, number>;
    /** By fact and word: what became of the dwellings (CCH R.441-5-1). */
    readonly breakdown: Map<string, Map<string, FluxStages>>;
    /** By fact and word: the dwellings of the flux, whoever holds them. */
    readonly fluxByWord: Map<string, Map<string, number>>;
}

/** The accounts of a run, made as vacancies come. */
export interface FluxBook {
    readonly accounts: Map<string, FluxAccount>;
    /** By landlord, year and route: dwellings that may be subtracted. */
    readonly outside: Map<string, number>;
    /** Conventions by number: those of two versions may bear one name. */
    readonly numbers: Map<Convention | undefined, number>;
}

/** A book with no account yet. */
export function fluxBook(): FluxBook {
    return { accounts: new Map(), outside: new Map(), numbers: new Map() };
}

/** A vacancy as conventions look at it. */
export interface Release {
    readonly vacancy: Vacancy;
    readonly dwelling: FactReader;
    readonly landlord: string | undefined;
    readonly route: Route | undefined;
}

/** The conventions of a policy that a vacancy concerns: its landlord, in their perimeter. */
export function conventionsAt({ conventions }: Policy, { landlord, dwelling }: Release): readonly Convention[] {
    return conventions.filter(
        (convention) => convention.landlord === landlord && convention.perimeter.every(({ fact, value }) => wordOf(dwelling.fact(fact.name)) === value),
    );
}

/** The account of a convention, or of what a landlord keeps, for the year and the place of a vacancy. */
export function accountOf(book: FluxBook, convention: Convention | undefined, { vacancy, landlord = '' }: Release): FluxAccount {
    return accountIn(book, convention, { landlord, place: convention?.local === true ? vacancy.commune : undefined, year: yearOf(vacancy.released) });
}

type AccountPlace = Pick<FluxAccount, 'landlord' | 'place' | 'year'>;

function accountIn({ accounts, numbers }: FluxBook, convention: Convention | undefined, { landlord, place, year }: AccountPlace): FluxAccount {
    const number = numbers.get(convention) ?? numbers.size;
    numbers.set(convention, number);
    const key = JSON.stringify([number, landlord, place, year]);
    const known = accounts.get(key);
    if (known !== undefined) return known;
    const account: FluxAccount = {
        convention,
        landlord,
        place,
        year,
        apart: 0,
        subtracted: new Map(),
        beyond: new Map(),
        flux: 0,
        returned: 0,
        within: new Map(),
        breakdown: new Map(),
        fluxByWord: new Map(),
        ...noStage(),
    };
    accounts.set(key, account);
    return account;
}

export function noStage(): FluxStages {
    return { oriented: 0, proposed: 0, allotted: 0, signed: 0 };
}

/**
 * Whether a vacancy goes beyond what its landlord announced that it would subtract of its route that year: it then is in the flux, for
 * all conventions alike. Called once for each vacancy, since it counts it. Nothing announced: whatever the route subtracts.
 */
export function isBeyondForecast({ outside }: FluxBook, forecasts: Policy['forecasts'], { vacancy, landlord, route }: Release): boolean {
    if (route === undefined || landlord === undefined) return false;
    const year = yearOf(vacancy.released);
    const forecast = forecastOf(forecasts, { landlord, year }, route.name);
    const key = JSON.stringify([landlord, year, route.name]);
    const before = outside.get(key) ?? 0;
    outside.set(key, before + 1);
    return forecast !== undefined && before >= forecast;
}

/** What keeps a vacancy out of the flux: the routes that are counted aside; unless it is beyond what was announced. */
interface Subtracting {
    readonly apart: readonly string[];
    readonly beyond: boolean;
}

/** Enters a vacancy in the account of a convention; True: it is in the flux. */
export function enterRelease(book: FluxBook, convention: Convention | undefined, release: Release, { apart, beyond }: Subtracting): boolean {
    const account = accountOf(book, convention, release);
    const { route } = release;
    if (route !== undefined && apart.includes(route.name)) {
        account.apart += 1;
        return false;
    }
    if (route !== undefined && isSubtracted(convention, route)) {
        if (!beyond) {
            account.subtracted.set(route.name, (account.subtracted.get(route.name) ?? 0) + 1);
            return false;
        }
        account.beyond.set(route.name, (account.beyond.get(route.name) ?? 0) + 1);
    } else if (route?.withdrawn === true) return false;
    account.flux += 1;
    return true;
}

function isSubtracted(convention: Convention | undefined, { name, inFlux }: Route): boolean {
    return convention?.outside === undefined ? !inFlux : convention.outside.includes(name);
}

/** How many dwellings of a route the landlord announced that it would subtract that year. */
function forecastOf(forecasts: Policy['forecasts'], { landlord, year }: Pick<AccountPlace, 'landlord' | 'year'>, route: string): number | undefined {
    const announced = forecasts.filter((forecast) => forecast.landlord === landlord && forecast.year === year).flatMap(({ lines }) => lines);
    return announced.find((line) => line.route === route)?.count;
}

/** What a convention owes so far in an account: its share of the flux, and what the year before left. Exact, not rounded. */
function dueOf(book: FluxBook, account: FluxAccount): Rational {
    const { convention } = account;
    if (convention === undefined) return unreservedDue(book, account);
    return add(mul(fromFraction(convention.share) ?? ZERO, integer(account.flux)), carriedInto(book, account));
}

/** What is left to a landlord so far: its flux less all that its conventions of the year are due, carried balances included. */
function unreservedDue(book: FluxBook, account: FluxAccount): Rational {
    return leftToLandlord(book, account, dueOf);
}

/** Below nothing where rights together exceed the flux: the accounts of a landlord always add up to it. */
function leftToLandlord(book: FluxBook, { landlord, year, flux }: FluxAccount, owed: (book: FluxBook, account: FluxAccount) => Rational): Rational {
    let due = integer(flux);
    for (const other of book.accounts.values()) {
        if (other.convention !== undefined && other.landlord === landlord && other.year === year) due = sub(due, owed(book, other));
    }
    return due;
}

/** The balance that the year before left to an account, where its convention carries it on. */
export function carriedInto(book: FluxBook, { convention, landlord, place, year }: FluxAccount): Rational {
    if (convention?.carried !== true) return ZERO;
    for (const before of book.accounts.values()) {
        const isBefore = before.convention?.name === convention.name && before.landlord === landlord && before.place === place && before.year === year - 1;
        if (isBefore) return balanceOf(book, before);
    }
    return ZERO;
}

/** What is due at the end of a year, rounded as the convention says; to a landlord, what these rights leave it. */
export function rightsOf(book: FluxBook, account: FluxAccount): Rational {
    if (account.convention === undefined) return leftToLandlord(book, account, rightsOf);
    const due = dueOf(book, account);
    const { rounding } = account.convention;
    return rounding === undefined ? due : roundTo(due, 0, rounding);
}

/** Rights less what was received, in the convention's own unit: positive, the landlord still owes. */
export function balanceOf(book: FluxBook, account: FluxAccount): Rational {
    return sub(rightsOf(book, account), integer(account[unitOf(account)]));
}

/** What an account counts; a landlord's own part counts the dwellings that come to it. */
export function unitOf({ convention }: FluxAccount): FluxUnit {
    return convention?.unit ?? 'oriented';
}

/** What is due so far and was not received: the share of the releases less what the reservee has. */
export function delayOf(book: FluxBook, account: FluxAccount): Rational {
    return sub(dueOf(book, account), integer(account[unitOf(account)]));
}

/** What is due so far in a year to conventions put together, and was received by none of them. */
export function pooledDelay(book: FluxBook, pool: PooledShares, year: number): Rational {
    return accountsOfPool(book, pool, year).reduce((total, account) => add(total, delayOf(book, account)), ZERO);
}

/** Their balance at the end of a year: rights of each, rounded as it says, less what they received. */
export function pooledBalance(book: FluxBook, pool: PooledShares, year: number): Rational {
    return accountsOfPool(book, pool, year).reduce((total, account) => add(total, balanceOf(book, account)), ZERO);
}

function accountsOfPool({ accounts }: FluxBook, { conventions }: PooledShares, year: number): readonly FluxAccount[] {
    return [...accounts.values()].filter((account) => account.year === year && conventions.includes(account.convention?.name ?? ''));
}
