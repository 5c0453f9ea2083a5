import type { Diagnostic } from '@bareme/language/diagnostics';
import { guaranteeFindings, guaranteesText, testGuarantees } from '../demands/check-guarantees.js';
import { prepareScoring, SCORING_OPTIONS } from '../demands/scoring-setup.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { summaryLine } from '../report/human.js';
import { printFindings } from '../report/print-findings.js';
import { readableFindings } from '../workspace/data-diagnostics.js';
import { mendedText, mendPolicies } from '../workspace/mend-policies.js';
import { hasErrors, hasFindings, loadPolicies, rootOf, unreadExit } from '../workspace/load-policies.js';
import { formatOf, type Command } from './command.js';

/** `bareme verifier`: every finding about `.bareme` files. */
export const VERIFIER: Command = {
    name: 'verifier',
    alias: 'check',
    summary: 'lit, relie et contrôle les fichiers ; dit quoi, pourquoi, où et comment corriger',
    positionals: { word: 'CHEMIN…', help: 'fichiers .bareme, ou dossiers qui en contiennent', required: true },
    options: [
        { name: 'corriger', help: 'applique aux fichiers les corrections mécaniques des constats, puis vérifie de nouveau' },
        ...SCORING_OPTIONS.filter(({ name }) => name !== 'politique').map((option) => ({ ...option, required: false })),
    ],
    details: [
        'Donnez ensemble les fichiers qui se citent : une politique et le vocabulaire qu’elle utilise, une variante et la version qu’elle modifie.',
        'Avec « --demandes » ou « --territoire », et une date, chaque garantie de la politique en vigueur est essayée sur toutes les demandes ouvertes ce jour-là : c’est un essai sur ces demandes, non une preuve.',
    ],
    examples: [
        'bareme verifier policies/national policies/valmont',
        'bareme verifier policies/national policies/valmont --corriger',
        'bareme verifier policies/national policies/valmont --territoire demo/territoire --date 01/01/2024',
        'bareme verifier policies --format sarif',
    ],
    run: verify,
};

async function verify(invocation: Invocation, host: Host): Promise<ExitCode> {
    const root = rootOf(invocation, host);
    const mended = invocation.has('corriger') ? await mendPolicies(invocation.positionals, root) : undefined;
    const loaded = mended?.loaded ?? (await loadPolicies(invocation.positionals, root));
    const { sources, texts } = loaded;
    const format = formatOf(invocation);
    const tried = hasErrors(loaded.diagnostics) ? undefined : await tryGuarantees(invocation, host);
    if (tried?.kind === 'ended') return tried.exit;
    const diagnostics = [...(mended?.diagnostics ?? []), ...loaded.diagnostics, ...(tried?.findings ?? [])];
    printFindings({ command: 'verifier', diagnostics, texts, format, stream: 'out', all: invocation.has('tout') }, host);
    if (format === 'humain' && !invocation.has('silencieux')) {
        const done = mended === undefined ? '' : `${mendedText(mended)}\n`;
        host.out.write(`${done}${tried?.text ?? ''}${summaryLine(diagnostics, sources.length)}\n`);
    }
    return hasFindings(diagnostics) ? unreadExit(loaded) : EXIT.clean;
}

type Tried = { readonly kind: 'tried'; readonly findings: readonly Diagnostic[]; readonly text: string } | { readonly kind: 'ended'; readonly exit: ExitCode };

/** Tries guarantees on demands, where the command gives some. */
async function tryGuarantees(invocation: Invocation, host: Host): Promise<Tried | undefined> {
    if (!['demandes', 'territoire', 'date'].some((option) => invocation.has(option))) return undefined;
    const prepared = await prepareScoring('verifier', invocation, host);
    if (prepared.kind === 'ended') return prepared;
    const { setup } = prepared;
    const tried = setup.territories.map(({ inForce }) => testGuarantees(inForce, setup));
    const findings = tried.flatMap(guaranteeFindings);
    return { kind: 'tried', findings: [...findings, ...readableFindings(setup.findings)], text: tried.map(guaranteesText).join('') };
}
