import type { ReplayReport } from '@bareme/language/replay';
import { htmlReport } from '../../../cli/src/html-report/html-report.js';
import type { ReportWords } from '../../../cli/src/html-report/figures/report-words.js';

/** One section of the page of a report, as markup; empty where there is none. */
export function sectionOf(id: string, report: ReplayReport, words?: ReportWords): string {
    const html = htmlReport({ report, receipt: { hash: '', lines: [], command: '' }, words });
    const start = html.indexOf(`<section id="${id}"`);
    return start < 0 ? '' : html.slice(start, html.indexOf('</section>', start));
}

/** What markup says: no-break spaces as spaces. */
export const textOf = (markup: string): string =>
    markup
        .replace(/<[^>]*>/g, ' ')
        .replace(/[\u00a0\u202f\s]+/g, ' ')
        .trim();

/** The texts of the cells of a row, headers included. */
export const cellsOf = (row: string): readonly string[] => [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(([cell]) => textOf(cell));
