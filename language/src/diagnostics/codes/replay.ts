import { define } from './definition.js';

/** BAR8xx: what a replay refuses to claim, and why. Days are already written for the reader. */
export const REPLAY = {
    BAR801: define<Record<never, never>>('error', 'Aucune règle à rejouer', {
        message: () => 'Le rejeu n’a reçu aucune règle : ni version en vigueur, ni variante.',
        remedy: () => 'Indiquez la politique avec « --politique ».',
    }),
    BAR802: define<{ ruleSet: string }>('error', 'Deux règles du même nom', {
        message: ({ ruleSet }) => `Deux jeux de règles s’appellent « ${ruleSet} » : le rapport ne pourrait pas les distinguer.`,
        remedy: () => 'Renommez l’une des variantes ; « histoire » est réservé à ce que les données rapportent.',
    }),
    BAR803: define<{ ruleSet: string; territory: string; other: string }>('error', 'Deux territoires', {
        message: ({ ruleSet, territory, other }) => `Sous « ${ruleSet} », « ${territory} » et « ${other} » sont les règles des mêmes logements.`,
        remedy: () => 'Donnez à chaque politique ses communes : « communes (…) » dans l’en-tête.',
    }),
    BAR804: define<{ ruleSet: string; version: string }>('error', 'Variante sans sa version', {
        message: ({ ruleSet, version }) => `« ${ruleSet} » modifie la version « ${version} », qui n’est pas parmi les règles en vigueur données.`,
        remedy: () => 'Ajoutez à la commande le fichier de cette version.',
    }),
    BAR805: define<{ ruleSet: string; day: string; days: string }>('error', 'Jour sans règle', {
        message: ({ ruleSet, day, days }) =>
            `« ${ruleSet} » n’a aucune version en vigueur le ${day} (${days === '1' ? '1 jour' : `${days} jours`} de la période sans règle).`,
        remedy: () => 'Ajoutez la version en vigueur ces jours-là, ou réduisez la période avec « --du » et « --au ».',
    }),
    BAR806: define<{ ruleSet: string; version: string; other: string; day: string }>('error', 'Deux règles le même jour', {
        message: ({ ruleSet, version, other, day }) => `« ${ruleSet} » a deux versions en vigueur le ${day} : « ${version} » et « ${other} ».`,
        remedy: () => 'Fermez la première avec « en vigueur du … au … ».',
    }),
    BAR807: define<{ ruleSet: string; version: string }>('error', 'Version sans classement', {
        message: ({ ruleSet, version }) => `La version « ${version} » de « ${ruleSet} » ne dit pas comment classer les demandes.`,
        remedy: () => 'Ajoutez « classement { … } » à cette version.',
    }),
    BAR808: define<{ ruleSet: string; version: string }>('error', 'Version sans cotation', {
        message: ({ ruleSet, version }) => `La version « ${version} » de « ${ruleSet} » n’a aucune cotation : elle ne donne de note à personne.`,
        remedy: () => 'Ajoutez une cotation à cette version.',
    }),
    BAR809: define<{ from: string; to: string }>('error', 'Période à l’envers', {
        message: ({ from, to }) => `La période demandée commence le ${from} et finit le ${to}.`,
        remedy: () => 'Échangez « --du » et « --au ».',
    }),
    BAR810: define<{ from: string; to: string; dataFrom: string; dataTo: string }>('error', 'Période hors des données', {
        message: ({ from, to, dataFrom, dataTo }) =>
            `La période du ${from} au ${to} sort de celle que les données couvrent, du ${dataFrom} au ${dataTo}. Au-dehors, le vivier serait tronqué.`,
        remedy: () => 'Réduisez la période, ou ajoutez les données qui manquent.',
    }),
    BAR811: define<Record<never, never>>('error', 'Graine refusée', {
        message: () => 'La graine n’est pas un nombre entier de 0 à 4 294 967 295.',
        remedy: () => 'Choisissez par exemple « --graine 2024 » : la même graine redonne les mêmes tirages.',
    }),
    BAR812: define<{ assumption: string }>('error', 'Hypothèse refusée', {
        message: ({ assumption }) =>
            `L’hypothèse « ${assumption} » du territoire n’est pas utilisable : ce n’est ni une probabilité entre 0 et 1, ni un nombre permis.`,
        remedy: () => 'Corrigez-la dans « territoire.json », à la rubrique « hypothèses ».',
    }),
    BAR813: define<{ table: string; role: string }>('error', 'Rôle absent des données', {
        message: ({ table, role }) => `Aucune colonne de « ${table} » ne tient le rôle « ${role} » : ce mode de rejeu ne peut pas s’en passer.`,
        remedy: () => 'Ajoutez la colonne, ou choisissez un mode qui n’en a pas besoin (« --mode constat »).',
    }),
    BAR814: define<Record<never, never>>('error', 'Aucune demande', {
        message: () => 'Les données ne contiennent aucune demande lisible : il n’y a personne à classer.',
        remedy: () => 'Vérifiez le fichier des demandes.',
    }),
    BAR815: define<{ from: string; to: string }>('error', 'Aucun logement libéré', {
        message: ({ from, to }) => `Aucun logement n’est libéré du ${from} au ${to} : il n’y a rien à rejouer.`,
        remedy: () => 'Vérifiez le fichier des logements, ou la période.',
    }),
    BAR816: define<Record<never, never>>('error', 'Aucun bail enregistré', {
        message: () => 'Aucun bail de la période n’a d’attributaire enregistré : il n’y a rien à mesurer.',
        remedy: () => 'Ajoutez les colonnes du bail et de l’attributaire, ou choisissez « --mode vivier ».',
    }),
    BAR817: define<Record<never, never>>('error', 'Aucune candidature comparable', {
        message: () => 'Aucun logement de la période n’a au moins deux candidats enregistrés : il n’y a rien à classer.',
        remedy: () => 'Ajoutez le fichier des candidatures, ou choisissez « --mode vivier ».',
    }),
    BAR818: define<{ ruleSet: string }>('error', 'Aucun logement dans les communes des règles', {
        message: ({ ruleSet }) => `« ${ruleSet} » ne nomme aucune des communes où sont les logements de la période.`,
        remedy: () => 'Vérifiez les communes de la politique (« territoire …, communes (…) ») et celles de la colonne des logements.',
    }),
    BAR830: define<{ variant: string }>('warning', 'Variante sans effet sur la période', {
        message: ({ variant }) => `« ${variant} » ne change aucune note ni aucun classement sur cette période : le rapport le dit, sans rien inventer.`,
        remedy: () => 'Vérifiez la variante, ou la période rejouée.',
    }),
    BAR831: define<{ ruleSet: string; count: number }>('warning', 'Logements hors des communes des règles', {
        message: ({ ruleSet, count }) =>
            `« ${ruleSet} » ne nomme pas la commune ${count === 1 ? 'd’un logement libéré, qui n’est pas rejoué' : `de ${count} logements libérés, qui ne sont pas rejoués`}.`,
        remedy: () => 'Vérifiez les communes de la politique (« territoire …, communes (…) »), ou les codes de commune des logements.',
    }),
    BAR840: define<{ what: 'commune' | 'landlord'; fact: string; count: number; words: readonly string[] }>('information', 'Sans libellé', {
        message: ({ what, count, words }) => {
            const name = what === 'commune' ? (count === 1 ? 'commune' : 'communes') : count === 1 ? 'bailleur' : 'bailleurs';
            const rest = count - words.length;
            const listed = `${words.join(', ')}${rest === 0 ? '' : ` et ${rest === 1 ? 'un autre mot' : `${rest} autres mots`}`}`;
            return `${count} ${name} ${count === 1 ? 'n’a' : 'n’ont'} pas de libellé : ${listed}. Le rapport ${count === 1 ? 'le désigne' : 'les désigne'} par le mot des données.`;
        },
        remedy: ({ fact, words: [word = ''] }) => `Dans territoire.json, donnez-en un : "libellés": { "${fact}": { "${word}": "…" } }.`,
    }),
} as const;
