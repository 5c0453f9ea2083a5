import {
    earlierRefusals,
    hear,
    historyBook,
    impose,
    type Heard,
    type HistoryBook,
    type SyntheticDwelling,
    STREAMS,
    type SyntheticHistory,
    type TerritoryDraft,
} from '../data/index.js';
import { at } from '../kit/at.js';
import type { AskedCommission, PresentedCandidate, ToldDecision } from '../replay/index.js';

/** A history that a run writes as it goes, and the commission that the run asks. */
interface HistoryWriter {
    /** So far. */
    readonly history: SyntheticHistory;
    readonly commission: AskedCommission;
}

/** The history of a draft: at first, the refusals of before its window and the households that operations rehouse. */
export function historyWriter({ model, window, demands, dwellings, imposed }: TerritoryDraft): HistoryWriter {
    const book = historyBook(model, earlierRefusals(model, demands, window));
    const rehoused = new Set(imposed.values());
    const byId = new Map(dwellings.map((dwelling) => [dwelling.id, dwelling]));
    for (const [id, demand] of imposed) {
        const dwelling = byId.get(id);
        if (dwelling !== undefined) impose(book, dwelling, demand);
    }
    return {
        history: book,
        commission: (id, candidates) => {
            const dwelling = byId.get(id);
            return dwelling === undefined || dwelling.sold ? { refusals: [] } : decide({ book, rehoused }, dwelling, candidates);
        },
    };
}

/** A candidate that a reservee has designated, by its place in the ranking. */
interface Designated {
    readonly demand: string;
    readonly place: number;
}

interface Deciding {
    readonly book: HistoryBook;
    /** Demands that an operation rehouses: nobody designates them elsewhere. */
    readonly rehoused: ReadonlySet<string>;
}

/** Rounds of designation and of hearing, until a household accepts or nobody is left. */
function decide({ book, rehoused }: Deciding, dwelling: SyntheticDwelling, candidates: Iterable<PresentedCandidate>): ToldDecision {
    const { rounds, candidatesPerRound } = book.model.assumptions;
    const ranking = candidates[Symbol.iterator]();
    const designated: Designated[] = [];
    const refusals: ToldDecision['refusals'][number][] = [];
    let place = 0;
    for (let round = 0; round < rounds; round += 1) {
        const presented: Designated[] = [];
        for (let most = candidatesPerRound; presented.length < most; place += 1) {
            const next = ranking.next();
            if (next.done === true) break;
            const { demand, alone, barred } = next.value;
            if (barred() || rehoused.has(demand) || passedOver(book, dwelling, place)) continue;
            if (presented.length === 0 && alone()) most = 1;
            presented.push({ demand, place });
        }
        if (presented.length === 0) break;
        const heard = hear(book, dwelling, { demands: inOrder(book, dwelling, presented).map(({ demand }) => demand), ranked: designated.length });
        designated.push(...presented);
        refusals.push(...told(heard, presented));
        const housed = presented.find(({ demand }) => demand === heard.housed);
        if (housed !== undefined) return { housed: housed.place, refusals };
    }
    return { refusals };
}

/** The freedom of designation: the next demand of the ranking is not proposed. */
function passedOver({ model: { freedom } }: HistoryBook, dwelling: SyntheticDwelling, place: number): boolean {
    return dwelling.draws.chance(freedom.designation, STREAMS.designation, place);
}

/** The freedom of the commission: another of those presented is put first. */
function inOrder({ model: { freedom } }: HistoryBook, dwelling: SyntheticDwelling, presented: readonly Designated[]): readonly Designated[] {
    const round = at(presented, 0).place;
    if (presented.length < 2 || !dwelling.draws.chance(freedom.commission, STREAMS.commission, 2 * round)) return presented;
    const other = 1 + dwelling.draws.below(presented.length - 1, STREAMS.commission, 2 * round + 1);
    return [at(presented, other), ...presented.filter((_, index) => index !== other)];
}

function told({ refusals }: Heard, presented: readonly Designated[]): ToldDecision['refusals'] {
    return refusals.flatMap(({ demand, day, adapted, legitimate }) => {
        const found = presented.find((each) => each.demand === demand);
        return found === undefined ? [] : [{ place: found.place, day, adapted, legitimate }];
    });
}
