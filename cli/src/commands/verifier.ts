import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { summaryLine } from '../report/human.js';
import { printFindings } from '../report/print-findings.js';
import { hasFindings, loadPolicies, rootOf, unreadExit } from '../workspace/load-policies.js';
import { formatOf, type Command } from './command.js';

/** `bareme verifier`: every finding about `.bareme` files. */
export const VERIFIER: Command = {
    name: 'verifier',
    alias: 'check',
    summary: 'lit, relie et contrôle les fichiers ; dit quoi, pourquoi, où et comment corriger',
    positionals: { word: 'CHEMIN…', help: 'fichiers .bareme, ou dossiers qui en contiennent', required: true },
    options: [],
    details: ['Donnez ensemble les fichiers qui se citent : une politique et le vocabulaire qu’elle utilise, une variante et la version qu’elle modifie.'],
    examples: ['bareme verifier policies/national policies/valmont', 'bareme verifier policies --format sarif'],
    run: verify,
};

async function verify(invocation: Invocation, host: Host): Promise<ExitCode> {
    const loaded = await loadPolicies(invocation.positionals, rootOf(invocation, host));
    const { sources, texts, diagnostics } = loaded;
    const format = formatOf(invocation);
    printFindings({ command: 'verifier', diagnostics, texts, format, stream: 'out' }, host);
    if (format === 'humain' && !invocation.has('silencieux')) host.out.write(`${summaryLine(diagnostics, sources.length)}\n`);
    return hasFindings(diagnostics) ? unreadExit(loaded) : EXIT.clean;
}
