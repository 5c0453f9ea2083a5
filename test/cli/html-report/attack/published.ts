import type { ReplayReport } from '@bareme/language/replay';
import type { PageTable } from './page-tables.js';

/** What is published of one replay: the page as it is written, and the report behind it, which says what each cell counts. */
export interface Published {
    readonly report: ReplayReport;
    readonly tables: readonly PageTable[];
    readonly prose: string;
}

/** The table of a section whose caption begins so, under a heading where one is given; nothing where the page has none. */
export function tableOf({ tables }: Published, section: string, caption = '', heading?: string): PageTable | undefined {
    return tables.find((table) => table.section === section && table.caption.startsWith(caption) && (heading === undefined || table.heading === heading));
}
