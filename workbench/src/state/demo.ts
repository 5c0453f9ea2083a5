import type { Project } from '@bareme/language/ir';
import { parseDate } from '@bareme/language/ir';
import type { RankedVacancy, Receipt, ReplayReport } from '@bareme/language/replay';
import * as demo from 'virtual:bareme-demo';
import { session, update } from './session.js';
import { show } from './navigation.js';
import { openWorkspace } from './workspace.js';

interface Baked {
    readonly project: Project;
    readonly report: ReplayReport;
    readonly receipt: Receipt;
    readonly candidates: readonly RankedVacancy[];
}

const YEAR = { from: parseDate('01/01/2024') ?? 0, to: parseDate('31/12/2024') ?? 0 };

/** Opens Valmont, fictitious: its policies, its synthetic territory, and a comparison already made. */
export async function openDemo(): Promise<void> {
    const { demands, lettings, seed, replaySeed } = demo.size;
    const { project, report, receipt, candidates } = await unpacked(demo.baked);
    openWorkspace('demo', new Map(demo.policies));
    const { workspace } = session();
    if (workspace === undefined) return;
    const settings = { mode: 'vivier' as const, seed: replaySeed, replications: 1 };
    update({
        workspace: { ...workspace, openedProject: project },
        findings: { revision: workspace.revision, diagnostics: [] },
        compiled: { revision: workspace.revision, project, diagnostics: [] },
        territory: { kind: 'known', source: { kind: 'synthetic', model: demo.model, demands, lettings, seed, ...YEAR } },
        runs: [{ id: 0, report, receipt, project, files: workspace.files, settings, candidates }],
        replay: { kind: 'idle' },
    });
    show('comparer');
}

async function unpacked(base64: string): Promise<Baked> {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return JSON.parse(await new Response(stream).text()) as Baked;
}
