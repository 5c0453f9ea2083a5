import type { Diagnostic, Location } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Example, Expectation } from '../ir/example.js';
import type { Policy } from '../ir/policy.js';
import { versionInForce } from '../ir/policy-lookup.js';
import type { Project } from '../ir/project.js';
import type { FactValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import { compare } from '../kit/exact-number.js';
import { nearestNames } from '../kit/nearest-name.js';
import { place, placeOfWord, type Checking } from './checking.js';
import { describeNumber } from './describe-value.js';
import { itemsIn } from './expressions.js';
import { exact } from './model.js';

/** Examples: values that the facts may have, names that the policy knows. Whether what they expect comes true is for `tester`. */
export function validateExamples(checking: Checking, project: Project): readonly Diagnostic[] {
    return project.examples.flatMap((example) => {
        const policy = policyOf(project, example);
        if (policy === undefined) return [];
        const { facts } = policy.vocabulary;
        const ofOwner = (owner: string): readonly FactDeclaration[] => facts.filter((fact) => fact.owner === owner);
        return [
            ...outOfBounds(checking, example, example.demand, ofOwner('demande')),
            ...outOfBounds(checking, example, example.dwelling ?? [], ofOwner('logement')),
            ...(checking.complete ? example.expectations.flatMap((expectation) => unknownNames(checking, expectation, policy)) : []),
        ];
    });
}

/** The version or the variant that an example tests; without version, that in force on its day. */
export function policyOf({ policies, variants }: Project, { policy, version, variant, day }: Example): Policy | undefined {
    const versions = policies.filter((candidate) => candidate.name === policy);
    const found = version === undefined ? versionInForce(versions, day) : versions.find((candidate) => candidate.version === version);
    if (variant === undefined) return found;
    return variants.find(
        (candidate) => candidate.name === policy && candidate.variant?.name === variant && (version === undefined || candidate.version === version),
    );
}

type Given = Example['demand'];

function outOfBounds(checking: Checking, example: Example, given: Given, facts: readonly FactDeclaration[]): readonly Diagnostic[] {
    return given.flatMap(([name, value]) => {
        const fact = facts.find((candidate) => candidate.name === name);
        if (fact === undefined) return [];
        if (value.kind === 'events' && fact.type.kind === 'events') {
            const { fields } = fact.type;
            return value.events.flatMap((event) => outOfBounds(checking, example, event, fields));
        }
        return boundsFinding(checking, example, fact, value);
    });
}

function boundsFinding(checking: Checking, { at }: Example, { name, type, bounds }: FactDeclaration, value: FactValue): readonly Diagnostic[] {
    if (value.kind !== 'number' || bounds === undefined) return [];
    const number = exact(value.value);
    const [low, high] = [exact(bounds.low), exact(bounds.high)];
    if (compare(number, low) >= 0 && compare(number, high) <= 0) return [];
    const params = { name, value: describeNumber(number, type), low: describeNumber(low, type), high: describeNumber(high, type) };
    return [report('BAR313', params, placeOfValue(checking, at, name))];
}

/** The value written after a name and a colon; the name itself where it cannot be found. */
function placeOfValue(checking: Checking, at: Example['at'], name: string): Location {
    const found = placeOfWord(checking, at, name);
    const [file, , end] = at;
    const rest = (checking.sources[file]?.text ?? '').slice(found.end, end);
    const value = /^(\s*:\s*)([^;}\n]*[^;}\s])/.exec(rest);
    if (value === null) return found;
    const start = found.end + (value[1]?.length ?? 0);
    return place(checking, [file, start, start + (value[2]?.length ?? 0)]);
}

/** The names in what is expected: criteria, missing facts, motives. */
function unknownNames(checking: Checking, expectation: Expectation, policy: Policy): readonly Diagnostic[] {
    switch (expectation.kind) {
        case 'note': {
            const names = policy.scorings.flatMap((scoring) => itemsIn(scoring.group).map((item) => item.name));
            return expectation.details
                .filter(({ criterion }) => !names.includes(criterion))
                .map(({ criterion, at }) => unknownDetail(placeOfWord(checking, at, criterion), criterion, nearestNames(criterion, names)));
        }
        case 'incomplete': {
            const names = [...policy.vocabulary.facts, ...policy.vocabulary.derived].map((fact) => fact.name);
            return expectation.missing
                .filter((name) => !names.includes(name))
                .map((name) => report('BAR201', { name, nearest: nearestNames(name, names) }, placeOfWord(checking, expectation.at, name)));
        }
        case 'eligibility': {
            const names = policy.exclusions.map((exclusion) => exclusion.name);
            const { motive } = expectation;
            if (motive === undefined || names.includes(motive)) return [];
            return [report('BAR203', { name: motive, kind: 'exclusion', nearest: nearestNames(motive, names) }, placeOfWord(checking, expectation.at, motive))];
        }
    }
}

function unknownDetail(location: Location, name: string, nearest: readonly string[]): Diagnostic {
    const [best] = nearest;
    const fix = best === undefined ? undefined : { title: `Remplacer par « ${best} »`, edits: [{ location, newText: best }] };
    return report('BAR605', { name, nearest }, location, { fix });
}
