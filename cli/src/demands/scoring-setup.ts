import { resolve } from 'node:path';
import { report, type Diagnostic } from '@bareme/language/diagnostics';
import type { DataFinding } from '@bareme/language/data';
import type { Table } from '@bareme/language/columns';
import { parseDate, versionsOfDay, type Day, type Mapping, type Policy, type VersionsOfDay } from '@bareme/language/ir';
import { POLICY_OPTIONS, type OptionSpec } from '../commands/command-syntax.js';
import { formatOf } from '../commands/command.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { dayText } from '../french.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import type { Texts } from '../report/located.js';
import { printFindings } from '../report/print-findings.js';
import type { ChosenRules } from '../workspace/choose-rules.js';
import { readableFindings } from '../workspace/data-diagnostics.js';
import { loadDemands, loadTerritory, type DataWords } from '../workspace/load-data.js';
import { draftDiagnostics } from '../workspace/draft-diagnostics.js';
import { readRules } from '../workspace/read-rules.js';

/** The options of the verbs that look at demands one by one. */
export const SCORING_OPTIONS: readonly OptionSpec[] = [
    ...POLICY_OPTIONS,
    { name: 'variante', value: 'NOM', help: 'suit cette variante (son nom, ou le chemin de son fichier)' },
    { name: 'demandes', value: 'FICHIER', help: 'les demandes, en CSV' },
    { name: 'territoire', value: 'DOSSIER', help: 'un dossier de territoire, à la place de « --demandes »' },
    { name: 'date', value: 'JOUR', required: true, help: 'le jour où l’on regarde, comme 15/03/2024 ou 2024-03-15' },
];

/** Everything that scoring demands needs, read. */
export interface ScoringSetup {
    /** What that day reads, one for each territory asked for; at least one. */
    readonly territories: readonly VersionsOfDay[];
    readonly day: Day;
    readonly tables: ScoringTables;
    readonly findings: readonly DataFinding[];
    readonly texts: Texts;
    /** How the columns of the files became facts, where a correspondance says it. */
    readonly mapping?: Mapping;
}

interface ScoringTables {
    readonly demands: Table;
    readonly dwellings?: Table;
    /** The data say that they are synthetic. */
    readonly synthetic: boolean;
}

export type Prepared = { readonly kind: 'ready'; readonly setup: ScoringSetup } | { readonly kind: 'ended'; readonly exit: ExitCode };

/** Reads policies and demands; what keeps the command from going on is printed, and ends it. */
export async function prepareScoring(command: string, invocation: Invocation, host: Host): Promise<Prepared> {
    const end = (diagnostics: readonly Diagnostic[], exit: ExitCode, texts: Texts = new Map()): Prepared => {
        printFindings({ command, diagnostics, texts, format: formatOf(invocation), stream: 'err' }, host);
        return { kind: 'ended', exit };
    };
    const day = parseDate(invocation.value('date') ?? '');
    if (day === undefined) return end([report('BAR904', { option: '--date', expected: 'un jour, comme 15/03/2024' })], EXIT.misuse);
    if (invocation.has('demandes') === invocation.has('territoire')) {
        return end([report('BAR903', { verb: command, option: '--demandes (ou bien --territoire)' })], EXIT.misuse);
    }
    const reading = await readRules(command, invocation, host);
    if (reading.kind === 'refused') return end(reading.diagnostics, reading.exit, reading.texts);
    const territories = versionsOn(reading.rules, day);
    if (territories.length === 0) return end([report('BAR923', { policy: reading.rules.names.join(', '), day: dayText(day) })], EXIT.misuse);
    const drafts = draftsAmong(territories);
    if (drafts.length > 0) return end(drafts, EXIT.findings, reading.loaded.texts);
    const { tables, findings, diagnostics } = await readTables(invocation, host, reading.words);
    if (tables === undefined) return end([...diagnostics, ...readableFindings(findings)], diagnostics.length > 0 ? EXIT.misuse : EXIT.findings);
    return { kind: 'ready', setup: { territories, day, tables, findings, texts: reading.loaded.texts, ...mappingOf(reading.words) } };
}

/** Rules that are drafts: nothing is computed under them. */
function draftsAmong(territories: readonly VersionsOfDay[]): readonly Diagnostic[] {
    return draftDiagnostics(territories.flatMap(({ inForce, ranking }) => [inForce, ranking]));
}

function mappingOf({ mapping }: DataWords): Pick<ScoringSetup, 'mapping'> {
    return mapping === undefined ? {} : { mapping };
}

/** Of each territory, the versions that a day reads, edited by the variant asked for. A variant that edits neither does not apply that day. */
function versionsOn({ names, versions, variants }: ChosenRules, day: Day): readonly VersionsOfDay[] {
    return names.flatMap((name) => {
        const own = versions.filter((candidate) => candidate.name === name);
        const found = versionsOfDay(own, day);
        const variant = variants.find((candidate) => candidate.name === name);
        if (variant === undefined || found === undefined) return found ?? [];
        const edited = (version: Policy): Policy => (variant.version === version.version ? variant : version);
        const [inForce, ranking] = [edited(found.inForce), edited(found.ranking)];
        return inForce === variant || ranking === variant ? { inForce, ranking } : [];
    });
}

interface TablesRead {
    readonly tables?: ScoringTables;
    readonly findings: readonly DataFinding[];
    readonly diagnostics: readonly Diagnostic[];
}

async function readTables(invocation: Invocation, host: Host, words: DataWords): Promise<TablesRead> {
    const file = invocation.value('demandes');
    if (file !== undefined) {
        const { demands, synthetic, findings, diagnostics } = await loadDemands(resolve(host.cwd, file), file, words);
        return { tables: demands === undefined ? undefined : { demands, synthetic }, findings, diagnostics };
    }
    const folder = invocation.value('territoire') ?? '';
    const { territory, findings, diagnostics } = await loadTerritory(resolve(host.cwd, folder), folder, words);
    if (territory === undefined) return { findings, diagnostics };
    const { demands, dwellings, synthetic } = territory;
    return { tables: { demands, dwellings, synthetic }, findings, diagnostics };
}
