import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { report as finding, type Diagnostic } from '@bareme/language/diagnostics';
import type { Territory } from '@bareme/language/columns';
import type { DataFinding } from '@bareme/language/data';
import { receiptOf, triesAssumptions, type HashedFile, type Receipt, type ReplayReport, type RuleSetInput } from '@bareme/language/replay';
import { EXIT } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import type { Progress } from '../progress.js';
import { stop, type Stop } from '../stop.js';
import { readableFindings } from '../workspace/data-diagnostics.js';
import { loadTerritory, sha256, type FileHash } from '../workspace/load-data.js';
import { rootOf } from '../workspace/load-policies.js';
import type { RulesRead } from '../workspace/read-rules.js';
import { PROGRAM_VERSION } from '../version.js';
import { replayDiagnostic } from './replay-diagnostics.js';
import { replayAll, replayParts } from './replay-parts.js';
import type { ReplayOptions } from './replay-options.js';
import { ruleSetsOf } from './rule-sets.js';

/** A replay to run: what was asked, with the rules already read. */
export interface ReplayJob {
    readonly invocation: Invocation;
    readonly host: Host;
    readonly progress: Progress;
    readonly options: ReplayOptions;
    readonly read: RulesRead;
}

/** A replay done, its receipt, and what its data had to say. */
export interface ReplayDone {
    readonly kind: 'done';
    readonly report: ReplayReport;
    readonly receipt: Receipt;
    /** The rules replayed, baseline first. */
    readonly ruleSets: readonly RuleSetInput[];
    readonly findings: readonly DataFinding[];
}

/** Reads the territory and replays it. */
export async function runReplay(job: ReplayJob): Promise<ReplayDone | Stop> {
    const { invocation, host, progress, options, read } = job;
    const { ruleSets, diagnostics: taken } = ruleSetsOf(read.rules);
    if (taken.length > 0) return stop(EXIT.findings, taken);
    progress.stage('Lecture des données…');
    const folder = invocation.value('territoire') ?? '';
    const { territory: recorded, findings, diagnostics, hashes } = await loadTerritory(resolve(host.cwd, folder), folder, read.words);
    if (diagnostics.length > 0) return stop(EXIT.misuse, [...diagnostics, ...readableFindings(findings)]);
    if (recorded === undefined) return stop(EXIT.findings, readableFindings(findings));
    const territory = supposing(recorded, options);
    const { from = territory.window.from, to = territory.window.to, mode, seed } = options;
    progress.stage('Rejeu…');
    const request = { territory, ruleSets, mode, from, to, seed };
    const sensitivity = options.sensitivity ?? triesAssumptions(request);
    const parts = replayParts({ ...options, sensitivity }, territory.assumptions);
    const outcome = await replayAll(request, parts, ({ done, total, label }, part) => {
        progress.step(done, total, parts.length === 1 ? `Rejeu, ${label}` : `Rejeu ${part} sur ${parts.length}, ${label}`);
        return !host.interrupted();
    });
    switch (outcome.kind) {
        case 'cancelled':
            return stop(EXIT.interrupted, [finding('BAR916', { signal: 'Ctrl-C' })]);
        case 'refused':
            return stop(EXIT.findings, [...readableFindings(findings), ...outcome.findings.map(replayDiagnostic)]);
        case 'done': {
            const receipt = await receiptFor(job, { report: outcome.report, territory, hashes, from, to, sensitivity });
            return { kind: 'done', report: outcome.report, receipt, ruleSets, findings };
        }
    }
}

/** The territory with the assumptions that were asked for, in the place of its own. */
function supposing(territory: Territory, { orientation, supply }: ReplayJob['options']): Territory {
    const asked = {
        ...(orientation === undefined ? {} : { orientation: orientation === 'conventions' ? ('conventions' as const) : ('enregistré' as const) }),
        ...(supply === undefined ? {} : { supply: supply === 'chaines' ? ('chaînes' as const) : ('figée' as const) }),
    };
    return { ...territory, assumptions: { ...territory.assumptions, ...asked } };
}

interface Replayed {
    readonly report: ReplayReport;
    readonly territory: Territory;
    readonly hashes: readonly FileHash[];
    readonly from: number;
    readonly to: number;
    readonly sensitivity: boolean;
}

async function receiptFor({ invocation, host, options, read }: ReplayJob, { report, territory, hashes, from, to, sensitivity }: Replayed): Promise<Receipt> {
    const files = await policyHashes(read, rootOf(invocation, host));
    const mapping = read.words.mapping;
    const mappingPath = mapping?.at[0];
    const inputs = {
        engineVersion: PROGRAM_VERSION,
        ruleSets: report.ruleSets.map(({ id }) => id),
        policies: files.filter(({ path }) => path !== mappingPath),
        data: hashes.map(({ name, sha256: hash }): HashedFile => ({ path: name, sha256: hash })),
        ...(mappingPath === undefined ? {} : { mapping: files.find(({ path }) => path === mappingPath) }),
        assumptions: territory.assumptions,
        mode: options.mode,
        window: { from, to },
        seed: options.seed,
        ...(options.replications === 1 ? {} : { replications: options.replications }),
        ...(sensitivity ? { sensitivity: true as const } : {}),
    };
    return receiptOf(inputs, report, sha256);
}

/** The hash of each policy's bytes, by its path below the root. */
function policyHashes({ loaded }: RulesRead, root: string): Promise<readonly HashedFile[]> {
    return Promise.all(loaded.sources.map(async ({ path }) => ({ path, sha256: sha256(await readFile(join(root, path))) })));
}

/** Reads an earlier receipt's text. */
export async function readEarlierReceipt(path: string): Promise<{ readonly value?: unknown; readonly diagnostic?: Diagnostic }> {
    try {
        return { value: JSON.parse(await readFile(path, 'utf8')) as unknown };
    } catch {
        return { diagnostic: finding('BAR931', { path }) };
    }
}
