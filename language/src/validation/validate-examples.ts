import type { Diagnostic, Location } from '../diagnostics/diagnostic.js';
import { KIND_WORDS } from '../diagnostics/kind-words.js';
import { report } from '../diagnostics/report.js';
import type { Example, Expectation, GivenPlaces } from '../ir/example.js';
import type { Policy } from '../ir/policy.js';
import { versionInForce } from '../ir/policy-lookup.js';
import type { Project } from '../ir/project.js';
import { formatFrenchDate } from '../kit/civil-date.js';
import { nearestNames, sureName } from '../kit/nearest-name.js';
import { boundsFinding, type Bounded } from './quantities/bounds-finding.js';
import { place, type Checking } from './checking.js';
import { itemsIn } from '../ir/scoring-parts.js';

/** Examples: values that the facts may have, names that the policy knows. Whether what they expect comes true is for `tester`. */
export function validateExamples(checking: Checking, project: Project): readonly Diagnostic[] {
    return project.examples.flatMap((example) => {
        const policy = policyOf(project, example);
        if (policy === undefined) return [];
        const { facts, derived } = policy.vocabulary;
        const ofOwner = (owner: string): readonly Bounded[] => facts.filter((fact) => fact.owner === owner);
        return [
            ...beforeVersion(example, policy),
            ...outOfBounds(example, { given: example.demand, places: example.places?.demand }, [...ofOwner('demande'), ...derived]),
            ...outOfBounds(example, { given: example.dwelling ?? [], places: example.places?.dwelling }, ofOwner('logement')),
            ...(checking.complete ? example.expectations.flatMap((expectation) => unknownNames(expectation, policy)) : []),
        ];
    });
}

/** An example of a version named, on a day when it is not yet in force. */
function beforeVersion({ label, day, places, at }: Example, { version, dates }: Policy): readonly Diagnostic[] {
    if (day >= dates.from) return [];
    const params = { label, day: formatFrenchDate(day), version, start: formatFrenchDate(dates.from) };
    return [report('BAR492', params, place(places?.day ?? at))];
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

/** Facts and their values, and where each was written. */
interface Given {
    readonly given: Example['demand'];
    readonly places: readonly GivenPlaces[] | undefined;
}

function outOfBounds(example: Example, { given, places }: Given, facts: readonly Bounded[]): readonly Diagnostic[] {
    return given.flatMap(([name, value], index) => {
        const fact = facts.find((candidate) => candidate.name === name);
        if (fact === undefined) return [];
        const written = places?.[index];
        if (value.kind === 'events' && fact.type.kind === 'events') {
            const { fields } = fact.type;
            return value.events.flatMap((event, rank) => outOfBounds(example, { given: event, places: written?.events?.[rank] }, fields));
        }
        return boundsFinding(fact, value, place(written?.value ?? example.at));
    });
}

/** The names in what is expected: criteria, missing facts, motives. */
function unknownNames(expectation: Expectation, policy: Policy): readonly Diagnostic[] {
    switch (expectation.kind) {
        case 'note': {
            const names = policy.scorings.flatMap((scoring) => itemsIn(scoring.group).map((item) => item.name));
            return expectation.details
                .filter(({ criterion }) => !names.includes(criterion))
                .map(({ criterion, at, places }) => unknownDetail(place(places?.criterion ?? at), criterion, nearestNames(criterion, names)));
        }
        case 'incomplete': {
            const names = [...policy.vocabulary.facts, ...policy.vocabulary.derived].map((fact) => fact.name);
            return expectation.missing.flatMap((name, index) => {
                const location = place(expectation.places?.missing?.[index] ?? expectation.at);
                return names.includes(name) ? [] : [report('BAR201', { name, nearest: nearestNames(name, names) }, location)];
            });
        }
        case 'unscored': {
            const names = (policy.unscored ?? []).map(({ name }) => name);
            const { clause, at, places } = expectation;
            if (clause === undefined || names.includes(clause)) return [];
            return [report('BAR203', { name: clause, kind: KIND_WORDS.unscored, nearest: nearestNames(clause, names) }, place(places?.clause ?? at))];
        }
        case 'eligibility': {
            const names = policy.exclusions.map((exclusion) => exclusion.name);
            const { motive, at, places } = expectation;
            if (motive === undefined || names.includes(motive)) return [];
            return [report('BAR203', { name: motive, kind: 'exclusion', nearest: nearestNames(motive, names) }, place(places?.motive ?? at))];
        }
    }
}

function unknownDetail(location: Location, name: string, nearest: readonly string[]): Diagnostic {
    const best = sureName(name, nearest);
    const fix = best === undefined ? undefined : { title: `Remplacer par « ${best} »`, edits: [{ location, newText: best }] };
    return report('BAR605', { name, nearest }, location, { fix });
}
