import { sharedVocabulary } from '@bareme/language/ir';
import { replayClient } from '../workers/replay-client.js';
import type { ReplayAnswer, ReplayQuestion, TerritorySource } from '../workers/replay-protocol.js';
import { session, update } from './session.js';

/** What is heard of the worker: its answers, or that it fell (memory, most often). */
export type WorkerNews = ReplayAnswer | { readonly kind: 'fell' };

const listeners = new Set<(news: WorkerNews) => void>();
let count = 0;
/** The data that the worker holds, or is reading. */
let heldBy: TerritorySource | undefined;

const worker = replayClient(hear, () => {
    heldBy = undefined;
    const { territory } = session();
    if (territory.kind === 'reading') update({ territory: { kind: 'known', source: territory.source } });
    tell({ kind: 'fell' });
});

/** Has a listener told of all that the worker says. */
export function onWorkerNews(listener: (news: WorkerNews) => void): void {
    listeners.add(listener);
}

/** A number that no question had. */
export function nextQuestion(): number {
    count += 1;
    return count;
}

/** Asks the worker. */
export function askWorker(question: ReplayQuestion): void {
    worker.ask(question);
}

/** Stops the worker at once: the data that it holds are let go. */
export function stopWorker(): void {
    worker.stop();
    heldBy = undefined;
}

/** Whether the worker holds these data, read. */
export function isHeld(source: TerritorySource): boolean {
    return heldBy === source && session().territory.kind === 'read';
}

/** Has the worker read data, in the words of the policies open. */
export function readTerritory(source: TerritorySource): void {
    const { compiled, territory } = session();
    if (heldBy === source && territory.kind === 'reading') return;
    update({ territory: { kind: 'reading', source } });
    if (compiled === undefined) return;
    const { policies, variants, mappings } = compiled.project;
    heldBy = source;
    const words = { vocabulary: sharedVocabulary([...policies, ...variants]), mapping: mappings[0] };
    worker.ask({ kind: 'read', id: nextQuestion(), source, words });
}

function hear(answer: ReplayAnswer): void {
    const { territory } = session();
    if (answer.kind === 'territory' && territory.kind !== 'none')
        update({ territory: { kind: answer.territory === undefined ? 'refused' : 'read', source: territory.source, answer } });
    tell(answer);
}

function tell(news: WorkerNews): void {
    for (const listener of listeners) listener(news);
}
