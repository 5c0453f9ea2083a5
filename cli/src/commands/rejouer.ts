import { resolve } from 'node:path';
import { report as finding, type Diagnostic } from '@bareme/language/diagnostics';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { machineDisk } from '../output/disk.js';
import { openOutputFolder, refusalExit, type OutputFolder } from '../output/output-folder.js';
import { progressOn, type Progress } from '../progress.js';
import { RECEIPT_VERSION } from '@bareme/language/replay';
import { differencesOf, foreignVersion } from '../replay-run/receipt-words.js';
import { repeatCommand } from '../replay-run/repeat-command.js';
import { reportDiagnostics } from '../replay-run/replay-diagnostics.js';
import { readReplayOptions, REPLAY_OPTIONS } from '../replay-run/replay-options.js';
import { INTERNAL_FILES, REPLAY_FILES, replayFiles } from '../replay-run/replay-outputs.js';
import { wordsOf, type ReportWords } from '../html-report/figures/report-words.js';
import { readEarlierReceipt, runReplay, type ReplayDone, type ReplayJob } from '../replay-run/run-replay.js';
import { replayDocument } from '../replay-run/replay-document.js';
import { summaryText } from '../replay-run/summary-text.js';
import { jsonText } from '../report/json.js';
import { printFindings } from '../report/print-findings.js';
import { stop, type Stop } from '../stop.js';
import { readableFindings } from '../workspace/data-diagnostics.js';
import { hasFindings } from '../workspace/load-policies.js';
import { readRules } from '../workspace/read-rules.js';
import { formatOf, type Command } from './command.js';

/** `bareme rejouer`: what the versions in force and the variants would have done with a territory's vacancies. */
export const REJOUER: Command = {
    name: 'rejouer',
    alias: 'replay',
    summary: 'rejoue une période sous les règles en vigueur et des variantes, et écrit le rapport',
    positionals: { word: 'CHEMIN…', help: 'fichiers ou dossiers .bareme : politique, vocabulaire, variantes', required: false },
    options: REPLAY_OPTIONS,
    details: [
        'Trois questions, trois modes. « constat » mesure les baux réellement signés. « constants » reclasse les candidats réellement présentés. « vivier » classe, logement après logement, toutes les demandes ouvertes et compatibles.',
        `Le dossier de sortie reçoit ${REPLAY_FILES.join(', ')}, ensemble ou pas du tout. Ctrl-C arrête le rejeu sans rien écrire (code 130). Les mêmes fichiers, la même période et la même graine redonnent les mêmes octets.`,
    ],
    examples: [
        'bareme rejouer policies/national policies/valmont --variante attente_renforcée --territoire demo/territoire --du 01/01/2024 --au 31/12/2024 --sortie rapport',
    ],
    interruptible: true,
    run: replayCommand,
};

async function replayCommand(invocation: Invocation, host: Host): Promise<ExitCode> {
    const format = formatOf(invocation);
    const progress = progressOn(host, invocation.has('silencieux') || format !== 'humain');
    const outcome = await attempt(invocation, host, progress);
    progress.end();
    if (outcome.kind === 'stop') {
        printFindings({ command: 'rejouer', diagnostics: outcome.diagnostics, texts: outcome.texts, format, stream: 'err' }, host);
        return outcome.exit;
    }
    printWritten(outcome, invocation, host);
    return hasFindings(outcome.diagnostics) ? EXIT.findings : EXIT.clean;
}

/** A replay whose folder is written. */
interface Written {
    readonly kind: 'written';
    readonly done: ReplayDone;
    readonly words: ReportWords;
    readonly diagnostics: readonly Diagnostic[];
}

async function attempt(invocation: Invocation, host: Host, progress: Progress): Promise<Written | Stop> {
    const asked = readReplayOptions(invocation);
    if (asked.kind === 'refused') return stop(EXIT.misuse, asked.diagnostics);
    progress.stage('Lecture des règles…');
    const read = await readRules('rejouer', invocation, host);
    if (read.kind === 'refused') return stop(read.exit, read.diagnostics, read.texts);
    const shown = invocation.value('sortie') ?? '';
    const opened = openOutputFolder({
        path: resolve(host.cwd, shown),
        shown,
        owned: REPLAY_FILES,
        force: invocation.has('force'),
        isOurs: holdsReceipt,
        disk: machineDisk,
    });
    if (opened.kind === 'refused') return stop(refusalExit(opened.diagnostics), opened.diagnostics);
    try {
        return await replayInto(opened.folder, { invocation, host, progress, options: asked.options, read });
    } finally {
        opened.folder.abandon();
    }
}

/** A folder of ours holds a receipt that we can read. */
function holdsReceipt(read: (name: string) => string | undefined): boolean {
    return /^\{\s*"receiptVersion"/m.test(read('recu.json') ?? '') || /"receiptVersion"\s*:\s*"/.test(read('recu.json') ?? '');
}

async function replayInto(folder: OutputFolder, job: ReplayJob): Promise<Written | Stop> {
    const done = await runReplay(job);
    if (done.kind === 'stop') return done;
    const { invocation, host, options, read, progress } = job;
    const { report, receipt, findings, ruleSets } = done;
    const checked = await checkReceipt(job, done);
    if (checked.kind === 'stop') return checked;
    progress.stage('Écriture du rapport…');
    const { from, to } = receipt.inputs.window;
    const command = repeatCommand(invocation, host, { options, from, to });
    const words = wordsOf(read.words.vocabulary, report.territory.labels);
    const files = replayFiles({ report, receipt, command, words, ruleSets });
    if (host.interrupted()) return stop(EXIT.interrupted, [finding('BAR916', { signal: 'Ctrl-C' })]);
    const failed = folder.commit(files);
    if (failed.length > 0) return stop(EXIT.internal, failed);
    return {
        kind: 'written',
        done,
        words,
        diagnostics: [...readableFindings(findings), ...reportDiagnostics({ report, ruleSets, words }), ...checked.diagnostics],
    };
}

type Checked = { readonly kind: 'checked'; readonly diagnostics: readonly Diagnostic[] };

/** Compares with the receipt given by `--recu`, if any: a difference is a finding, and the report is written all the same. */
async function checkReceipt({ invocation, host }: ReplayJob, { receipt }: ReplayDone): Promise<Checked | Stop> {
    const path = invocation.value('recu');
    if (path === undefined) return { kind: 'checked', diagnostics: [] };
    const { value, diagnostic } = await readEarlierReceipt(resolve(host.cwd, path));
    const found = foreignVersion(value);
    if (found !== undefined) return stop(EXIT.misuse, [finding('BAR932', { path, found, expected: RECEIPT_VERSION })]);
    const inputs = diagnostic === undefined ? differencesOf(receipt, value) : undefined;
    if (inputs === undefined) return stop(EXIT.misuse, [finding('BAR931', { path })]);
    return { kind: 'checked', diagnostics: inputs.length === 0 ? [] : [finding('BAR930', { inputs })] };
}

function printWritten({ done, words, diagnostics }: Written, invocation: Invocation, host: Host): void {
    const format = formatOf(invocation);
    const folder = invocation.value('sortie') ?? '';
    if (format === 'json') return host.out.write(jsonText(replayDocument({ ...done, diagnostics, folder })));
    printFindings({ command: 'rejouer', diagnostics, texts: new Map(), format, stream: 'err' }, host);
    if (format !== 'humain' || invocation.has('silencieux')) return;
    host.out.write(summaryText({ ...done, words }));
    const { seed, mode, replications = 1, sensitivity } = done.receipt.inputs;
    const repeated = `${mode === 'vivier' ? ` --tirages ${replications}` : ''}${sensitivity === undefined ? (invocation.has('sans-sensibilite') ? ' --sans-sensibilite' : '') : ' --sensibilite'}`;
    const same = invocation.has('recu') && !diagnostics.some(({ code }) => code === 'BAR930') ? ['Reçu identique à celui donné.'] : [];
    const lines = [
        '',
        `Rapport écrit dans ${folder} : ${REPLAY_FILES.join(', ')}`,
        `${INTERNAL_FILES.join(' et ')} : usage interne, ménages et logements y figurent un par un.`,
        `Reçu ${done.receipt.inputsSha256}`,
        ...same,
    ];
    host.out.write(`${lines.join('\n')}\nPour refaire ce rejeu : les mêmes fichiers et --graine ${seed}${repeated}\n`);
}
