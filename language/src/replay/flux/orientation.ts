import type { Program } from '../../engine/index.js';
import type { Contingent, Convention, PooledShares, Reservee } from '../../ir/flux.js';
import type { Policy } from '../../ir/policy.js';
import { compare, fromFraction, integer, mul, ZERO, type Rational } from '../../kit/exact-number.js';
import { wordOf } from './fact-word.js';
import {
    accountOf,
    conventionsAt,
    delayOf,
    enterRelease,
    isBeyondForecast,
    noStage,
    pooledDelay,
    unitOf,
    type FluxAccount,
    type FluxBook,
    type FluxStages,
    type Release,
} from './flux-accounts.js';
import type { Passage } from './passage.js';
import type { RunRecord } from '../record/replay-record.js';
import { compareText } from '../../kit/text-order.js';

/** Who holds a vacancy, on which contingent. */
export interface Holding {
    readonly release: Release;
    /** The account in which it is received; absent: out of the flux, or without landlord. */
    readonly account: FluxAccount | undefined;
    readonly reservee: Reservee | undefined;
    /** The contingent's own public is that of the vacancy. */
    readonly contingent: Contingent | undefined;
    /** The word that stands for the contingent in the lease; absent: that of the record. */
    readonly code: string | undefined;
}

/** The convention in whose account a holding is received, empty for what the landlord keeps; `undefined` out of the flux. */
export function receivedIn({ account }: Holding): string | undefined {
    return account && (account.convention?.name ?? '');
}

/** A vacancy to orient. */
interface OrientationRequest {
    readonly book: FluxBook;
    readonly loaded: Program;
    readonly vacancy: number;
    readonly passage: Passage;
}

/** How a dwelling's release reads for the conventions. */
function releaseOf({ dwellings }: RunRecord, vacancy: number, { route }: Passage): Release {
    const found = dwellings.vacancy(vacancy);
    return { vacancy: found, dwelling: dwellings.reader(vacancy), landlord: found.landlord, route };
}

/**
 * Step 2. Enters the vacancy in every account that it concerns, then says who holds it: the reservee of the record, or the holder
 * entitled there to whom most is due, where the assumptions say so and the policy has an orientation.
 */
export function orient(context: RunRecord, { book, loaded, vacancy, passage }: OrientationRequest): Holding {
    const { policy } = loaded;
    const release = releaseOf(context, vacancy, passage);
    const concerned = conventionsAt(policy, release);
    const own = policy.conventions.filter(({ landlord }) => landlord === release.landlord);
    const apart = [...new Set(own.flatMap((convention) => convention.apart))];
    const beyond = isBeyondForecast(book, policy.forecasts, release);
    const isLandlordFlux = own.length > 0 && enterRelease(book, undefined, release, { apart, beyond });
    const inFlux = concerned.filter((convention) => enterRelease(book, convention, release, { apart: convention.apart, beyond }));
    for (const convention of [...inFlux, ...(isLandlordFlux ? [undefined] : [])]) countWords(accountOf(book, convention, release), policy, release);
    const choice: Choice = { book, loaded, release, inFlux, isLandlordFlux, recorded: release.vacancy.reservee };
    const chooses = context.assumptions.orientation === 'conventions' && policy.orientation !== undefined;
    return chooses ? byConventions(choice) : asRecorded(choice);
}

/** Enters a dwelling of the flux under each of its words, by which the policy wants its record told. */
function countWords({ fluxByWord }: FluxAccount, { orientation }: Policy, { dwelling }: Release): void {
    for (const { name } of orientation?.breakdown ?? []) {
        const words = fluxByWord.get(name) ?? new Map<string, number>();
        fluxByWord.set(name, words);
        const word = wordOf(dwelling.fact(name)) ?? '';
        words.set(word, (words.get(word) ?? 0) + 1);
    }
}

interface Choice {
    readonly book: FluxBook;
    readonly loaded: Program;
    readonly release: Release;
    readonly inFlux: readonly Convention[];
    readonly isLandlordFlux: boolean;
    /** The contingent of the record, empty where it says none. */
    readonly recorded: string;
}

function asRecorded({ book, loaded, release, inFlux, isLandlordFlux, recorded }: Choice): Holding {
    const reservee = loaded.policy.reservees.find(({ contingents }) => contingents.some(({ code }) => code === recorded));
    const contingent = reservee?.contingents.find(({ code }) => code === recorded);
    const convention = inFlux.find((candidate) => candidate.reservee === reservee?.name);
    const isReceived = convention !== undefined || (isLandlordFlux && reservee === undefined);
    const account = isReceived ? accountOf(book, convention, release) : undefined;
    return { release, account, reservee, contingent, code: undefined };
}

/** The largest delay first; on equal delays the older convention, then the name; the landlord last. */
function byConventions({ book, loaded, release, inFlux, isLandlordFlux, recorded }: Choice): Holding {
    // A household that the landlord has to house takes nobody's rights but the landlord's.
    if (release.route?.ranked === false) return unreserved(loaded, release, isLandlordFlux ? accountOf(book, undefined, release) : undefined);
    const holders = [...inFlux, ...(isLandlordFlux ? [undefined] : [])].map((convention): Holder => ({
        convention,
        account: accountOf(book, convention, release),
    }));
    const groups = groupsOf(book, loaded.policy, holders).sort((a, b) => compare(b.delay, a.delay) || byDateThenName(a.oldest, b.oldest));
    const [first] = (groups[0]?.holders ?? []).toSorted(
        (a, b) => compare(delayOf(book, b.account), delayOf(book, a.account)) || byDateThenName(a.convention, b.convention),
    );
    if (first?.convention === undefined) return unreserved(loaded, release, first?.account);
    const reservee = loaded.policy.reservees.find(({ name }) => name === first.convention?.reservee);
    const contingent = reservee && contingentOf(first.account, reservee, recorded);
    return { release, account: first.account, reservee, contingent, code: contingent?.code };
}

/** A convention, or what is left to the landlord, with its account. */
interface Holder {
    readonly convention: Convention | undefined;
    readonly account: FluxAccount;
}

/** Holders that share one balance: those of a pool of conventions, or one alone. */
interface HolderGroup {
    readonly holders: readonly Holder[];
    readonly delay: Rational;
    readonly oldest: Convention | undefined;
}

function groupsOf(book: FluxBook, { pools }: Policy, holders: readonly Holder[]): HolderGroup[] {
    const poolOf = ({ convention }: Holder): PooledShares | undefined => pools.find(({ conventions }) => conventions.includes(convention?.name ?? ''));
    const alone = holders.filter((holder) => poolOf(holder) === undefined).map((holder) => [holder]);
    const together = pools.map((pool) => holders.filter((holder) => poolOf(holder) === pool)).filter((group) => group.length > 0);
    return [...alone, ...together].flatMap((group) => {
        const [first] = group.toSorted((a, b) => byDateThenName(a.convention, b.convention));
        if (first === undefined) return [];
        const pool = poolOf(first);
        const delay = pool === undefined ? delayOf(book, first.account) : pooledDelay(book, pool, first.account.year);
        return [{ holders: group, delay, oldest: first.convention }];
    });
}

/** The dwelling is the landlord's own. */
function unreserved({ policy }: Program, release: Release, account: FluxAccount | undefined): Holding {
    return { release, account, reservee: undefined, contingent: undefined, code: policy.orientation?.unreserved };
}

function byDateThenName(a: Convention | undefined, b: Convention | undefined): number {
    if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
    return (a.signed ?? Number.MAX_SAFE_INTEGER) - (b.signed ?? Number.MAX_SAFE_INTEGER) || compareText(a.name, b.name);
}

/**
 * Of a reservee with several contingents: that of the record where it is one of them and its maximum allows one dwelling more, else the
 * first that has no maximum. A maximum is no due (CCH R.441-5-2): nothing fills it but the record.
 */
function contingentOf({ convention, flux, within }: FluxAccount, { contingents }: Reservee, recorded: string): Contingent | undefined {
    const most = (code: string): Rational | undefined => {
        const limit = convention?.within.find((part) => part.code === code);
        return limit && mul(fromFraction(limit.atMost) ?? ZERO, integer(flux));
    };
    const allows = ({ code }: Contingent): boolean => {
        const limit = most(code);
        return limit === undefined || compare(integer((within.get(code) ?? 0) + 1), limit) <= 0;
    };
    const asIs = contingents.find((contingent) => contingent.code === recorded && allows(contingent));
    return asIs ?? contingents.find(({ code }) => most(code) === undefined) ?? contingents[0];
}

/** How far a vacancy went with its holder. */
interface Progress {
    readonly proposed: boolean;
    readonly allotted: boolean;
    readonly signed: boolean;
}

/** Enters in the account of a holder what became of its vacancy, and in the breakdowns of the policy. */
export function settleHolding({ account, contingent, release }: Holding, { policy }: Program, progress: Progress): void {
    if (account === undefined) return;
    const reached: FluxStages = { oriented: 1, proposed: Number(progress.proposed), allotted: Number(progress.allotted), signed: Number(progress.signed) };
    addStages(account, reached);
    if (contingent !== undefined) account.within.set(contingent.code, (account.within.get(contingent.code) ?? 0) + reached[unitOf(account)]);
    for (const { name } of policy.orientation?.breakdown ?? []) {
        const words = account.breakdown.get(name) ?? new Map<string, FluxStages>();
        account.breakdown.set(name, words);
        const word = wordOf(release.dwelling.fact(name)) ?? '';
        const stages = words.get(word) ?? noStage();
        words.set(word, stages);
        addStages(stages, reached);
    }
}

function addStages(stages: FluxStages, reached: FluxStages): void {
    stages.oriented += reached.oriented;
    stages.proposed += reached.proposed;
    stages.allotted += reached.allotted;
    stages.signed += reached.signed;
}

/** Nobody can be proposed: the dwelling goes back to the landlord, where the convention says so. */
export function returnToLandlord(book: FluxBook, holding: Holding, loaded: Program): Holding | undefined {
    const { account, release } = holding;
    if (account?.convention?.returned === undefined) return undefined;
    account.returned += 1;
    settleHolding(holding, loaded, { proposed: false, allotted: false, signed: false });
    return unreserved(loaded, release, accountOf(book, undefined, release));
}
