import { resolve } from 'node:path';
import type { FactReader } from '@bareme/language/columns';
import { report } from '@bareme/language/diagnostics';
import type { AdequacyResult, DemandResult, EligibilityResult, NoteResult } from '@bareme/language/engine';
import { absurd, ruleSetName } from '@bareme/language/ir';
import { absentTables } from '../demands/absent-tables.js';
import { dwellingOn } from '../demands/demands-on.js';
import { notesDocument } from '../demands/notes-document.js';
import { scoreDemands, type Outside, type Scored } from '../demands/score-demands.js';
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
    options: [
        ...SCORING_OPTIONS,
        { name: 'logement', value: 'ID', help: 'l’identifiant d’un logement du territoire : les notes pour ce logement' },
        { name: 'classement', help: 'range les demandes de la première à la dernière par les règles, et non par identifiant' },
        OUTPUT_OPTIONS.file,
        OUTPUT_OPTIONS.force,
    ],
    details: [
        'Le résultat est un tableau CSV (séparateur « ; », lisible par un tableur), ou un document JSON avec « --format json ». Une demande donne une ligne, toujours : celle dont un fait manque est « incomplète », avec les bornes de sa note et les faits manquants ; celle que la politique traite à part est « hors cotation ». Sans logement, une note qui en dépend est un intervalle.',
        'Le rang est celui des demandes ouvertes que rien n’écarte sûrement : selon le classement de la politique, jusqu’à l’appréciation de la commission, que rien ne remplace ici ; les ex æquo ont le même rang. Avec « --logement », ce sont les demandes à qui ce logement convient. Une demande qui nomme deux territoires a deux lignes ; une qui n’en nomme aucun, une ligne qui le dit.',
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
    const dwelling = dwellingAsked(invocation, setup);
    if (dwelling === 'unknown') return ended([report('BAR924', { what: 'aucun logement' })], EXIT.misuse, { invocation, host });
    const scored = inOrder(scoreDemands(setup, dwelling), invocation);
    const text = formatOf(invocation) === 'json' ? jsonText(notesDocument(setup, scored)) : csvText(HEADER, scored.map(rowOf(setup)));
    const absent = absentTables(setup, scored);
    if (absent.length > 0) printFindings({ command: 'noter', diagnostics: absent, texts: setup.texts, format: 'humain', stream: 'err' }, host);
    if (output === undefined) host.out.write(text);
    const failed = output === undefined ? [] : writeOutputFile(output, text);
    if (failed.length > 0) return ended(failed, EXIT.internal, { invocation, host });
    const findings = readableFindings(setup.findings);
    printFindings({ command: 'noter', diagnostics: findings, texts: setup.texts, format: 'humain', stream: 'err' }, host);
    if (!invocation.has('silencieux')) host.err.write(`${summaryText(scored)}\n`);
    return hasFindings([...absent, ...findings]) ? EXIT.findings : EXIT.clean;
}

/** The dwelling that notes are asked for, where one is. */
function dwellingAsked(invocation: Invocation, { tables, day }: ScoringSetup): FactReader | 'unknown' | undefined {
    const id = invocation.value('logement');
    if (id === undefined) return undefined;
    return (tables.dwellings && dwellingOn(tables.dwellings, id, day)) ?? 'unknown';
}

/** By id; with `--classement`, from the first by the rules, those that are not ranked last. */
function inOrder(lines: readonly (Scored | Outside)[], invocation: Invocation): readonly (Scored | Outside)[] {
    if (!invocation.has('classement')) return lines;
    const rank = (line: Scored | Outside): number => (line.kind === 'scored' ? (line.standing?.place?.rank ?? Infinity) : Infinity);
    return [...lines].sort((a, b) => rank(a) - rank(b) || 0);
}

interface Asked {
    readonly invocation: Invocation;
    readonly host: Host;
}

function outputOf(invocation: Invocation, host: Host): FileRequest | undefined {
    const shown = invocation.value('sortie');
    return shown === undefined ? undefined : { path: resolve(host.cwd, shown), shown, force: invocation.has('force'), isOurs, disk: machineDisk };
}

/** The header of the table, or the version of the document: what this command alone writes. */
function isOurs(text: string): boolean {
    return text.startsWith(csvText(HEADER, []).trimEnd()) || /^\{\s*"notesVersion"/.test(text);
}

function ended(diagnostics: Parameters<typeof printFindings>[0]['diagnostics'], exit: ExitCode, { invocation, host }: Asked): ExitCode {
    printFindings({ command: 'noter', diagnostics, texts: new Map(), format: formatOf(invocation), stream: 'err' }, host);
    return exit;
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
    'éligibilité',
    'adéquation',
    'rang',
    'ex_æquo',
];

function rowOf({ tables }: ScoringSetup): (line: Scored | Outside) => readonly CsvCell[] {
    const synthetic = tables.synthetic ? 'oui' : 'non';
    return (line) => {
        const about = [line.demand.id, line.demand.open ? 'oui' : 'non'];
        if (line.kind === 'outside')
            return [...about, undefined, undefined, OUTSIDE, ...Array<CsvCell>(9).fill(undefined), synthetic, ...Array<CsvCell>(4).fill(undefined)];
        const { result, eligibility, adequacy, place } = line.standing ?? {};
        return [
            ...about,
            ruleSetName(line.policy),
            result?.scoring,
            ...noteCells(result?.declared),
            ...noteCells(result?.verified),
            result === undefined ? undefined : missingOf(result).join(' | '),
            result?.anomalies.map(({ kind, name }) => `${kind} ${name}`).join(' | '),
            synthetic,
            eligibility === undefined ? undefined : eligibilityCell(eligibility),
            adequacy === undefined ? undefined : adequacyCell(adequacy),
            place?.rank,
            place?.ties,
        ];
    };
}

/** What a line says of a demand that names no territory asked for. */
const OUTSIDE = 'hors des territoires demandés';

/** What a line says of a demand that a deliberation treats apart. */
const UNSCORED = 'hors cotation';

function eligibilityCell(result: EligibilityResult): string {
    switch (result.kind) {
        case 'eligible':
            return 'éligible';
        case 'ineligible':
            return `inéligible : ${result.exclusions.join(' | ')}`;
        case 'to-verify':
            return `à vérifier : ${result.missing.join(' | ')}`;
        default:
            return absurd(result);
    }
}

function adequacyCell(result: AdequacyResult): string {
    switch (result.kind) {
        case 'fits':
            return 'convient';
        case 'unfit':
            return `ne convient pas : ${result.failed.join(' | ')}`;
        case 'unknown':
            return `à vérifier : ${result.missing.join(' | ')}`;
        default:
            return absurd(result);
    }
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
            return [note.large === true ? 'incomplète (intervalle large)' : 'incomplète', undefined, exactCell(note.low), exactCell(note.high)];
        case 'unscored':
            return [`${UNSCORED} : ${note.clauses.join(' | ')}`, undefined, undefined, undefined];
        default:
            return absurd(note);
    }
}

/** What the note lacks, and what is missing to know whether the demand is treated apart. */
function missingOf({ declared, perhapsUnscored }: DemandResult): readonly string[] {
    const lacking = declared.kind === 'incomplete' ? declared.missing : [];
    return [...new Set([...lacking, ...(perhapsUnscored?.missing ?? [])])].sort();
}

function summaryText(lines: readonly (Scored | Outside)[]): string {
    const scored = lines.filter((line) => line.kind === 'scored');
    const count = (kind: NoteResult['kind']) => scored.filter(({ standing }) => standing?.result.declared.kind === kind).length;
    const unknown = scored.filter(({ standing }) => standing === undefined).length;
    const outside = lines.length - scored.length;
    const some = (found: number, one: string, many: string) => (found === 0 ? undefined : plural(found, one, many));
    const parts = [
        some(count('note'), 'note', 'notes'),
        some(count('interval'), 'note selon le logement', 'notes selon le logement'),
        some(count('incomplete'), 'incomplète', 'incomplètes'),
        some(count('unscored'), UNSCORED, UNSCORED),
        some(unknown, 'inconnue à cette date', 'inconnues à cette date'),
        some(outside, OUTSIDE, OUTSIDE),
    ].filter((part) => part !== undefined);
    const demands = new Set(lines.map(({ demand }) => demand.id)).size;
    const twice = lines.length === demands ? '' : `, ${plural(lines.length, 'ligne', 'lignes')}`;
    return `${plural(demands, 'demande', 'demandes')}${twice} : ${parts.length === 0 ? 'rien à noter' : parts.join(', ')}.`;
}
