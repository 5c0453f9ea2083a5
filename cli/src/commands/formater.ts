import { join } from 'node:path';
import { createSourceParser, type SourceText } from '@bareme/language';
import { report, type Diagnostic } from '@bareme/language/diagnostics';
import { formatSource } from '@bareme/language/formatting';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { plural } from '../french.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { replaceText } from '../output/replace-text.js';
import { printFindings } from '../report/print-findings.js';
import { textsOf } from '../report/located.js';
import { hasErrors, hasFindings, readPolicies, rootOf } from '../workspace/load-policies.js';
import { formatOf, type Command } from './command.js';

/** `bareme formater`: lays files out again, and changes nothing else. */
export const FORMATER: Command = {
    name: 'formater',
    alias: 'format',
    summary: 'met les fichiers en page : retraits, espaces, tableaux ; aucun mot n’est changé',
    positionals: { word: 'CHEMIN…', help: 'fichiers .bareme, ou dossiers qui en contiennent', required: true },
    options: [{ name: 'verifier', help: 'n’écrit rien : dit quels fichiers changeraient, et rend le code 1 s’il y en a' }],
    details: [
        'Les mots et les commentaires restent les mêmes, dans le même ordre : seuls changent les espaces, les retraits et les passages à la ligne. Le texte obtenu est relu avant d’être écrit. Un fichier qui a une faute n’est pas touché : « bareme verifier » la montre.',
        'Chaque fichier est remplacé d’un coup, ou laissé comme il était.',
    ],
    examples: ['bareme formater policies/valmont', 'bareme formater policies --verifier'],
    run: format,
};

async function format(invocation: Invocation, host: Host): Promise<ExitCode> {
    const { root, sources, diagnostics: unread } = await readPolicies(invocation.positionals, rootOf(invocation, host));
    const checking = invocation.has('verifier');
    const parser = createSourceParser();
    const diagnostics: Diagnostic[] = [...unread];
    let changed = 0;
    for (const source of sources) {
        const result = formatSource(source, parser);
        if (result.kind === 'unreadable') diagnostics.push(...result.diagnostics);
        if (result.kind === 'unsafe') diagnostics.push(report('BAR990', { name: 'mise en page' }, wholeOf(source)));
        if (result.kind !== 'formatted' || !result.changed) continue;
        changed += 1;
        if (checking) diagnostics.push(report('BAR935', {}, firstDifference(source, result.text)));
        else diagnostics.push(...replaceText({ path: join(root, source.path), shown: source.path, before: source.text, after: result.text }));
    }
    const format = formatOf(invocation);
    printFindings({ command: 'formater', diagnostics, texts: textsOf(sources), format, stream: 'out' }, host);
    if (format === 'humain' && !invocation.has('silencieux')) host.out.write(`${summary(sources.length, changed, checking)}\n`);
    return exitOf(diagnostics, sources.length);
}

function exitOf(diagnostics: readonly Diagnostic[], read: number): ExitCode {
    if (diagnostics.some(({ code }) => code === 'BAR912' || code === 'BAR990')) return EXIT.internal;
    if (read === 0 && hasErrors(diagnostics)) return EXIT.misuse;
    return hasFindings(diagnostics) ? EXIT.findings : EXIT.clean;
}

function summary(read: number, changed: number, checking: boolean): string {
    const done = checking
        ? plural(changed, 'fichier à remettre en page', 'fichiers à remettre en page')
        : plural(changed, 'fichier remis en page', 'fichiers remis en page');
    return `${done} ; ${plural(read, 'fichier lu', 'fichiers lus')}.`;
}

function wholeOf({ path }: SourceText): { readonly path: string; readonly start: number; readonly end: number } {
    return { path, start: 0, end: 1 };
}

/** The first line that the layout changes. */
function firstDifference({ path, text }: SourceText, formatted: string): { readonly path: string; readonly start: number; readonly end: number } {
    let same = 0;
    while (same < text.length && text[same] === formatted[same]) same++;
    const start = Math.min(text.lastIndexOf('\n', same - 1) + 1, Math.max(text.length - 1, 0));
    const end = text.indexOf('\n', start);
    return { path, start, end: end < 0 ? text.length : end };
}
