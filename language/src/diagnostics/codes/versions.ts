import { define, suggestion } from './definition.js';

/** BAR5xx: versions in force, variants. */
export const VERSIONS = {
    BAR501: define<{ policy: string; first: string; second: string; day: string }>('error', 'Deux versions le même jour', {
        message: ({ policy, first, second, day }) => `« ${policy} » a deux versions en vigueur le ${day} : « ${first} » et « ${second} ».`,
        remedy: () => 'Fermez la première avec « en vigueur du … au … », ou décalez l’entrée en vigueur de la seconde.',
    }),
    BAR502: define<{ policy: string; from: string; to: string }>('error', 'Aucune version en vigueur', {
        message: ({ policy, from, to }) => `« ${policy} » n’a aucune version en vigueur du ${from} au ${to}.`,
        remedy: () => 'Prolongez la version précédente ou avancez la suivante : entre les deux, aucune règle ne s’appliquerait.',
    }),
    BAR503: define<{ name: string }>('warning', 'Variante sans effet', {
        message: ({ name }) => `La variante « ${name} » ne change aucune règle de la version qu’elle modifie.`,
        remedy: () => 'Vérifiez les valeurs fixées : elles sont celles de la version. Sinon, supprimez la variante.',
    }),
    BAR504: define<{ policy: string }>('error', 'Date d’entrée en vigueur absente', {
        message: ({ policy }) => `La politique « ${policy} » ne dit pas à partir de quel jour elle est en vigueur.`,
        remedy: () => 'Ajoutez à l’en-tête « en vigueur du 01/01/2024 ».',
    }),
    BAR505: define<{ version: string; succeeded: string }>('error', 'Succession à l’envers', {
        message: ({ version, succeeded }) => `La version « ${version} » dit succéder à « ${succeeded} », qui entre en vigueur après elle.`,
        remedy: () => 'Corrigez « succède à version … » ou les dates d’entrée en vigueur.',
    }),
    BAR506: define<{ first: string; second: string }>('error', 'Dates ou bornes dans le désordre', {
        message: ({ first, second }) => `« ${first} » vient après « ${second} ».`,
        remedy: () => 'Corrigez l’une des deux : la plus petite s’écrit d’abord.',
    }),
    BAR507: define<{ kind: string; name: string; nearest: readonly string[] }>('error', 'Modification de rien', {
        message: ({ kind, name }) => `La version modifiée n’a pas de ${kind} « ${name} » : il n’y a rien à modifier.`,
        remedy: ({ nearest }) => suggestion(nearest, 'Vérifiez le nom dans la version modifiée.'),
    }),
    BAR508: define<{ name: string }>('error', 'Aucun « utilise »', {
        message: ({ name }) => `La politique « ${name} » n’utilise aucun vocabulaire : aucun fait n’y est connu.`,
        remedy: () => 'Ajoutez à l’en-tête « utilise national ».',
    }),
} as const;
