import { evaluateEligibility, explainDemand, loadPolicy, type EligibilityResult, type Explanation, type NoteResult } from '@bareme/language/engine';
import { ruleSetName, toFraction, withGivenDerived, type Example, type Expectation, type Policy, type Project } from '@bareme/language/ir';
import { subjectOf } from './fact-reader.js';

/** What an example expects and what the engine gives, in one form: equal lists mean that the example holds. */
export interface ExampleOutcome {
    readonly expected: readonly string[];
    readonly found: readonly string[];
}

/** Runs an example on the version or variant that it names. */
export function exampleOutcome(project: Project, example: Example): ExampleOutcome {
    const loaded = loadPolicy(withGivenDerived(policyOf(project, example), example.demand));
    const subject = subjectOf(example);
    const pairs = example.expectations.flatMap((expectation) =>
        compared(
            expectation,
            () => explainDemand(loaded, subject),
            () => evaluateEligibility(loaded, subject),
        ),
    );
    return { expected: pairs.map(([expected]) => expected), found: pairs.map(([, found]) => found) };
}

/** The rule set of an example, as a name to show. */
export function exampleRuleSet(project: Project, example: Example): string {
    return ruleSetName(policyOf(project, example));
}

function policyOf(project: Project, example: Example): Policy {
    const candidates = example.variant === undefined ? project.policies : project.variants;
    const found = candidates.find((policy) => policy.name === example.policy && policy.version === example.version && policy.variant?.name === example.variant);
    if (found === undefined) throw new Error(`${example.label}: no such rule set`);
    return found;
}

type Pair = readonly [expected: string, found: string];

function compared(expectation: Expectation, explain: () => Explanation, eligibility: () => EligibilityResult): readonly Pair[] {
    switch (expectation.kind) {
        case 'note': {
            const { result, traces } = explain();
            const note: Pair = [`${expectation.which} ${expectation.note}`, `${expectation.which} ${noteText(result[expectation.which])}`];
            const lines = traces[expectation.which].lines;
            const details = expectation.details.map(({ criterion, points }): Pair => {
                const line = lines.find((candidate) => candidate.kind === 'criterion' && candidate.name === criterion);
                const kept = line?.kept.kind === 'exact' ? toFraction(line.kept.points) : 'none';
                return [`${criterion} ${points}`, `${criterion} ${kept}`];
            });
            return [note, ...details];
        }
        case 'incomplete': {
            const found = explain().result.declared;
            if (found.kind !== 'incomplete') return [['incomplete', noteText(found)]];
            const missing = expectation.missing.length === 0 ? found.missing : expectation.missing;
            return [
                [
                    `${expectation.low ?? ''}..${expectation.high ?? ''} ${missing.join()}`,
                    `${toFraction(found.low)}..${toFraction(found.high)} ${found.missing.join()}`,
                ],
            ];
        }
        case 'unscored':
            return [[`unscored ${expectation.clause ?? ''}`, noteText(explain().result.declared)]];
        case 'eligibility': {
            const found = eligibility();
            const motives = found.kind === 'ineligible' && expectation.motive !== undefined ? ` ${found.exclusions.join()}` : '';
            return [[`${expectation.result}${expectation.motive === undefined ? '' : ` ${expectation.motive}`}`, found.kind + motives]];
        }
    }
}

function noteText(note: NoteResult): string {
    switch (note.kind) {
        case 'note':
            return toFraction(note.note);
        case 'interval':
            return `interval ${toFraction(note.low)}..${toFraction(note.high)}`;
        case 'incomplete':
            return `incomplete ${toFraction(note.low)}..${toFraction(note.high)} ${note.missing.join()}`;
        case 'unscored':
            return `unscored ${note.clauses.join()}`;
    }
}
