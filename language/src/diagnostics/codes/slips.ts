import { define, oneOf } from './definition.js';

/** BAR117 to BAR128: slips of the pen, which say what was meant. The rest of the file is read as if they were mended. */
export const SLIPS = {
    BAR117: define<{ sign: string; words: readonly string[] }>('error', 'Signe au lieu de mots', {
        message: ({ sign }) => `« ${sign} » n’est pas un signe de la langue, qui s’écrit avec des mots.`,
        remedy: ({ words }) => `Écrivez ${oneOf(words)}.`,
    }),
    BAR118: define<{ found: string; words: readonly string[]; capitals: boolean }>('error', 'Mot mal orthographié', {
        message: ({ found, capitals }) =>
            capitals
                ? `« ${found} » porte des majuscules : les mots de la langue s’écrivent en minuscules.`
                : `« ${found} » n’est pas un mot de la langue, ou ne convient pas à cet endroit.`,
        remedy: ({ words, capitals }) => (capitals ? `Écrivez ${oneOf(words)}.` : `Vouliez-vous écrire ${oneOf(words)} ?`),
    }),
    BAR119: define<{ found: string; words: readonly string[]; why?: string }>('error', 'Tournure inconnue', {
        message: ({ found, why }) => `« ${found} » ne se dit pas ainsi dans la langue${why === undefined ? '' : ` : ${why}`}.`,
        remedy: ({ words }) => `Écrivez ${oneOf(words)}.`,
    }),
    BAR120: define<{ mark: string; fault: 'unclosed' | 'lines' | 'mixed' | 'single' | 'absent' }>('error', 'Guillemets', {
        message: ({ mark, fault }) => {
            if (fault === 'lines') return 'Ce texte commence sur une ligne et finit sur une autre ; un texte tient sur une seule ligne.';
            if (fault === 'mixed') return `Ce texte commence par « ${mark} » et ne finit pas par le même signe.`;
            if (fault === 'single') return 'Ce texte est entre apostrophes ; un texte s’écrit entre guillemets.';
            if (fault === 'absent') return `On attend ici un texte entre guillemets ; « ${mark} » n’en a pas.`;
            return `Le guillemet « ${mark} » est seul : rien ne dit où le texte commence ou finit.`;
        },
        remedy: ({ fault }) => {
            if (fault === 'lines') return 'Écrivez le texte entier sur une ligne, ou fermez le guillemet à la fin de la première.';
            if (fault === 'mixed') return 'Mettez le même guillemet des deux côtés.';
            if (fault === 'single') return 'Écrivez le texte entre guillemets droits : "…".';
            if (fault === 'absent') return 'Écrivez le texte entre guillemets droits : "…" ; des mots qui finissent le nom d’avant se lient à lui par « _ ».';
            return 'Écrivez le guillemet qui manque, à la même ligne : "…".';
        },
    }),
    BAR121: define<{ found: string; wanted?: string; missing?: boolean }>('error', 'Ponctuation', {
        message: ({ found, wanted, missing }) => {
            if (missing === true) return `Il manque « ${wanted ?? ''} » avant « ${found} ».`;
            return wanted === undefined ? `« ${found} » est de trop : la phrase est finie.` : `« ${found} » ne sépare rien ici.`;
        },
        remedy: ({ found, wanted, missing }) => {
            if (missing === true)
                return `Ajoutez « ${wanted ?? ''} »${wanted === ';' ? ' si ce sont deux éléments ; si c’est un seul nom, liez ses mots par « _ »' : ''}.`;
            return wanted === undefined ? `Retirez « ${found} », ou écrivez la suite de la phrase.` : `Écrivez « ${wanted} ».`;
        },
    }),
    BAR122: define<{ bracket: string; fault: 'extra' | 'missing'; line?: number }>('error', 'Parenthèse ou accolade', {
        message: ({ bracket, fault, line }) =>
            fault === 'extra'
                ? `« ${bracket} » ne ferme rien : aucune n’est ouverte ici.`
                : `« ${bracket} » manque avant ce mot${line === undefined ? '' : ` : ce qui s’ouvre ligne ${line} n’est pas fermé`}.`,
        remedy: ({ bracket, fault, line }) =>
            fault === 'extra'
                ? `Retirez « ${bracket} », ou rouvrez plus haut ce qu’elle devait fermer.`
                : `Écrivez « ${bracket} » là où finit ce qui s’ouvre${line === undefined ? ' plus haut' : ` ligne ${line}`}.`,
    }),
    BAR123: define<{ found: string; readings: readonly string[] }>('error', 'Nombre mal écrit', {
        message: ({ found, readings }) =>
            `« ${found} » n’est pas un nombre de la langue${readings.length > 1 ? ' et se lit de deux façons' : ''} : la virgule marque les décimales, une espace les milliers.`,
        remedy: ({ readings }) => `Écrivez ${oneOf(readings)}${readings.length > 1 ? ', selon ce que dit le texte' : ''}.`,
    }),
    BAR124: define<{ found: string; instead: string }>('error', 'Nom mal formé', {
        message: ({ found }) =>
            `« ${found} » ne peut pas être un nom : un nom ne contient que des lettres, des chiffres et « _ », sans commencer par un chiffre.`,
        remedy: ({ instead }) => `Écrivez « ${instead} », ici et partout où ce nom revient.`,
    }),
    BAR125: define<Record<never, never>>('error', 'Signe de commentaire', {
        message: () => 'Un commentaire ne commence pas ainsi.',
        remedy: () => 'Écrivez « // » devant le commentaire ; si la ligne est une règle, écrivez-la sans ce signe.',
    }),
    BAR126: define<{ found: string; instead: string }>('error', 'Mots dans le désordre', {
        message: ({ found }) => `« ${found} » n’est pas dans l’ordre de la langue.`,
        remedy: ({ instead }) => `Écrivez « ${instead} ».`,
    }),
    BAR127: define<{ found: string; readings: readonly string[] }>('error', 'Montant au-delà du centime', {
        message: ({ found }) => `« ${found} » a plus de deux décimales : un montant est en euros et centimes, et cette virgule peut marquer des milliers.`,
        remedy: ({ readings }) => `Écrivez ${oneOf(readings)}, selon ce que dit le texte.`,
    }),
    BAR128: define<{ sign: string; character: string; ours: string }>('error', 'Signe qui ressemble à un autre', {
        message: ({ sign, character, ours }) => `« ${sign} » (${character}) ressemble à « ${ours} », mais c’est un autre caractère.`,
        remedy: ({ ours }) => `Écrivez « ${ours} » du clavier.`,
    }),
} as const;
