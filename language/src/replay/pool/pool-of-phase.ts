import { noteBook } from '../ranking/note-book.js';
import { createPool } from './create-pool.js';
import type { PhasePool, PoolWorld } from './phase-pool.js';
import type { RunContext } from './replay-context.js';
import type { Phase } from '../rules/rule-set.js';
import type { VerdictBook } from './verdicts.js';

/** The pools of a phase in a world: the filters of the version in force, the notes of the version that ranks. */
export function poolOfPhase(
    context: RunContext,
    phase: Phase,
    { world, verdicts, wholePools }: { readonly world: PoolWorld; readonly verdicts: VerdictBook; readonly wholePools: boolean },
): PhasePool | undefined {
    const { ranks, settledScope, shared } = context.readingOf(phase.ranking);
    if (ranks === undefined) return undefined;
    const { dwellings, refusals } = context;
    const notes = noteBook({ ranks, dwellings, scope: settledScope, refusals, reader: world.reader, wholePools, shared });
    const { filters, openings } = context.readingOf(phase.inForce);
    return createPool({ world, days: phase, filters, openings, notes, dwellings, shared: context.verdicts, own: verdicts });
}
