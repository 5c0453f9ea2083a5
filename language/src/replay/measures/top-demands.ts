import { at } from '../../kit/at.js';
import type { Vocabulary } from '../../ir/vocabulary.js';
import { ceil, integer, mul, rational, toFraction, type Rational } from '../../kit/exact-number.js';
import { rowOn } from '../record/population.js';
import type { RankPlaces } from '../contract/rank-places.js';
import type { ReplayContext } from '../pool/replay-context.js';
import type { RunResult } from '../run/run.js';
import type { TopBand, TopDemands } from '../contract/top-demands-outcome.js';
import { wishedTypes } from './wished-types.js';

/** Shares of the demands open, from the first of the ranking on, in hundredths. */
const SHARES = [1, 5, 10, 25, 100].map((hundredths) => rational(hundredths, 100));

/** What the baseline's run makes of the demands that its rules rank first. */
export function topDemands(context: ReplayContext, baseline: RunResult, ranked: readonly RankPlaces[]): readonly TopDemands[] {
    return ranked.flatMap(({ policy, day, places }): readonly TopDemands[] => {
        const ordered = [...places.entries()].filter(([, place]) => place > 0).sort(([, a], [, b]) => a - b);
        const version = baseline.ruleSet.terms.find((term) => term.policy.policy.name === policy)?.policy.policy;
        if (ordered.length === 0 || version === undefined) return [];
        const { vocabulary, label = policy } = version;
        const bands = SHARES.map((share) => bandOf(context, baseline, { share, vocabulary, day, demands: firstOf(ordered, share) }));
        return [{ ...(ranked.length === 1 ? {} : { territory: label }), day, bands }];
    });
}

/** At least that share of the demands, and those level with the last of them. */
function firstOf(ordered: readonly (readonly [demand: number, place: number])[], share: Rational): readonly number[] {
    const least = Math.max(1, Number(ceil(mul(share, integer(ordered.length)))));
    const [, last] = at(ordered, least - 1);
    return ordered.filter(([, place], index) => index < least || place === last).map(([demand]) => demand);
}

interface BandRequest {
    readonly share: Rational;
    readonly vocabulary: Vocabulary;
    readonly day: number;
    readonly demands: readonly number[];
}

function bandOf({ population, facts }: ReplayContext, { world, entered }: RunResult, { share, vocabulary, day, demands }: BandRequest): TopBand {
    const types = wishedTypes(vocabulary);
    const byType = new Map<string, { demands: number; withoutDwelling: number }>();
    let [housed, inPool] = [0, 0];
    for (const demand of demands) {
        const isHoused = world.housedBy(demand) !== undefined;
        const isWithout = !isHoused && entered[demand] === 0;
        if (isHoused) housed += 1;
        else if (!isWithout) inPool += 1;
        for (const typology of types.of(facts.reader(rowOn(population, demand, day)))) {
            const count = byType.get(typology) ?? { demands: 0, withoutDwelling: 0 };
            byType.set(typology, count);
            count.demands += 1;
            if (isWithout) count.withoutDwelling += 1;
        }
    }
    const sorted = [...byType].sort(([a], [b]) => types.order(a) - types.order(b));
    return {
        share: toFraction(share),
        demands: demands.length,
        housed,
        inPool,
        withoutDwelling: demands.length - housed - inPool,
        types: sorted.map(([typology, count]) => ({ typology, label: types.label(typology), ...count })),
    };
}
