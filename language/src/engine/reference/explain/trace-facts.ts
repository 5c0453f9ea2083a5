import type { FactValue } from '../../../ir/value.js';
import type { FactOwner } from '../../../ir/value-type.js';
import { absurd } from '../../../kit/absurd.js';
import { monthsElapsed } from '../../../kit/civil-date.js';
import { toFraction } from '../../../kit/exact-number.js';
import type { TraceFact } from '../../result.js';
import type { Run } from '../notes/choose-scoring.js';
import type { LoadedCriterion } from '../policy/loaded-scoring.js';
import { readerOf } from '../expressions/read-fact.js';
import type { Evaluated } from '../values/value.js';

/** The facts that a criterion reads, as given, then those that it derives, as computed; a fact of a letting that is not given is missing. */
export function factsOf(run: Run, { reads }: LoadedCriterion): readonly TraceFact[] {
    const { closed } = run.contexts;
    const read = (owner: FactOwner, names: ReadonlySet<string>): readonly TraceFact[] =>
        [...names].flatMap((name) => {
            const declaration = run.loaded.facts[owner].get(name)?.declaration;
            if (declaration === undefined) return [];
            return [{ name, owner, type: declaration.type, value: readerOf(closed.subject, declaration)?.fact(name) ?? { kind: 'missing' } }];
        });
    const derived = [...reads.derived].flatMap((name): readonly TraceFact[] => {
        const fact = run.loaded.derived.get(name)?.fact;
        if (fact === undefined) return [];
        const value = closed.interpreter.value(closed, { kind: 'derived', name, type: fact.type, at: fact.at });
        return [{ name, owner: 'derived', type: fact.type, value: asFactValue(value) }];
    });
    return [...read('demande', reads.demand), ...read('logement', reads.dwelling), ...read('candidature', reads.candidature), ...derived];
}

function asFactValue(value: Evaluated): FactValue {
    switch (value.kind) {
        case 'number':
            return { kind: 'number', value: toFraction(value.value) };
        case 'span':
            return { kind: 'duration', amount: monthsElapsed(value.from, value.to), unit: 'mois' };
        case 'missing':
            return { kind: 'missing' };
        case 'date':
        case 'duration':
        case 'boolean':
        case 'word':
        case 'set':
        case 'events':
        case 'not-applicable':
            return value;
        default:
            return absurd(value);
    }
}
