/**
 * The door of printing: the representation back as canonical `.bareme` text. What is printed compiles to the same representation,
 * places and clauses apart; printing twice gives the same text. Pure: no file, no clock, no locale.
 */
import type { Example } from '../ir/example.js';
import type { Expression } from '../ir/expression.js';
import type { Mapping } from '../ir/mapping.js';
import type { Fraction } from '../ir/value.js';
import type { Policy } from '../ir/policy.js';
import type { Criterion, Group } from '../ir/scoring.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import { LEVELS } from './context.js';
import { exampleText } from './example-text.js';
import { expressionText, printContext } from './expression-text.js';
import { mappingText } from './mapping-text.js';
import { exact, numberText, pointsText } from './number-text.js';
import { policyText } from './policy-text.js';
import { fixedText, groupText } from './scoring-text.js';
import { selfContained } from './self-contained.js';
import { vocabularyText, type NamedVocabulary } from './vocabulary-text.js';

export type { NamedVocabulary };

/**
 * A version as a file. With `used`, what the policy takes from that vocabulary is left to it; without, the file holds the vocabulary
 * too and stands alone, under the policy's own name. A variant is printed as the complete version that it makes.
 */
export function printPolicy(policy: Policy, used?: NamedVocabulary): string {
    if (used !== undefined) return file(policyText(policy, used));
    const alone = selfContained(policy);
    return file(vocabularyText(alone), policyText(policy, alone));
}

/** A vocabulary as a file that uses no other. */
export function printVocabulary(named: NamedVocabulary): string {
    return file(vocabularyText(named));
}

/** An example as a file; `vocabulary` is that of the policy it tests. */
export function printExample(example: Example, vocabulary: Vocabulary): string {
    return file(exampleText(example, vocabulary));
}

/** A correspondance as a file; `vocabulary` is the one whose facts it fills. */
export function printMapping(mapping: Mapping, vocabulary: Vocabulary): string {
    return file(mappingText(mapping, vocabulary));
}

/** An expression as a policy that has this vocabulary writes it. */
export function printExpression(expression: Expression, vocabulary: Vocabulary): string {
    return expressionText(printContext(vocabulary), expression, LEVELS.any);
}

/** A number as files write it, exactly: `1 200`, `-0,5`. */
export function printNumber(number: Fraction): string {
    return numberText(exact(number));
}

/** A number of points: `0 point`, `1,5 point`, `-10 points`. */
export function printPoints(points: Fraction): string {
    return pointsText(points);
}

/** How the points of a group add up, with its increase and limits, as `combine` writes it. */
export function printCombination(group: Group): string {
    return groupText(group);
}

/** The points of a criterion and their limits, as `fixe` writes them in a policy that has this vocabulary. */
export function printFixed(criterion: Pick<Criterion, 'points' | 'cap' | 'floor'>, vocabulary: Vocabulary): string {
    return fixedText(printContext(vocabulary), criterion);
}

function file(...roots: readonly string[]): string {
    return `barème 1\n\n${roots.join('\n\n')}\n`;
}
