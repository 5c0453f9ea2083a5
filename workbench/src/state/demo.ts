import type { Diagnostic } from '@bareme/language/diagnostics';
import { parseDate, type Project } from '@bareme/language/ir';
import type { RankedVacancy, Receipt, ReplayReport } from '@bareme/language/replay';
import * as demo from 'virtual:bareme-demo';
import { ruleSetsOf } from '../base/rule-sets.js';
import { wholeOf, type SharedParts } from '../reading/shared-parts.js';
import { session, update, type Run } from './session.js';
import { show } from './navigation.js';
import { undoablyReplaced } from './undo.js';
import { openWorkspace } from './workspace.js';

interface Baked {
    readonly project: Project;
    readonly diagnostics: readonly Diagnostic[];
    readonly report: ReplayReport;
    readonly receipt: Receipt;
    readonly candidates: readonly RankedVacancy[];
}

/** Opens Valmont, fictitious: its policies, its synthetic territory, and a comparison already made. */
export async function openDemo(): Promise<void> {
    const { demands, lettings, seed, from, to } = demo.size;
    const { run, diagnostics } = await bakedRun();
    undoablyReplaced('démonstration ouverte', () => openWorkspace('demo', new Map(demo.policies)));
    const { workspace } = session();
    const [rules] = ruleSetsOf(run.project, 'valmont', []);
    if (workspace === undefined || rules === undefined) return;
    const days = { from: parseDate(from) ?? 0, to: parseDate(to) ?? 0 };
    const source = { kind: 'synthetic' as const, model: demo.model, demands, lettings, seed, ...days, rules, notices: demo.notices };
    update({
        workspace: { ...workspace, openedProject: run.project },
        findings: { revision: workspace.revision, diagnostics },
        compiled: { revision: workspace.revision, project: run.project, diagnostics },
        territory: { kind: 'known', source },
        runs: [{ ...run, files: workspace.files }],
        replay: { kind: 'idle' },
    });
    show('comparer');
}

/** The comparison that comes with the workbench. */
export async function demoRun(): Promise<Run> {
    return (await bakedRun()).run;
}

async function bakedRun(): Promise<{ readonly run: Run; readonly diagnostics: readonly Diagnostic[] }> {
    const { project, diagnostics, report, receipt, candidates } = await unpacked(demo.baked);
    const settings = { mode: 'vivier' as const, seed: demo.size.replaySeed, replications: demo.size.replications };
    return { run: { id: 0, report, receipt, project, files: new Map(demo.policies), settings, candidates }, diagnostics };
}

async function unpacked(base64: string): Promise<Baked> {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return wholeOf(JSON.parse(await new Response(stream).text()) as SharedParts) as Baked;
}
