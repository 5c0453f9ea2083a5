import { define, oneOf } from './definition.js';

/** BAR1xx: the text of a file cannot be read as the language. */
export const SYNTAX = {
    BAR101: define<{ found: string; expected: readonly string[]; reserved?: boolean; starters?: readonly string[] }>('error', 'Mot inattendu', {
        message: ({ found }) =>
            found === '' ? 'Le fichier s’arrête au milieu d’une phrase.' : `« ${found} » n’est pas attendu ici : la phrase ne peut pas continuer ainsi.`,
        remedy: ({ found, expected, reserved, starters = [] }) => {
            if (reserved === true) return `S’il s’agit d’un nom, choisissez-en un autre : « ${found} » est un mot de la langue.`;
            if (starters.length > 0) return `Si une phrase commence ici, écrivez d’abord ${oneOf(starters)} ; sinon, complétez celle qui précède.`;
            return expected.length === 0 ? 'Vérifiez la ponctuation et l’orthographe de ce mot et de celui qui précède.' : `Écrivez ici ${oneOf(expected)}.`;
        },
    }),
    BAR102: define<{ found: string }>('error', 'Caractère inconnu', {
        message: ({ found }) => `Le caractère « ${found} » n’appartient pas à la langue.`,
        remedy: ({ found }) =>
            /^[\u2010-\u2015]$/.test(found)
                ? 'Un intervalle s’écrit « de … à … », une soustraction et un malus avec le signe « - ».'
                : 'Remplacez-le par les mots qu’il représente, ou placez-le entre guillemets s’il fait partie d’un texte.',
    }),
    BAR103: define<{ size: string; limit: string }>('error', 'Fichier trop volumineux', {
        message: ({ size, limit }) => `Le fichier pèse ${size}, au-delà des ${limit} qu’un fichier Barème peut compter.`,
        remedy: () => 'Découpez la politique en plusieurs fichiers : objectifs et conventions se rangent à côté, dans des « acte ».',
    }),
    BAR104: define<{ depth: string; limit: string }>('error', 'Parenthèses trop profondes', {
        message: ({ depth, limit }) => `${depth} parenthèses, accolades, conditions ou opérations s’enchaînent ici ; la limite est de ${limit}.`,
        remedy: () => 'Donnez un nom aux morceaux de la condition avec « déduit », puis combinez ces noms.',
    }),
    BAR105: define<Record<never, never>>('error', 'Fichier vide', {
        message: () => 'Le fichier est vide : il ne dit rien.',
        remedy: () => 'Commencez par « barème 1 », puis une politique, un vocabulaire, une variante, un exemple ou une correspondance.',
    }),
    BAR106: define<Record<never, never>>('error', 'Fichier illisible', {
        message: () => 'Le fichier n’est pas un texte en UTF-8 : il contient des octets qui ne forment aucun caractère.',
        remedy: () => 'Enregistrez-le en UTF-8 depuis votre éditeur ; s’il s’agit d’un document bureautique, exportez-le d’abord en texte.',
    }),
    BAR107: define<{ composed: string }>('error', 'Accents décomposés', {
        message: ({ composed }) =>
            `« ${composed} » est écrit avec des accents séparés de leurs lettres (forme NFD), que d’autres éditeurs ne reconnaissent pas.`,
        remedy: () => 'Appliquez la correction proposée : elle recompose les accents (forme NFC) sans rien changer d’autre.',
    }),
    BAR108: define<{ version: string }>('error', 'Version de la langue inconnue', {
        message: ({ version }) => `Ce fichier annonce « barème ${version} » ; cette version de l’outil ne connaît que « barème 1 ».`,
        remedy: () => 'Écrivez « barème 1 » en tête du fichier, ou mettez l’outil à jour.',
    }),
    BAR109: define<{ word: string }>('error', 'Date impossible', {
        message: ({ word }) => `« ${word} » n’est pas un jour du calendrier.`,
        remedy: () => 'Corrigez le jour, le mois ou l’année ; les dates s’écrivent 31/01/2024, 2024-01-31 ou 31 janvier 2024.',
    }),
    BAR110: define<{ path: string; reason: string }>('error', 'Fichier introuvable', {
        message: ({ path, reason }) => `« ${path} » ne peut pas être lu : ${reason}.`,
        remedy: () => 'Vérifiez le chemin et les droits de lecture.',
    }),
    BAR111: define<{ nodes: string; limit: string }>('error', 'Fichier trop chargé', {
        message: ({ nodes, limit }) => `Le fichier contient ${nodes} mots, au-delà de la limite de ${limit}.`,
        remedy: () => 'Répartissez les règles entre plusieurs fichiers.',
    }),
    BAR112: define<{ name: string }>('error', 'Nom lu comme une unité', {
        message: ({ name }) => `« ${name} » suit un nombre sans rien entre les deux : il est lu comme l’unité de ce nombre, comme dans « 3 personnes ».`,
        remedy: () => 'Séparez les deux lignes par « ; » après le nombre.',
    }),
    BAR113: define<{ count: number; code: string }>('error', 'Caractère invisible', {
        message: ({ count, code }) =>
            `${count > 1 ? `${count} endroits de ce fichier contiennent` : 'Ce fichier contient'} des caractères qui ne se voient pas, ou qui changent l’ordre d’affichage (ici ${code}) : on n’y lit pas ce qui est écrit.`,
        remedy: () => 'Appliquez la correction proposée : elle supprime ces caractères et ne change rien d’autre.',
    }),
    BAR114: define<{ word: string }>('warning', 'Alphabets mêlés', {
        message: ({ word }) =>
            `« ${word} » mêle aux lettres latines des lettres d’un autre alphabet qui leur ressemblent : deux mots que l’on croit égaux ne le sont pas.`,
        remedy: () => 'Appliquez la correction proposée : elle écrit ce mot en lettres latines.',
    }),
    BAR115: define<{ name: string; other: string }>('warning', 'Noms qui se confondent', {
        message: ({ name, other }) => `« ${name} » ne diffère de « ${other} » que par des accents, des majuscules ou des lettres qui se ressemblent.`,
        remedy: () => 'Donnez à l’un des deux un nom que personne ne prendra pour l’autre, partout où il est écrit.',
    }),
    BAR116: define<{ digits: string; most: string }>('error', 'Nombre démesuré', {
        message: ({ digits, most }) => `Une durée ou un compte de ${digits} chiffres est écrit ici ; aucune règle n’en a plus de ${most}.`,
        remedy: () => 'Retirez les chiffres en trop.',
    }),
} as const;
