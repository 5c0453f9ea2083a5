import { define, oneOf } from './definition.js';

function counted(keys: string): string {
    return keys === '1' ? 'une clé' : `${keys} clés`;
}

/** BAR3xx: types and units. */
export const TYPES = {
    BAR301: define<{ left: string; right: string; instead?: readonly string[] }>('error', 'Grandeurs incomparables', {
        message: ({ left, right }) => `On ne peut pas comparer ${left} à ${right}.`,
        remedy: ({ instead }) =>
            instead !== undefined && instead.length > 0
                ? `Écrivez l’unité : ${oneOf(instead)}.`
                : 'Comparez deux grandeurs de même nature et de même période, en écrivant l’unité (« 400 € par mois », « 36 mois », « 33 % »).',
    }),
    BAR302: define<{ operator: string; left: string; right: string }>('error', 'Calcul impossible', {
        message: ({ operator, left, right }) => `L’opération « ${operator} » n’a pas de sens entre ${left} et ${right}.`,
        remedy: () => 'Ramenez les deux termes à la même unité (« par an » convertit un montant mensuel), ou revoyez la formule.',
    }),
    BAR303: define<{ found: string; expected: string; instead?: readonly string[] }>('error', 'Nature inattendue', {
        message: ({ found, expected }) => `On attend ici ${expected} ; ceci est ${found}.`,
        remedy: ({ expected, instead }) =>
            instead !== undefined && instead.length > 0
                ? `Écrivez ${oneOf(instead)}.`
                : `Écrivez ici ${expected} : un autre fait, une autre valeur, ou une expression de cette nature.`,
    }),
    BAR304: define<{ name: string }>('error', 'Fait à plusieurs valeurs', {
        message: ({ name }) => `« ${name} » peut avoir plusieurs valeurs : « est » ne dit pas s’il faut l’une d’elles ou toutes.`,
        remedy: ({ name }) => `Écrivez « ${name} contient … ».`,
    }),
    BAR305: define<{ name: string }>('error', 'Fait à une seule valeur', {
        message: ({ name }) => `« ${name} » n’a qu’une valeur : il ne « contient » rien.`,
        remedy: ({ name }) => `Écrivez « ${name} est … » ou « ${name} parmi (… ; …) ».`,
    }),
    BAR306: define<{ unit: string; expected: string; instead?: readonly string[] }>('error', 'Unité inattendue', {
        message: ({ unit, expected }) => `L’unité « ${unit} » ne convient pas ici ; on attend ${expected}.`,
        remedy: ({ instead }) => (instead !== undefined && instead.length > 0 ? `Écrivez ${oneOf(instead)}.` : 'Écrivez la valeur dans l’unité du fait.'),
    }),
    BAR307: define<{ type: string }>('error', 'Ordre inconnu', {
        message: ({ type }) => `Les valeurs de « ${type} » n’ont pas d’ordre : « moins de » ou « à partir de » n’y ont pas de sens.`,
        remedy: () => 'Déclarez l’énumération « ordonnée », ou nommez les valeurs avec « parmi ( … ) ».',
    }),
    BAR308: define<{ name: string; role: string }>('error', 'Rôle manquant', {
        message: ({ name, role }) => `Les événements « ${name} » n’ont pas de champ de rôle « ${role} », que cette clause doit lire.`,
        remedy: ({ role }) => `Ajoutez « rôle ${role} » au champ voulu dans le vocabulaire.`,
    }),
    BAR309: define<Record<never, never>>('error', 'Borne calculée', {
        message: () => 'La borne d’une ligne de « selon » doit être une valeur écrite : sinon ni les trous ni les recouvrements ne peuvent être vus.',
        remedy: () => 'Écrivez la valeur, ou remplacez la ligne par un critère avec « si ».',
    }),
    BAR310: define<{ table: string; expected: string; found: string }>('error', 'Clés de la table', {
        message: ({ table, expected, found }) => `La table « ${table} » se lit avec ${counted(expected)} ; on lui en donne ${found}.`,
        remedy: () => 'Donnez une expression par clé, dans l’ordre de la table, séparées par « ; ».',
    }),
    BAR311: define<{ table: string; expected: string; found: string }>('error', 'Ligne de table incomplète', {
        message: ({ table, expected, found }) => `Cette ligne de la table « ${table} » compte ${found} cases au lieu de ${expected}.`,
        remedy: () => 'Donnez une case par colonne de l’en-tête, séparées par « | ».',
    }),
    BAR312: define<{ found: string; expected: readonly string[] }>('error', 'Colonne de table inconnue', {
        message: ({ found }) => `L’en-tête « ${found} » n’est ni une clé de la table, ni une valeur de sa dernière clé.`,
        remedy: ({ expected }) => `L’en-tête nomme d’abord ${oneOf(expected)}, puis « valeur » ou les valeurs de la dernière clé.`,
    }),
    BAR313: define<{ name: string; value: string; low: string; high: string }>('error', 'Valeur hors bornes', {
        message: ({ name, value, low, high }) => `« ${name} » va de ${low} à ${high} : ${value} est impossible.`,
        remedy: () => 'Corrigez la valeur, ou les bornes écrites avec son type.',
    }),
    BAR314: define<{ name: string }>('error', 'Paramètre à confirmer', {
        message: ({ name }) => `« ${name} » n’est fixé par aucun texte vérifié ici : la politique qui s’en sert doit le confirmer.`,
        remedy: ({ name }) => `Ajoutez à la politique « confirme ${name} : … source "…" ».`,
    }),
    BAR315: define<{ table: string; keys: string }>('error', 'Case de table en double', {
        message: ({ table, keys }) => `La table « ${table} » donne deux fois une valeur pour ${keys}, à la même période.`,
        remedy: () => 'Supprimez l’une des deux cases, ou corrigez sa clé.',
    }),
    BAR316: define<{ table: string; day: string }>('error', 'Périodes de table qui se recouvrent', {
        message: ({ table, day }) => `La table « ${table} » a deux périodes en cours le ${day}.`,
        remedy: () => 'Fermez la première avec « jusqu’au … », la veille du début de la seconde, ou réunissez leurs lignes.',
    }),
    BAR317: define<{ table: string; key: string; value: string; low: string; high: string }>('error', 'Clé de table impossible', {
        message: ({ table, key, value, low, high }) => `La table « ${table} » a une case pour « ${key} » ${value}, alors que ce fait va de ${low} à ${high}.`,
        remedy: () => 'Corrigez l’en-tête ou la clé de la ligne, ou les bornes du fait dans le vocabulaire.',
    }),
    BAR318: define<{ places: string; limit: string }>('error', 'Trop de décimales', {
        message: ({ places, limit }) => `${places} décimales sont demandées ; la langue en compte au plus ${limit}.`,
        remedy: () => 'Écrivez moins de décimales : aucun texte n’en demande autant.',
    }),
    BAR319: define<{ table: string; start: string; known: string; added: string }>('error', 'Même période, autre fin', {
        message: ({ table, start, known, added }) =>
            `La période de « ${table} » qui commence le ${start} ${known} ; celle qui la complète ${added}. Les lignes ajoutées ne vaudraient pas les jours écrits.`,
        remedy: ({ known }) => `Écrivez la même fin que la table, qui ${known}, ou commencez la période ajoutée un autre jour.`,
    }),
    BAR320: define<{ list: string }>('error', 'Liste datée et fait à plusieurs valeurs', {
        message: ({ list }) => `« ${list} » est une liste datée : elle se lit par un fait à une seule valeur, à la date que la règle nomme.`,
        remedy: () => 'Nommez un fait à une seule valeur, comme la commune ou le quartier du logement.',
    }),
    BAR321: define<{ list: string; first: string; last: string }>('warning', 'Liste datée trouée', {
        message: ({ list, first, last }) => `« ${list} » ne dit rien du ${first} au ${last} : entre ces deux jours, on ne saurait pas qui en est.`,
        remedy: () => 'Prolongez la liste qui finit avant, ou commencez plus tôt celle qui suit.',
    }),
    BAR330: define<{ list: string; word: string; type: string }>('error', 'Liste d’une autre nature', {
        message: ({ list, word, type }) => `La liste « ${list} » contient « ${word} », qui ne peut pas être ${type} : le fait n’y serait jamais.`,
        remedy: () => 'Écrivez les valeurs entre parenthèses, avec leur unité (« parmi (500 € par mois ; 600 € par mois) »), ou nommez un autre fait.',
    }),
    BAR331: define<{ name: string; type: string }>('error', 'Plusieurs valeurs d’une grandeur', {
        message: ({ name, type }) => `« ${name} » serait plusieurs fois ${type} : aucune règle ne saurait à laquelle de ses valeurs se comparer.`,
        remedy: () => 'Gardez une seule valeur, ou déclarez des « événements » dont chacun porte la sienne.',
    }),
    BAR332: define<{ first: string; second: string }>('error', 'Clause écrite deux fois', {
        message: ({ first, second }) => `« ${second} » vient après « ${first} » : cela se dit une fois, et l’une des deux serait ignorée.`,
        remedy: () => 'Gardez celle que le texte voté prévoit, et retirez l’autre.',
    }),
    BAR333: define<{ name: string; cap: string; floor: string }>('error', 'Plafond sous le plancher', {
        message: ({ name, cap, floor }) => `« ${name} » ne peut pas donner au plus ${cap} et au moins ${floor} points : l’un des deux serait ignoré.`,
        remedy: () => 'Corrigez l’une des deux limites d’après le texte voté.',
    }),
    BAR334: define<{ name: string }>('error', 'En-tête d’une version, non d’un acte', {
        message: ({ name }) => `L’acte « ${name} » s’ajoute à une version : ceci se dit de la version, et serait ignoré ici.`,
        remedy: () => 'Écrivez-le dans l’en-tête de la politique, ou retirez-le.',
    }),
    BAR335: define<{ name: string; low: string; high: string; side: 'above' | 'below' }>('warning', 'Bornes que le calcul n’atteint jamais', {
        message: ({ name, low, high, side }) =>
            `« ${name} » va de ${low} à ${high}, et son calcul donne toujours ${side === 'above' ? 'plus' : 'moins'} : il serait toujours non renseigné.`,
        remedy: () => 'Corrigez le calcul, ou les bornes du fait déduit.',
    }),
    BAR336: define<{ table: string; key: string; type: string }>('error', 'Clé de table impossible à nommer', {
        message: ({ table, key, type }) => `Une ligne de « ${table} » ne peut pas nommer « ${key} », qui est ${type} : aucune ne serait jamais lue.`,
        remedy: () => 'Prenez pour clé un mot, un code ou un nombre entier ; pour des tranches, écrivez « selon » dans un fait déduit.',
    }),
    BAR337: define<{ found: string }>('error', 'Nombre entier attendu', {
        message: ({ found }) => `« ${found} » n’est pas un nombre entier que l’on puisse compter : ici, des mois, des logements ou une année.`,
        remedy: () => 'Écrivez un nombre entier, dans une unité plus petite s’il le faut (« 18 mois » pour un an et demi).',
    }),
    BAR338: define<{ operation: string; type: string }>('error', 'Grandeur qui ne se réunit pas', {
        message: ({ operation, type }) =>
            `« ${operation} » veut une grandeur ${operation === 'somme de' ? 'qui s’ajoute' : 'qui s’ordonne'} ; celle-ci est ${type}.`,
        remedy: () => 'Nommez un nombre, un montant ou un ratio ; pour le plus grand et le plus petit, aussi une date, une durée ou une énumération ordonnée.',
    }),
    BAR340: define<{ policy: string; found: string; expected: string }>('error', 'Représentation d’une autre version', {
        message: ({ policy, found, expected }) =>
            `« ${policy} » est écrite dans la version ${found} de la représentation ; cette version de Barème lit la version ${expected}.`,
        remedy: () => 'Refaites la représentation à partir des fichiers de la politique, avec cette version de Barème.',
    }),
    BAR341: define<object>('error', 'Représentation illisible', {
        message: () => 'Ce texte n’est pas la représentation d’un ensemble de politiques.',
        remedy: () => 'Donnez le JSON que Barème a écrit, entier.',
    }),
    BAR342: define<{ name: string; said: string; type: string }>('error', 'Conversion d’un autre type', {
        message: ({ name, said, type }) => `« ${said} » ne peut donner ${type} : « ${name} » ne se lirait pas ainsi.`,
        remedy: ({ name }) => `Retirez ces mots, ou donnez à « ${name} » une autre colonne.`,
    }),
    BAR343: define<{ expected: string }>('error', 'Marque impossible', {
        message: ({ expected }) => `On attend ici ${expected}, comme dans le fichier.`,
        remedy: () => 'Ouvrez le fichier comme du texte et recopiez le caractère qu’il porte.',
    }),
    BAR344: define<{ table: string; key: string; keys: readonly string[] }>('error', 'Promesse impossible', {
        message: ({ table, key }) =>
            `« ${table} » ne peut être ni croissante ni décroissante avec « ${key} » : il y faut une clé de la table et des valeurs qui s’ordonnent.`,
        remedy: ({ keys }) => (keys.length === 0 ? 'Retirez la promesse.' : `Nommez une clé qui est un nombre ou une énumération ordonnée : ${oneOf(keys)}.`),
    }),
    BAR345: define<{ table: string; promise: 'growing' | 'falling'; key: string; first: string; second: string; beyond: boolean }>(
        'error',
        'Promesse non tenue',
        {
            message: ({ table, promise, key, first, second, beyond }) => {
                const promised = `« ${table} » est ${promise === 'growing' ? 'croissante' : 'décroissante'} avec « ${key} »`;
                return beyond
                    ? `${promised}, or ce qui s’ajoute à ${second} par unité en plus s’y oppose.`
                    : `${promised}, or elle passe de ${first} à ${second}.`;
            },
            remedy: () => 'Corrigez le nombre mal recopié, ou retirez la promesse si le texte la dément.',
        },
    ),
    BAR346: define<{ said: string }>('error', 'Précision qu’un fait déduit d’un membre ne porte pas', {
        message: ({ said }) => `« ${said} » ne s’emploie pas ici : le calcul d’un fait déduit d’un membre prend place là où on le lit, et rien d’autre de lui.`,
        remedy: () => 'Retirez ces mots ; s’il faut borner ou écarter, écrivez-le dans le calcul (« si … alors … sinon … ») ou dans la règle qui le lit.',
    }),
} as const;
