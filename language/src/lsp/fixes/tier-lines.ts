import { AstUtils, CstUtils } from 'langium';
import { isPointsByTier, isSelect, type PointsByTier, type Select, type TierTest as WrittenTest } from '../../generated/ast.js';
import type { Bound, TierTest } from '../../ir/expression.js';
import { visitExpression } from '../../ir/expression-parts.js';
import { criteriaIn } from '../../ir/scoring-parts.js';
import { compare, fromFraction } from '../../kit/exact-number.js';
import { expressionsOfRules } from '../../validation/expressions.js';
import type { FixGround } from './fix.js';

/** A line of a `selon`: what it tests, what is written of it, and where. */
export interface TierLine {
    readonly test: TierTest;
    readonly written: WrittenTest;
    /** Of the whole line, and of its test alone. */
    readonly start: number;
    readonly end: number;
    readonly testEnd: number;
}

/** The lines of the `selon` around a place of the document; none where there is no such thing. */
export function tierLinesAt(ground: FixGround, offset: number): readonly TierLine[] {
    const root = ground.document.parseResult.value.$cstNode;
    const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset);
    const around = leaf && AstUtils.getContainerOfType(leaf.astNode, isTiers);
    if (around === undefined) return [];
    const tests = testsByPlace(ground);
    return around.tiers.flatMap((tier) => {
        const [line, written] = [tier.$cstNode, tier.test.$cstNode];
        const test = line && tests.get(line.offset);
        return line === undefined || written === undefined || test === undefined
            ? []
            : [{ test, written: tier.test, start: line.offset, end: line.end, testEnd: written.end }];
    });
}

function isTiers(node: unknown): node is PointsByTier | Select {
    return isPointsByTier(node) || isSelect(node);
}

/** What every line of the document tests, by where the line begins. */
function testsByPlace({ path, compilation: { project } }: FixGround): ReadonlyMap<number, TierTest> {
    const found = new Map<number, TierTest>();
    const take = (tiers: readonly { readonly test: TierTest; readonly at: readonly [string, number, number] }[]): void => {
        for (const { test, at } of tiers) if (at[0] === path) found.set(at[1], test);
    };
    const rules = [...project.policies, ...project.variants];
    for (const { points } of rules.flatMap((policy) => policy.scorings.flatMap(({ group }) => criteriaIn(group)))) {
        if (points.kind === 'tiers') take(points.tiers);
    }
    const derived = [...project.vocabularies, ...rules].flatMap(({ vocabulary }) => vocabulary.derived.map(({ value }) => value));
    for (const expression of [...rules.flatMap(expressionsOfRules), ...derived]) {
        visitExpression(expression, (part) => {
            if (part.kind === 'select') take(part.tiers);
        });
    }
    return found;
}

/** One end of an interval: its value, whether it is comprised, and its words. */
export interface WrittenBound extends Bound {
    readonly words: string;
}

/** The ends of a line that tests an interval. */
export interface WrittenInterval {
    readonly line: TierLine;
    readonly low?: WrittenBound;
    readonly high?: WrittenBound;
}

/** The lines that test intervals, from the lowest to the highest. */
export function intervalsOf(lines: readonly TierLine[]): readonly WrittenInterval[] {
    return lines
        .flatMap((line): WrittenInterval[] => {
            const { test, written } = line;
            if (test.kind !== 'interval') return [];
            const right = written.right?.$cstNode?.text ?? '';
            const lowWords = written.low?.$cstNode?.text ?? right;
            return [
                {
                    line,
                    ...(test.low === undefined ? {} : { low: { ...test.low, words: lowWords } }),
                    ...(test.high === undefined ? {} : { high: { ...test.high, words: right } }),
                },
            ];
        })
        .sort((a, b) => (a.low === undefined ? -1 : b.low === undefined ? 1 : compareBounds(a.low, b.low)));
}

/** The order of two bounds of one subject. */
export function compareBounds({ value: a }: Bound, { value: b }: Bound): number {
    if (a.kind === 'date' && b.kind === 'date') return a.day - b.day;
    if (a.kind === 'duration' && b.kind === 'duration') return inQuarters(a) - inQuarters(b);
    const [first, second] = [a, b].map((value) => (value.kind === 'number' ? fromFraction(value.value) : undefined));
    return first === undefined || second === undefined ? 0 : compare(first, second);
}

/** In quarters of a day: near enough to order the lines of one `selon`. */
function inQuarters({ amount, unit }: { readonly amount: number; readonly unit: string }): number {
    return amount * (unit === 'ans' ? 1_461 : unit === 'mois' ? 122 : 4);
}

/** How an interval is written; nothing where the language has no words for it. */
export function intervalWords({ low, high }: Omit<WrittenInterval, 'line'>): string | undefined {
    const isDate = (low ?? high)?.value.kind === 'date';
    if (low !== undefined && high !== undefined) return low.inclusive ? `de ${low.words} à ${high.inclusive ? '' : 'moins de '}${high.words}` : undefined;
    if (low !== undefined) return `${low.inclusive ? (isDate ? 'à partir du' : 'à partir de') : isDate ? 'après le' : 'plus de'} ${low.words}`;
    if (high !== undefined) return `${high.inclusive ? (isDate ? 'jusqu’au' : 'jusqu’à') : isDate ? 'avant le' : 'moins de'} ${high.words}`;
    return undefined;
}
