import { absurd } from '@bareme/language/ir';
import type { Comparison, MoveCause } from '@bareme/language/replay';
import { quoted } from './words.js';

/** Direct causes first, the most frequent first; then what only follows, or falls to chance. */
export function sortedCauses(causes: Comparison['causes']): Comparison['causes'] {
    const place = ({ cause }: Comparison['causes'][number]) => (cause === 'pool' || cause === 'draw' ? 1 : 0);
    return [...causes].sort((a, b) => place(a) - place(b) || b.count - a.count);
}

/** What moved a first candidate, in words. */
export function causeText({ cause, clause, label }: { readonly cause: MoveCause; readonly clause?: string; readonly label?: string }): string {
    const named = label ?? clause;
    switch (cause) {
        case 'clause':
            return named === undefined ? 'une clause de la cotation' : `clause ${quoted(named)}`;
        case 'ranking':
            return 'l’ordre du classement, modifié par la variante';
        case 'filter':
            return named === undefined ? 'une condition qui écarte une demande' : `condition ${quoted(named)}`;
        case 'pool':
            return 'effet de suite : la demande avait déjà été logée, ou a refusé, plus tôt';
        case 'draw':
            return 'tirage entre demandes à égalité';
        default:
            return absurd(cause);
    }
}
