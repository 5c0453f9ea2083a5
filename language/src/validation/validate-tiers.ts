import { addedLine } from '../diagnostics/added-line.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Expression, Tier, TierTest } from '../ir/expression.js';
import type { Policy } from '../ir/policy.js';
import type { Criterion } from '../ir/scoring.js';
import type { DerivedFact } from '../ir/vocabulary.js';
import { canBeMissing } from './can-be-missing.js';
import { place, textOf, wordsAt, type Checking } from './checking.js';
import { visitExpression } from '../ir/expression-parts.js';
import { criteriaIn } from '../ir/scoring-parts.js';
import { expressionsOfRules } from './expressions.js';
import type { Model } from './model.js';
import { samplesOf } from './quantities/tier-samples.js';
import type { Check } from './validation-memory.js';

/** The lines of a `selon`, whatever they give. */
interface Lines {
    readonly subject: Expression;
    readonly tiers: readonly Tier<unknown>[];
}

/**
 * The lines of every `selon` of a policy: neither overlap, nor hole unless `sinon` fills it, nor line that no value meets
 * (language.md, meaning 4); and, for points, what is given when the subject is not known (meaning 2).
 */
export function tierChecks(checking: Checking, model: Model, policy: Policy): readonly Check[] {
    const criteria = policy.scorings.flatMap((scoring) => criteriaIn(scoring.group));
    const selections = selectsIn(expressionsOfRules(policy));
    return [
        ...criteria.map((criterion) => () => checkCriterion(checking, model, criterion)),
        ...selections.map((lines) => () => checkLines(checking, model, lines)),
    ];
}

/** Same, for the `selon` that deduced facts are written with. */
export function validateSelections(checking: Checking, model: Model, derived: readonly DerivedFact[]): readonly Diagnostic[] {
    return selectsIn(derived.map((fact) => fact.value)).flatMap((lines) => checkLines(checking, model, lines));
}

function selectsIn(expressions: readonly Expression[]): readonly Lines[] {
    const found: Lines[] = [];
    for (const expression of expressions) visitExpression(expression, (part) => void (part.kind === 'select' && found.push(part)));
    return found;
}

function checkCriterion(checking: Checking, model: Model, criterion: Criterion): readonly Diagnostic[] {
    if (criterion.points.kind !== 'tiers') return [];
    const findings = checkLines(checking, model, criterion.points);
    const { subject, tiers } = criterion.points;
    const silent = tiers.every((tier) => tier.test.kind !== 'missing') && canBeMissing(model, subject);
    return silent ? [...findings, silence(checking, criterion.name, criterion.points)] : findings;
}

/** The finding that no line says what a missing subject gives, with the line to add. */
function silence(checking: Checking, criterion: string, { subject, tiers }: Lines): Diagnostic {
    const last = tiers.at(-1);
    const edits =
        last === undefined ? [] : [addedLine(textOf(checking, last.at), { place: place(last.at), alone: tiers.length === 1 }, 'non renseigné : à compléter')];
    const fix = { title: 'Ajouter « non renseigné : à compléter »', edits };
    return report('BAR405', { criterion, fact: wordsAt(checking, subject.at) }, place(subject.at), { fix });
}

function checkLines(checking: Checking, model: Model, lines: Lines): readonly Diagnostic[] {
    const ordinary = lines.tiers.filter(({ test }) => test.kind === 'interval' || test.kind === 'values');
    const samples = samplesOf(
        model,
        lines.subject,
        ordinary.map((tier) => tier.test),
    );
    const met = samples.map((sample) => ({ text: sample.text, tiers: ordinary.filter((tier) => sample.meets(tier.test)) }));
    const hole = lines.tiers.some((tier) => tier.test.kind === 'otherwise') ? undefined : met.find(({ tiers }) => tiers.length === 0);
    const dead = ordinary.filter((tier) => met.every(({ tiers }) => !tiers.includes(tier)));
    const several = lines.subject.kind === 'fact' && lines.subject.multiple;
    return [
        ...doubleSpecialLines(checking, lines),
        ...(hole === undefined ? [] : [holeAt(checking, lines, hole.text)]),
        ...(several ? overlapsOfSeveralValues(checking, lines) : overlaps(checking, lines, met)),
        ...dead.map((tier) => deadLine(checking, lines, tier)),
    ];
}

function holeAt(checking: Checking, { subject }: Lines, value: string): Diagnostic {
    return report('BAR401', { subject: wordsAt(checking, subject.at), value }, place(subject.at));
}

function deadLine(checking: Checking, { subject }: Lines, tier: Tier<unknown>): Diagnostic {
    return report('BAR415', { subject: wordsAt(checking, subject.at) }, place(tier.at));
}

interface Met {
    readonly text: string;
    readonly tiers: readonly Tier<unknown>[];
}

/** Each line that meets a value which an earlier line already meets, said once, at the first such value. */
function overlaps(checking: Checking, lines: Lines, met: readonly Met[]): readonly Diagnostic[] {
    const said = new Set<Tier<unknown>>();
    return met.flatMap(({ text, tiers: [first, ...others] }) =>
        others.flatMap((other) => {
            if (first === undefined || said.has(other)) return [];
            said.add(other);
            return [overlap(checking, lines, { first, second: other, value: text })];
        }),
    );
}

interface Overlap {
    readonly first: Tier<unknown>;
    readonly second: Tier<unknown>;
    readonly value: string;
}

function overlap(checking: Checking, { subject }: Lines, { first, second, value }: Overlap): Diagnostic {
    const related = [{ message: 'Première ligne qui s’applique', location: place(first.at) }];
    return report('BAR402', { subject: wordsAt(checking, subject.at), value }, place(second.at), { related });
}

const SPECIAL: ReadonlyMap<TierTest['kind'], string> = new Map([
    ['otherwise', 'toute autre valeur'],
    ['missing', '« non renseigné »'],
    ['not-applicable', '« sans objet »'],
]);

/** `sinon`, `non renseigné` and `sans objet` may each be said once. */
function doubleSpecialLines(checking: Checking, lines: Lines): readonly Diagnostic[] {
    return [...SPECIAL].flatMap(([kind, value]) => {
        const [first, ...others] = lines.tiers.filter((tier) => tier.test.kind === kind);
        return first === undefined ? [] : others.map((second) => overlap(checking, lines, { first, second, value }));
    });
}

/** A fact of several values meets two lines as soon as it has a value of each. */
function overlapsOfSeveralValues(checking: Checking, lines: Lines): readonly Diagnostic[] {
    const [first, ...others] = lines.tiers.filter((tier) => tier.test.kind === 'values');
    if (first === undefined) return [];
    return others.map((second) => overlap(checking, lines, { first, second, value: `à la fois ${oneValue(first.test)} et ${oneValue(second.test)}` }));
}

function oneValue(test: TierTest): string {
    return test.kind === 'values' ? (test.values[0] ?? '') : '';
}
