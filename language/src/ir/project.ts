import type { Example } from './example.js';
import type { Mapping } from './mapping.js';
import type { Policy } from './policy.js';
import type { Vocabulary } from './vocabulary.js';

/** Everything a set of `.bareme` files says, resolved: versions and variants as complete policies. */
export interface Project {
    readonly vocabularies: readonly { readonly name: string; readonly label?: string; readonly vocabulary: Vocabulary }[];
    /** Versions only, by start date within a territory. */
    readonly policies: readonly Policy[];
    readonly variants: readonly Policy[];
    readonly examples: readonly Example[];
    readonly mappings: readonly Mapping[];
}
