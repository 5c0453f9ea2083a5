import { absurd } from '../kit/absurd.js';
import type { Ranking, RankingKey } from '../ir/policy.js';
import type { ValueType } from '../ir/value-type.js';
import { LEVELS, type PrintContext } from './context.js';
import { block, items } from './layout.js';
import { beforeWord } from './words.js';

/** The chain of keys, then where incomplete demands stand. */
export function rankingText(context: PrintContext, ranking: Ranking): string {
    return block('classement', [...ranking.keys.map((key) => keyText(context, key)), `incomplète : ${INCOMPLETE[ranking.incomplete]}`], ' ;');
}

const INCOMPLETE = {
    minimum: 'classée à sa note minimale',
    maximum: 'classée à sa note maximale',
    last: 'classée en dernier',
} as const;

function keyText(context: PrintContext, key: RankingKey): string {
    switch (key.kind) {
        case 'category':
            return `catégorie (${items(key.conditions.map((condition) => context.print(context, condition, LEVELS.any)))})`;
        case 'note':
            return `note ${key.which === 'declared' ? 'déclarée' : 'vérifiée'}`;
        case 'appraisal':
            return 'appréciation de la commission (en simulation : tirage)';
        case 'fact': {
            const value = context.print(context, key.value, LEVELS.term);
            return `${value} ${orderText(key.value.type, key.order, beforeWord(value, 'le') === value ? 'le plus grand' : 'la plus grande')}`;
        }
        default:
            return absurd(key);
    }
}

/** Which values come first: long waits, old dates, great numbers; `otherwise` stays clear of what the name would make of `le`. */
function orderText(type: ValueType, order: 'descending' | 'ascending', otherwise: 'le plus grand' | 'la plus grande'): string {
    const first = order === 'descending';
    if (type.kind === 'duration') return first ? 'la plus longue' : 'la plus courte';
    if (type.kind === 'date') return first ? 'la plus récente' : 'la plus ancienne';
    return first ? otherwise : otherwise.replace('grand', 'petit');
}
