import { type Criterion, type Expression, type Fraction, type Policy } from '@bareme/language/ir';
import { printNumber, printPoints } from '@bareme/language/printing';
import type { Knob } from './knob.js';
import { numberIn, type Turns } from './turned-policy.js';

/** What a number is, in the words of the grid: « Points par mois », « Plafond », « de 33 % à moins de 50 % ». */
export function knobWords(knob: Knob, { policy, knobs, turns, texts }: KnobContext): string {
    const { what } = knob;
    switch (what.kind) {
        case 'points':
            return 'Points';
        case 'rate':
            return `Points par ${unitOf(policy, knob)}`;
        case 'cap':
            return 'Plafond';
        case 'floor':
            return 'Plancher';
        case 'increase':
            return 'Majoration';
        case 'bound':
            return 'Limite entre deux tranches';
        case 'tier':
            return lineWords(what.at, { knobs, turns, texts });
        case 'threshold': {
            const subject = subjectOf(policy, what.subject);
            return subject === undefined ? 'Seuil' : `Seuil : ${subject}`;
        }
    }
}

/** What words are taken from. */
export interface KnobContext {
    readonly policy: Policy;
    readonly knobs: readonly Knob[];
    readonly turns: Turns;
    readonly texts: ReadonlyMap<string, string>;
}

function unitOf({ scorings }: Policy, { owner, scoring }: Knob): string {
    const group = scorings.find(({ name }) => name === scoring.name)?.group;
    const criterion = group && findCriterion(group.items, owner.name);
    if (criterion?.points.kind !== 'rate') return 'unité';
    const { quantity } = criterion.points;
    if (quantity.kind === 'elapsed') return quantity.unit === 'ans' ? 'an' : quantity.unit === 'jours' ? 'jour' : 'mois';
    return quantity.kind === 'count' ? quantity.source : 'unité';
}

function findCriterion(items: Policy['scorings'][number]['group']['items'], name: string): Criterion | undefined {
    for (const item of items) {
        const found = item.kind === 'criterion' ? (item.name === name ? item : undefined) : findCriterion(item.group.items, name);
        if (found !== undefined) return found;
    }
    return undefined;
}

/** A line of a `selon` before its points, with its bounds where they were moved. */
function lineWords([path, start, end]: readonly [string, number, number], { knobs, turns, texts }: Omit<KnobContext, 'policy'>): string {
    const moved = knobs.flatMap(({ id, places }) => {
        const value = turns.get(id);
        return value === undefined
            ? []
            : places.filter(([file, from, to]) => file === path && from >= start && to <= end).map(([, from, to]) => ({ from, to, value }));
    });
    const text = moved
        .sort((a, b) => b.from - a.from)
        .reduce(
            (line, { from, to, value }) => line.slice(0, from - start) + numberIn(line.slice(from - start, to - start), value) + line.slice(to - start),
            (texts.get(path) ?? '').slice(start, end),
        );
    return text.split(':').slice(0, -1).join(':').replaceAll(/\s+/g, ' ').trim();
}

/** The first fact that an expression reads, by its label. */
function subjectOf(policy: Policy, subject: Expression): string | undefined {
    const { facts, derived } = policy.vocabulary;
    const find = (node: unknown): string | undefined => {
        if (typeof node !== 'object' || node === null) return undefined;
        if ('kind' in node && (node.kind === 'fact' || node.kind === 'derived') && 'name' in node) {
            const known = [...facts, ...derived].find(({ name }) => name === node.name);
            return known && (known.label ?? known.name);
        }
        for (const inner of Object.values(node)) {
            const found = find(inner);
            if (found !== undefined) return found;
        }
        return undefined;
    };
    return find(subject);
}

/** A number with its unit: « 2,5 points », « 33 % ». */
export function withUnit(value: Fraction, unit: string): string {
    const number = printNumber(value);
    const shown = unit === 'points' ? printPoints(value).slice(number.length + 1) : unit;
    return `${number.replace('-', '−').replaceAll(' ', '\u202f')}\u00a0${shown}`.trimEnd();
}
