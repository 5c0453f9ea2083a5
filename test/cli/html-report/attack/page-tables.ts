import { cellsOf, textOf } from '../read-section.js';

/** A table of a page, as whoever reads it sees it: rows as long as its titles, those that only title a group left out. */
export interface PageTable {
    readonly section: string;
    /** The last heading before it: a landlord, a public. */
    readonly heading: string;
    readonly caption: string;
    readonly titles: readonly string[];
    readonly rows: readonly (readonly string[])[];
}

/** Every table of a page, with the section that it stands in. */
export function tablesOf(html: string): readonly PageTable[] {
    return [...html.matchAll(/<section[^>]* id="([^"]*)"(.*?)<\/section>/gs)].flatMap(([, section = '', markup = '']) =>
        [...markup.matchAll(/<table.*?<\/table>/gs)].map(({ 0: table, index }): PageTable => {
            const [heading = ''] = [...markup.slice(0, index).matchAll(/<h\d[^>]*>(.*?)<\/h\d>/gs)].map(([, text = '']) => textOf(text)).reverse();
            const [titles = [], ...rows] = [...table.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => cellsOf(row));
            const caption = textOf(/<caption.*?<\/caption>/s.exec(table)?.[0] ?? '');
            return { section, heading, caption, titles, rows: rows.filter(({ length }) => length === titles.length) };
        }),
    );
}

/** What the page says outside its tables. */
export function proseOf(html: string): string {
    return textOf(html.replace(/<(table|style|script).*?<\/\1>/gs, ' '));
}
