import type { Expression } from '../../ir/expression.js';
import { linearOf } from './linear-form.js';
import type { Model } from '../model.js';

/**
 * The number k such that every value of the expression is a whole number of k-ths: 1 for counts and for cents, 10 for one decimal.
 * `undefined` for what may lie anywhere, such as ratios.
 */
export function gridOf(model: Model, expression: Expression, chain: readonly string[] = []): bigint | undefined {
    const { terms, offset } = linearOf(model, expression);
    let grid: bigint | undefined = offset.d;
    for (const { base, factor } of terms.values()) {
        const own = gridOfBase(model, base, chain);
        grid = grid === undefined || own === undefined ? undefined : leastMultiple(grid, own * factor.d);
    }
    return grid === undefined || grid > FINEST ? undefined : grid;
}

/** Finer grids are taken for a continuous line. */
const FINEST = 1_000_000n;

/** Places of a number that a division may have made. */
const UNLIMITED_PLACES = 9;

function gridOfBase(model: Model, base: Expression, chain: readonly string[]): bigint | undefined {
    switch (base.kind) {
        case 'fact':
        case 'lookup':
        case 'parameter':
            return gridOfType(base);
        case 'derived': {
            const derived = chain.includes(base.name) ? undefined : model.derived.get(base.name);
            return derived && gridOf(model, derived.value, [...chain, base.name]);
        }
        case 'elapsed':
        case 'lapse':
        case 'count':
            return 1n;
        case 'rounding':
            return base.places < 0 ? 1n : 10n ** BigInt(Math.min(base.places, UNLIMITED_PLACES));
        case 'choose':
            return commonGrid(model, [base.then, base.otherwise], chain);
        case 'extreme':
            return commonGrid(model, base.items, chain);
        case 'select':
            return commonGrid(
                model,
                base.tiers.map((tier) => tier.outcome),
                chain,
            );
        case 'arithmetic': {
            const left = gridOf(model, base.left, chain);
            const right = gridOf(model, base.right, chain);
            return base.operator !== '*' || left === undefined || right === undefined ? undefined : left * right;
        }
        default:
            return undefined;
    }
}

function gridOfType({ type }: Expression): bigint | undefined {
    if (type.kind === 'money') return 1n;
    return type.kind === 'number' && type.places < UNLIMITED_PLACES ? 10n ** BigInt(type.places) : undefined;
}

function commonGrid(model: Model, expressions: readonly Expression[], chain: readonly string[]): bigint | undefined {
    const grids = expressions.map((expression) => gridOf(model, expression, chain));
    return grids.reduce((a, b) => (a === undefined || b === undefined ? undefined : leastMultiple(a, b)), 1n);
}

function leastMultiple(a: bigint, b: bigint): bigint {
    let [x, y] = [a, b];
    while (y !== 0n) [x, y] = [y, x % y];
    return (a / x) * b;
}
