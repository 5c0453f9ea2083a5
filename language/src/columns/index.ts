/**
 * The door of the columns: the typed tables of a territory, what writes them and what reads them. Pure: nothing here knows a file
 * format, a policy or a result.
 */
export { CELL_MISSING, CELL_NOT_APPLICABLE, CELL_VALUE, type Column, type ColumnData, type Table } from './column.js';
export type { FactReader } from './facts.js';
export { CANDIDATURE_ROLES, DEMAND_ROLES, DWELLING_ROLES, EVENT_ROLES } from '../ir/roles.js';
export type { Assumptions, Territory, WordLabels } from './territory.js';
export { columnBuilder, type ColumnBuilder } from './column-builder.js';
export { tableBuilder, type TableBuilder } from './table-builder.js';
export { cellValue, rowReader } from './row-reader.js';
export { columnScale, factBounds, RATIO_PLACES, storedInteger } from './typed-bounds.js';
