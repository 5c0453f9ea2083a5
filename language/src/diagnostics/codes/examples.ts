import { define } from './definition.js';

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
} as const;
