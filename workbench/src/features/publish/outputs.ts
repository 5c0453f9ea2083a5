import { replayFiles, wordsOf, type REPLAY_FILES } from '@bareme/cli/outputs';
import { formatIso } from '@bareme/language/ir';
import type { Receipt } from '@bareme/language/replay';
import { sharedVocabulary } from '@bareme/language/ir';
import { ruleSetsOf } from '../../base/rule-sets.js';
import type { Run } from '../../state/session.js';

/** A file that a replay gives. */
export type OutputName = (typeof REPLAY_FILES)[number];

/** The text of one file of a replay, the same bytes as the command line writes. */
export function outputText(run: Run, receipt: Receipt, name: OutputName): string {
    const { report, project } = run;
    const words = wordsOf(sharedVocabulary([...project.policies, ...project.variants]), report.territory.labels);
    const variants = report.ruleSets.flatMap(({ variant }) => variant ?? []);
    const ruleSets = ruleSetsOf(project, report.ruleSets[0]?.policy ?? '', variants);
    return replayFiles({ report, receipt, command: commandOf(run, receipt), words, ruleSets }).get(name) ?? '';
}

/** The command that repeats the replay. */
function commandOf({ report, settings, files }: Run, { inputs }: Receipt): string {
    const folders = [...new Set([...files.keys()].map((path) => path.split('/').slice(0, 2).join('/')))].sort();
    const variants = report.ruleSets.flatMap(({ variant }) => (variant === undefined ? [] : [`--variante ${variant}`]));
    return [
        'bareme rejouer',
        ...folders,
        ...variants,
        '--territoire DOSSIER',
        `--du ${formatIso(inputs.window.from)}`,
        `--au ${formatIso(inputs.window.to)}`,
        `--mode ${settings.mode}`,
        `--graine ${settings.seed}`,
        ...(settings.mode === 'vivier' ? [`--tirages ${settings.replications}`] : []),
        '--sortie rapport',
    ].join(' ');
}
