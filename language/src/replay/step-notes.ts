import { formatIso } from '../kit/civil-date.js';
import type { ReplayMode, StepNote } from './model.js';
import type { ReplayContext } from './replay-context.js';
import { phasesOf, type LoadedRuleSet } from './rule-set.js';

/**
 * Step by step, in the order of the steps: what is data, what is assumption, what is not modelled. Days are ISO texts, probabilities
 * fractions as declared.
 */
export function stepNotes(context: ReplayContext, mode: ReplayMode, ruleSets: readonly LoadedRuleSet[]): readonly StepNote[] {
    const approximations = context.territory.approximations.map((text) => note(3, 'approximation', 'assumption', { text }));
    switch (mode) {
        case 'constat':
            return [note(2, 'orientation-recorded', 'data'), ...approximations, note(6, 'answers-recorded', 'data'), NO_LEDGER];
        case 'constants':
            return [
                note(2, 'orientation-recorded', 'data'),
                note(3, 'candidates-recorded', 'data'),
                ...approximations,
                ...rankingNotes(context, ruleSets),
                note(6, 'answers-not-simulated', 'not-modelled'),
                NO_LEDGER,
            ];
        case 'vivier':
            return [
                note(1, 'routes', 'not-modelled'),
                note(2, 'orientation-recorded', 'data'),
                note(3, 'pool-from-record', 'data'),
                delays(context),
                ...approximations,
                ...rankingNotes(context, ruleSets),
                ...commissionNotes(context),
                ...exitNotes(context),
                note(8, 'supply-fixed', 'assumption'),
                note(8, 'supply-contradictions', 'not-modelled'),
                NO_LEDGER,
            ];
    }
}

function note(step: StepNote['step'], code: string, source: StepNote['source'], params: StepNote['params'] = {}): StepNote {
    return { step, code, source, params };
}

/** Quota C, imputation on rights and the balances of flux are for the reader to miss. */
const NO_LEDGER = note(9, 'flux-and-quota-c', 'not-modelled');

function delays({ assumptions }: ReplayContext): StepNote {
    const { designationDelay, examinationDelay, leaseDelay } = assumptions;
    return note(3, 'delays', 'assumption', { designation: String(designationDelay), examination: String(examinationDelay), lease: String(leaseDelay) });
}

/** What ranks, when notes switch from a version to the next, and where a variant does not apply. */
function rankingNotes(context: ReplayContext, ruleSets: readonly LoadedRuleSet[]): readonly StepNote[] {
    const { replayed } = context.vacancies;
    const [first, last] = [replayed[0]?.designation ?? context.window.from, replayed.at(-1)?.designation ?? context.window.to];
    const notes = [note(4, 'appraisal-drawn', 'assumption')];
    for (const ruleSet of ruleSets) {
        for (const phase of phasesOf(ruleSet, first, last)) {
            const days = { ruleSet: ruleSet.id, from: formatIso(phase.from), to: formatIso(phase.to) };
            const [inForce, ranking] = [phase.inForce.policy.version, phase.ranking.policy.version];
            if (inForce !== ranking) notes.push(note(4, 'former-notes', 'data', { ...days, version: inForce, former: ranking }));
            else if (phase.outsideVariant) notes.push(note(4, 'outside-variant', 'data', { ...days, version: inForce }));
        }
    }
    return notes;
}

function commissionNotes({ assumptions, refusals }: ReplayContext): readonly StepNote[] {
    const { followRate, candidatesPerRound, rounds, acceptance, legitimateRefusal } = assumptions;
    return [
        note(5, 'commission', 'assumption', { followRate, candidatesPerRound: String(candidatesPerRound), rounds: String(rounds) }),
        note(6, 'acceptance', 'assumption', { acceptance }),
        refusals === undefined ? note(6, 'refusals-without-effect', 'not-modelled') : note(6, 'refusals-simulated', 'assumption', { legitimateRefusal }),
    ];
}

function exitNotes({ assumptions: { monthlyExit } }: ReplayContext): readonly StepNote[] {
    return [note(7, 'exits-recorded', 'data'), note(7, 'exits-imputed', 'assumption', { monthlyExit })];
}
