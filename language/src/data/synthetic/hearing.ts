import type { Assumptions } from '../../columns/territory.js';
import type { Day } from '../../ir/value.js';
import { STREAMS } from './draws.js';
import type { Chance, GeneratorModel } from './generator-model.js';
import type { SyntheticDwelling } from './synthetic-dwelling.js';

/** A demand presented for a vacancy, in the words of the vocabulary; no answer when the dwelling was taken before its rank. */
export interface SyntheticCandidature {
    readonly dwelling: string;
    readonly demand: string;
    readonly rank: number;
    readonly decision: 'attribution' | 'attribution_avec_rang' | 'non_attribution';
    readonly answer?: 'accepte' | 'refuse' | 'sans_réponse';
    /** Why the household refused. */
    readonly reason?: string;
}

export interface SyntheticRefusal {
    readonly demand: string;
    readonly day: Day;
    readonly adapted: boolean;
    readonly legitimate: boolean;
}

/** What the vacancies would have left in the files. */
export interface SyntheticHistory {
    readonly candidatures: readonly SyntheticCandidature[];
    readonly refusals: readonly SyntheticRefusal[];
    /** The demand housed, by dwelling. */
    readonly lessees: ReadonlyMap<string, string>;
    /** The day of the lease, by demand housed. */
    readonly leases: ReadonlyMap<string, Day>;
}

/** A history being written. */
export interface HistoryBook {
    readonly model: GeneratorModel;
    readonly candidatures: SyntheticCandidature[];
    readonly refusals: SyntheticRefusal[];
    readonly lessees: Map<string, string>;
    readonly leases: Map<string, Day>;
    /** On which days each demand refused within the window. */
    readonly refusalDays: Map<string, Set<Day>>;
}

/** Days between the commission and an answer. */
const ANSWER_DELAY = 10;

/** A book that holds the refusals of before the window, and nothing else. */
export function historyBook(model: GeneratorModel, earlier: readonly SyntheticRefusal[]): HistoryBook {
    return { model, candidatures: [], refusals: [...earlier], lessees: new Map(), leases: new Map(), refusalDays: new Map() };
}

/** Demands heard together for a dwelling, the first to be offered it first; `ranked` were heard before them. */
export interface Round {
    readonly demands: readonly string[];
    readonly ranked: number;
}

/** What a round decides: who takes the dwelling, and who was offered it in vain. */
export interface Heard {
    readonly housed?: string;
    readonly refusals: readonly SyntheticRefusal[];
    readonly offers: number;
}

/** A commission rejects a few; offers in the order of the round until one is accepted. Writes all of it. */
export function hear(book: HistoryBook, dwelling: SyntheticDwelling, { demands, ranked }: Round): Heard {
    const refusals: SyntheticRefusal[] = [];
    let [housed, offers]: [string | undefined, number] = [undefined, 0];
    for (const [index, demand] of demands.entries()) {
        const rank = ranked + index + 1;
        const rejected = dwelling.draws.chance(book.model.answers.rejected, STREAMS.answer, 2 * rank);
        const decision = rejected ? 'non_attribution' : demands.length === 1 ? 'attribution' : 'attribution_avec_rang';
        const candidature = { dwelling: dwelling.id, demand, rank, decision } as const;
        if (rejected || housed !== undefined) {
            book.candidatures.push(candidature);
            continue;
        }
        offers += 1;
        if (dwelling.draws.chance(acceptance(book.model, dwelling), STREAMS.answer, 2 * rank + 1)) {
            housed = demand;
            book.candidatures.push({ ...candidature, answer: 'accepte' });
            sign(book, dwelling, { demand, refused: ranked + refusals.length });
        } else {
            const refusal = refusalOf(book, dwelling, { demand, rank });
            refusals.push(refusal);
            book.refusals.push(refusal);
            book.candidatures.push({ ...candidature, ...answerOf(book.model, dwelling, rank) });
        }
    }
    return { housed, refusals, offers };
}

/** The household imposed by an operation takes the dwelling, heard alone. */
export function impose(book: HistoryBook, dwelling: SyntheticDwelling, demand: string): void {
    book.candidatures.push({ dwelling: dwelling.id, demand, rank: 1, decision: 'attribution', answer: 'accepte' });
    sign(book, dwelling, { demand, refused: 0 });
}

/** Each refusal delays the lease. */
function sign({ lessees, leases }: HistoryBook, dwelling: SyntheticDwelling, { demand, refused }: { readonly demand: string; readonly refused: number }): void {
    lessees.set(dwelling.id, demand);
    leases.set(demand, dwelling.leased + refused * ANSWER_DELAY);
}

/** Some dwellings please more than others. */
function acceptance({ answers: { accepted }, tastes }: GeneratorModel, { draws }: SyntheticDwelling): Chance {
    const moved = accepted.num * 100 + draws.between(-tastes, tastes, STREAMS.taste) * accepted.den;
    return { num: Math.min(Math.max(moved, 0), accepted.den * 100), den: accepted.den * 100 };
}

/** A household refuses one dwelling a day: two refusals never read as one row written twice. */
function refusalOf(
    { model, refusalDays }: HistoryBook,
    { draws, examined }: SyntheticDwelling,
    { demand, rank }: { readonly demand: string; readonly rank: number },
): SyntheticRefusal {
    const known = refusalDays.get(demand) ?? new Set();
    let day = examined + ANSWER_DELAY;
    while (known.has(day)) day += 1;
    refusalDays.set(demand, known.add(day));
    return {
        demand,
        day,
        adapted: draws.chance(model.answers.adapted, STREAMS.refusal, 3 * rank),
        legitimate: draws.chance(legitimateShare(model.assumptions), STREAMS.refusal, 3 * rank + 1),
    };
}

function answerOf(model: GeneratorModel, { draws }: SyntheticDwelling, rank: number): Pick<SyntheticCandidature, 'answer' | 'reason'> {
    if (draws.chance(model.answers.silent, STREAMS.refusal, 3 * rank + 2)) return { answer: 'sans_réponse' };
    return { answer: 'refuse', reason: draws.weighted(model.refusalReasons, STREAMS.refusalReason, rank) };
}

/** The share of refusals that are legitimate. */
export function legitimateShare({ legitimateRefusal }: Assumptions): Chance {
    const [num, den] = legitimateRefusal.split('/');
    return { num: Number(num), den: Number(den ?? '1') };
}
