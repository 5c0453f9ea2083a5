import fc from 'fast-check';
import type { Policy } from '../../../language/src/ir/policy.js';
import type { RankedVacancy } from '../../../language/src/replay/contract/ranked-vacancy.js';
import type { ReplayReport } from '../../../language/src/replay/contract/report.js';
import { replay } from '../../../language/src/replay/replay.js';
import { runs } from '../properties/draw.js';
import { baseline, reportOf, request, territory, type TerritoryParts } from './build.js';
import type { NaiveFlux } from './naive-flux.js';
import { naiveRuns, type NaiveOutcome } from './naive-run.js';
import { WINDOW } from './random-territory.js';

/** One territory under one policy: what the replay reports, and what a full scan finds, vacancy by vacancy. */
export interface Compared {
    readonly rules: Policy;
    readonly report: ReplayReport;
    /** The first candidates that the replay told of, at most so many of each vacancy. */
    readonly ranked: readonly RankedVacancy[];
    readonly scanned: readonly NaiveOutcome[];
    readonly flux: NaiveFlux;
}

/** Candidates told of each vacancy. */
export const CANDIDATES_TOLD = 3;

export interface Drawn {
    readonly territories: fc.Arbitrary<TerritoryParts>;
    readonly policies: fc.Arbitrary<Policy>;
    readonly times: number;
    /** The scan follows the record: nobody is housed but by it. */
    readonly record?: boolean;
}

/** Looks at so many random territories and policies, each replayed and scanned; one without vacancy has nothing to compare. */
export function compareRandomReplays({ territories, policies, times, record = false }: Drawn, check: (compared: Compared) => void): void {
    fc.assert(
        fc.property(territories, policies, fc.nat(1000), (parts, rules, seed) => {
            const { outcomes: scanned, flux } = naiveRuns(territory(parts), [rules], { ...WINDOW, seed, record });
            if (scanned.length === 0) return;
            const ranked: RankedVacancy[] = [];
            const candidates = { most: CANDIDATES_TOLD, told: (vacancy: RankedVacancy): void => void ranked.push(vacancy) };
            const asked = { ...request({ ...parts, ruleSets: [baseline(rules)], seed }), candidates };
            check({ rules, report: reportOf(replay(asked)), ranked, scanned, flux });
        }),
        runs(times),
    );
}

type Column = 'dwelling' | 'pool' | 'first' | 'housed' | 'offers' | 'examined' | 'end' | 'route' | 'heldBy';

/** These columns of each vacancy, as replayed and as scanned. */
export function rowsOf({ report, scanned }: Compared, columns: readonly Column[]): { readonly found: unknown; readonly wanted: unknown } {
    const picked = (row: { readonly [Name in Column]?: unknown }): unknown => Object.fromEntries(columns.map((name) => [name, row[name]]));
    return { found: report.ledger.map(picked), wanted: scanned.map((outcome) => picked({ ...outcome, first: outcome.order[0] })) };
}

/** How many demands are uncertain, by reason, as replayed and as scanned. */
export function doubtsOf({ report, scanned }: Compared): { readonly found: unknown; readonly wanted: unknown } {
    const reasons = [...new Set(scanned.flatMap(({ doubts }) => doubts))].map((doubt) => doubt.split(' ')[0]!);
    return {
        found: report.volumes.notEvaluated.filter(({ ruleSet }) => ruleSet !== undefined).map(({ reason, count }) => [reason, count]),
        wanted: [...new Set(reasons)].sort().map((reason) => [reason, reasons.filter((one) => one === reason).length]),
    };
}
