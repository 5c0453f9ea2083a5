import type { LegalReference, Span } from '../../../language/src/ir/span.js';
import type { Draw } from './draw.js';

/** The place of nodes that no file holds. */
export const NOWHERE: Span = ['', 0, 0];

/** Names that the language, JavaScript or both know in another sense. */
const TRAPS = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    'date',
    'version',
    'mois',
    'an',
    'points',
    'personnes',
    'note',
    'nombre',
    'catégorie',
    'montant',
    'ratio',
    'cours',
    'objet',
    'motif',
    'plus',
    'moins',
    'avant',
    'plafonnée',
    'multipliée',
    "jusqu'au",
    'éligible',
    'source',
    'rôle',
    'priorité',
    'valeur',
];
const STEMS = ['revenu', 'âge', 'étape', 'cœur', 'loyer', 'Ÿ', '_x', 'handicap', 'énergie_2', 'N2', 'été', 'ressources', 'dossier', 'école'];

/** A space of names in which none comes twice. */
export interface NameSpace {
    /** A name that this space has not given yet. */
    readonly fresh: () => string;
    readonly taken: (name: string) => boolean;
    /** Takes a name that comes from elsewhere. */
    readonly take: (name: string) => void;
}

export function nameSpace(draw: Draw): NameSpace {
    const names = new Set<string>();
    const candidate = (): string => (draw.chance(25) ? draw.pick(TRAPS) : `${draw.pick(STEMS)}_${draw.int(0, 999)}`);
    return {
        fresh: () => {
            let name = candidate();
            while (names.has(name)) name = `${name.replace(/\W/g, '')}_${names.size}`;
            names.add(name);
            return name;
        },
        taken: (name) => names.has(name),
        take: (name) => void names.add(name),
    };
}

const PIECES = ['L’État', "d'urgence", 'à Paris', '33 %', '« oui »', '{ ; : }', '// rien', 'CCH L.441-1', 'ŒŸ', '—', '\\n', '100 €', 'été'];

/** A text that a file can hold between quotation marks. */
export function randomText(draw: Draw): string {
    return draw.list(1, 3, () => draw.pick(PIECES)).join(' ');
}

/** A label, three times in ten. */
export function maybeLabel(draw: Draw): { readonly label?: string } {
    return draw.chance(30) ? { label: randomText(draw) } : {};
}

/** A legal reference or two, twice in ten. */
export function randomReferences(draw: Draw): readonly LegalReference[] {
    return draw.chance(20) ? draw.list(1, 2, () => ({ text: randomText(draw), at: NOWHERE })) : [];
}
