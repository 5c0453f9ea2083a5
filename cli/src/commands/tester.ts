import { report, type Diagnostic, type Location } from '@bareme/language/diagnostics';
import type { Span } from '@bareme/language/ir';
import { coverageOf, type PolicyCoverage } from '../examples/coverage.js';
import { pointsResultText } from '../examples/check-expectation.js';
import { examplesDocument } from '../examples/examples-document.js';
import { policyOfExample, runExample, type ExampleRun } from '../examples/run-example.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { dayText, integerText, plural } from '../french.js';
import { usesColour, type Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { humanDiagnostics } from '../report/human.js';
import { jsonText } from '../report/json.js';
import { paint } from '../report/paint.js';
import { printFindings } from '../report/print-findings.js';
import { draftDiagnostics } from '../workspace/draft-diagnostics.js';
import { hasErrors, hasFindings, loadPolicies, rootOf, unreadExit, type LoadedPolicies } from '../workspace/load-policies.js';
import { formatOf, type Command } from './command.js';

/** `bareme tester`: runs the examples of policies, and says which criteria none of them tries. */
export const TESTER: Command = {
    name: 'tester',
    alias: 'test',
    summary: 'passe les exemples des politiques, et dit quels critères aucun n’essaie',
    positionals: { word: 'CHEMIN…', help: 'fichiers .bareme, ou dossiers qui en contiennent', required: true },
    options: [],
    details: ['Un exemple contredit montre ce qui était attendu et ce que la politique donne. Les fichiers sont d’abord vérifiés : une erreur arrête tout.'],
    examples: ['bareme tester policies/national policies/valmont'],
    run: test,
};

async function test(invocation: Invocation, host: Host): Promise<ExitCode> {
    const loaded = await loadPolicies(invocation.positionals, rootOf(invocation, host));
    if (hasErrors(loaded.diagnostics)) {
        printFindings({ command: 'tester', diagnostics: loaded.diagnostics, texts: loaded.texts, format: formatOf(invocation), stream: 'out' }, host);
        return unreadExit(loaded);
    }
    const drafts = draftDiagnostics(loaded.project.examples.flatMap((example) => policyOfExample(example, loaded.project) ?? []));
    if (drafts.length > 0) {
        printFindings({ command: 'tester', diagnostics: drafts, texts: loaded.texts, format: formatOf(invocation), stream: 'out' }, host);
        return EXIT.findings;
    }
    const runs = loaded.project.examples.map((example) => runExample(example, loaded.project));
    const coverage = coverageOf(runs, loaded.project);
    const diagnostics = [
        ...loaded.diagnostics,
        ...(runs.length === 0 ? [report('BAR925', {})] : []),
        ...runs.flatMap((run) => mismatchDiagnostics(run)),
        ...coverage.flatMap((policy) => untriedDiagnostics(policy)),
    ];
    printTest({ loaded, runs, coverage, diagnostics }, invocation, host);
    return hasFindings(diagnostics) ? EXIT.findings : EXIT.clean;
}

interface TestRun {
    readonly loaded: LoadedPolicies;
    readonly runs: readonly ExampleRun[];
    readonly coverage: readonly PolicyCoverage[];
    readonly diagnostics: readonly Diagnostic[];
}

function printTest(tested: TestRun, invocation: Invocation, host: Host): void {
    const format = formatOf(invocation);
    if (format === 'humain') host.out.write(humanTest(tested, { quiet: invocation.has('silencieux'), colour: usesColour(host.out, host.env) }));
    else if (format === 'json') host.out.write(jsonText(examplesDocument({ ...tested, texts: tested.loaded.texts })));
    else printFindings({ command: 'tester', diagnostics: tested.diagnostics, texts: tested.loaded.texts, format, stream: 'out' }, host);
}

function humanTest({ loaded, runs, coverage, diagnostics }: TestRun, { quiet, colour }: { readonly quiet: boolean; readonly colour: boolean }): string {
    const shown = diagnostics.filter(({ severity }) => severity !== 'information');
    const failed = runs.filter((run) => !isConfirmed(run)).length;
    const blocks = [
        quiet ? '' : runs.map((run) => `${exampleLine(run, colour)}\n`).join(''),
        humanDiagnostics(shown, { texts: loaded.texts, colour }).trimEnd(),
        coverage.map((policy) => `${coverageText(policy)}\n`).join(''),
        `${plural(runs.length - failed, 'exemple confirmé', 'exemples confirmés')}, ${plural(failed, 'contredit', 'contredits')}.`,
    ];
    return blocks
        .filter((block) => block !== '')
        .map((block) => `${block.trimEnd()}\n`)
        .join('\n');
}

function isConfirmed({ policy, mismatches }: ExampleRun): boolean {
    return policy !== undefined && mismatches.length === 0;
}

/** One line per example; a contradicted one shows what each criterion gives. */
function exampleLine(run: ExampleRun, colour: boolean): string {
    const { example, explanation } = run;
    const target = [example.policy, example.version, example.variant].filter((part) => part !== undefined).join(' ');
    if (isConfirmed(run)) return `${paint('green', 'confirmé ', colour)}  ${target}  ${example.label}`;
    const lines =
        explanation?.traces.declared.lines.filter(({ kind, points }) => kind === 'criterion' && (points.kind === 'bounds' || points.points.n !== 0n)) ?? [];
    const given = lines.map(({ name, kept }) => `${name} ${pointsResultText(kept)}`).join(', ');
    return `${paint('red', 'contredit', colour)}  ${target}  ${example.label}\n           la politique donne : ${given === '' ? 'aucun point' : given}`;
}

function coverageText({ policy, examples, criteria, untried }: PolicyCoverage): string {
    const tried = `${policy} : ${integerText(criteria - untried.length)} sur ${plural(criteria, 'critère essayé', 'critères essayés')} par ${plural(examples, 'exemple', 'exemples')}`;
    return untried.length === 0 ? `${tried}.` : `${tried} ; aucun exemple ne fait donner de points à ${untried.map(({ criterion }) => criterion).join(', ')}.`;
}

function mismatchDiagnostics({ example, policy, mismatches }: ExampleRun): readonly Diagnostic[] {
    if (policy === undefined) return [report('BAR923', { policy: example.policy, day: dayText(example.day) }, locationOf(example.at))];
    return mismatches.map(({ criterion, expected, found, at }) =>
        criterion === undefined ? report('BAR601', { expected, found }, locationOf(at)) : report('BAR602', { criterion, expected, found }, locationOf(at)),
    );
}

function untriedDiagnostics({ policy, untried }: PolicyCoverage): readonly Diagnostic[] {
    return untried.map(({ criterion, definition }) => report('BAR927', { criterion, policy }, locationOf(definition.at)));
}

function locationOf([path, start, end]: Span): Location {
    return { path, start, end };
}
