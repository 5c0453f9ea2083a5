import { coverageOf, noteText, runExample, type ExampleRun } from '@bareme/cli/examples';
import type { Project, Span } from '@bareme/language/ir';
import type { ExampleAnswer, ExampleCoverage, ExampleOutcome } from './language-protocol.js';

/** Every example of a project, run, and the criteria that none tries. */
export function runExamples(project: Project): Omit<ExampleAnswer, 'revision'> {
    const runs = project.examples.map((example) => runExample(example, project));
    return { outcomes: runs.map(outcomeOf), coverage: coverageOf(runs, project).map(coverage) };
}

function outcomeOf({ example, policy, explanation, mismatches }: ExampleRun): ExampleOutcome {
    return {
        label: example.label,
        target: policy === undefined ? 'aucune version' : (policy.variant?.label ?? `${policy.label ?? policy.name}, ${policy.version}`),
        place: placeOf(example.at),
        passed: policy !== undefined && mismatches.length === 0,
        found: explanation === undefined ? 'aucune version n’était en vigueur' : noteText(explanation.result.declared),
        mismatches: mismatches.map(({ criterion, expected, found, at }) => ({
            ...(criterion === undefined ? {} : { criterion }),
            expected,
            found,
            place: placeOf(at),
        })),
    };
}

function coverage({ policy, examples, criteria, untried }: ReturnType<typeof coverageOf>[number]): ExampleCoverage {
    return { policy, examples, criteria, untried: untried.map(({ criterion, label = criterion, definition }) => ({ label, place: placeOf(definition.at) })) };
}

function placeOf([path, start, end]: Span): ExampleOutcome['place'] {
    return { path, start, end };
}
