import type * as ast from '../generated/ast.js';
import type { Ranking, RankingKey } from '../ir/policy.js';
import { report } from '../diagnostics/report.js';
import { fail, keywordSpan, locationAt, locationOf, spanOf } from './context/context.js';
import { lowerCondition } from './expressions/condition.js';
import type { ExpressionContext } from './expressions/expression-context.js';
import { lowerReference } from './expressions/lower-reference.js';

const INCOMPLETE = {
    'classée à sa note minimale': 'minimum',
    'classée à sa note maximale': 'maximum',
    'classée en dernier': 'last',
} as const;

/** Orders whose first demand is the one with the largest value; the others put the smallest first. */
const DESCENDING: ReadonlySet<string> = new Set(['la plus longue', 'le plus grand', 'la plus grande', 'la plus récente']);

/** The chain that ranks candidates; it must end in the commission's appraisal and say where incomplete demands go. */
export function lowerRanking(context: ExpressionContext, node: ast.Ranking): Ranking | undefined {
    const keys = node.keys.flatMap((key) => lowerKey(context, key) ?? []);
    const incomplete = node.keys.find((key) => key.$type === 'IncompleteKey');
    if (keys.at(-1)?.kind !== 'appraisal') failUnfinished(context, node);
    if (incomplete === undefined) fail(context, 'BAR408', {}, locationAt(keywordSpan(context, node, 'classement')));
    return { keys, incomplete: incomplete === undefined ? 'minimum' : INCOMPLETE[incomplete.rank], at: spanOf(context, node) };
}

/** The key to add goes after the last that ranks. */
function failUnfinished(context: ExpressionContext, node: ast.Ranking): void {
    const location = locationAt(keywordSpan(context, node, 'classement'));
    const last = node.keys.filter((key) => key.$type !== 'IncompleteKey').at(-1);
    const movable = last !== undefined && node.keys.every((key) => key.$type !== 'AppraisalKey');
    const end = last === undefined ? 0 : locationOf(context, last).end;
    const edits = [{ location: { path: context.path, start: end, end }, newText: ' ; appréciation de la commission (en simulation : tirage)' }];
    context.diagnostics.push(report('BAR407', {}, location, movable ? { fix: { title: 'Ajouter l’appréciation de la commission', edits } } : {}));
}

function lowerKey(context: ExpressionContext, node: ast.RankingKey): RankingKey | undefined {
    const at = spanOf(context, node);
    switch (node.$type) {
        case 'CategoryKey':
            return { kind: 'category', conditions: node.conditions.flatMap((condition) => lowerCondition(context, condition) ?? []), at };
        case 'NoteKey':
            return { kind: 'note', which: node.which === 'déclarée' ? 'declared' : 'verified', at };
        case 'AppraisalKey':
            return { kind: 'appraisal', simulated: 'draw', at };
        case 'FactKey': {
            const value = lowerReference(context, node.value);
            return value === undefined ? undefined : { kind: 'fact', value, order: DESCENDING.has(node.order) ? 'descending' : 'ascending', at };
        }
        case 'IncompleteKey':
            return undefined;
    }
}
