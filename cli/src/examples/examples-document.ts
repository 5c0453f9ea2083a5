import type { Diagnostic } from '@bareme/language/diagnostics';
import { diagnosticsDocument, type DiagnosticsDocument } from '../report/json.js';
import type { Texts } from '../report/located.js';
import { noteText } from './check-expectation.js';
import type { PolicyCoverage } from './coverage.js';
import type { ExampleRun } from './run-example.js';

/** The version of the JSON of `tester` (`exemples.schema.json`). */
export const EXAMPLES_VERSION = '1.0';

/** What `tester --format json` prints: every example with what it gave, what is tried, and the findings. */
export interface ExamplesDocument extends DiagnosticsDocument {
    readonly examplesVersion: string;
    readonly examples: readonly ExampleEntry[];
    readonly coverage: readonly CoverageEntry[];
}

export interface ExampleEntry {
    readonly label: string;
    readonly policy: string;
    readonly version?: string;
    readonly variant?: string;
    readonly passed: boolean;
    /** The declared note in words; empty when no version is in force on its day. */
    readonly found: string;
    readonly mismatches: readonly { readonly criterion?: string; readonly expected: string; readonly found: string }[];
}

export interface CoverageEntry {
    readonly policy: string;
    readonly examples: number;
    readonly criteria: number;
    /** Criteria to which no example gives points. */
    readonly untried: readonly string[];
}

/** The examples run as a document. */
export function examplesDocument(tested: {
    readonly runs: readonly ExampleRun[];
    readonly coverage: readonly PolicyCoverage[];
    readonly diagnostics: readonly Diagnostic[];
    readonly texts: Texts;
}): ExamplesDocument {
    const { runs, coverage, diagnostics, texts } = tested;
    return {
        examplesVersion: EXAMPLES_VERSION,
        examples: runs.map(exampleEntry),
        coverage: coverage.map(({ policy, examples, criteria, untried }) => ({
            policy,
            examples,
            criteria,
            untried: untried.map(({ criterion }) => criterion),
        })),
        ...diagnosticsDocument('tester', diagnostics, texts),
    };
}

function exampleEntry({ example, policy, explanation, mismatches }: ExampleRun): ExampleEntry {
    const { label, policy: name, version, variant } = example;
    return {
        label,
        policy: name,
        ...(version === undefined ? {} : { version }),
        ...(variant === undefined ? {} : { variant }),
        passed: policy !== undefined && mismatches.length === 0,
        found: explanation === undefined ? '' : noteText(explanation.result.declared),
        mismatches: mismatches.map(({ criterion, expected, found }) => ({ ...(criterion === undefined ? {} : { criterion }), expected, found })),
    };
}
