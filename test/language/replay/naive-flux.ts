import { evaluateCondition, type Program } from '../../../language/src/engine/index.js';
import type { FactReader } from '../../../language/src/columns/facts.js';
import type { Contingent, Convention } from '../../../language/src/ir/flux.js';
import type { Day } from '../../../language/src/ir/value.js';

/** A vacancy for the conventions; `route` as taken. */
export interface NaiveRelease {
    readonly dwelling: FactReader;
    readonly landlord: string | undefined;
    readonly commune: string;
    readonly reserved: string | undefined;
    readonly year: number;
    readonly route: string | undefined;
}

/** Who holds a vacancy: the line of the account that receives it, the reservee, and the contingent whose public applies. */
export interface NaiveHold {
    readonly line: NaiveLine | undefined;
    readonly reservee: string | undefined;
    readonly contingent: Contingent | undefined;
}

/** One line of the accounts; amounts in hundredths of a dwelling. */
export interface NaiveLine {
    readonly name: string;
    readonly landlord: string;
    readonly place: string;
    readonly year: number;
    released: number;
    flux: number;
    oriented: number;
    proposed: number;
    allotted: number;
    signed: number;
    returned: number;
    readonly byCode: Map<string, number>;
}

export interface NaiveFlux {
    readonly enter: (release: NaiveRelease) => NaiveHold;
    readonly back: (hold: NaiveHold, release: NaiveRelease) => NaiveHold | undefined;
    readonly settle: (hold: NaiveHold, stages: { readonly proposed: boolean; readonly allotted: boolean; readonly signed: boolean }) => void;
    readonly lines: readonly NaiveLine[];
    readonly rights: (line: NaiveLine) => number;
}

/** The first route whose condition holds. */
export function naiveRoute(
    policy: Program,
    subject: { readonly demand: FactReader; readonly dwelling: FactReader; readonly day: Day; readonly leaseDay: Day },
) {
    return policy.policy.routes.find(({ condition }) => evaluateCondition(policy, condition, subject).truth === 'true');
}

/**
 * The accounts of a policy's conventions again, written apart, in hundredths: shares are whole percentages, so that no fraction is
 * needed. `chooses`: by the largest delay, otherwise as recorded.
 */
export function naiveFlux({ policy }: Program, chooses: boolean): NaiveFlux {
    const lines: NaiveLine[] = [];
    const seen: (readonly [string, number, string])[] = [];
    const percent = (share: string): number => {
        const [num, den = '1'] = share.split('/');
        return (Number(num) * 100) / Number(den);
    };
    const conventionOf = (line: NaiveLine): Convention | undefined => policy.conventions.find(({ name }) => name === line.name);
    const lineOf = (name: string, { landlord = '', year }: NaiveRelease, place: string): NaiveLine => {
        const known = lines.find((line) => line.name === name && line.landlord === landlord && line.year === year && line.place === place);
        if (known !== undefined) return known;
        const line: NaiveLine = {
            name,
            landlord,
            place,
            year,
            released: 0,
            flux: 0,
            oriented: 0,
            proposed: 0,
            allotted: 0,
            signed: 0,
            returned: 0,
            byCode: new Map(),
        };
        lines.push(line);
        return line;
    };
    const own = (landlord: string | undefined): readonly Convention[] => policy.conventions.filter((one) => one.landlord === landlord);
    const due = (line: NaiveLine): number => {
        const convention = conventionOf(line);
        if (convention === undefined) {
            const taken = lines.filter((other) => other.name !== '' && other.landlord === line.landlord && other.year === line.year);
            return line.flux * 100 - taken.reduce((sum, other) => sum + due(other), 0);
        }
        const before = lines.find((one) => one.name === line.name && one.place === line.place && one.year === line.year - 1);
        const carried = convention.carried && before !== undefined ? rounded(convention, due(before)) - before[convention.unit] * 100 : 0;
        return percent(convention.share) * line.flux + carried;
    };
    const delay = (line: NaiveLine): number => due(line) - line[conventionOf(line)?.unit ?? 'oriented'] * 100;
    const enter = (release: NaiveRelease): NaiveHold => {
        const { landlord, reserved, commune } = release;
        const route = policy.routes.find(({ name }) => name === release.route);
        const announced = policy.forecasts
            .find((one) => one.landlord === landlord && one.year === release.year)
            ?.lines.find((one) => one.route === route?.name);
        const passed = seen.filter(([l, y, r]) => l === landlord && y === release.year && r === route?.name).length;
        if (route !== undefined && landlord !== undefined) seen.push([landlord, release.year, route.name]);
        const isFlux = (line: NaiveLine, outside: boolean, apart: boolean): boolean => {
            if (route?.withdrawn === true && !outside && !apart) return false;
            line.released += 1;
            if (apart || (outside && (announced === undefined || passed < announced.count))) return false;
            if (route?.withdrawn === true && !outside) return false;
            line.flux += 1;
            return true;
        };
        const keeps =
            own(landlord).length > 0 &&
            isFlux(
                lineOf('', release, ''),
                route?.inFlux === false,
                own(landlord).some(({ apart }) => apart.includes(route?.name ?? '')),
            );
        const entitled = own(landlord).filter(({ perimeter }) => perimeter.every(({ fact, value }) => wordIn(release.dwelling, fact.name) === value));
        const inFlux = entitled.filter((one) =>
            isFlux(
                lineOf(one.name, release, one.local ? commune : ''),
                route !== undefined && (one.outside === undefined ? !route.inFlux : one.outside.includes(route.name)),
                route !== undefined && one.apart.includes(route.name),
            ),
        );
        const kept = keeps ? lineOf('', release, '') : undefined;
        if (!chooses || policy.orientation === undefined) {
            const reservee = policy.reservees.find(({ contingents }) => contingents.some(({ code }) => code === reserved));
            const convention = inFlux.find((one) => one.reservee === reservee?.name);
            const line =
                convention === undefined ? (reservee === undefined ? kept : undefined) : lineOf(convention.name, release, convention.local ? commune : '');
            return { line, reservee: reservee?.name, contingent: reservee?.contingents.find(({ code }) => code === reserved) };
        }
        if (route?.ranked === false) return { line: kept, reservee: undefined, contingent: undefined };
        const holders = inFlux.map((one) => ({ one, line: lineOf(one.name, release, one.local ? commune : '') }));
        const inOrder = holders.sort((a, b) => (a.one.signed ?? Infinity) - (b.one.signed ?? Infinity) || (a.one.name < b.one.name ? -1 : 1));
        const poolOf = (name: string): readonly string[] => policy.pools.find(({ conventions }) => conventions.includes(name))?.conventions ?? [];
        /** Of a convention put with others, the delay of them all, wherever the dwellings were. */
        const together = (line: NaiveLine): number => {
            const pool = poolOf(line.name);
            if (pool.length === 0) return delay(line);
            return lines.filter((one) => pool.includes(one.name) && one.year === line.year).reduce((sum, one) => sum + delay(one), 0);
        };
        const most = Math.max(...[...inOrder.map(({ line }) => line), ...(kept === undefined ? [] : [kept])].map(together));
        const oldest = inOrder.find(({ line }) => together(line) === most);
        const mates = inOrder.filter(({ one }) => one === oldest?.one || poolOf(oldest?.one.name ?? '').includes(one.name));
        const first = mates.find(({ line }) => delay(line) === Math.max(...mates.map((mate) => delay(mate.line))));
        if (first === undefined) return { line: kept, reservee: undefined, contingent: undefined };
        const reservee = policy.reservees.find(({ name }) => name === first.one.reservee)!;
        const limit = (code: string): number | undefined => {
            const part = first.one.within.find((one) => one.code === code);
            return part && percent(part.atMost) * first.line.flux;
        };
        const asRecorded = reservee.contingents.find(
            ({ code }) => code === reserved && ((first.line.byCode.get(code) ?? 0) + 1) * 100 <= (limit(code) ?? Infinity),
        );
        const free = reservee.contingents.find(({ code }) => limit(code) === undefined);
        return { line: first.line, reservee: reservee.name, contingent: asRecorded ?? free ?? reservee.contingents[0] };
    };
    const settle: NaiveFlux['settle'] = ({ line, contingent }, stages) => {
        if (line === undefined) return;
        const reached = { oriented: 1, proposed: Number(stages.proposed), allotted: Number(stages.allotted), signed: Number(stages.signed) };
        for (const stage of ['oriented', 'proposed', 'allotted', 'signed'] as const) line[stage] += reached[stage];
        const unit = conventionOf(line)?.unit ?? 'oriented';
        if (contingent !== undefined) line.byCode.set(contingent.code, (line.byCode.get(contingent.code) ?? 0) + reached[unit]);
    };
    const back: NaiveFlux['back'] = (hold, release) => {
        if (hold.line === undefined || conventionOf(hold.line)?.returned === undefined) return undefined;
        hold.line.returned += 1;
        settle(hold, { proposed: false, allotted: false, signed: false });
        return { line: lineOf('', release, ''), reservee: undefined, contingent: undefined };
    };
    const rights = (line: NaiveLine): number => {
        const convention = conventionOf(line);
        if (convention !== undefined) return rounded(convention, due(line));
        const others = lines.filter((other) => other.name !== '' && other.landlord === line.landlord && other.year === line.year);
        return line.flux * 100 - others.reduce((sum, other) => sum + rights(other), 0);
    };
    return { enter, back, settle, lines, rights };
}

/** Rights of a year, in hundredths: to the nearest dwelling, halves away from zero, where the convention rounds. */
function rounded({ rounding }: Convention, due: number): number {
    if (rounding === undefined) return due;
    if (rounding === 'inférieur') return Math.floor(due / 100) * 100;
    if (rounding === 'supérieur') return Math.ceil(due / 100) * 100;
    return Math.sign(due) * Math.floor((Math.abs(due) + 50) / 100) * 100;
}

function wordIn(reader: FactReader, name: string): string | undefined {
    const value = reader.fact(name);
    return value.kind === 'word' ? value.value : undefined;
}
