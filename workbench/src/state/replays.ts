import { ruleSetsOf, territoriesOf } from '../base/rule-sets.js';
import { hashText } from '../workers/receipt.js';
import type { ReplayAnswer, ReplaySettings } from '../workers/replay-protocol.js';
import type { TrialAnswer } from '../workers/trial-protocol.js';
import { show } from './navigation.js';
import { askWorker, isHeld, nextQuestion, onWorkerNews, readTerritory, stopWorker, type WorkerNews } from './replay-worker.js';
import { announce, session, update, type Compiled, type Files } from './session.js';

/** A replay that was asked for: its rules are kept beside it, since the texts may change meanwhile. */
interface Asked {
    readonly id: number;
    readonly startedAt: number;
    readonly compiled: Compiled;
    readonly files: Files;
    readonly settings: ReplaySettings;
    readonly territory: string;
    readonly variants: readonly string[];
}

let asked: Asked | undefined;

onWorkerNews(hear);

/** Replays the versions in force and some variants of the first territory that the files write for. */
export function startReplay(variants: readonly string[], settings: ReplaySettings): void {
    const { compiled, workspace, territory } = session();
    if (compiled === undefined || workspace === undefined || territory.kind === 'none') return;
    const [name = ''] = territoriesOf(compiled.project);
    asked = { id: nextQuestion(), startedAt: performance.now(), compiled, files: workspace.files, settings, territory: name, variants };
    update({ replay: { kind: 'starting', startedAt: asked.startedAt }, proposed: undefined });
    if (isHeld(territory.source)) void send(asked);
    else readTerritory(territory.source);
}

/** The replay that is asked for and not made yet. */
export function replayUnderWay(): { readonly variants: readonly string[]; readonly settings: ReplaySettings } | undefined {
    const { replay } = session();
    if (asked === undefined || (replay.kind !== 'starting' && replay.kind !== 'running')) return undefined;
    return { variants: asked.variants, settings: asked.settings };
}

/** Stops the replay under way; what it has done is let go. */
export function cancelReplay(): void {
    stopWorker();
    asked = undefined;
    update({ replay: { kind: 'cancelled' } });
    announce('Rejeu arrêté.');
}

async function send(job: Asked): Promise<void> {
    const { id, compiled, files, settings, territory, variants } = job;
    const policies = await Promise.all([...files].map(async ([path, text]) => ({ path, sha256: await hashText(text) })));
    if (asked !== job) return;
    askWorker({ kind: 'replay', id, ruleSets: ruleSetsOf(compiled.project, territory, variants), settings, policies });
}

function hear(news: WorkerNews): void {
    switch (news.kind) {
        case 'fell':
            if (asked === undefined) return;
            asked = undefined;
            return update({ replay: { kind: 'failed', reason: 'crash' } });
        case 'territory':
            return hearTerritory(news.territory !== undefined);
        case 'trial':
        case 'trial-progress':
        case 'trial-failed':
            return;
        default:
            return hearReplay(news);
    }
}

function hearReplay(answer: Exclude<ReplayAnswer, TrialAnswer | { kind: 'territory' }>): void {
    if (asked === undefined || answer.id !== asked.id) {
        if (answer.kind === 'failed') update({ replay: { kind: 'failed', reason: 'data' } });
        return;
    }
    switch (answer.kind) {
        case 'progress': {
            const { part, parts, done, total, label } = answer;
            return update({ replay: { kind: 'running', startedAt: asked.startedAt, part, parts, done, total, label } });
        }
        case 'done': {
            const { id, compiled, files, settings } = asked;
            const { report, receipt, took, candidates } = answer;
            asked = undefined;
            update({
                runs: [...session().runs, { id, report, receipt, took, project: compiled.project, files, settings, candidates }],
                replay: { kind: 'idle' },
            });
            announce('Rejeu terminé.');
            return show('comparer');
        }
        case 'refused':
            return update({ replay: { kind: 'refused', findings: answer.findings } });
        case 'cancelled':
            return update({ replay: { kind: 'cancelled' } });
        case 'failed':
            return update({ replay: { kind: 'failed', reason: answer.reason === 'no-territory' ? 'data' : 'crash' } });
    }
}

function hearTerritory(isRead: boolean): void {
    if (session().replay.kind !== 'starting' || asked === undefined) return;
    if (isRead) void send(asked);
    else update({ replay: { kind: 'failed', reason: 'data' } });
}
