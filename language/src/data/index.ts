/**
 * The door of the data: files of a territory in, typed columns and findings out; and the generator of synthetic territories. Files
 * come as bytes or texts and leave as texts: nothing here reads a disk, a clock or a locale. Findings are codes with parameters; their
 * French wording is in diagnostics/.
 */
export type { CellReason, DataCode, DataFinding, DataParams, FieldFault, NotTextReason, ValueClass } from './finding.js';
export { isFatal } from './finding-list.js';
export { MANIFEST_FILE, MANIFEST_FORMAT, readManifest, type Manifest } from './manifest.js';
export { eventFiles, readDemands, type DemandsInput, type DemandsReading } from './read-demands.js';
export type { TableCount } from './read-table.js';
export { readTerritory, type TerritoryInput, type TerritoryReading } from './read-territory.js';
export { territoryFiles } from './territory-sources.js';
export { writeCsv } from './write-csv.js';
export { generateTerritory, LABEL_FILE, writeTerritory, type GeneratedTerritory } from './synthetic/generate-territory.js';
export { draftTerritory, type GeneratorRequest, type TerritoryDraft } from './synthetic/draft-territory.js';
export { STREAMS } from './synthetic/draws.js';
export type { Freedom, GeneratorModel } from './synthetic/generator-model.js';
export { hear, historyBook, impose, type Heard, type HistoryBook, type SyntheticHistory } from './synthetic/hearing.js';
export { earlierRefusals } from './synthetic/history.js';
export type { SyntheticDwelling } from './synthetic/synthetic-dwelling.js';
export { MODEL_FORMAT, readModel } from './synthetic/read-model.js';
