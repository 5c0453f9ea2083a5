import { define, suggestion } from './definition.js';

/** BAR6xx: examples of policies. */
export const EXAMPLES = {
    BAR601: define<{ expected: string; found: string }>('error', 'Exemple contredit', {
        message: ({ expected, found }) => `L’exemple attend ${expected} ; la politique donne ${found}.`,
        remedy: () => 'Lancez « bareme tester » avec l’exemple pour voir chaque critère, puis corrigez la règle ou l’attendu.',
    }),
    BAR602: define<{ criterion: string; expected: string; found: string }>('error', 'Détail contredit', {
        message: ({ criterion, expected, found }) => `L’exemple attend ${expected} pour « ${criterion} » ; la politique donne ${found}.`,
        remedy: () => 'Corrigez la règle, ou le détail attendu.',
    }),
    BAR603: define<{ label: string }>('error', 'Exemple sans date d’examen', {
        message: ({ label }) => `L’exemple « ${label} » ne dit pas à quelle date la demande est examinée.`,
        remedy: () => 'Ajoutez « date d’examen : 15/03/2024 ».',
    }),
    BAR604: define<{ label: string }>('error', 'Exemple sans attendu', {
        message: ({ label }) => `L’exemple « ${label} » n’attend rien : il ne vérifie aucune règle.`,
        remedy: () => 'Ajoutez « attendu : note … », « attendu : incomplète » ou « attendu : éligible ».',
    }),
    BAR605: define<{ name: string; nearest: readonly string[] }>('error', 'Détail d’un critère introuvable', {
        message: ({ name }) => `L’exemple détaille « ${name} », qui n’est ni un critère ni une rubrique de la politique qu’il vérifie.`,
        remedy: ({ nearest }) => suggestion(nearest, 'Nommez un critère ou une rubrique de cette politique, ou retirez ce détail.'),
    }),
    BAR610: define<{ count: number }>('error', 'Fusion non résolue', {
        message: ({ count }) =>
            `Ce fichier garde les marques d’une fusion de git (« <<<<<<< », « ======= », « >>>>>>> ») : ${count > 1 ? `${count} passages y sont écrits` : 'un passage y est écrit'} de deux façons, et rien n’en est lu.`,
        remedy: () => 'À chaque passage, gardez l’une des deux écritures, puis supprimez les trois lignes de marques.',
    }),
} as const;
