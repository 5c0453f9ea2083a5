import { el, type Child, type Markup } from './markup.js';

/** A numbered part of the page, with its anchor. */
export interface Section {
    readonly id: string;
    readonly title: string;
    readonly content: readonly Child[];
}

/** A paragraph. */
export function paragraph(...text: readonly Child[]): Markup {
    return el('p', {}, text);
}

/** A paragraph set back from the main line of the page. */
export function aside(...text: readonly Child[]): Markup {
    return el('p', { class: 'quiet small' }, text);
}

/** Something that must not be missed. */
export function callout(...content: readonly Child[]): Markup {
    return el('div', { class: 'callout' }, content);
}

/** A list of points. */
export function list(items: readonly Child[]): Markup {
    return el(
        'ul',
        {},
        items.map((item) => el('li', {}, item)),
    );
}

/** Content that stays on one printed page: a title and its table. */
export function together(...content: readonly Child[]): Markup {
    return el('div', { class: 'keep' }, content);
}
