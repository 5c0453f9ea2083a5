import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateAdequacy, evaluateDemand, evaluateEligibility, evaluateSignals, loadPolicy } from '../../../language/src/engine/index.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import { runs, TIME_LIMIT } from './draw.js';
import { renamedPolicy, renamedResult, renamedSituation, trapRename, type Rename } from './renamed-policy.js';
import { policyAndSituations, subjectOf, type Situation } from './situations.js';

/** Every verdict of a policy on a situation, its names replaced and its anomalies in one order. */
function verdicts(policy: Policy, situation: Situation, rename: Rename): unknown {
    const loaded = loadPolicy(policy);
    const subject = subjectOf(situation);
    const results = [
        evaluateDemand(loaded, subject),
        evaluateEligibility(loaded, subject),
        evaluateAdequacy(loaded, subject),
        ...evaluateSignals(loaded, subject),
    ];
    return results.map((result) => {
        const renamed = renamedResult(result, rename) as { readonly anomalies: readonly { readonly kind: string; readonly name: string }[] };
        return { ...renamed, anomalies: renamed.anomalies.map(({ kind, name }) => `${kind} ${name}`).sort() };
    });
}

describe('names that JavaScript objects have', () => {
    test(
        'give the results of any other names, and leave Object.prototype as it was',
        () => {
            const before = Reflect.ownKeys(Object.prototype);
            fc.assert(
                fc.property(
                    policyAndSituations(4, () => undefined),
                    ({ policy, situations }) => {
                        const rename = trapRename();
                        const renamed = renamedPolicy(policy, rename);
                        for (const situation of situations) {
                            const expected = verdicts(policy, situation, rename);
                            expect(verdicts(renamed, renamedSituation(situation, rename), (name) => name)).toEqual(expected);
                        }
                    },
                ),
                runs(40),
            );
            expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
            expect(Object.keys({})).toEqual([]);
        },
        TIME_LIMIT,
    );
});
