import { evaluateEligibility, evaluateSignals, explainDemand, loadPolicy } from '@bareme/language/engine';
import { report } from '@bareme/language/diagnostics';
import { demandsOn, dwellingOn } from '../demands/demands-on.js';
import { explanationDocument } from '../demands/explanation-document.js';
import { explanationText } from '../demands/explanation-text.js';
import { standingOf } from '../demands/standing.js';
import { prepareScoring, SCORING_OPTIONS } from '../demands/scoring-setup.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { jsonText } from '../report/json.js';
import { printFindings } from '../report/print-findings.js';
import { formatOf, type Command } from './command.js';

/** `bareme expliquer`: why one demand has its note, what is missing, what the law asks to tell. */
export const EXPLIQUER: Command = {
    name: 'expliquer',
    alias: 'explain',
    summary: 'dit pourquoi une demande a cette note, et ce qui manque',
    positionals: { word: 'CHEMIN…', help: 'fichiers ou dossiers .bareme de la politique et de son vocabulaire', required: false },
    options: [
        { name: 'demande', value: 'ID', required: true, help: 'l’identifiant de la demande' },
        { name: 'logement', value: 'ID', help: 'l’identifiant d’un logement du territoire : la note pour ce logement' },
        ...SCORING_OPTIONS,
    ],
    details: [
        'Une ligne par critère : les points, ceux qui sont retenus, la clause telle qu’elle est écrite et sa place, les faits lus. Là où la politique dit quelles demandes sont analogues, la position parmi elles et le délai constaté (CCH R.441-2-17). Suivent les quatre mentions que le CRPA (R.311-3-1-2) demande pour une décision à laquelle un calcul contribue.',
    ],
    examples: ['bareme expliquer policies/national policies/valmont --territoire demo/territoire --demande D-000042 --date 15/03/2024'],
    run: explain,
};

async function explain(invocation: Invocation, host: Host): Promise<ExitCode> {
    const prepared = await prepareScoring('expliquer', invocation, host);
    if (prepared.kind === 'ended') return prepared.exit;
    const { policy, day, tables, texts } = prepared.setup;
    const format = formatOf(invocation);
    const unknown = (what: string): ExitCode => {
        printFindings({ command: 'expliquer', diagnostics: [report('BAR924', { what })], texts, format, stream: 'err' }, host);
        return EXIT.misuse;
    };
    const id = invocation.value('demande') ?? '';
    const demand = demandsOn(tables.demands, day).find((item) => item.id === id);
    if (demand?.facts === undefined) return unknown('aucune demande');
    const dwellingId = invocation.value('logement');
    const dwelling = dwellingId === undefined || tables.dwellings === undefined ? undefined : dwellingOn(tables.dwellings, dwellingId, day);
    if (dwellingId !== undefined && dwelling === undefined) return unknown('aucun logement');
    const loaded = loadPolicy(policy);
    const subject = { demand: demand.facts, day, ...(dwelling === undefined ? {} : { dwelling }) };
    const document = explanationDocument({
        demand: id,
        dwelling: dwellingId,
        policy,
        day,
        synthetic: tables.synthetic,
        explanation: explainDemand(loaded, subject),
        eligibility: evaluateEligibility(loaded, subject),
        signals: evaluateSignals(loaded, subject),
        proved: demand.facts.proved,
        texts,
        standing: standingOf(loaded, tables.demands, demand, day),
    });
    host.out.write(format === 'json' ? jsonText(document) : explanationText(document, policy));
    return EXIT.clean;
}
