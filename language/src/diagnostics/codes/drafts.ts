import { define } from './definition.js';

/** What a draft leaves to be set: the number of a criterion, a rubric or a cotation. */
export interface ToSetWords {
    readonly what: 'points' | 'cap' | 'floor' | 'increase';
    readonly of: string;
}

const WHAT = { points: 'les points', cap: 'le plafond', floor: 'le plancher', increase: 'la majoration' } as const;

/** `les points de « a », le plafond de « b »`, each once. */
function listed(left: readonly ToSetWords[]): string {
    return [...new Set(left.map(({ what, of }) => `${WHAT[what]} de « ${of} »`))].join(', ');
}

/** BAR640 to BAR644: demands without a note, for want of a number decided or because a deliberation treats them apart; rules on the note. */
export const DRAFTS = {
    BAR640: define<{ left: readonly ToSetWords[] }>('warning', 'Valeurs à fixer', {
        message: ({ left }) =>
            left.length === 1
                ? `1 valeur reste à fixer : ${listed(left)}. D’ici là, aucune note ne se calcule.`
                : `${left.length} valeurs restent à fixer : ${listed(left)}. D’ici là, aucune note ne se calcule.`,
        remedy: () => 'Remplacez chaque « à fixer » par la valeur décidée, ici ou dans une variante.',
    }),
    BAR641: define<{ policy: string; left: readonly ToSetWords[] }>('error', 'Projet encore à fixer', {
        message: ({ policy, left }) =>
            `« ${policy} » est un projet : ${left.length === 1 ? 'reste' : 'restent'} à fixer ${listed(left)}. Rien ne se calcule avant.`,
        remedy: () => 'Écrivez la valeur décidée à la place de chaque « à fixer », ou suivez une variante qui les fixe toutes.',
    }),
    BAR642: define<{ name: string }>('information', 'Demandes hors cotation', {
        message: ({ name }) => `« ${name} » traite des demandes hors cotation, sans note ni rang, alors que toute demande est à coter (CCH R.441-2-10).`,
        remedy: () => 'Vérifiez que la délibération citée le prévoit ; pour un logement attribué sans classement, écrivez plutôt une « route ».',
    }),
    BAR643: define<{ name: string; fact: string }>('error', 'Traitement hors cotation selon le logement', {
        message: ({ name, fact }) => `« ${name} » lit « ${fact} », alors qu’une demande est hors cotation quel que soit le logement.`,
        remedy: () => 'Lisez un fait de la demande ; ce qui dépend du logement est une « adéquation », une « exclusion » ou une « route ».',
    }),
    BAR644: define<Record<never, never>>('error', 'Note lue avant d’être connue', {
        message: () => 'La note n’est pas connue ici : ce qui fait la note ou le classement, et un fait déduit, ne peuvent pas la lire.',
        remedy: () => 'Lisez-la dans « exclusion », « hors cotation », « signale » ou « commission » ; ici, lisez les faits dont elle dépend.',
    }),
} as const;
