import { ProcessExecution, Task, TaskGroup, TaskScope, tasks, workspace, type TaskDefinition, type WorkspaceFolder } from 'vscode';
import type { Session } from './session.js';

/** Verbs of the command line that a task runs on a whole folder. */
const VERBS = { verifier: 'vérifier', tester: 'passer les exemples' } as const;

type Verb = keyof typeof VERBS;

/** Offers the packaged command line as tasks: what they find goes to the Problems panel by the matcher `$bareme`. */
export function registerCheckTasks({ context, machine }: Session): void {
    if (machine === undefined) return;
    const taskOf = (verb: Verb, folder: WorkspaceFolder | TaskScope, definition: TaskDefinition): Task => {
        const { program, args, env } = machine.commandLine([verb, '.']);
        const options = { env: { ...env }, ...(typeof folder === 'number' ? {} : { cwd: folder.uri.fsPath }) };
        const task = new Task(definition, folder, VERBS[verb], 'barème', new ProcessExecution(program, [...args], options), '$bareme');
        task.group = verb === 'tester' ? TaskGroup.Test : TaskGroup.Build;
        return task;
    };
    const isVerb = (word: unknown): word is Verb => typeof word === 'string' && Object.hasOwn(VERBS, word);
    context.subscriptions.push(
        tasks.registerTaskProvider('bareme', {
            provideTasks: () =>
                (workspace.workspaceFolders ?? []).flatMap((folder) =>
                    (Object.keys(VERBS) as Verb[]).map((verb) => taskOf(verb, folder, { type: 'bareme', verbe: verb })),
                ),
            resolveTask: ({ definition, scope }) =>
                isVerb(definition['verbe']) ? taskOf(definition['verbe'], scope ?? TaskScope.Workspace, definition) : undefined,
        }),
    );
}
