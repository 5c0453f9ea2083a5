import type { Table } from '../columns/column.js';
import type { Mapping, SourceTable } from '../ir/mapping.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import { buildDemandTable } from './build-tables.js';
import { addFindings, type DataFinding } from './finding.js';
import { isFatal, listFindings } from './finding-list.js';
import { openFiles, saysSynthetic } from './open-files.js';
import { checkRoles, readSource, type ReadTable, type TableCount } from './read-table.js';
import { sourceOf, type TableSource } from './territory-sources.js';

/** A file of demands on its own, without a territory around it. */
export interface DemandsInput {
    readonly file: string;
    readonly bytes: Uint8Array;
    readonly vocabulary: Vocabulary;
    /** Its table `demandes`, if it has one, says what the columns are; its file name is not looked at. */
    readonly mapping?: Mapping;
    /** The files of events and members that the correspondance names and that were found, by the name it gives them. */
    readonly events?: ReadonlyMap<string, Uint8Array>;
}

/** The demands of a file, or why there are none. */
export interface DemandsReading {
    readonly demands?: Table;
    /** The rows say that they were made by the generator: said again in every output. */
    readonly synthetic?: boolean;
    readonly findings: readonly DataFinding[];
    readonly counts: readonly TableCount[];
}

/** The files of events and members that a correspondance names beside that of the demands. */
export function eventFiles(mapping: Mapping | undefined, vocabulary: Vocabulary): readonly string[] {
    return eventTables(mapping, vocabulary).map(({ file }) => file);
}

function eventTables(mapping: Mapping | undefined, { facts }: Vocabulary): readonly SourceTable[] {
    const events = facts.filter(({ owner, type }) => owner === 'demande' && type.kind === 'events').map(({ name }) => name);
    return mapping?.tables.filter(({ target }) => events.includes(target)) ?? [];
}

/** Reads a file of demands as `readTerritory` does; events whose file is not given are unknown. */
export function readDemands({ file, bytes, vocabulary, mapping, events = new Map() }: DemandsInput): DemandsReading {
    const findings: DataFinding[] = [];
    const files = openFiles(new Map([...events, [file, bytes]]));
    const mapped = mapping?.tables.find(({ target }) => target === 'demandes');
    const carried = sourceOf('demandes', file, vocabulary);
    const source: TableSource | undefined = carried === undefined || mapped === undefined ? carried : { ...carried, mapping: mapped };
    const read = source === undefined ? undefined : readSource(files, source, vocabulary.enumerations, findings);
    const others = eventTables(mapping, vocabulary).flatMap((table): readonly (readonly [string, ReadTable])[] => {
        const carried = events.has(table.file) ? sourceOf(table.target, table.file, vocabulary) : undefined;
        const other = carried === undefined ? undefined : readSource(files, { ...carried, mapping: table }, vocabulary.enumerations, findings);
        return other === undefined ? [] : [[table.target, other]];
    });
    addFindings(findings, files.findings());
    if (read === undefined) return { findings: listFindings(findings), counts: [] };
    addFindings(findings, checkRoles(read, 'demandes', vocabulary));
    if (findings.some(isFatal)) return { findings: listFindings(findings), counts: [] };
    const built = buildDemandTable(new Map([['demandes', read], ...others]));
    addFindings(findings, built.findings);
    const outcome = { findings: listFindings(findings), counts: built.counts };
    return built.demands === undefined ? outcome : { demands: built.demands, synthetic: saysSynthetic(read.csv), ...outcome };
}
