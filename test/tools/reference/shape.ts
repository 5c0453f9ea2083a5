import { GrammarAST } from 'langium';

/** How many times: once, at most once, any number, at least once. */
export type Times = '' | '?' | '*' | '+';

/** What is written, without what the parser makes of it. */
export type Shape = { readonly times: Times } & (
    | { readonly kind: 'word'; readonly text: string }
    | { readonly kind: 'rule'; readonly name: string }
    | { readonly kind: 'sequence'; readonly items: readonly Shape[] }
    | { readonly kind: 'choice'; readonly items: readonly Shape[] }
);

/** The shape of an element of a rule; nothing for an action, which writes nothing. */
export function shapeOf(element: GrammarAST.AbstractElement): Shape | undefined {
    const times = element.cardinality ?? '';
    if (GrammarAST.isAction(element)) return undefined;
    if (GrammarAST.isKeyword(element)) return { kind: 'word', text: element.value, times };
    if (GrammarAST.isRuleCall(element)) return { kind: 'rule', name: element.rule.$refText, times };
    if (GrammarAST.isAssignment(element)) return repeated(shapeOf(element.terminal), times);
    if (GrammarAST.isGroup(element)) return several('sequence', element.elements, times);
    if (GrammarAST.isAlternatives(element)) return several('choice', element.elements, times);
    throw new Error(`The reference cannot write a ${element.$type}.`);
}

/** Everything that a shape is made of, itself included. */
export function* partsOf(shape: Shape): Generator<Shape> {
    yield shape;
    if ('items' in shape) for (const item of shape.items) yield* partsOf(item);
}

function several(kind: 'sequence' | 'choice', elements: readonly GrammarAST.AbstractElement[], times: Times): Shape | undefined {
    const items = elements.flatMap((element) => shapeOf(element) ?? []);
    return items.length === 1 ? repeated(items[0], times) : { kind, items, times };
}

function repeated(shape: Shape | undefined, times: Times): Shape | undefined {
    if (shape === undefined || times === '') return shape;
    return { ...shape, times: shape.times === '' || shape.times === times ? times : '*' };
}
