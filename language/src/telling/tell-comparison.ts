import { HISTORY, type RuleSetInput } from '../replay/index.js';
import { dayText } from './words/french.js';
import { policyOfYear } from './objective-terms.js';
import { factsReadOnlyBy, policyChanges } from './changes/policy-changes.js';
import { tellChanges } from './tell-changes.js';
import { tellFlux } from './tell-flux.js';
import { tellMovement } from './tell-movement.js';
import { tellObjectiveParts, tellObjectives } from './tell-objectives.js';
import { tellEveryone, tellPeople } from './tell-people.js';
import { tellPrefecture } from './tell-prefecture.js';
import { tellTrust } from './tell-trust.js';
import { TELLING_VERSION, type Edition, type Side, type Telling, type VariantChanges } from './telling.js';
import type { TellingInput } from './telling-input.js';
import { yearOf } from '../kit/civil-date.js';

/** What a comparison says. A function of its arguments alone: the same report, rules and labels give the same telling. */
export function tellComparison(input: TellingInput): Telling {
    const { report, ruleSets, edition = 'shareable' } = input;
    const { name, from, to, synthetic, notices } = report.territory;
    const sides = sidesOf(input);
    const [flux, allFlux] = tellFlux(input, sides);
    const variants = ruleSets.slice(1).flatMap((ruleSet) => variantOf(ruleSet) ?? []);
    return {
        tellingVersion: TELLING_VERSION,
        title: `${name} : ${variants.length === 0 ? 'ce que disent les données' : variants.length === 1 ? 'ce que changerait la variante' : 'ce que changeraient les variantes'}`,
        period: { from, to, text: `Logements libérés du ${dayText(from)} au ${dayText(to)}` },
        warnings: [...(synthetic ? ['Données synthétiques — territoire fictif'] : []), ...notices],
        edition: { kind: edition, text: EDITIONS[edition] },
        sides,
        variants,
        first: [tellChanges(variants), tellMovement(input), tellObjectives(input, sides), tellPeople(input), flux, tellTrust(input)],
        parts: [tellEveryone(input), ...tellPrefecture(input, sides), ...tellObjectiveParts(input, sides), ...allFlux],
    };
}

const EDITIONS: Readonly<Record<Edition, string>> = {
    shareable: 'Édition partageable : les effectifs de ménages sont protégés ; les comptes de logements sont publics.',
    internal: 'Édition interne : effectifs exacts, à ne pas diffuser.',
};

/** The rule sets of the report, and the record where it measures some of it. */
function sidesOf({ report }: TellingInput): readonly Side[] {
    const runs = report.mode === 'constat' ? report.ruleSets.slice(1) : report.ruleSets;
    const recorded = report.objectives.some(({ ruleSet }) => ruleSet === HISTORY) || report.flux.some(({ ruleSet }) => ruleSet === HISTORY);
    return [
        ...runs.map(({ id, label }): Side => ({ id, label, place: report.ruleSets.findIndex((of) => of.id === id), simulated: report.mode !== 'constat' })),
        ...(recorded ? [{ id: HISTORY, label: 'Constat des données', place: -1, simulated: false }] : []),
    ];
}

/** What a variant edits of the version that it takes the place of. */
function variantOf(ruleSet: RuleSetInput): VariantChanges | undefined {
    const { id, label, variant, versions } = ruleSet;
    if (variant === undefined) return undefined;
    const edited =
        versions.find(({ name, version }) => name === variant.name && version === variant.version) ??
        policyOfYear({ ...ruleSet, variant: undefined }, yearOf(variant.dates.from));
    if (edited === undefined) return undefined;
    return {
        ruleSet: id,
        label,
        changes: policyChanges(edited, variant),
        newlyRead: factsReadOnlyBy(variant, edited),
        noLongerRead: factsReadOnlyBy(edited, variant),
    };
}
