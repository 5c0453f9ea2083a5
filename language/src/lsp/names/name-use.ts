import type { Occurrence } from '../../references/occurrences.js';
import type { NameView } from './name-view.js';

/** Who names a thing: the rules, a variant that edits them, an example, a correspondance. In this order where they are told apart. */
export const NAME_USES = ['rule', 'variant', 'example', 'mapping'] as const;

export type NameUse = (typeof NAME_USES)[number];

/** The root that writes a name tells whose use it is. */
export function useOf(names: NameView, { path, start }: Occurrence): NameUse {
    const [root] = (names.scopeAt(path, start)?.id ?? '').split(' ');
    return root === undefined ? 'rule' : (USES.get(root) ?? 'rule');
}

const USES: ReadonlyMap<string, NameUse> = new Map([
    ['variante', 'variant'],
    ['exemple', 'example'],
    ['correspondance', 'mapping'],
]);
