import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Policy } from '../ir/policy.js';
import type { Project } from '../ir/project.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import type { Checking } from './checking.js';
import type { Check, ValidationMemory } from './validation-memory.js';
import { modelOf, type Model } from './model.js';
import { validateBounds } from './validate-bounds.js';
import { conditionChecks } from './validate-conditions.js';
import { validateCycles } from './validate-cycles.js';
import { validateDrafts } from './validate-drafts.js';
import { validateDivisions, validateDivisionsOfRules } from './validate-divisions.js';
import { validateExamples } from './validate-examples.js';
import { exclusivityChecks } from './validate-exclusivity.js';
import { validateFlux } from './validate-flux.js';
import { validateGuarantees } from './validate-guarantees.js';
import { validateParameters } from './validate-parameters.js';
import { validatePolicy } from './validate-policy.js';
import { validateReach } from './validate-reach.js';
import { validateRefusalEffects } from './validate-refusal-effects.js';
import { validateScopes } from './validate-scopes.js';
import { validateTable } from './validate-tables.js';
import { tierChecks, validateSelections } from './validate-tiers.js';
import { validateUnscored } from './validate-unscored.js';
import { validateUnused } from './validate-unused.js';
import { validateVariants } from './validate-variants.js';
import { validateVersions } from './validate-versions.js';

/** A day for vocabularies that no policy dates. */
const SOME_DAY = 0;

/** How the checks are run: what former runs found, and what to give between two of them. */
export interface ValidationRun<Pause> {
    readonly memory: ValidationMemory;
    readonly pause: Pause;
}

/**
 * Every check of meaning on what the files say, once names and types are right, in steps: `pause` stands between two checks. A variant is
 * checked as the whole policy that it is; what it shares with its version is then found twice, and said once by the caller.
 */
export function* validationSteps<Pause>(
    checking: Checking,
    project: Project,
    { memory, pause }: ValidationRun<Pause>,
): Generator<Pause, readonly Diagnostic[], undefined> {
    const found: Diagnostic[] = [];
    for (const { of, checks } of subjectsOf(checking, project)) {
        const known = of === undefined ? undefined : memory.find(of, checking.complete);
        const findings: Diagnostic[] = [...(known ?? [])];
        for (const check of known === undefined ? checks() : []) {
            findings.push(...memory.run(check));
            yield pause;
        }
        if (of !== undefined) memory.keep(of, checking.complete, findings);
        found.push(...findings);
    }
    return found;
}

/** What former runs found in what has not changed since; nothing of the rest. */
export function knownFindings(checking: Checking, project: Project, memory: ValidationMemory): readonly Diagnostic[] {
    return subjectsOf(checking, project).flatMap(({ of }) => (of === undefined ? [] : (memory.find(of, checking.complete) ?? [])));
}

/** What checks are about: an object that is another one when anything that they read has changed, or the whole project. */
interface Subject {
    readonly of?: object;
    readonly checks: () => readonly Check[];
}

function subjectsOf(checking: Checking, project: Project): readonly Subject[] {
    return [
        ...project.vocabularies.map(({ vocabulary }) => ({ of: vocabulary, checks: () => checksOfVocabulary(checking, vocabulary) })),
        { checks: () => [() => validateVersions(project)] },
        ...[...project.policies, ...project.variants].map((policy) => ({ of: policy, checks: () => checksOfRules(checking, policy) })),
        { checks: () => [() => validateVariants(checking, project), () => validateUnused(checking, project), () => validateExamples(checking, project)] },
    ];
}

/** Deduced facts and tables: those that policies use, and those that a policy adds. */
function checksOfVocabulary(checking: Checking, vocabulary: Vocabulary): readonly Check[] {
    const cycles = validateCycles(vocabulary);
    return cycles.length > 0 ? [() => cycles] : checksOfWords(checking, modelOf(vocabulary, SOME_DAY), vocabulary);
}

/** Same, once it is known that no deduced fact goes round in circles. */
function checksOfWords(checking: Checking, model: Model, vocabulary: Vocabulary): readonly Check[] {
    return [
        () => validateDivisions(checking, model, vocabulary),
        () => validateBounds(model, vocabulary),
        () => validateSelections(checking, model, vocabulary.derived),
        ...vocabulary.tables.map((table) => () => validateTable(model, table)),
    ];
}

/** A policy whose deduced facts go round in circles is not looked at further: nothing that reads them means anything. */
function checksOfRules(checking: Checking, policy: Policy): readonly Check[] {
    const model = modelOf(policy.vocabulary, policy.dates.from);
    const cycles = validateCycles(policy.vocabulary);
    if (cycles.length > 0) return [() => validatePolicy(checking, policy), () => cycles];
    return [
        () => validatePolicy(checking, policy),
        ...checksOfWords(checking, model, policy.vocabulary),
        () => validateParameters(model, policy),
        ...tierChecks(checking, model, policy),
        ...exclusivityChecks(model, policy),
        () => validateScopes(checking, model, policy),
        ...conditionChecks(model, policy),
        () => validateReach(model, policy),
        () => validateDrafts(policy),
        () => validateUnscored(model, policy),
        () => validateDivisionsOfRules(checking, model, policy),
        () => validateRefusalEffects(model, policy),
        () => validateGuarantees(model, policy),
        () => validateFlux(checking, model, policy),
    ];
}
