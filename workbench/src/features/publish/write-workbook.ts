import writeXlsxFile from 'write-excel-file/browser';
import type { Sheet } from './workbook.js';

/** The bytes of a workbook (`.xlsx`). */
export function writeWorkbook(sheets: readonly Sheet[]): Promise<Blob> {
    return writeXlsxFile(sheets.map(({ sheet, data }) => ({ sheet, data: data.map((row) => [...row]) }))).toBlob();
}
