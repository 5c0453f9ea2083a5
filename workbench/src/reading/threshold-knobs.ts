import type { Expression } from '@bareme/language/ir';
import type { Knob, Path } from './knob.js';
import { knob, type Holder } from './make-knob.js';
import { shownLiteral } from './shown-literal.js';

/** Numbers that a condition compares something with. */
export function thresholdKnobs(holder: Holder, node: Expression, path: Path): readonly Knob[] {
    switch (node.kind) {
        case 'and':
        case 'or':
            return node.items.flatMap((item, place) => thresholdKnobs(holder, item, [...path, 'items', place]));
        case 'not':
            return thresholdKnobs(holder, node.operand, [...path, 'operand']);
        case 'compare':
            return [...threshold(holder, node.left, node.right, [...path, 'right']), ...threshold(holder, node.right, node.left, [...path, 'left'])];
        default:
            return [];
    }
}

function threshold(holder: Holder, subject: Expression, literal: Expression, path: Path): readonly Knob[] {
    if (literal.kind !== 'literal' || subject.kind === 'literal') return [];
    const shown = shownLiteral(literal.value, literal.type);
    if (shown === undefined) return [];
    const { raw, unit, scale, form, member } = shown;
    return knob(holder, {
        what: { kind: 'threshold', subject, at: literal.at },
        unit,
        raw,
        places: [literal.at],
        suffix: ` ${path.join('.')}`,
        whole: form === 'amount',
        targets: [{ path: [...path, 'value', member], scale, form }],
    });
}
