import type { Criterion, Group, Policy, Scoring, SetNumber, Span } from '@bareme/language/ir';
import { rational } from '@bareme/language/ir';
import type { Knob, KnobOwner, Path } from './knob.js';
import { knob, ONE, type Holder } from './make-knob.js';
import { thresholdKnobs } from './threshold-knobs.js';
import { tierKnobs } from './tier-knobs.js';

/** Every number of the grids of a version that a variant may change, in the order of the text. Those that are not written in it are left out. */
export function knobsOf(policy: Policy): readonly Knob[] {
    return policy.scorings.flatMap((scoring, place) => {
        const path = ['scorings', place, 'group'];
        const owner = ownerOf('scoring', scoring);
        return [...limitsOf({ scoring, owner, path }, scoring.group), ...itemKnobs(scoring, scoring.group, path)];
    });
}

function ownerOf(kind: KnobOwner['kind'], { name, label, at }: Pick<Criterion, 'name' | 'label' | 'at'>): KnobOwner {
    return { kind, name, label: label ?? name, at };
}

function itemKnobs(scoring: Scoring, { items }: Group, group: Path): readonly Knob[] {
    return items.flatMap((item, place) => {
        const path = [...group, 'items', place];
        if (item.kind === 'criterion') return criterionKnobs({ scoring, owner: ownerOf('criterion', item), path }, item);
        const inner = [...path, 'group'];
        return [...limitsOf({ scoring, owner: ownerOf('rubric', item), path: inner }, item.group), ...itemKnobs(scoring, item.group, inner)];
    });
}

function limitsOf(holder: Holder, { cap, floor, increase, places }: Group): readonly Knob[] {
    const percent = { form: 'fraction', scale: rational(1, 100) } as const;
    return [
        ...limit(holder, 'cap', cap, places?.cap),
        ...limit(holder, 'floor', floor, places?.floor),
        ...knob(holder, {
            what: { kind: 'increase' },
            unit: '%',
            raw: increase?.percent,
            places: [places?.percent],
            targets: [{ ...percent, path: ['increase', 'percent'] }],
        }),
    ];
}

function limit(holder: Holder, kind: 'cap' | 'floor', raw: SetNumber | undefined, place: Span | undefined): readonly Knob[] {
    return knob(holder, { what: { kind }, unit: 'points', raw, places: [place], targets: [{ path: [kind], scale: ONE, form: 'fraction' }] });
}

function criterionKnobs(holder: Holder, { points, cap, floor, condition, places }: Criterion): readonly Knob[] {
    const found = [...limit(holder, 'cap', cap, places?.cap), ...limit(holder, 'floor', floor, places?.floor)];
    const thresholds = condition === undefined ? [] : thresholdKnobs(holder, condition, ['condition']);
    switch (points.kind) {
        case 'flat':
        case 'rate': {
            const what = { kind: points.kind === 'rate' ? 'rate' : 'points' } as const;
            const targets = [{ path: ['points', 'points'], scale: ONE, form: 'fraction' as const }];
            return [...knob(holder, { what, unit: 'points', raw: points.points, places: [places?.points], targets }), ...found, ...thresholds];
        }
        case 'tiers':
            return [...tierKnobs(holder, points), ...found, ...thresholds];
        case 'appraised':
            return [...found, ...thresholds];
    }
}
