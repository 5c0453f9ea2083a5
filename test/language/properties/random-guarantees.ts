import type { Commission } from '../../../language/src/ir/commission.js';
import type { Guarantee, Promised } from '../../../language/src/ir/guarantee.js';
import type { Draw } from './draw.js';
import { references, type Reading } from './random-expression.js';
import { maybeLabel, nameSpace, NOWHERE, randomReferences } from './random-names.js';

/** Guarantees of the three forms. */
export function randomGuarantees(draw: Draw, reading: Reading): readonly Guarantee[] {
    const names = nameSpace(draw);
    const inside: Reading = { ...reading, owners: ['demande'] };
    return draw.list(0, 2, () => ({
        name: names.fresh(),
        ...maybeLabel(draw),
        promise: randomPromise(draw, inside),
        references: randomReferences(draw),
        text: '',
        at: NOWHERE,
    }));
}

function randomPromise(draw: Draw, reading: Reading): Promised {
    const growing = references(reading, ({ kind }) => kind === 'number' || kind === 'money' || kind === 'duration').filter(({ kind }) => kind !== 'parameter');
    const facts = references(reading, () => true).filter(({ kind }) => kind !== 'parameter');
    if (draw.chance(30) && growing.length > 0) return { kind: 'monotone', never: draw.pick(['falls', 'rises'] as const), along: draw.pick(growing) };
    if (draw.chance(40) && facts.length > 0) return { kind: 'unread', facts: [draw.pick(facts)] };
    return { kind: 'precedes', first: reading.condition(draw, reading, 1), second: reading.condition(draw, reading, 1) };
}

/** Cases of the commission, which may read the dwelling. */
export function randomCommission(draw: Draw, reading: Reading): { readonly commission?: Commission } {
    if (draw.chance(50)) return {};
    const names = nameSpace(draw);
    const written = () => ({ condition: reading.condition(draw, reading, 1), references: randomReferences(draw), text: '', at: NOWHERE });
    const singles = draw.list(0, 2, written);
    const grounds = draw.list(singles.length === 0 ? 1 : 0, 2, () => ({ name: names.fresh(), ...maybeLabel(draw), ...written() }));
    return { commission: { singles, grounds, at: NOWHERE } };
}
