import { define, oneOf, suggestion } from './definition.js';

/** BAR9xx: the command line, its arguments and the files it writes. */
export const COMMAND = {
    BAR901: define<{ verb: string; nearest: readonly string[] }>('error', 'Verbe inconnu', {
        message: ({ verb }) => `« ${verb} » n’est pas un verbe de Barème.`,
        remedy: ({ nearest }) => suggestion(nearest, 'Lancez « bareme --help » : la liste des verbes s’affiche.'),
    }),
    BAR902: define<{ verb: string; option: string; nearest: readonly string[] }>('error', 'Option inconnue', {
        message: ({ verb, option }) => `« bareme ${verb} » ne connaît pas l’option « ${option} ».`,
        remedy: ({ verb, nearest }) => suggestion(nearest, `Lancez « bareme ${verb} --help » : les options s’affichent.`),
    }),
    BAR903: define<{ verb: string; option: string }>('error', 'Option obligatoire absente', {
        message: ({ verb, option }) => `« bareme ${verb} » a besoin de l’option « ${option} ».`,
        remedy: ({ verb }) => `Ajoutez-la ; « bareme ${verb} --help » montre un exemple complet.`,
    }),
    BAR904: define<{ option: string; expected: string }>('error', 'Valeur d’option refusée', {
        message: ({ option, expected }) => `La valeur donnée à « ${option} » n’est pas ${expected}.`,
        remedy: ({ option }) => `Corrigez la valeur qui suit « ${option} ».`,
    }),
    BAR905: define<{ option: string }>('error', 'Valeur d’option absente', {
        message: ({ option }) => `Rien ne suit « ${option} », qui attend une valeur.`,
        remedy: ({ option }) => `Écrivez « ${option} valeur » ou « ${option}=valeur ».`,
    }),
    BAR906: define<{ verb: string; argument: string }>('error', 'Argument en trop', {
        message: ({ verb, argument }) => `« bareme ${verb} » n’attend pas l’argument « ${argument} ».`,
        remedy: ({ verb }) => `Retirez-le, ou placez-le après l’option voulue ; voir « bareme ${verb} --help ».`,
    }),
    BAR907: define<{ verb: string; argument: string }>('error', 'Argument absent', {
        message: ({ verb, argument }) => `« bareme ${verb} » attend au moins un argument ${argument}.`,
        remedy: ({ verb }) => `Indiquez-le ; « bareme ${verb} --help » montre un exemple complet.`,
    }),
    BAR910: define<{ path: string }>('error', 'Sortie déjà présente', {
        message: ({ path }) => `« ${path} » existe déjà : rien n’est remplacé sans votre accord.`,
        remedy: () => 'Choisissez une autre sortie, ou ajoutez « --force » pour la remplacer.',
    }),
    BAR911: define<{ path: string; found: readonly string[] }>('error', 'Dossier de sortie occupé', {
        message: ({ path, found }) => `« ${path} » contient autre chose que les fichiers de cette commande, par exemple ${oneOf(found)}.`,
        remedy: () => 'Choisissez un dossier vide ou nouveau : « --force » ne remplace que ce que la commande a elle-même écrit.',
    }),
    BAR912: define<{ path: string; reason: string }>('error', 'Écriture impossible', {
        message: ({ path, reason }) => `« ${path} » n’a pas pu être écrit : ${reason}. Aucun fichier n’a été laissé à moitié écrit.`,
        remedy: () => 'Libérez de la place ou changez de dossier, puis relancez la même commande.',
    }),
    BAR913: define<{ path: string; lock: string; machine: string }>('error', 'Sortie en cours d’écriture', {
        message: ({ path, lock, machine }) =>
            `Une autre commande écrit déjà dans « ${path} » : le fichier « ${lock} » le dit${machine === '' ? '' : `, depuis la machine « ${machine} »`}.`,
        remedy: ({ lock }) => `Attendez qu’elle se termine, ou choisissez une autre sortie. Si aucune ne tourne plus, supprimez « ${lock} ».`,
    }),
    BAR914: define<{ path: string }>('error', 'Sortie par un lien', {
        message: ({ path }) => `« ${path} » est un lien : y écrire changerait un fichier placé ailleurs.`,
        remedy: () => 'Indiquez le chemin réel de la sortie.',
    }),
    BAR915: define<{ path: string; reason: string }>('error', 'Lecture impossible', {
        message: ({ path, reason }) => `« ${path} » n’a pas pu être lu : ${reason}.`,
        remedy: () => 'Vérifiez le chemin, puis relancez la commande.',
    }),
    BAR916: define<{ signal: string }>('error', 'Commande interrompue', {
        message: ({ signal }) => `Interrompu (${signal}) : aucun fichier n’a été écrit.`,
        remedy: () => 'Relancez la même commande : elle donnera les mêmes octets.',
    }),
    BAR917: define<{ path: string }>('error', 'Sortie d’une autre main', {
        message: ({ path }) => `« ${path} » n’a pas été écrit par cette commande : même avec « --force », elle n’y touche pas.`,
        remedy: () => 'Choisissez une autre sortie, ou déplacez vous-même ce qui s’y trouve.',
    }),
    BAR918: define<{ reason: string }>('error', 'Résultat non transmis', {
        message: ({ reason }) => `Le résultat n’a pas pu être écrit en entier sur la sortie : ${reason}.`,
        remedy: () => 'Libérez de la place, ou donnez un fichier à la commande avec « --sortie », puis relancez-la.',
    }),
    BAR919: define<{ size: string; needed: string; available: string }>('error', 'Territoire trop grand pour la mémoire', {
        message: ({ size, needed, available }) =>
            `Les fichiers pèsent ${size} ; les lire demande environ ${needed} de mémoire, et la commande n’en a que ${available}. Rien n’a été lu.`,
        remedy: () =>
            'Découpez le territoire par année ou par département, ou donnez plus de mémoire à la commande : NODE_OPTIONS=--max-old-space-size=8000 (en Mo).',
    }),
    BAR920: define<{ names: readonly string[] }>('error', 'Plusieurs politiques', {
        message: ({ names }) => `Les fichiers lus contiennent plusieurs politiques : ${oneOf(names)}.`,
        remedy: () => 'Indiquez celle qu’il faut suivre avec « --nom ».',
    }),
    BAR921: define<{ name?: string; nearest: readonly string[] }>('error', 'Politique introuvable', {
        message: ({ name }) => (name === undefined ? 'Les fichiers lus ne contiennent aucune politique.' : `Aucune politique lue ne s’appelle « ${name} ».`),
        remedy: ({ nearest }) => suggestion(nearest, 'Ajoutez à la commande le dossier de la politique, par exemple « policies/valmont ».'),
    }),
    BAR922: define<{ name: string; nearest: readonly string[] }>('error', 'Variante introuvable', {
        message: ({ name }) => `Aucune variante lue ne s’appelle « ${name} », et aucun fichier ne porte ce chemin.`,
        remedy: ({ nearest }) => suggestion(nearest, 'Donnez le chemin du fichier de la variante, ou ajoutez son dossier à la commande.'),
    }),
    BAR923: define<{ policy: string; day: string }>('error', 'Aucune version à cette date', {
        message: ({ policy, day }) => `« ${policy} » n’a aucune version en vigueur le ${day}.`,
        remedy: () => 'Changez de date, ou ajoutez à la commande la version en vigueur ce jour-là.',
    }),
    BAR924: define<{ what: string }>('error', 'Introuvable dans les données', {
        message: ({ what }) => `Les données ne contiennent, à cette date, ${what} qui porte cet identifiant.`,
        remedy: () => 'Vérifiez l’identifiant : majuscules, tirets et zéros comptent.',
    }),
    BAR925: define<Record<never, never>>('warning', 'Aucun exemple', {
        message: () => 'Les fichiers lus ne contiennent aucun exemple : aucune règle n’a été essayée.',
        remedy: () => 'Ajoutez un fichier d’exemples : « exemple "…" de … { … attendu : note … } ».',
    }),
    BAR926: define<Record<never, never>>('error', 'Aucun fichier à lire', {
        message: () => 'Les chemins donnés ne contiennent aucun fichier « .bareme ».',
        remedy: () => 'Indiquez un fichier « .bareme », ou un dossier qui en contient.',
    }),
    BAR927: define<{ criterion: string; policy: string }>('information', 'Critère sans exemple', {
        message: ({ criterion, policy }) => `Aucun exemple ne fait donner de points au critère « ${criterion} » de « ${policy} ».`,
        remedy: () => 'Ajoutez un exemple où il s’applique, avec « dont critère points ».',
    }),
    BAR928: define<{ name: string; nearest: readonly string[] }>('error', 'Correspondance introuvable', {
        message: ({ name }) => `Aucune correspondance lue ne s’appelle « ${name} ».`,
        remedy: ({ nearest }) => suggestion(nearest, 'Ajoutez à la commande le fichier de la correspondance.'),
    }),
    BAR929: define<{ territories: readonly string[] }>('warning', 'Demande hors des territoires', {
        message: ({ territories }) => `Cette demande ne souhaite aucune commune de ${territories.join(', ')} : aucune de leurs règles ne lui donne de note.`,
        remedy: () => 'Ajoutez à la commande la politique du territoire qu’elle souhaite, ou indiquez un seul territoire avec « --nom ».',
    }),
    BAR930: define<{ inputs: readonly string[] }>('error', 'Reçu différent', {
        message: ({ inputs }) => `Le reçu donné n’est pas celui de cette exécution. Ce qui diffère : ${inputs.join(', ')}.`,
        remedy: () => 'Reprenez les mêmes fichiers, la même période, la même graine et la même version de Barème.',
    }),
    BAR931: define<{ path: string }>('error', 'Reçu illisible', {
        message: ({ path }) => `« ${path} » n’est pas un reçu écrit par « bareme rejouer ».`,
        remedy: () => 'Indiquez le fichier « recu.json » d’un rapport.',
    }),
    BAR932: define<{ path: string; found: string; expected: string }>('error', 'Reçu d’une autre version', {
        message: ({ path, found, expected }) =>
            `« ${path} » est un reçu de la version ${found} ; cette version de Barème compare des reçus de la version ${expected}.`,
        remedy: () => 'Refaites le rejeu d’origine avec cette version de Barème, sur les mêmes fichiers, et comparez avec ce reçu-là.',
    }),
    BAR933: define<{ path: string }>('error', 'Fichier modifié entre-temps', {
        message: ({ path }) => `« ${path} » a changé depuis qu’il a été lu : il est laissé tel quel.`,
        remedy: () => 'Relancez la commande, une fois le fichier enregistré.',
    }),
    BAR934: define<{ word: string; nearest: readonly string[] }>('error', 'Constat inconnu', {
        message: ({ word }) => `Aucun constat ne porte le code « ${word} ».`,
        remedy: ({ nearest }) => suggestion(nearest, 'Reprenez le code affiché avec le constat, par exemple « BAR401 ».'),
    }),
    BAR935: define<Record<never, never>>('warning', 'Mise en page à refaire', {
        message: () => 'La mise en page de ce fichier n’est pas celle de « bareme formater », à partir de cette ligne.',
        remedy: () => 'Lancez « bareme formater » sur ce fichier : seuls les espaces et les passages à la ligne changent.',
    }),
    BAR990: define<{ name: string }>('error', 'Défaut de Barème', {
        message: ({ name }) => `Barème s’est arrêté sur un défaut qui lui est propre (${name}). Vos fichiers n’y sont pour rien ; aucun n’a été écrit.`,
        remedy: () => 'Relancez avec BAREME_TRACE=1 pour voir le détail, et signalez-le avec la commande lancée.',
    }),
} as const;
