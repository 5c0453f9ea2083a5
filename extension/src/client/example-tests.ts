import {
    EventEmitter,
    FileCoverage,
    Location,
    Range,
    StatementCoverage,
    TestMessage,
    TestRunProfileKind,
    Uri,
    tests,
    workspace,
    type CancellationToken,
    type Event,
    type TestController,
    type TestItem,
    type TestRun,
    type TestRunProfile,
    type TestRunRequest,
} from 'vscode';
import { examplesRequest, runExamplesRequest, type CriterionCoverage, type ExampleItem, type ExampleOutcome, type Place } from '../protocol.js';
import { groupBy } from '../group-by.js';
import type { Session } from './session.js';

/** How the examples of the last run ended. */
export interface ExamplesCount {
    readonly passed: number;
    readonly failed: number;
}

/** The Test Explorer's side of the examples. */
export interface ExampleTests {
    /** After each run, over every example whose outcome is known. */
    readonly onRun: Event<ExamplesCount>;
}

/** Shows every `exemple` in the Test Explorer: run one, several or all, again at each change, and which criteria they try. */
export function registerExampleTests(session: Session): ExampleTests {
    const { client, context, onCompiled } = session;
    const controller = tests.createTestController('bareme.exemples', 'Exemples');
    const state: State = { session, controller, coverage: new WeakMap(), outcomes: new Map(), ran: new EventEmitter(), continuous: new Set() };
    const refresh = async (): Promise<void> => {
        showExamples(controller, await client.sendRequest(examplesRequest));
        for (const run of state.continuous) await run();
        if (workspace.getConfiguration('bareme').get('exemples.continus', false) && state.continuous.size === 0) await runOnce(state, allExamples(), undefined);
    };
    const allExamples = (): RunRequest => ({ include: undefined, exclude: undefined, profile: runProfile });
    const runProfile = controller.createRunProfile(
        'Passer',
        TestRunProfileKind.Run,
        (request, token) => runTests(state, request, token),
        true,
        undefined,
        true,
    );
    const coverageProfile = controller.createRunProfile('Passer avec les critères essayés', TestRunProfileKind.Coverage, (request, token) =>
        runTests(state, request, token),
    );
    coverageProfile.loadDetailedCoverage = (_run, file) => Promise.resolve([...(state.coverage.get(file) ?? [])]);
    controller.refreshHandler = refresh;
    context.subscriptions.push(
        controller,
        state.ran,
        onCompiled(() => {
            refresh().catch((error: unknown) => {
                client.error('Les exemples n’ont pas pu être lus.', error, false);
            });
        }),
    );
    return { onRun: state.ran.event };
}

interface State {
    readonly session: Session;
    readonly controller: TestController;
    readonly coverage: WeakMap<FileCoverage, readonly StatementCoverage[]>;
    readonly outcomes: Map<string, boolean>;
    readonly ran: EventEmitter<ExamplesCount>;
    /** What runs again after each compilation. */
    readonly continuous: Set<() => Promise<void>>;
}

type RunRequest = Pick<TestRunRequest, 'include' | 'exclude'> & { readonly profile: TestRunProfile | undefined };

/** The tree of the explorer: one floor for what is tried, one for its examples. */
function showExamples({ items, createTestItem }: TestController, examples: readonly ExampleItem[]): void {
    const targets = groupBy(examples, ({ folder, target }) => `${folder}\u001f${target}`);
    items.replace(
        [...targets].map(([key, group]) => {
            const target = createTestItem(key, group[0]?.target ?? '');
            target.children.replace(
                group.map(({ id, label, uri, range }) => {
                    const item = createTestItem(id, label, Uri.parse(uri));
                    item.range = rangeOf(range);
                    return item;
                }),
            );
            return target;
        }),
    );
}

async function runTests(state: State, request: TestRunRequest, token: CancellationToken): Promise<void> {
    const once = (): Promise<void> => runOnce(state, { include: request.include, exclude: request.exclude, profile: request.profile }, token);
    if (request.continuous === true) {
        state.continuous.add(once);
        token.onCancellationRequested(() => state.continuous.delete(once));
    }
    await once();
}

async function runOnce(state: State, request: RunRequest, token: CancellationToken | undefined): Promise<void> {
    const { controller, session } = state;
    const items = chosenItems(controller, request);
    const known = new Map(items.map((item) => [item.id, item]));
    const run = controller.createTestRun({ ...request, preserveFocus: true } as TestRunRequest);
    for (const item of items) run.started(item);
    try {
        const { outcomes, coverage } = await session.client.sendRequest(runExamplesRequest, { ids: [...known.keys()] }, token);
        for (const outcome of outcomes) {
            const item = known.get(outcome.id);
            if (item !== undefined) showOutcome(run, item, outcome);
            state.outcomes.set(outcome.id, outcome.passed);
        }
        if (request.profile?.kind === TestRunProfileKind.Coverage) addCoverage(state, run, coverage);
    } finally {
        run.end();
    }
    state.ran.fire(countOf(state));
}

function countOf({ controller, outcomes }: State): ExamplesCount {
    const shown = new Set(chosenItems(controller, { include: undefined, exclude: undefined, profile: undefined }).map(({ id }) => id));
    for (const id of outcomes.keys()) if (!shown.has(id)) outcomes.delete(id);
    const passed = [...outcomes.values()].filter((value) => value).length;
    return { passed, failed: outcomes.size - passed };
}

/** The examples asked for: leaves of what is included, but for what is excluded. A target stands for its examples, even after a new listing. */
function chosenItems({ items }: TestController, { include, exclude }: RunRequest): readonly TestItem[] {
    const excluded = new Set(exclude?.map(({ id }) => id));
    const leaves = (item: TestItem): readonly TestItem[] => {
        if (excluded.has(item.id)) return [];
        const children = [...item.children].map(([, child]) => child);
        return children.length === 0 ? [item] : children.flatMap(leaves);
    };
    const all = [...items].flatMap(([, item]) => leaves(item));
    if (include === undefined) return all;
    const wanted = new Set(include.map(({ id }) => id));
    return all.filter((item) => wanted.has(item.id) || (item.parent !== undefined && wanted.has(item.parent.id)));
}

function showOutcome(run: TestRun, item: TestItem, { passed, found, mismatches }: ExampleOutcome): void {
    run.appendOutput(`${passed ? 'confirmé ' : 'contredit'}  ${item.label} : ${found}\r\n`, undefined, item);
    if (passed) return run.passed(item);
    run.failed(
        item,
        mismatches.map((mismatch) => {
            const subject = mismatch.criterion === undefined ? '' : `critère « ${mismatch.criterion} » : `;
            const message = TestMessage.diff(`${subject}attendu ${mismatch.expected}, la politique donne ${mismatch.found}`, mismatch.expected, mismatch.found);
            message.location = locationOf(mismatch);
            return message;
        }),
    );
}

/** A criterion that no example makes give points is not covered. */
function addCoverage({ coverage: details }: State, run: TestRun, coverage: readonly CriterionCoverage[]): void {
    for (const [uri, criteria] of groupBy(coverage, (criterion) => criterion.uri)) {
        const statements = criteria.map(({ examples, range }) => new StatementCoverage(examples, rangeOf(range)));
        const file = FileCoverage.fromDetails(Uri.parse(uri), statements);
        details.set(file, statements);
        run.addCoverage(file);
    }
}

function locationOf({ uri, range }: Place): Location {
    return new Location(Uri.parse(uri), rangeOf(range));
}

function rangeOf({ start, end }: Place['range']): Range {
    return new Range(start.line, start.character, end.line, end.character);
}
