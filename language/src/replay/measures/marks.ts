import type { Day } from '../../ir/value.js';
import type { CheckedLease } from './checked-lease.js';
import { isCounted, standingIn } from './lease.js';
import type { LeaseMark, LeaseMarks } from '../contract/marks-outcome.js';
import { compareText } from '../../kit/text-order.js';

/**
 * What a lease weighs in each figure: the same conditions as those that make the figures, so that counting marks gives them back.
 * `end` is the end of the window, which rolling months look back from.
 */
export function marksOf(lease: CheckedLease, end: Day): LeaseMarks {
    const { objectives = [] } = lease.loaded?.policy ?? {};
    const named = (objective: string): string => (lease.territory === undefined ? objective : `${lease.territory}.${objective}`);
    const counted = objectives.flatMap((objective): readonly (readonly [string, LeaseMark])[] => {
        const { inBase, first, truth } = standingIn(lease, objective);
        if (!isCounted(objective, lease, end) || inBase === 'false') return [];
        if (inBase === 'unknown' || truth === 'unknown') return [[named(objective.name), 'unknown']];
        return [[named(objective.name), truth === 'false' ? 'missed' : first === 'true' || objective.fallback === undefined ? 'reached' : 'by-default']];
    });
    const imputed = [...lease.taken].flatMap(([name, taken]): readonly (readonly [string, string])[] =>
        typeof taken === 'string' ? [] : [[name, taken.reservee ?? '']],
    );
    const signals = [...lease.signals].flatMap(([name, truth]) => (truth === 'true' ? [name] : []));
    return {
        objectives: sorted(counted),
        imputations: sorted(imputed),
        signals,
        unproved: lease.unproved,
        ...(lease.waited === undefined ? {} : { waited: lease.waited }),
    };
}

function sorted<Mark>(marks: readonly (readonly [string, Mark])[]): Readonly<Record<string, Mark>> {
    return Object.fromEntries([...marks].sort(([a], [b]) => compareText(a, b)));
}
