import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Policy } from '../ir/policy.js';
import type { Project } from '../ir/project.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import type { Checking } from './checking.js';
import { modelOf, type Model } from './model.js';
import { validateConditions } from './validate-conditions.js';
import { validateCycles } from './validate-cycles.js';
import { validateDivisions, validateDivisionsOfRules } from './validate-divisions.js';
import { validateExamples } from './validate-examples.js';
import { validateExclusivity } from './validate-exclusivity.js';
import { validateFlux } from './validate-flux.js';
import { validateGuarantees } from './validate-guarantees.js';
import { validateParameters } from './validate-parameters.js';
import { validatePolicy } from './validate-policy.js';
import { validateReach } from './validate-reach.js';
import { validateRefusalEffects } from './validate-refusal-effects.js';
import { validateScopes } from './validate-scopes.js';
import { validateTable } from './validate-tables.js';
import { validateSelections, validateTiers } from './validate-tiers.js';
import { validateUnused } from './validate-unused.js';
import { validateVariants } from './validate-variants.js';
import { validateVersions } from './validate-versions.js';

/** A day for vocabularies that no policy dates. */
const SOME_DAY = 0;

/**
 * Every check of meaning on what the files say, once names and types are right. A variant is checked as the whole policy that it is;
 * what it shares with its version is then found twice, and said once by the caller.
 */
export function validateProject(checking: Checking, project: Project): readonly Diagnostic[] {
    return [
        ...project.vocabularies.flatMap(({ vocabulary }) => validateVocabulary(checking, modelOf(vocabulary, SOME_DAY), vocabulary)),
        ...validateVersions(project),
        ...[...project.policies, ...project.variants].flatMap((policy) => validateRules(checking, policy)),
        ...validateVariants(checking, project),
        ...validateUnused(checking, project),
        ...validateExamples(checking, project),
    ];
}

/** Deduced facts and tables: those that policies use, and those that a policy adds. */
function validateVocabulary(checking: Checking, model: Model, vocabulary: Vocabulary): readonly Diagnostic[] {
    const cycles = validateCycles(vocabulary);
    return cycles.length > 0 ? cycles : validateWords(checking, model, vocabulary);
}

/** Same, once it is known that no deduced fact goes round in circles. */
function validateWords(checking: Checking, model: Model, vocabulary: Vocabulary): readonly Diagnostic[] {
    return [
        ...validateDivisions(checking, model, vocabulary),
        ...validateSelections(checking, model, vocabulary.derived),
        ...vocabulary.tables.flatMap((table) => validateTable(model, table)),
    ];
}

/** A policy whose deduced facts go round in circles is not looked at further: nothing that reads them means anything. */
function validateRules(checking: Checking, policy: Policy): readonly Diagnostic[] {
    const model = modelOf(policy.vocabulary, policy.dates.from);
    const cycles = validateCycles(policy.vocabulary);
    if (cycles.length > 0) return [...validatePolicy(checking, policy), ...cycles];
    return [
        ...validatePolicy(checking, policy),
        ...validateWords(checking, model, policy.vocabulary),
        ...validateParameters(model, policy),
        ...validateTiers(checking, model, policy),
        ...validateExclusivity(model, policy),
        ...validateScopes(checking, model, policy),
        ...validateConditions(model, policy),
        ...validateReach(model, policy),
        ...validateDivisionsOfRules(checking, model, policy),
        ...validateRefusalEffects(model, policy),
        ...validateGuarantees(model, policy),
        ...validateFlux(checking, model, policy),
    ];
}
