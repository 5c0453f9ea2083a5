import type { Policy } from '../ir/policy.js';
import { formatIso, yearOf } from '../kit/civil-date.js';
import type { ReplayMode, StepNote } from './contract/report.js';
import { isApart, type ReplayContext } from './pool/replay-context.js';
import { openRow } from './record/population.js';
import { phasesOf, type LoadedRuleSet } from './rules/rule-set.js';
import { sortedTexts } from '../kit/text-order.js';

/**
 * Step by step, in the order of the steps: what is data, what is assumption, what is not modelled. Days are ISO texts, probabilities
 * fractions as declared.
 */
export function stepNotes(context: ReplayContext, mode: ReplayMode, ruleSets: readonly LoadedRuleSet[]): readonly StepNote[] {
    const approximations = context.territory.approximations.map((text) => note(3, 'approximation', 'assumption', { text }));
    switch (mode) {
        case 'constat':
            return [
                ...routeNotes(ruleSets),
                note(2, 'orientation-recorded', 'data'),
                ...approximations,
                note(6, 'answers-recorded', 'data'),
                ...ledgerNotes(context, ruleSets),
            ];
        case 'constants':
            return [
                note(2, 'orientation-recorded', 'data'),
                note(3, 'candidates-recorded', 'data'),
                ...apartNotes(context, ruleSets),
                ...approximations,
                ...rankingNotes(context, ruleSets),
                note(6, 'answers-not-simulated', 'not-modelled'),
                note(9, 'flux-needs-outcomes', 'not-modelled'),
            ];
        case 'vivier':
            return [
                ...routeNotes(ruleSets),
                ...orientationNotes(context, ruleSets),
                note(3, 'pool-from-record', 'data'),
                ...filterNotes(ruleSets),
                ...apartNotes(context, ruleSets),
                delays(context),
                ...approximations,
                ...rankingNotes(context, ruleSets),
                ...commissionNotes(context, ruleSets),
                ...exitNotes(context),
                ...supplyNotes(context),
                ...ledgerNotes(context, ruleSets),
            ];
    }
}

/** Rule sets that no adequacy bounds, or that exclude nobody: whoever is in their pools is there for want of a rule. */
function filterNotes(ruleSets: readonly LoadedRuleSet[]): readonly StepNote[] {
    return ruleSets.flatMap((ruleSet) => {
        const policies = policiesIn([ruleSet]);
        const lacks = (isEmpty: (policy: Policy) => boolean, code: StepNote['code']): readonly StepNote[] =>
            policies.some(isEmpty) ? [note(3, code, 'not-modelled', { ruleSet: ruleSet.id })] : [];
        return [
            ...lacks(({ adequacies }) => adequacies.length === 0, 'pool-without-adequacy'),
            ...lacks(({ exclusions }) => exclusions.length === 0, 'pool-without-exclusion'),
        ];
    });
}

/** Demands that the rules treat apart on the window's first day: in no pool, and counted. */
function apartNotes(context: ReplayContext, ruleSets: readonly LoadedRuleSet[]): readonly StepNote[] {
    const { population, facts, window } = context;
    const day = window.from;
    return ruleSets.flatMap((ruleSet) => {
        const ranking = phasesOf(ruleSet, day, day).map((phase) => phase.ranking);
        const clauses = sortedTexts(new Set(ranking.flatMap(({ policy }) => (policy.unscored ?? []).map(({ name }) => name))));
        if (clauses.length === 0) return [];
        const apart = population.histories.filter((history) => {
            const row = openRow(population.run, history, day);
            return row !== undefined && ranking.some((program) => isApart(context, program, { demand: facts.reader(row), day }));
        });
        return [note(3, 'treated-apart', 'data', { ruleSet: ruleSet.id, clauses: clauses.join(', '), count: String(apart.length), day: formatIso(day) })];
    });
}

/** Releases as recorded, or as the mutations of the run make them. */
function supplyNotes(context: ReplayContext): readonly StepNote[] {
    const told = isOriginTold(context);
    if (context.assumptions.supply === 'chaînes')
        return [note(8, 'supply-chains', 'assumption'), ...(told ? [] : [note(8, 'supply-origin-unknown', 'not-modelled')])];
    return [note(8, 'supply-fixed', 'assumption'), told ? note(8, 'supply-contradictions-told', 'data') : note(8, 'supply-contradictions', 'not-modelled')];
}

/** Whether the files say which mutations released dwellings. */
function isOriginTold({ vacancies }: ReplayContext): boolean {
    return vacancies.replayed.some(({ leftBy }) => leftBy !== undefined);
}

function note(step: StepNote['step'], code: StepNote['code'], source: StepNote['source'], params: StepNote['params'] = {}): StepNote {
    return { step, code, source, params };
}

/** The policies of rule sets, variants in the place of the version they edit. */
function policiesIn(ruleSets: readonly LoadedRuleSet[]): readonly Policy[] {
    return ruleSets.flatMap(({ terms }) => terms.map(({ policy }) => policy.policy));
}

/** Whether policies tell routes apart; what they say of each is theirs. */
function routeNotes(ruleSets: readonly LoadedRuleSet[]): readonly StepNote[] {
    const policies = policiesIn(ruleSets);
    if (!policies.some(({ routes }) => routes.length > 0)) return [note(1, 'routes', 'not-modelled')];
    const imposed = policies.some(({ routes }) => routes.some(({ ranked }) => !ranked));
    return [note(1, 'routes-of-policy', 'data'), ...(imposed ? [note(1, 'routes-imposed', 'assumption')] : [])];
}

/** The reservee of the record, or of the conventions; what becomes of a dwelling for which nobody can be proposed. */
function orientationNotes({ assumptions }: ReplayContext, ruleSets: readonly LoadedRuleSet[]): readonly StepNote[] {
    const policies = policiesIn(ruleSets);
    const byConventions = assumptions.orientation === 'conventions' && policies.some(({ orientation }) => orientation !== undefined);
    const isAsked = assumptions.orientation === 'conventions';
    return [
        byConventions ? note(2, 'orientation-by-conventions', 'assumption') : note(2, 'orientation-recorded', 'data'),
        ...(isAsked && !byConventions ? [note(2, 'orientation-absent', 'not-modelled')] : []),
        ...(policies.some(({ reservees }) => reservees.length > 0) ? [note(2, 'publics', 'data')] : []),
        ...(policies.some(({ conventions }) => conventions.some(({ returned }) => returned !== undefined)) ? [note(2, 'return-after-delay', 'data')] : []),
    ];
}

/** What is kept of the flux, conventions that no vacancy concerns, and what is not kept at all. */
function ledgerNotes(context: ReplayContext, ruleSets: readonly LoadedRuleSet[]): readonly StepNote[] {
    const missing = yearsWithoutStep(context, policiesIn(ruleSets));
    const conventions = policiesIn(ruleSets).flatMap((policy) => policy.conventions);
    const imputed = policiesIn(ruleSets).some(({ imputations }) => imputations.length > 0) ? [] : [NO_IMPUTATION];
    if (conventions.length === 0) return [...missing, note(9, 'flux-without-convention', 'not-modelled'), ...imputed];
    const landlords = new Set(context.vacancies.replayed.map(({ landlord }) => landlord));
    const idle = [...new Set(conventions.filter((convention) => !landlords.has(convention.landlord)).map(({ name }) => name))];
    return [
        ...missing,
        note(9, 'flux-kept', 'data'),
        ...(conventions.some(({ carried }) => carried) ? [note(9, 'flux-opens-at-zero', 'assumption')] : []),
        ...sortedTexts(idle).map((name) => note(9, 'convention-without-vacancy', 'data', { name })),
        ...imputed,
    ];
}

/** Years of leases that a trajectory does not name: the threshold of the objective itself serves. */
function yearsWithoutStep({ vacancies }: ReplayContext, policies: readonly Policy[]): readonly StepNote[] {
    const years = [...new Set(vacancies.replayed.map(({ lease }) => yearOf(lease)))].sort((a, b) => a - b);
    const found = new Map<string, StepNote>();
    for (const { name, label, trajectory } of policies.flatMap(({ objectives }) => objectives)) {
        const missing = trajectory.length === 0 ? [] : years.filter((year) => !trajectory.some((step) => step.year === year));
        for (const year of missing) {
            const key = `${name} ${year}`;
            if (!found.has(key)) found.set(key, note(9, 'trajectory-without-year', 'data', { objective: label ?? name, year: String(year) }));
        }
    }
    return [...found.values()];
}

/** What DALO lettings weigh on whose rights is for the reader to miss. */
const NO_IMPUTATION = note(9, 'imputation', 'not-modelled');

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

function commissionNotes({ assumptions, refusals }: ReplayContext, ruleSets: readonly LoadedRuleSet[]): readonly StepNote[] {
    const commissions = policiesIn(ruleSets).flatMap(({ commission }) => commission ?? []);
    const { followRate, candidatesPerRound, rounds, acceptance, legitimateRefusal } = assumptions;
    return [
        note(5, 'commission', 'assumption', { followRate, candidatesPerRound: String(candidatesPerRound), rounds: String(rounds) }),
        ...(commissions.some(({ grounds }) => grounds.length > 0) ? [note(5, 'grounds', 'data')] : []),
        ...(commissions.some(({ singles }) => singles.length > 0) ? [note(5, 'single-candidates', 'data')] : []),
        note(5, 'inadmissibility', 'not-modelled'),
        note(6, 'acceptance', 'assumption', { acceptance }),
        refusals === undefined ? note(6, 'refusals-without-effect', 'not-modelled') : note(6, 'refusals-simulated', 'assumption', { legitimateRefusal }),
    ];
}

function exitNotes({ assumptions: { monthlyExit } }: ReplayContext): readonly StepNote[] {
    return [note(7, 'exits-recorded', 'data'), note(7, 'exits-imputed', 'assumption', { monthlyExit })];
}
