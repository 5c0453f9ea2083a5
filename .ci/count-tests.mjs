/**
 * Adds up a vitest JSON report: `{passed, failed}` in tests. A skipped test, a file that does not load and an error
 * outside any test (exit code without a failed test) each count as a failure: nothing is lost in silence.
 */
export function countTests(report, exitCode) {
    const statuses = report.testResults.flatMap((file) => file.assertionResults.map((test) => test.status));
    const passed = statuses.filter((status) => status === 'passed').length;
    const broken = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
    const failed = statuses.length - passed + broken;
    return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
