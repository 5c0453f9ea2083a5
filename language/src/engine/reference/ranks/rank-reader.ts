import type { Ranking, RankingKey } from '../../../ir/policy.js';
import type { Day } from '../../../ir/value.js';
import { neg } from '../../../kit/exact-number.js';
import { NO_END, type DatedKey } from '../../backend/policy-backend.js';
import type { RankKey } from '../../backend/rank-key.js';
import { directionOf, isTimeSince, type TimeScope } from '../../description/time-direction.js';
import { highOf, lowestRankOf, rankingNote } from '../../note-ends.js';
import type { DemandResult, NoteResult } from '../../result.js';
import type { Subject } from '../../subject.js';
import { scoringAll, withoutProofs, type LoadedPolicy } from '../policy/loaded-policy.js';
import { datedCategory, factValue } from '../rules/ranking-key.js';
import { factPlanes, formOf, LAST, numberPlanes, type FactForm, type PlaneForm } from './rank-planes.js';

/** A ranking made ready: its keys before the appraisal, which decides between all that are alike so far. */
export interface RankReader {
    readonly ranking: Ranking;
    /** Evaluated for the note that ranks, whether or not the demand is treated apart: of its results, read no other. */
    readonly loaded: LoadedPolicy;
    readonly keys: readonly RankingKey[];
    readonly forms: readonly PlaneForm[];
    /** By key that is a fact. */
    readonly facts: ReadonlyMap<RankingKey, FactForm>;
    /** The note that ranks. */
    readonly which: 'declared' | 'verified';
}

/** Makes a policy's ranking ready; `undefined` where it has none. */
export function rankReader(loaded: LoadedPolicy, scope: TimeScope): RankReader | undefined {
    const { ranking } = loaded.policy;
    if (ranking === undefined) return undefined;
    const end = ranking.keys.findIndex(({ kind }) => kind === 'appraisal');
    const keys = end < 0 ? ranking.keys : ranking.keys.slice(0, end);
    const note = ranking.keys.find((key) => key.kind === 'note');
    const readsProofs = ranking.keys.some((key) => key.kind === 'note' && key.which === 'verified');
    return {
        ranking,
        loaded: scoringAll(readsProofs ? loaded : withoutProofs(loaded)),
        keys,
        forms: keys.map(formOf),
        facts: new Map(keys.flatMap((key) => (key.kind === 'fact' ? [[key, factForm(key, scope)]] : []))),
        which: note?.which ?? 'declared',
    };
}

function factForm(key: Extract<RankingKey, { kind: 'fact' }>, scope: TimeScope): FactForm {
    const since = isTimeSince(scope, key.value);
    const daily = !since && directionOf(scope, key.value) !== 'constant';
    return { form: formOf(key), descending: key.order === 'descending', since, daily };
}

/** What a demand shows to the keys other than the note, in order, and the last day on which it holds. */
export interface OtherParts {
    readonly parts: readonly RankKey[];
    readonly until: Day;
}

/** Reads the keys other than the note. */
export function otherParts({ loaded, keys, facts }: RankReader, subject: Subject): OtherParts {
    let until = NO_END;
    const parts = keys.map((key): RankKey => {
        const form = facts.get(key);
        if (key.kind === 'fact' && form !== undefined) {
            if (form.daily) until = Math.min(until, subject.day);
            const shown = factValue(loaded, key, subject);
            return shown.kind === 'none' ? LAST : factPlanes(shown.value, form, subject.day);
        }
        if (key.kind !== 'category') return [];
        const { category, until: held } = datedCategory(loaded, subject, key);
        until = Math.min(until, held);
        return [category];
    });
    return { parts, until };
}

/** The rank key of a demand with its result for the same subject; `others` where they are known already. */
export function rankKeyOf(reader: RankReader, subject: Subject, result: DemandResult, others = otherParts(reader, subject)): DatedKey {
    const { which, ranking } = reader;
    const key = joined(reader, others, (each) => notePlanes(rankingNote(result[each], ranking.incomplete)));
    return { key, kind: result[which].kind, until: Math.min(result.validUntil ?? NO_END, others.until) };
}

/** Two rank keys between which a demand ranks, and the last day on which they hold. */
export interface DatedBounds {
    readonly best: RankKey;
    readonly worst: RankKey;
    readonly until: Day;
}

/**
 * Between which keys a demand ranks for any dwelling, from its result without one; only for a ranking whose other keys read no
 * dwelling. A note that a dwelling may leave incomplete ranks last at worst where the incomplete do.
 */
export function rankBoundsOf(reader: RankReader, subject: Subject, result: DemandResult, others = otherParts(reader, subject)): DatedBounds {
    const { ranking } = reader;
    return {
        best: joined(reader, others, (each) => notePlanes(highOf(result[each]))),
        worst: joined(reader, others, (each) => notePlanes(lowestOf(result[each], ranking.incomplete))),
        until: Math.min(result.validUntil ?? NO_END, others.until),
    };
}

function lowestOf(note: NoteResult, incomplete: Ranking['incomplete']): ReturnType<typeof lowestRankOf> {
    return note.kind === 'interval' && incomplete === 'last' ? undefined : lowestRankOf(note, incomplete);
}

function joined({ keys }: RankReader, { parts }: OtherParts, note: (which: 'declared' | 'verified') => RankKey): RankKey {
    const planes: number[] = [];
    for (const [place, key] of keys.entries()) for (const plane of key.kind === 'note' ? note(key.which) : parts[place]!) planes.push(plane);
    return planes;
}

/** The greatest note comes first; one without rank comes last. */
function notePlanes(note: ReturnType<typeof rankingNote>): RankKey {
    return note === undefined ? LAST : numberPlanes(neg(note));
}
