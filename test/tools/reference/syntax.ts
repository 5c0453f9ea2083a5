import type { Shape, Times } from './shape.js';

/** The link to the place of a rule in the page. */
export type Link = (rule: string) => string;

/** Choices of more forms than these, bare words aside, stand one to a line. */
const ON_ONE_LINE = 4;

const LEADS: Readonly<Record<Times, string>> = {
    '': 'une de ces formes',
    '?': 'au besoin une de ces formes',
    '*': 'autant que l’on veut de ces formes',
    '+': 'une ou plusieurs de ces formes',
};

/** How a rule is written, in Markdown. */
export function syntaxOf(shape: Shape, link: Link): string {
    const choice = longChoice(shape);
    if (choice !== undefined) return `Écriture, ${listed(choice, link)}`;
    const last = shape.kind === 'sequence' && shape.times === '' ? shape.items.at(-1) : undefined;
    const end = last === undefined ? undefined : longChoice(last);
    if (shape.kind !== 'sequence' || end === undefined) return `Écriture : ${alone(shape, link)}`;
    return `Écriture : ${sequence(shape.items.slice(0, -1), link)}, puis ${listed(end, link)}`;
}

type Choice = Extract<Shape, { readonly kind: 'choice' }>;

/** A choice between many forms, or between forms of several words. */
function longChoice(shape: Shape): Choice | undefined {
    if (shape.kind !== 'choice') return undefined;
    const isLong = shape.items.filter(({ kind }) => kind !== 'word').length > ON_ONE_LINE || shape.items.some(({ kind }) => kind === 'sequence');
    return isLong ? shape : undefined;
}

function listed({ items, times }: Choice, link: Link): string {
    return [`${LEADS[times]} :`, '', ...items.map((item) => `- ${alone(item, link)}`)].join('\n');
}

/** Nothing stands around it, so that a choice needs no parentheses. */
function alone(shape: Shape, link: Link): string {
    return shape.kind === 'choice' && shape.times === '' ? bare(shape, link) : printed(shape, link);
}

function printed(shape: Shape, link: Link): string {
    const compound = 'items' in shape;
    const body = bare(shape, link);
    const whole = compound ? `( ${body} )` : body;
    switch (shape.times) {
        case '':
            return shape.kind === 'choice' ? whole : body;
        case '?':
            return `[ ${body} ]`;
        case '*':
            return `[ ${whole} … ]`;
        case '+':
            return `${whole} …`;
    }
}

function bare(shape: Shape, link: Link): string {
    switch (shape.kind) {
        case 'word':
            return `\`${shape.text}\``;
        case 'rule':
            return link(shape.name);
        case 'sequence':
            return sequence(shape.items, link);
        case 'choice':
            return shape.items.map((item) => printed(item, link)).join(' \\| ');
    }
}

/** Items one after the other; an item that comes again after a separator is written once: `valeur ; …`. */
function sequence(items: readonly Shape[], link: Link): string {
    const parts: string[] = [];
    for (const [index, item] of items.entries()) {
        const separator = index === 0 ? undefined : separatorOf(items[index - 1]!, item, link);
        parts.push(separator === undefined ? printed(item, link) : `${separator} …`);
    }
    return parts.join(' ');
}

function separatorOf(before: Shape, next: Shape, link: Link): string | undefined {
    if (next.kind !== 'sequence' || next.times !== '*' || before.times !== '') return undefined;
    const again = next.items.at(-1);
    return again !== undefined && printed(again, link) === printed(before, link) ? sequence(next.items.slice(0, -1), link) : undefined;
}
