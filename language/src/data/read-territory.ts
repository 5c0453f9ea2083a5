import type { Territory } from '../columns/territory.js';
import type { Mapping } from '../ir/mapping.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import { buildTables, type BuiltTables } from './build-tables.js';
import { addFindings, type DataFinding } from './finding.js';
import { isFatal, listFindings } from './finding-list.js';
import { readManifest, type Manifest } from './manifest.js';
import { openFiles } from './open-files.js';
import { checkRoles, readSource, type ReadTable, type TableCount } from './read-table.js';
import { MAIN_TABLES, tableSources } from './territory-sources.js';

/** The files of a territory, as bytes, and the words in which they are read. */
export interface TerritoryInput {
    /** The text of `territoire.json`. */
    readonly manifest: string;
    /** Files by the name that the manifest or the correspondance gives them. */
    readonly files: ReadonlyMap<string, Uint8Array>;
    readonly vocabulary: Vocabulary;
    readonly mapping?: Mapping;
}

/** A territory, what was found in its files and what became of every row; or why there is no territory. */
export interface TerritoryReading {
    /** Absent when a file or a column that nothing can replace is missing or cannot be trusted. */
    readonly territory?: Territory;
    readonly findings: readonly DataFinding[];
    /** One per table read; empty when there is no territory. */
    readonly counts: readonly TableCount[];
}

/**
 * Reads a territory. Never throws on any bytes. No row and no cell is dropped in silence: a cell that cannot be read is
 * `non renseigné` and told, a row that cannot be told apart is refused and told. The same rows in another order give the same
 * territory: rows are written in the order of their ids.
 */
export function readTerritory(input: TerritoryInput): TerritoryReading {
    const { manifest, findings } = readManifest(input.manifest);
    return manifest === undefined ? { findings: listFindings(findings), counts: [] } : readTables(input, manifest);
}

function readTables(input: TerritoryInput, manifest: Manifest): TerritoryReading {
    const { vocabulary, mapping } = input;
    const named = tableSources(manifest, vocabulary, mapping);
    const findings: DataFinding[] = [...named.findings];
    const files = openFiles(input.files, manifest.synthetic);
    const read = new Map<string, ReadTable>();
    for (const table of named.sources) {
        const source = readSource(files, table, vocabulary.enumerations, findings);
        if (source !== undefined) read.set(table.table, source);
    }
    addFindings(findings, files.findings());
    for (const table of MAIN_TABLES) {
        const source = read.get(table);
        if (source !== undefined) addFindings(findings, checkRoles(source, table, vocabulary));
    }
    if (findings.some(isFatal)) return { findings: listFindings(findings), counts: [] };
    const built = buildTables(read);
    const all = [...findings, ...built.findings];
    const outcome = { findings: listFindings(all), counts: built.counts };
    const { tables } = built;
    return tables === undefined ? outcome : { territory: territoryOf(manifest, tables, mapping), ...outcome };
}

function territoryOf(manifest: Manifest, tables: BuiltTables, mapping: Mapping | undefined): Territory {
    const { name, synthetic, notices, window, assumptions, labels } = manifest;
    const approximations = mapping?.tables.flatMap(({ fields }) => fields.flatMap(({ approximation }) => approximation ?? [])) ?? [];
    return { name, synthetic, notices, ...tables, window, assumptions, labels, approximations: [...new Set(approximations)] };
}
