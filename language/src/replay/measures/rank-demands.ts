import { compareRankKeys, type RankKey } from '../../engine/index.js';
import { at } from '../../kit/at.js';
import { openRow } from '../record/population.js';
import { recordedFacts } from '../record/readers.js';
import type { RankPlaces } from '../contract/rank-places.js';
import { isApart, type ReplayContext } from '../pool/replay-context.js';
import { phasesOf, type LoadedRuleSet } from '../rules/rule-set.js';

/** The places of the demands open on the window's first day, territory by territory; a version without ranking has none, nor a demand treated apart. */
export function rankPlaces(context: ReplayContext, ruleSet: LoadedRuleSet): readonly RankPlaces[] {
    const day = context.window.from;
    return phasesOf(ruleSet, day, day).flatMap(({ ranking }) => {
        const ranks = context.readingOf(ranking).ranking?.inWorld(recordedFacts(context.facts), 'whole');
        if (ranks === undefined) return [];
        const open = context.population.histories.flatMap((history, demand) => {
            const row = openRow(context.population.run, history, day);
            if (row === undefined || isApart(context, ranking, { demand: context.facts.reader(row), day })) return [];
            return [{ demand, row }];
        });
        const rows = open.map(({ row }) => row);
        const ranked = ranks.rankKeys(rows, { dwelling: undefined, day });
        const keys = ranked.map(({ key }, index) => ({ demand: at(open, index).demand, key }));
        keys.sort((a, b) => compareRankKeys(a.key, b.key));
        const places = new Int32Array(context.population.histories.length);
        let [place, before]: [number, RankKey | undefined] = [0, undefined];
        for (const [index, { demand, key }] of keys.entries()) {
            if (before === undefined || compareRankKeys(before, key) !== 0) place = index + 1;
            places[demand] = place;
            before = key;
        }
        return [{ policy: ranking.policy.name, day, places }];
    });
}
