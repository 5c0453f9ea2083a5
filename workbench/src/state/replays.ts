import { ruleSetsOf, sharedVocabulary, territoriesOf } from '../base/rule-sets.js';
import { hashText } from '../workers/receipt.js';
import { replayClient } from '../workers/replay-client.js';
import type { ReplayAnswer, ReplaySettings, TerritorySource } from '../workers/replay-protocol.js';
import { show } from './navigation.js';
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
let count = 0;
/** The data that the worker holds. */
let heldBy: TerritorySource | undefined;

const replays = replayClient(hear, () => {
    heldBy = undefined;
    update({ replay: { kind: 'failed', reason: 'crash' } });
});

/** Has the worker read data, in the words of the policies open. */
export function readTerritory(source: TerritorySource): void {
    const { compiled } = session();
    update({ territory: { kind: 'reading', source } });
    if (compiled === undefined) return;
    const { policies, variants, mappings } = compiled.project;
    heldBy = source;
    count += 1;
    replays.ask({ kind: 'read', id: count, source, words: { vocabulary: sharedVocabulary([...policies, ...variants]), mapping: mappings[0] } });
}

/** Replays the versions in force and some variants of the first territory that the files write for. */
export function startReplay(variants: readonly string[], settings: ReplaySettings): void {
    const { compiled, workspace, territory } = session();
    if (compiled === undefined || workspace === undefined || territory.kind === 'none') return;
    const [name = ''] = territoriesOf(compiled.project);
    count += 1;
    asked = { id: count, startedAt: performance.now(), compiled, files: workspace.files, settings, territory: name, variants };
    update({ replay: { kind: 'starting', startedAt: asked.startedAt } });
    if (heldBy === territory.source && territory.kind === 'read') void send(asked);
    else readTerritory(territory.source);
}

/** Stops the replay under way; what it has done is let go. */
export function cancelReplay(): void {
    replays.stop();
    heldBy = undefined;
    asked = undefined;
    update({ replay: { kind: 'cancelled' } });
    announce('Rejeu arrêté.');
}

async function send(job: Asked): Promise<void> {
    const { id, compiled, files, settings, territory, variants } = job;
    const policies = await Promise.all([...files].map(async ([path, text]) => ({ path, sha256: await hashText(text) })));
    if (asked !== job) return;
    replays.ask({ kind: 'replay', id, ruleSets: ruleSetsOf(compiled.project, territory, variants), settings, policies });
}

function hear(answer: ReplayAnswer): void {
    if (answer.kind === 'territory') return hearTerritory(answer);
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

function hearTerritory(answer: Extract<ReplayAnswer, { kind: 'territory' }>): void {
    const { territory, replay } = session();
    if (territory.kind === 'none') return;
    const { source } = territory;
    const refused = answer.territory === undefined;
    update({ territory: { kind: refused ? 'refused' : 'read', source, answer } });
    if (replay.kind !== 'starting' || asked === undefined) return;
    if (refused) update({ replay: { kind: 'failed', reason: 'data' } });
    else void send(asked);
}
