import { describe, expect, it } from 'vitest';
import { countTests } from '../../.ci/count-tests.mjs';

const file = (status: string, ...tests: readonly string[]) => ({ status, assertionResults: tests.map((name) => ({ status: name })) });

describe('the last line of the verification', () => {
    it.each([
        ['all passed', [file('passed', 'passed', 'passed')], 0, { passed: 2, failed: 0 }],
        ['one failed', [file('failed', 'passed', 'failed')], 1, { passed: 1, failed: 1 }],
        ['a skipped test is a failure', [file('passed', 'passed', 'skipped')], 0, { passed: 1, failed: 1 }],
        ['a file that does not load is a failure', [file('failed'), file('passed', 'passed')], 1, { passed: 1, failed: 1 }],
        ['an error outside any test is a failure', [file('passed', 'passed')], 1, { passed: 1, failed: 1 }],
        ['no test at all', [], 0, { passed: 0, failed: 0 }],
    ])('%s', (_title, testResults, exitCode, expected) => {
        expect(countTests({ testResults }, exitCode)).toEqual(expected);
    });
});
