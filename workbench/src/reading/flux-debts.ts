import type { FluxOutcome, ReplayReport } from '@bareme/language/replay';
import { approximate } from '../base/french.js';

/** What a landlord owes to a reservee in a year, under each rule set and in the record. */
export interface FluxLine {
    readonly key: string;
    readonly label: string;
    readonly year: number;
    readonly place?: string;
    /** By id of rule set. */
    readonly outcomes: ReadonlyMap<string, FluxOutcome>;
    /** The largest debt among the rule sets: what lines are sorted by. */
    readonly debt: number;
}

/** The conventions, the largest debt first. What landlords keep is no debt. */
export function fluxLines({ flux }: ReplayReport): readonly FluxLine[] {
    const lines = new Map<string, FluxOutcome[]>();
    for (const outcome of flux) {
        if (outcome.convention === undefined) continue;
        const key = `${outcome.convention} ${outcome.place ?? ''} ${outcome.year}`;
        lines.set(key, [...(lines.get(key) ?? []), outcome]);
    }
    const made = [...lines].map(([key, outcomes]): FluxLine => {
        const [first] = outcomes as [FluxOutcome];
        return {
            key,
            label: first.label,
            year: first.year,
            place: first.place,
            outcomes: new Map(outcomes.map((outcome) => [outcome.ruleSet, outcome])),
            debt: Math.max(...outcomes.map(({ balance }) => (balance === undefined ? 0 : approximate(balance)))),
        };
    });
    return made.sort((a, b) => b.debt - a.debt);
}
