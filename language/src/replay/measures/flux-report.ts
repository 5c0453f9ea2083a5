import { fromFraction, integer, mul, toFraction, ZERO } from '../../kit/exact-number.js';
import type { Policy } from '../../ir/policy.js';
import {
    balanceOf,
    carriedInto,
    fluxBook,
    noStage,
    pooledBalance,
    rightsOf,
    unitOf,
    type FluxAccount,
    type FluxBook,
    type FluxStages,
} from '../flux/flux-accounts.js';
import type { FluxCounts, FluxOutcome } from '../contract/flux-outcome.js';
import { HISTORY } from '../contract/report.js';
import { orient, receivedIn, settleHolding } from '../flux/orientation.js';
import { passageOf } from '../flux/passage.js';
import type { RecordedCandidate } from '../record/recorded-candidates.js';
import type { ReplayContext } from '../pool/replay-context.js';
import { inForceOn, type LoadedRuleSet } from '../rules/rule-set.js';
import { compareText, sortedTexts } from '../../kit/text-order.js';
import type { VacancyOutcome } from '../run/vacancy-outcome.js';

/** The stages that a source of facts tells. */
interface Told {
    readonly proposed: boolean;
    readonly allotted: boolean;
}

const ALL_TOLD: Told = { proposed: true, allotted: true };

/** The accounts of a run: landlord by landlord, convention by convention, year by year; what a landlord keeps comes last. */
export function fluxOfRun(ruleSet: LoadedRuleSet, book: FluxBook): readonly FluxOutcome[] {
    return outcomesOf({ ruleSet: ruleSet.id, ...announcedIn(ruleSet), told: ALL_TOLD }, book);
}

/** The accounts of the record, and by vacancy where it stands in them; absent: no version is in force that day. */
export interface RecordedFlux {
    readonly outcomes: readonly FluxOutcome[];
    readonly holders: readonly (RecordedHolder | undefined)[];
}

/** Under whose rights, and by which route, the record let a vacancy. */
export type RecordedHolder = Pick<VacancyOutcome, 'route' | 'reservee' | 'account'>;

/**
 * The accounts of the record, under the conventions of a rule set: the reservee is the record's, a dwelling with a lessee or a lease was
 * signed, and one with candidatures was proposed, where there are any in the files. The record does not tell what was allotted.
 */
export function fluxOfRecord(context: ReplayContext, ruleSet: LoadedRuleSet, candidates: readonly (readonly RecordedCandidate[])[]): RecordedFlux {
    const book = fluxBook();
    const holders: (RecordedHolder | undefined)[] = context.vacancies.replayed.map(() => undefined);
    const recorded: ReplayContext = { ...context, assumptions: { ...context.assumptions, orientation: 'enregistré' } };
    for (const [vacancy, { designation: day, commune, lessee, recordedLease }] of context.vacancies.replayed.entries()) {
        const loaded = inForceOn(ruleSet, { day, commune });
        if (loaded === undefined) continue;
        const passage = passageOf(context, loaded, vacancy);
        const holding = orient(recorded, { book, loaded, vacancy, passage });
        holders[vacancy] = { route: passage.route?.name, reservee: holding.reservee?.name, account: receivedIn(holding) };
        const signed = lessee !== undefined || recordedLease !== undefined;
        settleHolding(holding, loaded, { proposed: signed || (candidates[vacancy]?.length ?? 0) > 0, allotted: signed, signed });
    }
    const told = { proposed: context.territory.candidatures !== undefined, allotted: false };
    return { outcomes: outcomesOf({ ruleSet: HISTORY, ...announcedIn(ruleSet), told }, book), holders };
}

interface Telling {
    readonly ruleSet: string;
    readonly forecasts: Policy['forecasts'];
    readonly routeLabel: (route: string) => string;
    readonly named: (reservee: string) => Pick<FluxOutcome, 'reservee' | 'reserveeLabel'>;
    readonly pools: Policy['pools'];
    readonly told: Told;
}

/** What the versions in force say of routes and of what was announced. */
function announcedIn({ terms }: LoadedRuleSet): Pick<Telling, 'forecasts' | 'routeLabel' | 'named' | 'pools'> {
    const reservees = terms.flatMap(({ policy }) => policy.policy.reservees);
    const routes = terms.flatMap(({ policy }) => policy.policy.routes);
    return {
        pools: terms.flatMap(({ policy }) => policy.policy.pools),
        forecasts: terms.flatMap(({ policy }) => policy.policy.forecasts),
        named: (name) => {
            const label = reservees.find((reservee) => reservee.name === name)?.label;
            return { reservee: name, ...(label === undefined ? {} : { reserveeLabel: label }) };
        },
        routeLabel: (name) => routes.find((route) => route.name === name)?.label ?? name,
    };
}

function outcomesOf(telling: Telling, book: FluxBook): readonly FluxOutcome[] {
    return [...book.accounts.values()].sort(compareAccounts).map((account) => outcomeOf(telling, book, account));
}

function compareAccounts(a: FluxAccount, b: FluxAccount): number {
    const last = ({ convention }: FluxAccount): number => (convention === undefined ? 1 : 0);
    return (
        compareText(a.landlord, b.landlord) ||
        last(a) - last(b) ||
        compareText(a.convention?.name ?? '', b.convention?.name ?? '') ||
        a.year - b.year ||
        compareText(a.place ?? '', b.place ?? '')
    );
}

function outcomeOf({ ruleSet, forecasts, routeLabel, named, pools, told }: Telling, book: FluxBook, account: FluxAccount): FluxOutcome {
    const { convention, landlord, place, year, apart, subtracted, beyond, flux, returned } = account;
    const unit = unitOf(account);
    const pool = pools.find(({ conventions }) => conventions.includes(convention?.name ?? ''));
    const isTold = (unit !== 'proposed' || told.proposed) && (unit !== 'allotted' || told.allotted);
    const announced = place === undefined ? forecasts.filter((of) => of.landlord === landlord && of.year === year).flatMap(({ lines }) => lines) : [];
    const routes = sortedTexts(new Set([...subtracted.keys(), ...beyond.keys(), ...announced.map(({ route }) => route)]));
    return {
        ruleSet,
        ...(convention === undefined ? {} : { convention: convention.name, ...named(convention.reservee), share: convention.share }),
        label: convention === undefined ? '' : (convention.label ?? convention.name),
        landlord,
        ...(place === undefined ? {} : { place }),
        year,
        unit,
        released: apart + flux + [...subtracted.values()].reduce((sum, count) => sum + count, 0),
        apart,
        subtracted: routes.map((route) => {
            const forecast = announced.find((line) => line.route === route)?.count;
            return {
                route,
                label: routeLabel(route),
                recorded: subtracted.get(route) ?? 0,
                beyond: beyond.get(route) ?? 0,
                ...(forecast === undefined ? {} : { forecast }),
            };
        }),
        flux,
        carried: toFraction(carriedInto(book, account)),
        due: toFraction(rightsOf(book, account)),
        ...countsOf(account, told),
        returned,
        ...(isTold ? { balance: toFraction(balanceOf(book, account)) } : {}),
        ...(pool === undefined || !isTold
            ? {}
            : { pooled: { name: pool.name, label: pool.label ?? pool.name, balance: toFraction(pooledBalance(book, pool, year)) } }),
        ...(convention?.delegated === true ? { delegated: true } : {}),
        within: (convention?.within ?? []).map(({ code, atMost }) => ({
            code,
            received: account.within.get(code) ?? 0,
            atMost,
            limit: toFraction(mul(fromFraction(atMost) ?? ZERO, integer(flux))),
        })),
        breakdown: [...account.fluxByWord].map(([fact, words]) => ({ fact, words: wordsOf(words, account.breakdown.get(fact), told) })),
        text: convention?.text ?? '',
        references: (convention?.references ?? []).map(({ text }) => text),
    };
}

/** Every word of the flux, with what the holder received of it. */
function wordsOf(inFlux: ReadonlyMap<string, number>, received: ReadonlyMap<string, FluxStages> | undefined, told: Told): BreakdownWords {
    return sortedTexts(inFlux.keys()).map((word) => ({ word, flux: inFlux.get(word) ?? 0, ...countsOf(received?.get(word) ?? noStage(), told) }));
}

type BreakdownWords = FluxOutcome['breakdown'][number]['words'];

function countsOf({ oriented, proposed, allotted, signed }: FluxStages, told: Told): FluxCounts {
    return { oriented, ...(told.proposed ? { proposed } : {}), ...(told.allotted ? { allotted } : {}), signed };
}
