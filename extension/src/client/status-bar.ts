import { MarkdownString, StatusBarAlignment, ThemeColor, window, workspace } from 'vscode';
import type { CompiledSummary, VersionSummary } from '../protocol.js';
import type { ExampleTests, ExamplesCount } from './example-tests.js';
import type { Session } from './session.js';

/** Keeps the line of the status bar: the version in force today, what is to be mended, the examples of the last run. */
export function keepStatusBar({ context, onCompiled, summary }: Session, examples: ExampleTests): void {
    const item = window.createStatusBarItem('bareme.etat', StatusBarAlignment.Left, 50);
    item.name = 'Barème';
    item.command = 'workbench.actions.view.problems';
    let counted: ExamplesCount | undefined;
    const show = (): void => {
        const last = summary();
        if (last === undefined || last.files === 0 || !workspace.getConfiguration('bareme').get('barreDEtat', true)) return item.hide();
        item.text = `$(law) ${[inForceText(last), problemsText(last), examplesText(last, counted)].join(' · ')}`;
        item.tooltip = new MarkdownString(tooltipText(last));
        item.backgroundColor = last.errors > 0 ? new ThemeColor('statusBarItem.errorBackground') : undefined;
        item.show();
    };
    context.subscriptions.push(
        item,
        onCompiled(show),
        workspace.onDidChangeConfiguration(show),
        examples.onRun((count) => {
            counted = count;
            show();
        }),
    );
}

function inForceText({ versions }: CompiledSummary): string {
    const policies = [...new Set(versions.map(({ policy }) => policy))];
    const [only] = policies;
    if (only === undefined) return 'aucune politique';
    if (policies.length > 1) return `${policies.length} politiques`;
    const current = versionInForce(versions);
    return current === undefined ? `${only} : aucune version en vigueur` : `${only} ${current.version}`;
}

/** The version in force today, by the calendar of this machine. */
function versionInForce(versions: readonly VersionSummary[]): VersionSummary | undefined {
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    return versions.filter(({ from, to }) => from <= today && (to === undefined || today <= to)).at(-1);
}

function problemsText({ errors, warnings }: CompiledSummary): string {
    if (errors + warnings === 0) return 'aucun problème';
    return [countText(errors, 'erreur'), countText(warnings, 'avertissement')].filter((text) => text !== '').join(', ');
}

function countText(count: number, word: string): string {
    return count === 0 ? '' : `${count} ${word}${count > 1 ? 's' : ''}`;
}

function examplesText({ examples }: CompiledSummary, counted: ExamplesCount | undefined): string {
    if (examples === 0) return 'aucun exemple';
    if (counted === undefined) return countText(examples, 'exemple');
    return `${counted.passed}/${counted.passed + counted.failed} exemples confirmés`;
}

function tooltipText({ versions, criteria, files }: CompiledSummary): string {
    const lines = versions.map(
        ({ label, version, from, to }) => `- ${label}, version ${version} : du ${french(from)}${to === undefined ? '' : ` au ${french(to)}`}`,
    );
    return [`**Barème** — ${countText(files, 'fichier')}, ${countText(criteria, 'critère') || 'aucun critère'}`, ...lines].join('\n');
}

function french(day: string): string {
    return day.split('-').reverse().join('/');
}
