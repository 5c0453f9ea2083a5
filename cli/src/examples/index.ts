/** The door of the examples: running them and telling what they give, in French. Pure: no file, no clock. */
export { coverageOf, type PolicyCoverage } from './coverage.js';
export { noteText, pointsResultText, type Mismatch } from './check-expectation.js';
export { factListReader } from './fact-list-reader.js';
export { policyOfExample, runExample, type ExampleRun } from './run-example.js';
export { exampleResults } from './example-results.js';
