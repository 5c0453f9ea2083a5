import type { Convention, Route } from '../../../language/src/ir/flux.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import type { FluxOutcome } from '../../../language/src/replay/contract/flux-outcome.js';
import type { ReplayReport } from '../../../language/src/replay/contract/report.js';
import { CODE, fact, test, word } from '../engine/build.js';
import { baseline, demand, dwelling, ORIENTATION, reservee, route, run, version, type Row } from './build.js';

/** A territory with one landlord, « b1 », and two reservees, for what routes and conventions do. */

/** The public of contingent A of « état ». */
export const PRIORITY = fact('prioritaire');
/** Let by a way that the dwelling says. */
export const way = (name: string): Route['condition'] => test(fact('voie', CODE, 'logement'), '=', word(name));
/** An internal move, out of the flux. */
export const INTERNAL = route('interne', way('interne'), { inFlux: false, ranked: false });
/** Parties of a convention. */
export const STATE = { reservee: 'état', landlord: 'b1' };
export const TOWNS = { reservee: 'communes', landlord: 'b1' };
const RESERVEES = [reservee('état', { A: PRIORITY, B: undefined }), reservee('communes', { C: undefined })];

/** So many demands, of which the first ones are priority, all wishing for anything. */
export const people = (count: number, priority = 0): readonly Row[] =>
    Array.from({ length: count }, (_, place) =>
        demand(`d${String(place).padStart(2, '0')}`, { prioritaire: place < priority ? 'oui' : 'non', dépôt: `0${1 + (place % 9)}/01/2020` }),
    );
/** Dwellings of landlord b1, one a day from 1 March 2024, all on the landlord's own contingent. */
export const releases = (count: number, facts: (place: number) => Row = () => ({})): readonly Row[] =>
    Array.from({ length: count }, (_, place) =>
        dwelling(`l${place}`, { libération: `${String(place + 1).padStart(2, '0')}/03/2024`, bailleur: 'b1', réservataire: 'D', ...facts(place) }),
    );

/** A policy with these conventions. */
export const rules = (conventions: readonly Convention[], parts: Partial<Policy> = {}): Policy =>
    version({ reservees: RESERVEES, conventions, orientation: ORIENTATION, ...parts });

/** The replay of a policy, by its conventions unless said. */
export function replayed(
    policy: Policy,
    dwellings: readonly Row[],
    demands = people(30, 30),
    orientation: 'conventions' | 'enregistré' = 'conventions',
): ReplayReport {
    return run({ demands, dwellings, assumptions: { orientation }, ruleSets: [baseline(policy)] });
}

/** Who held each dwelling, « — » for the landlord. */
export const holders = (report: ReplayReport): readonly string[] => report.ledger.map(({ heldBy }) => heldBy ?? '—');
/** The accounts of a convention of a rule set; of the landlord's own part without name. */
export function line(report: ReplayReport, name: string | undefined, ruleSet = 'référence'): FluxOutcome {
    return report.flux.find((outcome) => outcome.convention === name && outcome.ruleSet === ruleSet)!;
}
