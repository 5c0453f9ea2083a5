import type { FactReader } from '../../../columns/facts.js';
import type { Promised } from '../../../ir/guarantee.js';
import type { Day } from '../../../ir/value.js';
import type { Rational } from '../../../kit/exact-number.js';
import type { NoteResult } from '../../result.js';
import type { GuaranteeCounts } from './guarantee-counts.js';
import { evaluateDemand } from '../results/evaluate-demand.js';
import { evaluateCondition } from './evaluate-policy-parts.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import { highOf, lowestRankOf } from '../../note-ends.js';
import { compareRankingKeys, rankingKeyOf, type RankingValue } from './ranking-key.js';

type Keys = readonly RankingValue[];

/** The best and the worst rank that a demand may have before a dwelling. */
interface Ends {
    readonly best: Keys;
    readonly worst: Keys;
}

/**
 * A demand of the first kind breaks the precedence when one of the second ranks before it or with it, whatever their notes turn out to be;
 * it keeps it when it ranks before all of them, whatever these are.
 */
export function checkPrecedence(
    loaded: LoadedPolicy,
    { first, second }: Extract<Promised, { kind: 'precedes' }>,
    { demands, day }: { readonly demands: readonly FactReader[]; readonly day: Day },
): GuaranteeCounts {
    const isBefore = (a: Keys, b: Keys | undefined): boolean => b === undefined || compareRankingKeys(loaded, a, b) < 0;
    const before: Ends[] = [];
    let unknown = 0;
    /** Of the demands of the second kind: the best rank that one may have, and that one surely has. */
    let [possible, sure]: [Keys | undefined, Keys | undefined] = [undefined, undefined];
    for (const demand of demands) {
        const [isFirst, isSecond] = [first, second].map((condition) => evaluateCondition(loaded, condition, { demand, day }).truth);
        if (isFirst === 'unknown' || isSecond === 'unknown') unknown += 1;
        if (isFirst !== 'true' && isSecond !== 'true') continue;
        const ends = endsOf(loaded, demand, day);
        if (isFirst === 'true') before.push(ends);
        if (isSecond !== 'true') continue;
        if (isBefore(ends.best, possible)) possible = ends.best;
        if (isBefore(ends.worst, sure)) sure = ends.worst;
    }
    const broken = before.filter(({ best }) => sure !== undefined && !isBefore(best, sure)).length;
    const kept = before.filter(({ worst }) => isBefore(worst, possible)).length;
    return { tested: before.length, broken, unsure: before.length - broken - kept, unknown };
}

function endsOf(loaded: LoadedPolicy, demand: FactReader, day: Day): Ends {
    const result = evaluateDemand(loaded, { demand, day });
    const { ranking } = loaded.policy;
    const asIs = rankingKeyOf(loaded, { demand, day }, result);
    const at = (end: (note: NoteResult) => Rational | undefined): Keys =>
        asIs.map((value, place): RankingValue => {
            const key = ranking?.keys[place];
            if (key?.kind !== 'note') return value;
            const note = end(result[key.which]);
            return note === undefined ? { kind: 'none' } : { kind: 'note', note };
        });
    return { best: at(highOf), worst: at((note) => lowestRankOf(note, ranking?.incomplete ?? 'minimum')) };
}
