import type { ExampleRunner } from '@bareme/language/lsp';
import { noteText } from './check-expectation.js';
import { runExample } from './run-example.js';

/** What each example gives, for an editor to show above it. */
export const exampleResults: ExampleRunner = ({ project }) =>
    project.examples.map((example) => {
        const { policy, explanation, mismatches } = runExample(example, project);
        const declared = explanation?.result.declared;
        return {
            at: example.at,
            passed: policy !== undefined && mismatches.length === 0,
            found: declared === undefined ? '' : noteText(declared),
            ...(policy === undefined ? {} : { policy }),
            missing: declared?.kind === 'incomplete' ? declared.missing : [],
        };
    });
