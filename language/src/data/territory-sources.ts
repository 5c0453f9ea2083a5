import type { Mapping, SourceTable } from '../ir/mapping.js';
import type { FactDeclaration } from '../ir/value-type.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import { nearestNames } from '../kit/nearest-name.js';
import { finding, type DataFinding } from './finding.js';
import { MANIFEST_FILE, readManifest, type Manifest } from './manifest.js';

/** The tables of a territory besides its events. */
export const MAIN_TABLES = ['demandes', 'logements', 'candidatures', 'occupants'] as const;

export type MainTable = (typeof MAIN_TABLES)[number];

/** The title under which a file of events may name the demand, besides that of its identifier. */
export const EVENT_DEMAND_TITLE = 'demande';

/** A table to read, the file that holds it, and what its columns may be. */
export interface TableSource {
    readonly table: string;
    readonly file: string;
    readonly facts: readonly FactDeclaration[];
    readonly mapping?: SourceTable;
    readonly titles?: ReadonlyMap<string, readonly string[]>;
    /** The events fact that the table fills, when it is one of events. */
    readonly events?: FactDeclaration;
}

/** The files to give to `readTerritory`: those that the manifest and the correspondance name; empty when the manifest cannot be read. */
export function territoryFiles(manifest: string, mapping?: Mapping): readonly string[] {
    const read = readManifest(manifest).manifest;
    if (read === undefined) return [];
    const mapped = new Set(mapping?.tables.map(({ target }) => target));
    const named = [...read.files].filter(([table]) => !mapped.has(table)).map(([, file]) => file);
    return [...new Set([...(mapping?.tables.map(({ file }) => file) ?? []), ...named])].sort();
}

/** The tables of a territory: where the correspondance says, else where the manifest does. */
export function tableSources(
    manifest: Manifest,
    vocabulary: Vocabulary,
    mapping?: Mapping,
): { readonly sources: readonly TableSource[]; readonly findings: readonly DataFinding[] } {
    const findings: DataFinding[] = [];
    const mapped = new Map(mapping?.tables.map((table) => [table.target, table]));
    const targets = [...new Set([...mapped.keys(), ...manifest.files.keys()])].sort();
    const known = [...MAIN_TABLES, ...eventsFacts(vocabulary).map(({ name }) => name)];
    const sources = targets.flatMap((table) => {
        const sourceTable = mapped.get(table);
        const file = sourceTable?.file ?? manifest.files.get(table) ?? '';
        const source = sourceOf(table, file, vocabulary);
        if (source !== undefined) return [{ ...source, ...(sourceTable === undefined ? {} : { mapping: sourceTable }) }];
        findings.push(manifestFault(`fichiers.${table}`, 'unknown', nearestNames(table, known)));
        return [];
    });
    for (const table of ['demandes', 'logements']) if (!targets.includes(table)) findings.push(manifestFault(`fichiers.${table}`, 'missing', []));
    return { sources, findings };
}

function manifestFault(path: string, problem: 'unknown' | 'missing', nearest: readonly string[]): DataFinding {
    return finding('BAR702', { file: MANIFEST_FILE }, { path, problem, expected: problem === 'missing' ? 'file-name' : 'nothing', nearest });
}

function eventsFacts(vocabulary: Vocabulary): readonly FactDeclaration[] {
    return vocabulary.facts.filter(({ owner, type }) => owner === 'demande' && type.kind === 'events');
}

/** The facts that a table carries, and so the columns that it may have. */
export function sourceOf(table: string, file: string, vocabulary: Vocabulary): TableSource | undefined {
    const carried = (owner: FactDeclaration['owner']): TableSource => ({
        table,
        file,
        facts: vocabulary.facts.filter((fact) => fact.owner === owner && fact.type.kind !== 'events'),
    });
    switch (table) {
        case 'demandes':
            return carried('demande');
        case 'logements':
            return carried('logement');
        case 'candidatures':
            return carried('candidature');
        case 'occupants':
            return { table, file, facts: carried('demande').facts.filter(isOfHousehold) };
        default:
            return eventsSource(table, file, vocabulary);
    }
}

/** What a household is, and not what its demand goes through or wishes: so an occupant has no id, no day of filing, no exit. */
function isOfHousehold({ role }: FactDeclaration): boolean {
    return role === undefined || role === 'taille_du_ménage' || role === 'profil';
}

function eventsSource(table: string, file: string, vocabulary: Vocabulary): TableSource | undefined {
    const events = eventsFacts(vocabulary).find(({ name }) => name === table);
    const identifier = vocabulary.facts.find(({ owner, role }) => owner === 'demande' && role === 'identifiant');
    if (events?.type.kind !== 'events' || identifier === undefined) return undefined;
    const titles = new Map([[identifier.name, [EVENT_DEMAND_TITLE]]]);
    return { table, file, facts: [identifier, ...events.type.fields], titles, events };
}
