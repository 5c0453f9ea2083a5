import { expect, test } from 'vitest';
import { loadWorkspace } from '@bareme/language/node';
import { typingStorm } from './typing-storm.js';

const MILLISECONDS = 15_000;

test('real policies retyped and edited at random: no exception, and the findings of a fresh compile at each rest', async () => {
    const { sources } = await loadWorkspace(['policies/national', 'policies/valmont/2021.2', 'policies/valmont/variantes'], { root: process.cwd() });
    const { keys, compared, stale, errors } = await typingStorm({ sources, seed: 2026, milliseconds: MILLISECONDS });
    expect(errors).toEqual([]);
    expect(stale).toEqual([]);
    expect(compared).toBeGreaterThan(0);
    expect(keys).toBeGreaterThan(20);
}, 180_000);
