import { columnOfRole, wordAt } from '../record/cells.js';
import type { AnswerCount } from '../contract/recorded-answers-outcome.js';
import type { ReplayContext } from '../pool/replay-context.js';
import { compareText } from '../../kit/text-order.js';

/**
 * The candidatures of the vacancies replayed, by what the record says of them: the decision of the commission, the answer of the household,
 * the reason. Nothing where it says none of the three. The most frequent come first.
 */
export function recordedAnswers({ territory: { candidatures }, vacancies }: ReplayContext): readonly AnswerCount[] {
    if (candidatures === undefined) return [];
    const [dwelling, ...told] = ['logement', 'décision', 'réponse', 'motif'].map((role) => columnOfRole(candidatures, role));
    if (told.every((column) => column === undefined)) return [];
    const replayed = new Set(vacancies.replayed.map(({ id }) => id));
    const counts = new Map<string, AnswerCount>();
    for (let row = 0; row < candidatures.rows; row += 1) {
        if (!replayed.has(wordAt(dwelling, row) ?? '')) continue;
        const [decision, answer, reason] = told.map((column) => wordAt(column, row));
        const key = JSON.stringify([decision, answer, reason]);
        const known = counts.get(key);
        counts.set(key, { ...said({ decision, answer, reason }), candidatures: (known?.candidatures ?? 0) + 1 });
    }
    return [...counts].sort(([a, one], [b, other]) => other.candidatures - one.candidatures || compareText(a, b)).map(([, count]) => count);
}

function said(words: { readonly [name in 'decision' | 'answer' | 'reason']: string | undefined }): Omit<AnswerCount, 'candidatures'> {
    return Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined));
}
