import type { FactDeclaration, FactOwner } from '../../../ir/value-type.js';
import type { Day } from '../../../ir/value.js';
import type { Rational } from '../../../kit/exact-number.js';
import { exact } from '../values/exact.js';
import { missingBecause, type Known, type Missing } from '../values/value.js';

/** A declared fact, or a field of events. */
export interface LoadedFact {
    readonly declaration: FactDeclaration;
    /** The fact, missing; and the fact of a dwelling or candidature that was not given. */
    readonly missing: Missing;
    readonly absent: Missing;
    /** Numbers already read, by their text. */
    readonly numbers: Map<string, Known>;
    readonly bounds?: { readonly low: Rational; readonly high: Rational };
    /** The first and last days that a date may be. */
    readonly days?: { readonly from: Day; readonly to: Day };
    /** Of events: their fields, and those that date them. */
    readonly fields: ReadonlyMap<string, LoadedFact>;
    readonly dateField?: LoadedFact;
    readonly endField?: LoadedFact;
}

/** A fact as the engine needs it. `qualifier` is what its name is shown after: `logement.`, `refus.`. */
export function loadFact(declaration: FactDeclaration, qualifier: string): LoadedFact {
    const shown = qualifier + declaration.name;
    const fields = declaration.type.kind === 'events' ? declaration.type.fields.map((field) => loadFact(field, `${shown}.`)) : [];
    return {
        declaration,
        missing: missingBecause({ facts: [shown], absent: [] }),
        absent: missingBecause({ facts: [], absent: [shown] }),
        numbers: new Map(),
        ...loadBounds(declaration),
        fields: new Map(fields.map((field) => [field.declaration.name, field])),
        dateField: fields.find((field) => field.declaration.role === 'date'),
        endField: fields.find((field) => field.declaration.role === 'fin'),
    };
}

function loadBounds({ type, bounds }: FactDeclaration): Pick<LoadedFact, 'bounds' | 'days'> {
    if (bounds === undefined) return {};
    if (type.kind === 'date') return { days: { from: Number(bounds.low), to: Number(bounds.high) } };
    return type.kind === 'duration' ? {} : { bounds: { low: exact(bounds.low), high: exact(bounds.high) } };
}

/** What a fact's name is shown after. */
export function qualifierOf(owner: FactOwner): string {
    return owner === 'demande' ? '' : `${owner}.`;
}
