import type { Commission } from '../ir/commission.js';
import { LEVELS, type PrintContext } from './context.js';
import { block, words } from './layout.js';
import { labelText, referencesText } from './type-text.js';

/** `commission { candidat unique si … }`, one clause a line. */
export function commissionText(context: PrintContext, { singles, grounds }: Commission): string {
    const clauses = [
        ...singles.map(({ condition, references }) => words('candidat unique si', context.print(context, condition, LEVELS.any), referencesText(references))),
        ...grounds.map(({ name, label, condition, references }) =>
            words('non-attribution', name, labelText(label), 'si', context.print(context, condition, LEVELS.any), referencesText(references)),
        ),
    ];
    return block('commission', clauses, ' ;');
}
