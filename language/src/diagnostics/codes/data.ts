import { formatFrench, integer } from '../../kit/exact-number.js';
import { define, oneOf, suggestion } from './definition.js';

/** Where a finding about data stands: a file, a row of data (the header apart) and a column. Never a value of the row. */
export interface DataPlace {
    readonly file: string;
    readonly row?: number;
    readonly column?: string;
    /** Every row of which the same is said, `row` among them, where they are told at once. */
    readonly rows?: readonly number[];
}

/** `demandes.csv, ligne de données 12, colonne « loyer »`; `lignes de données 1, 2, 3, 4, 5 et 35 autres`. */
function place({ file, row, rows = [], column }: DataPlace): string {
    const lines = rows.length > 1 ? `lignes de données ${rowsText(rows)}` : row === undefined ? undefined : `ligne de données ${row}`;
    return [file, lines, column === undefined ? undefined : `colonne « ${column} »`].filter((part) => part !== undefined).join(', ');
}

/** Rows that are named when many are told at once. */
const NAMED_ROWS = 5;

function rowsText(rows: readonly number[]): string {
    const named = rows.slice(0, NAMED_ROWS).map(String);
    const left = rows.length - named.length;
    const last = left > 0 ? `${left} ${left > 1 ? 'autres' : 'autre'}` : named.pop();
    return `${named.join(', ')} et ${last ?? ''}`;
}

/** `La ligne est gardée`, `Les 40 lignes sont gardées`. */
function keptText({ rows = [] }: DataPlace): string {
    return rows.length > 1 ? `Les ${rows.length} lignes sont gardées` : 'La ligne est gardée';
}

/** « La ligne est refusée et comptée », or how many. */
function refusedText({ rows = [] }: DataPlace): string {
    return rows.length > 1 ? `Les ${rows.length} lignes sont refusées et comptées` : 'La ligne est refusée et comptée';
}

const CELL_REASONS: ReadonlyMap<string, string> = new Map([
    ['not-a-date', 'ce n’est pas une date (31/01/2024 ou 2024-01-31)'],
    ['impossible-date', 'ce jour n’existe pas dans le calendrier'],
    ['implausible-year', 'cette année n’est pas plausible'],
    ['not-a-number', 'ce n’est pas un nombre'],
    ['other-decimal-mark', 'la marque des décimales n’est pas celle du fichier'],
    ['not-an-integer', 'un nombre entier est attendu'],
    ['too-many-decimals', 'ce nombre a trop de décimales'],
    ['negative-amount', 'un montant ne peut pas être négatif'],
    ['below-minimum', 'cette valeur est sous le minimum'],
    ['above-maximum', 'cette valeur dépasse le maximum'],
    ['scientific-notation', 'un tableur a écrit ce nombre sous forme abrégée (1E+05) : des chiffres sont perdus'],
    ['not-yes-no', 'oui ou non est attendu'],
    ['unknown-value', 'cette valeur n’est pas de celles que le vocabulaire déclare'],
    ['several-values', 'plusieurs valeurs sont données là où une seule est attendue'],
    ['control-characters', 'des caractères n’y montrent rien à qui lit'],
    ['too-long', 'ce texte est trop long'],
    ['sentinel-date', 'ce jour est de ceux que les logiciels écrivent faute de date (01/01/1900, 31/12/2099)'],
    ['ambiguous-thousands', 'rien ne dit la marque des milliers ni celle des décimales : « 1.500 » se lirait mille cinq cents, ou un et demi'],
    ['ratio-or-percent', 'cette colonne mêle ou confond taux et pourcentages : « 33 » sans le signe % y vaudrait trente-trois fois le tout'],
    ['date-with-time', 'une heure suit la date, et rien ne dit que la colonne en porte'],
    ['time-zone', 'cette heure est d’un autre fuseau : le jour, ici, est peut-être un autre'],
    ['joint-inside', 'un des morceaux contient le texte qui les joint : deux identifiants pourraient se confondre'],
    ['incomplete-parts', 'un des morceaux de cet identifiant est vide'],
]);

/** What to write in a correspondance, by the reason of the refusal. */
function cellRemedy({ file, column, fact, reason, codes = [] }: RefusedCell): string {
    const field = `${fact} : colonne "${column ?? fact}"`;
    const pairs = codes.map(([code, meaning]) => `"${code}" : ${meaning}`).join(' ; ');
    if (pairs !== '') return `Corrigez la cellule, ou écrivez dans la correspondance : ${field}, codes { ${pairs} }`;
    switch (reason) {
        case 'sentinel-date':
            return `Videz la cellule, ou écrivez dans la correspondance, pour chaque jour en cause : ${field}, codes { "01/01/1900" : non renseigné }`;
        case 'date-with-time':
            return `Écrivez dans la correspondance : ${field}, avec heure (l’heure est lue, le jour seul est gardé).`;
        case 'time-zone':
            return 'Refaites le fichier en heure locale, ou avec la date seule.';
        case 'joint-inside':
            return 'Joignez les colonnes de la correspondance par un texte qu’aucune ne contient (« jointes par "#" »).';
        case 'ambiguous-thousands':
            return `Dites les marques dans la correspondance : table … depuis "${file}" séparateur ";", décimale ",", milliers "."`;
        case 'ratio-or-percent':
            return `Ajoutez le signe % aux cellules, ou écrivez dans la correspondance, si ce sont des pourcentages : ${field}, multipliée par 0,01`;
        default:
            return 'Corrigez la cellule dans le fichier, puis relancez la commande.';
    }
}

const VALUE_CLASSES: ReadonlyMap<string, string> = new Map([
    ['number', 'un nombre'],
    ['negative-number', 'un nombre négatif'],
    ['date', 'une date'],
    ['scientific', 'un nombre abrégé'],
    ['yes-no', 'un oui ou un non'],
    ['text', 'un texte'],
]);

const NOT_TEXT_REASONS: ReadonlyMap<string, string> = new Map([
    ['nul-byte', 'c’est un fichier binaire (un programme, une image…)'],
    ['zip', 'c’est une archive ou un classeur de tableur'],
    ['gzip', 'il est compressé'],
    ['utf-16', 'il est enregistré en UTF-16'],
    ['invalid-utf8', 'il n’est pas enregistré en UTF-8'],
]);

const PERSONAL_NATURES: ReadonlyMap<string, string> = new Map([
    ['nir', 'numéros de sécurité sociale'],
    ['email', 'adresses de courriel'],
    ['telephone', 'numéros de téléphone'],
    ['name', 'noms de personnes'],
]);

const FIELD_PROBLEMS: ReadonlyMap<string, string> = new Map([
    ['missing', 'manque'],
    ['unknown', 'n’est pas connu'],
    ['wrong-type', 'n’a pas la forme attendue'],
    ['wrong-value', 'n’a pas une valeur permise'],
]);

const EXPECTED_FORMS: ReadonlyMap<string, string> = new Map([
    ['object', 'un objet entre accolades'],
    ['list', 'une liste entre crochets'],
    ['text', 'un texte entre guillemets'],
    ['boolean', 'true ou false'],
    ['integer', 'un nombre entier'],
    ['fraction', 'une fraction entre guillemets, comme "1/2"'],
    ['date', 'une date entre guillemets, comme "2024-01-31"'],
    ['file-name', 'le nom d’un fichier du même dossier'],
]);

/** A member of a JSON file that is refused: where, why, and what should stand there. */
export interface RefusedField extends DataPlace {
    readonly path: string;
    readonly problem: string;
    readonly expected: string;
    readonly allowed?: readonly string[];
    readonly low?: number;
    readonly high?: number;
    readonly nearest: readonly string[];
}

/** What is expected of a member; nothing of one that should not be there. */
function expectedText({ expected, allowed, low, high }: RefusedField): string {
    if (expected === 'choice') return ` ; attendu : ${oneOf(allowed ?? [])}`;
    const form = EXPECTED_FORMS.get(expected);
    if (form === undefined) return '';
    const bounds = [low === undefined ? undefined : `au moins ${low}`, high === undefined ? undefined : `au plus ${high}`].filter((part) => part !== undefined);
    return ` ; attendu : ${[form, ...bounds].join(', ')}`;
}

/** A cell whose content is not kept: what it held, and why it is refused, by code. */
export interface RefusedCell extends DataPlace {
    readonly fact: string;
    /** The row goes with it: nothing else names it. */
    readonly rowLost?: true;
    readonly reason?: string;
    readonly valueClass?: string;
    readonly low?: string;
    readonly high?: string;
    readonly codes?: readonly (readonly [code: string, meaning: string])[];
}

/** BAR7xx: the files of a territory. */
export const DATA = {
    BAR701: define<DataPlace>('error', 'JSON illisible', {
        message: ({ file }) => `« ${file} » n’est pas écrit en JSON.`,
        remedy: () => 'Ouvrez-le dans un éditeur de texte : une virgule ou un guillemet manque souvent à l’endroit signalé.',
    }),
    BAR702: define<RefusedField>('error', 'Champ refusé', {
        message: (field) => {
            const name = field.path === '' ? 'le contenu' : `le champ « ${field.path} »`;
            return `Dans « ${field.file} », ${name} ${FIELD_PROBLEMS.get(field.problem) ?? 'est refusé'}${expectedText(field)}.`;
        },
        remedy: ({ nearest }) => suggestion(nearest, 'Corrigez ce champ ; la forme complète est décrite dans « language/docs/schemas ».'),
    }),
    BAR703: define<DataPlace & { table: string }>('error', 'Fichier de données absent', {
        message: ({ file, table }) => `Le fichier « ${file} », annoncé pour « ${table} », n’est pas dans le dossier.`,
        remedy: () => 'Ajoutez ce fichier au dossier du territoire, ou retirez-le de « territoire.json ».',
    }),
    BAR704: define<DataPlace & { reason: string }>('error', 'Fichier illisible comme texte', {
        message: ({ file, reason }) => `« ${file} » n’est pas un fichier CSV : ${NOT_TEXT_REASONS.get(reason) ?? 'ce n’est pas du texte'}.`,
        remedy: () => 'Dans le tableur, enregistrez-le sous « CSV UTF-8 », puis relancez la commande.',
    }),
    BAR705: define<DataPlace>('error', 'Fichier de données vide', {
        message: ({ file }) => `« ${file} » est vide : il n’a pas même la ligne des titres de colonnes.`,
        remedy: () => 'Exportez de nouveau ce fichier, titres de colonnes compris.',
    }),
    BAR706: define<DataPlace & { table: string; column?: string; nearest: readonly string[] }>('error', 'Colonne indispensable absente', {
        message: ({ file, table, column }) => `« ${file} » n’a pas la colonne « ${column ?? ''} », sans laquelle « ${table} » ne peut pas être lue.`,
        remedy: ({ nearest }) => suggestion(nearest, 'Ajoutez cette colonne, ou décrivez les vôtres dans une correspondance.'),
    }),
    BAR707: define<DataPlace & { table: string; column?: string; role: string }>('warning', 'Colonne utile absente', {
        message: ({ file, column, role }) => `« ${file} » n’a pas la colonne « ${column ?? ''} » (${role}) : ce qui en dépend ne sera pas calculé.`,
        remedy: () => 'Ajoutez cette colonne si vous en disposez ; sinon, le rapport dira ce qui manque.',
    }),
    BAR708: define<DataPlace & { columns: readonly string[]; hidden: number }>('information', 'Colonnes non lues', {
        message: ({ file, columns, hidden }) => {
            const named = columns.length === 0 ? '' : ` : ${columns.map((column) => `« ${column} »`).join(', ')}`;
            const others = hidden === 0 ? '' : ` (et ${hidden} dont le titre n’est pas répété ici)`;
            return `Aucun fait ne lit ces colonnes de « ${file} »${named}${others}.`;
        },
        remedy: () => 'Rien à faire : elles ne sont ni lues ni conservées. Si l’une est utile, déclarez son fait dans le vocabulaire.',
    }),
    BAR709: define<DataPlace>('error', 'Deux colonnes du même nom', {
        message: ({ file, column }) => `« ${file} » a deux colonnes « ${column ?? ''} » : laquelle compte ne peut pas se deviner.`,
        remedy: () => 'Renommez ou supprimez l’une des deux.',
    }),
    BAR710: define<DataPlace & { nature: string; count: number }>('error', 'Donnée personnelle directe', {
        message: ({ file, column, nature, count }) => {
            const what = PERSONAL_NATURES.get(nature) ?? 'données qui nomment des personnes';
            return `La colonne « ${column ?? ''} » de « ${file} » contient des ${what} (${count} ${count > 1 ? 'cellules' : 'cellule'}) : le fichier n’est pas lu.`;
        },
        remedy: ({ nature }) =>
            nature === 'telephone' || nature === 'name'
                ? 'Remplacez ces identifiants par des numéros tirés au hasard, les mêmes dans tous les fichiers.'
                : 'Supprimez cette colonne : aucun calcul n’en a besoin.',
    }),
    BAR711: define<DataPlace & { count: number }>('information', 'Identifiants remplacés', {
        message: ({ file, count }) => `Dans « ${file} », ${count} identifiants ressemblaient à des numéros uniques : ils sont remplacés par des pseudonymes.`,
        remedy: () => 'Rien à faire. Pour retrouver une demande, exportez plutôt un identifiant tiré au hasard.',
    }),
    BAR712: define<DataPlace>('error', 'Guillemet jamais fermé', {
        message: (at) => `${place(at)} : un guillemet s’ouvre et ne se ferme jamais ; la fin du fichier ne peut pas être découpée en lignes.`,
        remedy: () => 'Fermez ce guillemet, ou doublez-le s’il fait partie du texte.',
    }),
    BAR713: define<DataPlace & { found: number; expected: number }>('error', 'Ligne décalée', {
        message: ({ found, expected, ...at }) =>
            `${place(at)} : ${found} cellules pour ${expected} colonnes ; la ligne est refusée, car ses cellules sont peut-être décalées.`,
        remedy: () => 'Cherchez un séparateur en trop ou manquant dans cette ligne, et mettez le texte entre guillemets.',
    }),
    BAR714: define<DataPlace>('error', 'Texte après un guillemet', {
        message: (at) => `${place(at)} : du texte suit un guillemet fermant ; la ligne est refusée.`,
        remedy: () => 'Doublez les guillemets qui font partie du texte.',
    }),
    BAR715: define<DataPlace & { table: string }>('error', 'Ligne sans identifiant', {
        message: ({ table, ...at }) => `${place(at)} : cette ligne de « ${table} » n’a pas d’identifiant ; elle est refusée et comptée.`,
        remedy: () => 'Donnez-lui un identifiant, ou retirez-la du fichier.',
    }),
    BAR716: define<DataPlace & { first: number }>('warning', 'Ligne répétée', {
        message: ({ first, ...at }) => `${place(at)} : cette ligne répète mot pour mot la ligne ${first} ; une seule est gardée.`,
        remedy: () => 'Vérifiez l’export : la même ligne y figure deux fois.',
    }),
    BAR717: define<DataPlace & { table: string; other: number }>('error', 'Lignes contradictoires', {
        message: ({ table, other, ...at }) =>
            `${place(at)} : cette ligne de « ${table} » contredit la ligne ${other} pour les mêmes jours ; les deux sont refusées.`,
        remedy: () => 'Gardez la bonne ligne, ou donnez à chacune ses jours de validité.',
    }),
    BAR718: define<RefusedCell>('error', 'Cellule refusée', {
        message: ({ reason, valueClass, low, high, fact, rowLost, ...at }) => {
            const bounds = [low === undefined ? undefined : `minimum ${low}`, high === undefined ? undefined : `maximum ${high}`].filter(
                (part) => part !== undefined,
            );
            const within = bounds.length === 0 ? '' : ` (${bounds.join(', ')})`;
            const held = VALUE_CLASSES.get(valueClass ?? '');
            const why = CELL_REASONS.get(reason ?? '') ?? 'la valeur n’est pas lisible';
            const what = held === undefined ? '' : `la cellule contient ${held} ; `;
            if (rowLost === true) return `${place(at)} : ${what}${why}${within}. ${refusedText(at)} : rien d’autre ne la désigne.`;
            return `${place(at)} : ${what}${why}${within}. ${keptText(at)}, la cellule est « non renseignée » : ce qui lit « ${fact} » y reste à compléter.`;
        },
        remedy: cellRemedy,
    }),
    BAR719: define<DataPlace & { fact: string; role: string }>('error', 'Cellule indispensable vide', {
        message: ({ fact, role, ...at }) => `${place(at)} : « ${fact} » (${role}) est vide. ${keptText(at)}, mais ce qui en dépend ne peut pas être calculé.`,
        remedy: () => 'Remplissez la cellule ; si la valeur n’est pas connue, attendez-vous à des résultats incomplets pour cette ligne.',
    }),
    BAR720: define<DataPlace>('error', 'Événement sans demande', {
        message: (at) => `${place(at)} : cet événement cite une demande que le fichier des demandes ne contient pas ; il est refusé.`,
        remedy: () => 'Ajoutez la demande, ou retirez l’événement.',
    }),
    BAR721: define<DataPlace & { target: string }>('warning', 'Renvoi sans destinataire', {
        message: ({ target, ...at }) => `${place(at)} : un identifiant cité est absent de « ${target} ». ${keptText(at)}.`,
        remedy: () => 'Vérifiez que les fichiers viennent de la même extraction.',
    }),
    BAR722: define<DataPlace & { table: string }>('warning', 'Fichier sans ligne', {
        message: ({ file, table }) => `« ${file} » a des titres de colonnes et aucune ligne : « ${table} » est vide.`,
        remedy: () => 'Vérifiez l’export et la période demandée.',
    }),
    BAR723: define<DataPlace & { code: string; count: number }>('error', 'Autres constats du même genre', {
        message: ({ file, column, code, count }) => {
            const where = column === undefined ? `« ${file} »` : `La colonne « ${column} » de « ${file} »`;
            return `${where} a ${count} autres constats ${code}, qui ne sont pas répétés un par un.`;
        },
        remedy: ({ code }) => `Corrigez d’abord ceux qui sont montrés : les suivants ont souvent la même cause (voir ${code}).`,
    }),
    BAR724: define<DataPlace & { table: string; role: string }>('error', 'Rôle sans fait', {
        message: ({ table, role }) => `Aucun fait du vocabulaire n’a le rôle « ${role} », nécessaire pour lire « ${table} ».`,
        remedy: ({ role }) => `Ajoutez « rôle ${role} » au fait qui le tient dans le vocabulaire.`,
    }),
    BAR725: define<DataPlace & { manifest: boolean }>('error', 'Étiquette « synthétique » contradictoire', {
        message: ({ file, manifest }) =>
            manifest
                ? `« territoire.json » annonce des données synthétiques, mais « ${file} » ne le dit pas.`
                : `« ${file} » se dit synthétique, mais « territoire.json » annonce des données réelles.`,
        remedy: () => 'Des données synthétiques doivent l’être partout : corrigez l’étiquette, ou le fichier mélangé.',
    }),
    BAR726: define<DataPlace & { fact: string }>('error', 'Fait illisible dans un fichier', {
        message: ({ fact }) => `Le fait « ${fact} » ne peut pas être lu dans une cellule : son type n’a pas de forme écrite.`,
        remedy: () => 'Donnez-lui un type simple, ou lisez-le comme un fichier d’événements.',
    }),
    BAR727: define<DataPlace & { earlier: string; later: string }>('warning', 'Dates dans le désordre', {
        message: ({ earlier, later, ...at }) => `${place(at)} : « ${later} » vient avant « ${earlier} ». ${keptText(at)}.`,
        remedy: () => 'Vérifiez ces deux dates.',
    }),
    BAR728: define<DataPlace>('error', 'Validité à l’envers', {
        message: (at) => `${place(at)} : la validité finit avant de commencer ; la ligne est refusée.`,
        remedy: () => 'Corrigez les deux dates de validité.',
    }),
    BAR729: define<DataPlace & { other: number }>('warning', 'Ménage logé deux fois', {
        message: ({ other, ...at }) =>
            `${place(at)} : la demande attributaire est déjà celle de la ligne ${other}. Les deux lignes sont gardées ; le rejeu ne retient que le premier bail.`,
        remedy: () => 'Vérifiez lequel des deux baux a été signé, ou si deux demandes portent le même identifiant.',
    }),
    BAR730: define<DataPlace & { other: number }>('warning', 'Logement dans deux communes', {
        message: ({ other, ...at }) =>
            `${place(at)} : ce logement est dans une autre commune à la ligne ${other}. Les deux lignes sont gardées telles quelles.`,
        remedy: () => 'Corrigez la commune de l’une des deux, ou l’identifiant si ce sont deux logements.',
    }),
    BAR731: define<DataPlace>('warning', 'Bail avant la demande', {
        message: (at) => `${place(at)} : le bail est signé avant le dépôt de la demande attributaire. ${keptText(at)}.`,
        remedy: () => 'Vérifiez les deux dates, et que la demande est bien celle du ménage logé.',
    }),
    BAR732: define<DataPlace>('error', 'Logement libéré deux fois', {
        message: (at) =>
            `${place(at)} : le logement cité a été libéré plusieurs fois ; rien ne dit pour laquelle cette candidature a été présentée. ${keptText(at)}.`,
        remedy: () => 'Donnez à chaque libération un identifiant à elle, par exemple « L2-2024-03 », dans les deux fichiers.',
    }),
    BAR733: define<DataPlace & { how: string }>('warning', 'Code de commune douteux', {
        message: ({ how, ...at }) => {
            const why =
                how === 'case'
                    ? 'un code ne diffère d’un autre que par ses majuscules'
                    : 'un code à quatre chiffres est parmi des codes à cinq : un tableur a sans doute effacé un zéro';
            return `${place(at)} : ${why}. Le code est lu tel quel, et ne désigne la commune d’aucun autre.`;
        },
        remedy: () => 'Écrivez les codes en cinq caractères, la colonne mise au format « texte » dans le tableur : 01004, 2A004.',
    }),
    BAR734: define<DataPlace & { expected: string }>('warning', 'Titre de colonne proche', {
        message: ({ file, column, expected }) => `La colonne « ${column ?? ''} » de « ${file} » n’est pas lue : « ${expected} » est attendu, à la lettre.`,
        remedy: ({ column, expected }) => `Renommez-la « ${expected} », ou écrivez dans une correspondance : « colonne "${column ?? ''}" ».`,
    }),
    BAR735: define<DataPlace>('error', 'Cellule démesurée', {
        message: (at) => `${place(at)} : une cellule dépasse 1 Mo ; le fichier n’est pas lu.`,
        remedy: () => 'Cherchez un guillemet jamais fermé, ou un document collé dans une cellule, puis exportez de nouveau le fichier.',
    }),
    BAR736: define<DataPlace & { path: string }>('error', 'Champ JSON répété', {
        message: ({ file, path }) => `Dans « ${file} », le champ « ${path} » est écrit deux fois : lequel compte ne peut pas se deviner.`,
        remedy: () => 'Gardez le bon, et supprimez l’autre.',
    }),
    BAR737: define<DataPlace>('information', 'Communes sans logement', {
        message: (at) => `${place(at)} : aucun logement n’est libéré dans les communes souhaitées. ${keptText(at)}.`,
        remedy: () =>
            'Rien à faire s’il n’y en a pas. Sinon, vérifiez que les deux fichiers nomment ces communes de la même façon : arrondissement ou ville, commune fusionnée, code d’une autre année.',
    }),
    BAR738: define<DataPlace>('error', 'Ligne de titre ou de total', {
        message: (at) => `${place(at)} : à la place d’un identifiant, on lit un titre de colonne ou un total. ${refusedText(at)}.`,
        remedy: () => 'Retirez cette ligne du fichier, ou donnez-lui un identifiant si c’en est une.',
    }),
    BAR739: define<DataPlace & { members: string }>('warning', 'Personnes et membres en désaccord', {
        message: ({ members, ...at }) =>
            `${place(at)} : ce nombre de personnes ne s’accorde pas avec les membres que donne « ${members} », le demandeur et son conjoint comptés ou non. ${keptText(at)}.`,
        remedy: () => 'Complétez le fichier des membres, ou corrigez le nombre de personnes : les règles qui lisent l’un et l’autre se contrediraient.',
    }),
    BAR740: define<DataPlace & { first: number }>('warning', 'Membre ou événement répété', {
        message: ({ first, ...at }) => `${place(at)} : cette ligne répète mot pour mot la ligne ${first}. Les deux comptent.`,
        remedy: () => 'Retirez-en une si c’est la même personne ou le même événement ; gardez les deux pour des jumeaux.',
    }),
    BAR741: define<DataPlace>('warning', 'Naissance dans l’avenir', {
        message: (at) => `${place(at)} : la naissance vient plus d’un an après le dernier jour dont parlent les fichiers. ${keptText(at)}.`,
        remedy: () => 'Corrigez l’année : 1942 écrit sur deux chiffres devient souvent 2042.',
    }),
    BAR742: define<{ table: string; count: number; of: number; beside: boolean }>('warning', 'Table lue et absente', {
        message: ({ table, count, of }) =>
            `Les notes lisent « ${table} », qu’aucun fichier ne donne : ${formatFrench(integer(count))} des ${formatFrench(integer(of))} demandes restent incomplètes.`,
        remedy: ({ table, beside }) =>
            beside
                ? `Donnez un dossier de territoire qui contient « ${table} » (« --territoire »), ou une correspondance (« --correspondance ») dont la table « ${table} » nomme un fichier posé à côté de celui des demandes.`
                : `Ajoutez le fichier de « ${table} » au territoire, et son nom dans « territoire.json ».`,
    }),
    BAR743: define<DataPlace & { table: string; count: number; of: number }>('information', 'Lignes laissées par la correspondance', {
        message: ({ file, table, count, of }) =>
            `« lignes où » laisse ${formatFrench(integer(count))} des ${formatFrench(integer(of))} lignes de « ${file} » : elles ne sont pas de « ${table} ».`,
        remedy: () => 'Si des lignes manquent, vérifiez les textes de « lignes où » : ils s’écrivent comme dans le fichier.',
    }),
} as const;
