/** What a verb accepts and what its help says; what it does is its command's. */
export interface CommandSyntax {
    /** French, without accents: the name in the help. */
    readonly name: string;
    /** The English name. The accented French form is understood by itself. */
    readonly alias: string;
    readonly summary: string;
    /** What positional arguments are, such as `CHEMIN…`; absent: none is accepted. */
    readonly positionals?: { readonly word: string; readonly help: string; readonly required: boolean };
    readonly options: readonly OptionSpec[];
    /** Paragraphs shown below the options. */
    readonly details: readonly string[];
    readonly examples: readonly string[];
}

/** An option of a verb. */
export interface OptionSpec {
    /** Without the two dashes, without accents. */
    readonly name: string;
    /** The word for its value in the help; absent on a switch. */
    readonly value?: string;
    /** The only values accepted. */
    readonly choices?: readonly string[];
    readonly required?: boolean;
    /** May be given several times. */
    readonly repeated?: boolean;
    readonly help: string;
}

/** How findings are shown. */
export const FORMATS = ['humain', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** The options of every verb. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
    { name: 'format', value: 'FORMAT', choices: FORMATS, help: 'humain (par défaut), json, sarif ou github' },
    { name: 'racine', value: 'DOSSIER', help: 'dossier de travail : aucun fichier .bareme n’est lu au-dehors (par défaut, le dossier courant)' },
    { name: 'tout', help: 'montre tous les constats, sans s’arrêter aux cinquante premières causes' },
    { name: 'silencieux', help: 'n’affiche ni progression ni résumé' },
    { name: 'help', help: 'affiche cette aide' },
];

/** Where a verb writes. */
export const OUTPUT_OPTIONS = {
    file: { name: 'sortie', value: 'FICHIER', help: 'écrit le résultat dans ce fichier plutôt qu’à l’écran' },
    folder: { name: 'sortie', value: 'DOSSIER', required: true, help: 'dossier à créer ; il apparaît entier ou pas du tout' },
    force: { name: 'force', help: 'remplace une sortie écrite auparavant par la même commande' },
} as const satisfies Record<string, OptionSpec>;

/** Which rules are followed, for the verbs that run a policy. */
export const POLICY_OPTIONS: readonly OptionSpec[] = [
    { name: 'politique', value: 'CHEMIN', repeated: true, help: 'fichier ou dossier de fichiers .bareme ; peut être répétée (ou donnée sans option)' },
    {
        name: 'nom',
        value: 'NOM',
        repeated: true,
        help: 'la politique à suivre, quand les fichiers en contiennent plusieurs ; répétée, chaque territoire suit la sienne',
    },
    { name: 'correspondance', value: 'NOM', help: 'la correspondance qui dit ce que sont les colonnes des données' },
];
