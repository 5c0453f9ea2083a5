import { resolve } from 'node:path';
import { createNoteMemo, evaluateDemand, loadPolicy, type DemandResult, type LoadedPolicy, type NoteResult } from '@bareme/language/engine';
import { absurd, ruleSetName, type Policy } from '@bareme/language/ir';
import { demandsOn, type DemandOn } from '../demands/demands-on.js';
import { notesDocument, type Scored } from '../demands/notes-document.js';
import { prepareScoring, SCORING_OPTIONS, type ScoringSetup } from '../demands/scoring-setup.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { exactCell, plural } from '../french.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { csvText, type CsvCell } from '../output/csv.js';
import { machineDisk } from '../output/disk.js';
import { refusalsOfFile, writeOutputFile, type FileRequest } from '../output/output-file.js';
import { jsonText } from '../report/json.js';
import { printFindings } from '../report/print-findings.js';
import { readableFindings } from '../workspace/data-diagnostics.js';
import { hasFindings } from '../workspace/load-policies.js';
import { OUTPUT_OPTIONS } from './command-syntax.js';
import { formatOf, type Command } from './command.js';

/** `bareme noter`: the result of every demand on a day. */
export const NOTER: Command = {
    name: 'noter',
    alias: 'score',
    summary: 'donne le résultat de chaque demande à une date : note, note vérifiée, ou ce qui manque',
    positionals: { word: 'CHEMIN…', help: 'fichiers ou dossiers .bareme de la politique et de son vocabulaire', required: false },
    options: [...SCORING_OPTIONS, OUTPUT_OPTIONS.file, OUTPUT_OPTIONS.force],
    details: [
        'Le résultat est un tableau CSV (séparateur « ; », lisible par un tableur), ou un document JSON avec « --format json ». Une demande donne une ligne, toujours : celle dont un fait manque est « incomplète », avec les bornes de sa note et les faits manquants. Sans logement, une note qui en dépend est un intervalle.',
    ],
    examples: ['bareme noter policies/national policies/valmont --demandes demandes.csv --date 15/03/2024 --sortie notes.csv'],
    run: score,
};

async function score(invocation: Invocation, host: Host): Promise<ExitCode> {
    const output = outputOf(invocation, host);
    const refused = output === undefined ? [] : refusalsOfFile(output);
    if (refused.length > 0) return ended(refused, EXIT.misuse, { invocation, host });
    const prepared = await prepareScoring('noter', invocation, host);
    if (prepared.kind === 'ended') return prepared.exit;
    const { setup } = prepared;
    const scored = scoreAll(setup);
    const text = formatOf(invocation) === 'json' ? jsonText(notesDocument(setup, scored)) : csvText(HEADER, scored.map(rowOf(setup)));
    if (output === undefined) host.out.write(text);
    const failed = output === undefined ? [] : writeOutputFile(output, text);
    if (failed.length > 0) return ended(failed, EXIT.internal, { invocation, host });
    const findings = readableFindings(setup.findings);
    printFindings({ command: 'noter', diagnostics: findings, texts: setup.texts, format: 'humain', stream: 'err' }, host);
    if (!invocation.has('silencieux')) host.err.write(`${summaryText(scored)}\n`);
    return hasFindings(findings) ? EXIT.findings : EXIT.clean;
}

interface Asked {
    readonly invocation: Invocation;
    readonly host: Host;
}

function outputOf(invocation: Invocation, host: Host): FileRequest | undefined {
    const shown = invocation.value('sortie');
    return shown === undefined ? undefined : { path: resolve(host.cwd, shown), shown, force: invocation.has('force'), disk: machineDisk };
}

function ended(diagnostics: Parameters<typeof printFindings>[0]['diagnostics'], exit: ExitCode, { invocation, host }: Asked): ExitCode {
    printFindings({ command: 'noter', diagnostics, texts: new Map(), format: formatOf(invocation), stream: 'err' }, host);
    return exit;
}

/** One territory scores every demand; several, each those that name one of its communes. */
function scoreAll({ policies, tables, day }: ScoringSetup): readonly Scored[] {
    const demands = demandsOn(tables.demands, day);
    return policies.flatMap((policy) => {
        const loaded = loadPolicy(policy);
        const own = policies.length === 1 ? demands : demands.filter((demand) => namesTerritory(policy, demand));
        return own.map((demand) => ({ policy, demand, result: resultOf(loaded, demand, day) }));
    });
}

/** Whether a demand names a commune of a territory; one whose wishes are not known may. */
function namesTerritory({ communes, vocabulary }: Policy, { facts }: DemandOn): boolean {
    const wishes = vocabulary.facts.find(({ owner, role }) => owner === 'demande' && role === 'communes_souhaitées');
    const value = wishes === undefined ? undefined : facts?.fact(wishes.name);
    if (communes === undefined || value?.kind !== 'set') return value?.kind !== 'not-applicable';
    return value.values.some((commune) => communes.includes(commune));
}

function resultOf(loaded: LoadedPolicy, { facts }: DemandOn, day: number): DemandResult | undefined {
    return facts === undefined ? undefined : evaluateDemand(loaded, { demand: facts, day }, createNoteMemo());
}

const HEADER = [
    'demande',
    'ouverte',
    'politique',
    'cotation',
    'résultat',
    'note',
    'minimum',
    'maximum',
    'résultat_vérifié',
    'note_vérifiée',
    'minimum_vérifié',
    'maximum_vérifié',
    'manque',
    'anomalies',
    'synthétique',
];

function rowOf({ tables }: ScoringSetup): (scored: Scored) => readonly CsvCell[] {
    return ({ policy, demand, result }) => [
        demand.id,
        demand.open ? 'oui' : 'non',
        ruleSetName(policy),
        result?.scoring,
        ...noteCells(result?.declared),
        ...noteCells(result?.verified),
        result === undefined ? undefined : missingOf(result).join(' | '),
        result?.anomalies.map(({ kind, name }) => `${kind} ${name}`).join(' | '),
        tables.synthetic ? 'oui' : 'non',
    ];
}

/** Kind, note, lowest and highest. */
function noteCells(note: NoteResult | undefined): readonly CsvCell[] {
    if (note === undefined) return ['inconnue à cette date', undefined, undefined, undefined];
    switch (note.kind) {
        case 'note':
            return ['note', exactCell(note.note), exactCell(note.note), exactCell(note.note)];
        case 'interval':
            return ['selon le logement', exactCell(note.fixed), exactCell(note.low), exactCell(note.high)];
        case 'incomplete':
            return ['incomplète', undefined, exactCell(note.low), exactCell(note.high)];
        default:
            return absurd(note);
    }
}

function missingOf({ declared }: DemandResult): readonly string[] {
    return declared.kind === 'incomplete' ? declared.missing : [];
}

function summaryText(scored: readonly Scored[]): string {
    const count = (kind: NoteResult['kind']) => scored.filter(({ result }) => result?.declared.kind === kind).length;
    const unknown = scored.filter(({ result }) => result === undefined).length;
    const some = (found: number, one: string, many: string) => (found === 0 ? undefined : plural(found, one, many));
    const parts = [
        some(count('note'), 'note', 'notes'),
        some(count('interval'), 'note selon le logement', 'notes selon le logement'),
        some(count('incomplete'), 'incomplète', 'incomplètes'),
        some(unknown, 'inconnue à cette date', 'inconnues à cette date'),
    ].filter((part) => part !== undefined);
    return `${plural(scored.length, 'demande', 'demandes')} : ${parts.length === 0 ? 'rien à noter' : parts.join(', ')}.`;
}
