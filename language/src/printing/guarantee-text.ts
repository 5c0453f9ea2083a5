import type { Expression } from '../ir/expression.js';
import type { Guarantee, Promised } from '../ir/guarantee.js';
import { LEVELS, type PrintContext } from './context.js';
import { items, words } from './layout.js';
import { labelText, referencesText } from './type-text.js';

/** `garantie dalo_devant : une demande avec (dalo) précède toute demande sans (priorité)`. */
export function guaranteeText(context: PrintContext, { name, label, promise, references }: Guarantee): string {
    return words('garantie', name, labelText(label), ':', promiseText(context, promise), referencesText(references));
}

function promiseText(context: PrintContext, promise: Promised): string {
    const term = (expression: Expression): string => context.print(context, expression, LEVELS.term);
    switch (promise.kind) {
        case 'precedes':
            return `une demande ${demandsText(context, promise.first)} précède toute demande ${demandsText(context, promise.second)}`;
        case 'monotone':
            return `note jamais ${promise.never === 'falls' ? 'décroissante' : 'croissante'} avec ${term(promise.along)}`;
        case 'unread':
            return `aucun accès ne lit ${items(promise.facts.map(term))}`;
    }
}

/** What is not of a condition is `sans (…)`. */
function demandsText(context: PrintContext, condition: Expression): string {
    const [word, inside] = condition.kind === 'not' ? ['sans', condition.operand] : ['avec', condition];
    return `${word} (${context.print(context, inside, LEVELS.any)})`;
}
