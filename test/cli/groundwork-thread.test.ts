import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay, type GroundworkElsewhere, type ReplayRequest } from '@bareme/language/replay';
import { isWorthAThread, startGroundworkThread } from '../../cli/src/replay-run/groundwork-thread.js';
import { replayInSteps } from '../../cli/src/replay-run/replay-in-steps.js';
import { baseline, request } from '../language/replay/build.js';
import { anyPolicy, anyTerritory } from '../language/replay/random-territory.js';

const REQUESTS: readonly ReplayRequest[] = fc
    .sample(fc.tuple(anyTerritory, anyPolicy), { seed: 2024, numRuns: 6 })
    .map(([parts, rules]) => request({ ...parts, ruleSets: [baseline(rules), { ...baseline(rules), id: 'autre' }], seed: 3 }));

/** A thread that never gives a groundwork. */
const thread = (states: readonly GroundworkElsewhere[]) => {
    let looks = 0;
    return { groundwork: () => states[looks++] ?? 'failed', stop: () => undefined };
};

describe('what depends on no run, made by a second thread', () => {
    it.each(REQUESTS.map((each, place) => [place, each] as const))('gives the report of one thread, request %i', async (_, each) => {
        expect(await replayInSteps(each, () => true, startGroundworkThread(each))).toEqual(replay(each));
    });

    it('is waited for', async () => {
        const [each] = REQUESTS;
        let waits = 0;
        const outcome = await replayInSteps(each!, ({ waiting }) => (waits += Number(waiting ?? false)) >= 0, thread(['waiting', 'waiting', 'failed']));
        expect(waits).toBe(2);
        expect(outcome).toEqual(replay(each!));
    });

    it('is made by the replay itself when the thread fails', async () => {
        const [each] = REQUESTS;
        expect(await replayInSteps(each!, () => true, thread(['failed']))).toEqual(replay(each!));
    });

    it('stops with the replay', async () => {
        const [each] = REQUESTS;
        let stopped = false;
        const outcome = await replayInSteps(each!, () => false, { groundwork: () => 'waiting', stop: () => (stopped = true) });
        expect([outcome.kind, stopped]).toEqual(['cancelled', true]);
    });

    it('is not started for a small territory', () => {
        expect(REQUESTS.map(isWorthAThread)).toEqual(REQUESTS.map(() => false));
    });
});
