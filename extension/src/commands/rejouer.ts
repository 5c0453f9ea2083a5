import type { LastRun } from '@bareme/language/lsp';
import { ProgressLocation, Uri, window, workspace, type CancellationToken } from 'vscode';
import { lastRunOf } from '../client/last-run.js';
import { showReport } from '../client/report-panel.js';
import type { CommandRun, Machine } from '../client/machine.js';
import type { Session } from '../client/session.js';
import { sourcesUnder } from '../client/workspace-files.js';
import { lastRunNotification, ruleSetsRequest, type RuleSets } from '../protocol.js';
import { exists } from './write-drafts.js';

/** Exit codes of the command line. */
const EXIT = { clean: 0, findings: 1, interrupted: 130 } as const;

/** A lens proposes the replay wherever the policy is shown. */
const NO_MACHINE = 'Barème : le rejeu demande un VS Code installé sur une machine : un navigateur ne peut pas lancer le calcul.';

/**
 * Replays a territory under the versions in force and the variants chosen, and shows the report beside the text. A lens says which policy.
 * What is written is saved first: the replay reads files.
 */
export async function replay(session: Session, lens?: { readonly policy: string }): Promise<void> {
    const { client, machine } = session;
    if (machine === undefined) return void window.showWarningMessage(NO_MACHINE);
    const known = await client.sendRequest(ruleSetsRequest);
    const asked = await askReplay(lens === undefined ? known : known.filter(({ policy }) => policy === lens.policy));
    if (asked === undefined) return;
    await workspace.saveAll(false);
    const folder = Uri.parse(asked.ruleSets.folder);
    const files = await sourcesUnder(folder);
    const output = await freeFolder(folder, asked);
    const args = argumentsOf(asked, output.fsPath);
    const run = await window.withProgress({ location: ProgressLocation.Notification, title: 'Barème', cancellable: true }, (progress, token) =>
        runReplay(machine, args, { cwd: folder.fsPath, token, tell: (message) => progress.report({ message }) }),
    );
    if (await showEnd(session, run, output)) await tellLastRun(session, output, files);
}

/** What the clauses decided is told to the server, which shows it as long as the texts are those replayed. */
async function tellLastRun({ client }: Session, output: Uri, files: LastRun['files']): Promise<void> {
    const written = await workspace.fs.readFile(Uri.joinPath(output, 'rapport-interne.json'));
    const report = JSON.parse(new TextDecoder().decode(written)) as Parameters<typeof lastRunOf>[0];
    await client.sendNotification(lastRunNotification, lastRunOf(report, files));
}

interface Asked {
    readonly ruleSets: RuleSets;
    readonly variants: readonly string[];
    readonly territory: Uri;
    readonly mode: string;
    readonly mapping?: string;
}

async function askReplay(ruleSets: readonly RuleSets[]): Promise<Asked | undefined> {
    const chosen = await askPolicy(ruleSets);
    if (chosen === undefined) return undefined;
    const variants = await askVariants(chosen);
    if (variants === undefined) return undefined;
    const territory = await askTerritory();
    if (territory === undefined) return undefined;
    const mode = (await window.showQuickPick([...MODES], { title: 'Quelle question poser ?', ignoreFocusOut: true }))?.mode;
    if (mode === undefined) return undefined;
    const mapping = await askMapping(chosen);
    return mapping === undefined ? undefined : { ruleSets: chosen, variants, territory, mode, ...(mapping === '' ? {} : { mapping }) };
}

const MODES = [
    { label: 'Vivier', description: 'toutes les demandes ouvertes et compatibles, logement après logement', mode: 'vivier' },
    { label: 'Constants', description: 'reclasser les candidats réellement présentés', mode: 'constants' },
    { label: 'Constat', description: 'mesurer les baux réellement signés', mode: 'constat' },
] as const;

async function askPolicy(ruleSets: readonly RuleSets[]): Promise<RuleSets | undefined> {
    if (ruleSets.length === 0) return void window.showWarningMessage('Barème : ce dossier ne contient encore aucune politique.');
    if (ruleSets.length === 1) return ruleSets[0];
    const items = ruleSets.map((chosen) => ({ label: chosen.label, description: chosen.policy, chosen }));
    return (await window.showQuickPick(items, { title: 'Quelle politique rejouer ?', ignoreFocusOut: true }))?.chosen;
}

async function askVariants({ variants }: RuleSets): Promise<readonly string[] | undefined> {
    if (variants.length === 0) return [];
    const items = variants.map(({ name, label, version }) => ({ label, description: `${name}, de la version ${version}`, name }));
    const picked = await window.showQuickPick(items, { title: 'Quelles variantes comparer aux règles en vigueur ?', canPickMany: true, ignoreFocusOut: true });
    return picked?.map(({ name }) => name);
}

async function askMapping({ mappings }: RuleSets): Promise<string | undefined> {
    if (mappings.length === 0) return '';
    const items = [{ label: 'Aucune : les colonnes portent le nom des faits', name: '' }, ...mappings.map((name) => ({ label: name, name }))];
    return (await window.showQuickPick(items, { title: 'Par quelle correspondance lire les données ?', ignoreFocusOut: true }))?.name;
}

/** The folders that hold a `territoire.json`, and any other of the machine. */
async function askTerritory(): Promise<Uri | undefined> {
    const found = (await Promise.all((workspace.workspaceFolders ?? []).map(({ uri }) => territoriesUnder(uri, 0)))).flat();
    const items = found.map((uri) => ({ label: workspace.asRelativePath(uri), uri: uri as Uri | undefined }));
    const other = { label: 'Un autre dossier…', uri: undefined };
    const picked = await window.showQuickPick([...items, other], {
        title: 'Quel territoire rejouer ? (un dossier qui contient territoire.json)',
        ignoreFocusOut: true,
    });
    if (picked === undefined || picked.uri !== undefined) return picked?.uri;
    const opened = await window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: 'Choisir ce territoire' });
    return opened?.[0];
}

const DEEPEST = 4;

async function territoriesUnder(folder: Uri, depth: number): Promise<readonly Uri[]> {
    if (await exists(Uri.joinPath(folder, 'territoire.json'))) return [folder];
    if (depth === DEEPEST) return [];
    const entries = await workspace.fs.readDirectory(folder);
    const below = entries.filter(([name, type]) => type === FOLDER && !name.startsWith('.') && name !== 'node_modules');
    return (await Promise.all(below.map(([name]) => territoriesUnder(Uri.joinPath(folder, name), depth + 1)))).flat();
}

/** `FileType.Directory`: a link is not followed. */
const FOLDER = 2;

/** `rapports/<politique>-<n>`: a replay never replaces another. */
async function freeFolder(folder: Uri, { ruleSets }: Asked): Promise<Uri> {
    for (let rank = 1; ; rank += 1) {
        const uri = Uri.joinPath(folder, 'rapports', `${ruleSets.policy}-${rank}`);
        if (!(await exists(uri))) return uri;
    }
}

function argumentsOf({ ruleSets, variants, territory, mode, mapping }: Asked, output: string): readonly string[] {
    return [
        'rejouer',
        '.',
        `--nom=${ruleSets.policy}`,
        ...variants.map((name) => `--variante=${name}`),
        `--territoire=${territory.fsPath}`,
        `--mode=${mode}`,
        ...(mapping === undefined ? [] : [`--correspondance=${mapping}`]),
        `--sortie=${output}`,
    ];
}

function runReplay(
    machine: Machine,
    args: readonly string[],
    { cwd, token, tell }: { readonly cwd: string; readonly token: CancellationToken; readonly tell: (words: string) => void },
): Promise<CommandRun> {
    tell('Lecture des règles…');
    return machine.run(args, { cwd, token, onProgress: tell });
}

/** A report with findings is shown like another: the findings are in the output. True when there is a report. */
async function showEnd({ client }: Session, { code, output, errors }: CommandRun, folder: Uri): Promise<boolean> {
    const written = Uri.joinPath(folder, 'rapport.html');
    client.outputChannel.appendLine([errors, output].filter((text) => text !== '').join('\n'));
    if ((code === EXIT.clean || code === EXIT.findings) && (await exists(written))) {
        await showReport(written);
        return true;
    }
    if (code === EXIT.interrupted) {
        void window.showInformationMessage('Barème : rejeu arrêté ; rien n’a été écrit.');
        return false;
    }
    const reason = errors.split('\n').find((line) => /\bBAR\d+\b/.test(line)) ?? errors.split('\n')[0] ?? '';
    const detail = await window.showErrorMessage(`Barème : le rejeu n’a pas pu être fait. ${reason}`, 'Voir le détail');
    if (detail !== undefined) client.outputChannel.show();
    return false;
}
