import { parseDate, type Project } from '@bareme/language/ir';
import type { RankedVacancy, Receipt, ReplayReport } from '@bareme/language/replay';
import * as demo from 'virtual:bareme-demo';
import { ruleSetsOf } from '../base/rule-sets.js';
import { wholeOf, type SharedParts } from '../reading/shared-parts.js';
import { session, update } from './session.js';
import { show } from './navigation.js';
import { undoablyReplaced } from './undo.js';
import { openWorkspace } from './workspace.js';

interface Baked {
    readonly project: Project;
    readonly report: ReplayReport;
    readonly receipt: Receipt;
    readonly candidates: readonly RankedVacancy[];
}

/** Opens Valmont, fictitious: its policies, its synthetic territory, and a comparison already made. */
export async function openDemo(): Promise<void> {
    const { demands, lettings, seed, replaySeed, replications, from, to } = demo.size;
    const { project, report, receipt, candidates } = await unpacked(demo.baked);
    undoablyReplaced('démonstration ouverte', () => openWorkspace('demo', new Map(demo.policies)));
    const { workspace } = session();
    if (workspace === undefined) return;
    const settings = { mode: 'vivier' as const, seed: replaySeed, replications };
    const days = { from: parseDate(from) ?? 0, to: parseDate(to) ?? 0 };
    const [rules] = ruleSetsOf(project, 'valmont', []);
    if (rules === undefined) return;
    const source = { kind: 'synthetic' as const, model: demo.model, demands, lettings, seed, ...days, rules, notices: demo.notices };
    update({
        workspace: { ...workspace, openedProject: project },
        findings: { revision: workspace.revision, diagnostics: [] },
        compiled: { revision: workspace.revision, project, diagnostics: [] },
        territory: { kind: 'known', source },
        runs: [{ id: 0, report, receipt, project, files: workspace.files, settings, candidates }],
        replay: { kind: 'idle' },
    });
    show('comparer');
}

async function unpacked(base64: string): Promise<Baked> {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return wholeOf(JSON.parse(await new Response(stream).text()) as SharedParts) as Baked;
}
