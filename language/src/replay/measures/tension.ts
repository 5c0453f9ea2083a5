import { visitPool, type PoolLook } from '../pool/candidate-stream.js';
import type { Profiles } from './profiles.js';
import type { ReplayRecord } from '../record/replay-record.js';
import type { TensionOutcome } from '../contract/tension-outcome.js';
import { compareText } from '../../kit/text-order.js';
import type { Named } from '../contract/breakdown.js';

/** Counts, vacancy by vacancy, who is in the pool. */
export interface TensionBook {
    readonly count: (look: PoolLook) => void;
    readonly outcome: () => TensionOutcome;
}

interface Cell {
    readonly typology: string;
    readonly commune: string;
    readonly byProfile: number[];
    vacancies: number;
    withoutCandidate: number;
}

/** An empty book. */
export function tensionBook({ dwellings, territory }: ReplayRecord, profiles: Profiles): TensionBook {
    const cells = new Map<string, Cell>();
    const found: Named[] = [];
    const placeOf = new Map<string, number>();
    /** By row: the place of its profile, plus one; 0: not read yet. */
    const known = new Uint16Array(territory.demands.rows);
    const read = (row: number): number => {
        const profile = profiles.of(row);
        const place = placeOf.get(profile.id) ?? found.push(profile) - 1;
        placeOf.set(profile.id, place);
        known[row] = place + 1;
        return place;
    };
    const count = (look: PoolLook): void => {
        const { typology, commune } = dwellings.vacancy(look.vacancy);
        const key = JSON.stringify([typology, commune]);
        const cell = cells.get(key) ?? { typology, commune, byProfile: [], vacancies: 0, withoutCandidate: 0 };
        cells.set(key, cell);
        cell.vacancies += 1;
        let isEmpty = true;
        visitPool(look, (row) => {
            isEmpty = false;
            const kept = known[row] ?? 0;
            const place = kept === 0 ? read(row) : kept - 1;
            cell.byProfile[place] = (cell.byProfile[place] ?? 0) + 1;
        });
        if (isEmpty) cell.withoutCandidate += 1;
    };
    return { count, outcome: () => outcomeOf(profiles, found, [...cells.values()]) };
}

function outcomeOf(profiles: Profiles, found: readonly Named[], cells: readonly Cell[]): TensionOutcome {
    const inOrder = [...found.entries()].sort(([, a], [, b]) => profiles.order(a) - profiles.order(b) || compareText(a.id, b.id));
    const sorted = [...cells].sort((a, b) => compareText(a.typology, b.typology) || compareText(a.commune, b.commune));
    return {
        profile: profiles.fact,
        profiles: inOrder.map(([, profile]) => profile),
        cells: sorted.map(({ typology, commune, vacancies, withoutCandidate, byProfile }) => {
            const counts = inOrder.map(([place]) => byProfile[place] ?? 0);
            return { typology, commune, vacancies, withoutCandidate, demands: counts.reduce((sum, each) => sum + each, 0), byProfile: counts };
        }),
    };
}
