import type { Combination, Fraction, Group, Policy, Scoring, ScoringItem } from '@bareme/language/ir';
import type { Knob } from './knob.js';
import { numberIn } from './turned-policy.js';

/** A group of a grid with its items in order, and the scoring that holds it. */
export interface GridGroup {
    readonly scoring: Scoring;
    /** The rubric that it is, the outermost first; none is the cotation itself. */
    readonly rubrics: readonly Extract<ScoringItem, { kind: 'rubric' }>[];
    readonly group: Group;
}

/** Every group of the grids that a file writes, in the order of its text. */
export function groupsIn(policy: Policy, path: string): readonly GridGroup[] {
    return policy.scorings.filter(({ at }) => at[0] === path).flatMap((scoring) => innerGroups({ scoring, rubrics: [], group: scoring.group }));
}

function innerGroups(outer: GridGroup): readonly GridGroup[] {
    const { scoring, rubrics, group } = outer;
    return [outer, ...group.items.flatMap((item) => (item.kind === 'rubric' ? innerGroups({ scoring, rubrics: [...rubrics, item], group: item.group }) : []))];
}

/** A file with another number in the places of a knob; nothing else of it changes. */
export function withNumber(text: string, { places }: Pick<Knob, 'places'>, value: Fraction): string {
    return [...places]
        .sort(([, a], [, b]) => b - a)
        .reduce((edited, [, start, end]) => edited.slice(0, start) + numberIn(edited.slice(start, end), value) + edited.slice(end), text);
}

/** A file whose group combines its points otherwise; nothing where the text does not say how it does. */
export function withCombination(text: string, { places }: Group, combination: Combination): string | undefined {
    const place = places?.combination;
    if (place === undefined) return undefined;
    const [, start, end] = place;
    const apostrophe = text.slice(start, end).includes("'") ? "'" : '’';
    return text.slice(0, start) + combination.replace("'", apostrophe) + text.slice(end);
}

/** Whole lines of a clause, with the comment lines right above it. */
interface Block {
    readonly start: number;
    readonly end: number;
}

/** A file where a clause and the one below it have changed places, each with its comments; nothing where they share a line with something else. */
export function withSwapped(text: string, above: Pick<ScoringItem, 'at'>, below: Pick<ScoringItem, 'at'>): string | undefined {
    const [one, other] = [blockOf(text, above), blockOf(text, below)];
    if (one === undefined || other === undefined || one.end > other.start) return undefined;
    return (
        text.slice(0, one.start) +
        text.slice(other.start, other.end) +
        text.slice(one.end, other.start) +
        text.slice(one.start, one.end) +
        text.slice(other.end)
    );
}

function blockOf(text: string, { at: [, from, to] }: Pick<ScoringItem, 'at'>): Block | undefined {
    let start = text.lastIndexOf('\n', from - 1) + 1;
    const stop = text.indexOf('\n', to);
    const end = stop === -1 ? text.length : stop;
    if (text.slice(start, from).trim() !== '' || !/^\s*(?:\/\/.*)?$/.test(text.slice(to, end))) return undefined;
    for (;;) {
        const before = text.lastIndexOf('\n', start - 2) + 1;
        if (start === 0 || !/^\s*\/\//.test(text.slice(before, start))) return { start, end };
        start = before;
    }
}
