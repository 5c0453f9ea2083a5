/** A piece of a page. Text is escaped when written, always: no other way to put characters in a page exists here (REQ-12). */
export interface Markup {
    readonly tag: string;
    readonly attributes: Readonly<Record<string, string | number | undefined>>;
    readonly children: readonly Child[];
}

/** Text, an element, or nothing. */
export type Child = Markup | string | number | undefined;

/** An element. Tags and attribute names are constants of this program; attribute values and texts may be anything. */
export function el(tag: string, attributes: Markup['attributes'], ...children: readonly (Child | readonly Child[])[]): Markup {
    return { tag, attributes, children: children.flat() };
}

const VOID = new Set(['meta', 'br', 'hr', 'col']);
/** Where spaces are kept as written: code, commands. */
const VERBATIM = new Set(['code', 'pre']);

/** The markup as HTML text. */
export function render(child: Child): string {
    return renderIn(child, false);
}

function renderIn(child: Child, verbatim: boolean): string {
    if (child === undefined) return '';
    if (typeof child === 'number') return String(child);
    if (typeof child === 'string') return escapeText(verbatim ? child : typographic(child));
    const { tag, attributes, children } = child;
    const written = Object.entries(attributes)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
        .join('');
    if (VOID.has(tag)) return `<${tag}${written}>`;
    if (tag === 'style' || tag === 'script') return `<${tag}>${children.map(constantText).join('')}</${tag}>`;
    const inside = children.map((item) => renderIn(item, verbatim || VERBATIM.has(tag))).join('');
    return `<${tag}${written}>${inside}</${tag}>`;
}

/** A browser decodes nothing inside a style sheet or a script: only a constant of this program, without `<`, may stand there. */
function constantText(child: Child): string {
    if (typeof child !== 'string' || child.includes('<')) throw new TypeError('a style sheet or a script holds no markup');
    return child;
}

/** Characters that a browser reads as markup, and those that could hide or reorder what follows. */
function escapeText(text: string): string {
    return visible(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function escapeAttribute(text: string): string {
    return escapeText(text).replace(/"/g, '&quot;').replace(/'/g, '&#39;').replace(/`/g, '&#96;');
}

/** Control characters and directional overrides show as U+FFFD, so that no label can disguise another. */
function visible(text: string): string {
    return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** French spaces: no line break before `:;?!%»€` nor after `«`. */
function typographic(text: string): string {
    return text.replace(/ ([:;?!%»€])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}
