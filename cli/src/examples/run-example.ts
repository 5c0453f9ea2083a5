import { evaluateEligibility, explainDemand, loadPolicy, type Explanation, type Subject } from '@bareme/language/engine';
import { isDraft, leftToSet, versionInForce, withGivenDerived, type Example, type Policy, type Project } from '@bareme/language/ir';
import { checkExpectation, type Mismatch } from './check-expectation.js';
import { enumerate } from '../french.js';
import { factListReader } from './fact-list-reader.js';

/** One example, run. `policy` is absent when the files hold no such version: the compiler has said so; `explanation`, when it is a draft too. */
export interface ExampleRun {
    readonly example: Example;
    readonly policy?: Policy;
    readonly explanation?: Explanation;
    readonly mismatches: readonly Mismatch[];
}

/** Runs an example under its version or variant, and compares what it expects with what the policy gives. */
export function runExample(example: Example, project: Project): ExampleRun {
    const policy = policyOfExample(example, project);
    if (policy === undefined) return { example, mismatches: [] };
    if (isDraft(policy)) return { example, policy, mismatches: [draftMismatch(example, policy)] };
    const loaded = loadPolicy(withGivenDerived(policy, example.demand));
    const subject = subjectOf(example);
    const explanation = explainDemand(loaded, subject);
    const seen = { explanation, eligibility: () => evaluateEligibility(loaded, subject) };
    return { example, policy, explanation, mismatches: example.expectations.flatMap((expectation) => checkExpectation(expectation, seen)) };
}

/** Under a draft nothing is computed: whatever the example expects is not met. */
function draftMismatch({ label, at }: Example, policy: Policy): Mismatch {
    const names = [...new Set(leftToSet(policy).map(({ of }) => `« ${of} »`))];
    return { expected: `le résultat de « ${label} »`, found: `rien, tant que reste à fixer ce que donne ${enumerate(names)}`, at };
}

/** The version named, the variant named, or the version in force on the day of the example. */
export function policyOfExample({ policy: name, version, variant, day }: Example, project: Project): Policy | undefined {
    if (variant !== undefined) {
        return project.variants.find((item) => item.name === name && item.variant?.name === variant && (version === undefined || item.version === version));
    }
    const versions = project.policies.filter((item) => item.name === name);
    return version === undefined ? versionInForce(versions, day) : versions.find((item) => item.version === version);
}

function subjectOf({ demand, dwelling, proved, day }: Example): Subject {
    return {
        demand: factListReader(demand, proved),
        ...(dwelling === undefined ? {} : { dwelling: factListReader(dwelling, []) }),
        day,
    };
}
