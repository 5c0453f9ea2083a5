import type { Territory } from '@bareme/language/columns';
import { MANIFEST_FILE, readModel, readTerritory, territoryFiles } from '@bareme/language/data';
import {
    NO_RECORD,
    replaySteps,
    replicationSeeds,
    replicationsOf,
    type HashedFile,
    type RankedVacancy,
    type ReplayOutcome,
    type ReplayReport,
    type ReplayRequest,
} from '@bareme/language/replay';
import { drawTerritory } from '@bareme/language/synthesis';
import { hashBytes, receiptFor } from './receipt.js';
import { trialRunner } from './try-rules.js';
import type { DataWords, ReplayAnswer, ReplayQuestion, TerritorySource } from './replay-protocol.js';

// Holds one territory and replays it. It imports the engine, not the parser: rules come as plain data. Between two steps it listens, so
// that a replay can be cancelled.

/** The territory read last, with the hash of the files it came from. */
interface Held {
    readonly territory: Territory;
    readonly data: readonly HashedFile[];
}

/** Candidates told of each vacancy, and vacancies of all rule sets beyond which none is. */
const CANDIDATES_TOLD = 5;
const MOST_RANKED = 20_000;

let held: Held | undefined;
let cancelled = false;
const trials = trialRunner(() => held?.territory, say);

self.addEventListener('message', ({ data }: MessageEvent<ReplayQuestion>) => {
    switch (data.kind) {
        case 'cancel':
            cancelled = true;
            return;
        case 'read':
            void guarded(data.id, () => read(data.id, data.source, data.words));
            return;
        case 'try':
            return trials.ask(data);
        case 'replay':
            trials.stop();
            cancelled = false;
            void guarded(data.id, () => run(data));
    }
});

function say(answer: ReplayAnswer): void {
    self.postMessage(answer);
}

async function guarded(id: number, task: () => Promise<void>): Promise<void> {
    try {
        await task();
    } catch {
        // The reason may hold a value of the data: it is not repeated.
        say({ kind: 'failed', id, reason: 'crash' });
    }
}

async function read(id: number, source: TerritorySource, words: DataWords): Promise<void> {
    held = undefined;
    const given = source.kind === 'files' ? source.files : drawn(source);
    const manifest = new TextDecoder().decode(given.get(MANIFEST_FILE) ?? new Uint8Array());
    const wanted = [MANIFEST_FILE, ...territoryFiles(manifest, words.mapping)];
    const files = new Map([...given].filter(([name]) => wanted.includes(name)));
    const ignored = [...given.keys()].filter((name) => !wanted.includes(name));
    const { territory, findings, counts } = readTerritory({ manifest, files, ...words });
    if (territory === undefined) return say({ kind: 'territory', id, findings, counts, ignored });
    held = { territory, data: await Promise.all([...files].map(async ([path, bytes]) => ({ path, sha256: await hashBytes(bytes) }))) };
    const { name, synthetic, window, assumptions } = territory;
    say({ kind: 'territory', id, territory: { name, synthetic, ...window, assumptions }, findings, counts, ignored });
}

/** The files of a synthetic territory; none where its model or its rules are refused. */
function drawn({
    model: text,
    demands,
    lettings,
    seed,
    from,
    to,
    rules,
    notices,
}: Extract<TerritorySource, { kind: 'synthetic' }>): ReadonlyMap<string, Uint8Array> {
    const { model } = readModel(text, 'modele.json');
    if (model === undefined) return new Map();
    const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
    const steps = drawTerritory({ model, demands, lettings, seed, from, to, rules, notices, encode });
    for (let step = steps.next(); ; step = steps.next()) {
        if (step.done !== true) continue;
        return new Map(step.value.kind === 'drawn' ? [...step.value.territory.files].map(([name, content]) => [name, encode(content)]) : []);
    }
}

async function run({ id, ruleSets, settings, policies }: Extract<ReplayQuestion, { kind: 'replay' }>): Promise<void> {
    if (held === undefined) return say({ kind: 'failed', id, reason: 'no-territory' });
    const start = performance.now();
    const { territory, data } = held;
    const { mode, seed, replications, from = territory.window.from, to = territory.window.to } = settings;
    const request: ReplayRequest = { territory, ruleSets, mode, from, to, seed };
    const candidates: RankedVacancy[] = [];
    const told = (ranked: RankedVacancy): void => void (candidates.length <= MOST_RANKED && candidates.push(ranked));
    const outcome = await replicated({ ...request, candidates: { most: CANDIDATES_TOLD, told } }, replications, id);
    switch (outcome.kind) {
        case 'cancelled':
            return say({ kind: 'cancelled', id });
        case 'refused':
            return say({ kind: 'refused', id, findings: outcome.findings });
        case 'done': {
            const { report } = outcome;
            const receipt = await receiptFor({ report, request, data, policies, replications });
            const kept = candidates.length > MOST_RANKED ? [] : candidates;
            return say({ kind: 'done', id, report, receipt, took: performance.now() - start, candidates: kept });
        }
    }
}

/** The replay as asked, then the same under the seeds that follow. */
async function replicated(request: ReplayRequest, replications: number, id: number): Promise<ReplayOutcome> {
    const seeds = replicationSeeds(request.seed, replications);
    const asked = await inSteps(request, { id, part: 1, parts: seeds.length });
    if (asked.kind !== 'done' || seeds.length === 1) return asked;
    const kept: Pick<ReplayReport, 'objectives' | 'comparisons'>[] = [keptOf(asked.report)];
    for (const [place, seed] of seeds.entries()) {
        if (place === 0) continue;
        const outcome = await inSteps({ ...request, seed, candidates: undefined, groundwork: () => NO_RECORD }, { id, part: place + 1, parts: seeds.length });
        if (outcome.kind !== 'done') return outcome;
        kept.push(keptOf(outcome.report));
    }
    return { kind: 'done', report: { ...asked.report, replications: replicationsOf(seeds, kept) } };
}

function keptOf({ objectives, comparisons }: ReplayReport): Pick<ReplayReport, 'objectives' | 'comparisons'> {
    return { objectives, comparisons };
}

async function inSteps(request: ReplayRequest, at: { readonly id: number; readonly part: number; readonly parts: number }): Promise<ReplayOutcome> {
    const steps = replaySteps(request);
    for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) return step.value;
        const { done, total, label } = step.value;
        say({ kind: 'progress', ...at, done, total, label });
        await new Promise((resolve) => setTimeout(resolve));
        if (cancelled) return { kind: 'cancelled' };
    }
}
