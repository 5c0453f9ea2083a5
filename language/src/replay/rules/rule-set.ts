import { at } from '../../kit/at.js';
import { loadPolicy, type Program } from '../../engine/index.js';
import type { Policy } from '../../ir/policy.js';
import type { Day } from '../../ir/value.js';
import { NEVER } from '../record/demand-histories.js';
import type { RuleSetInput } from '../contract/request.js';
import { compareText, sortedTexts } from '../../kit/text-order.js';

/** A version and the days on which it is in force, both included. */
export interface Term {
    readonly policy: Program;
    readonly from: Day;
    readonly to: Day;
    /** The policy is the variant, in the place of the version it edits. */
    readonly edited: boolean;
    /** The communes of its territory; absent: everywhere. */
    readonly communes: ReadonlySet<string> | undefined;
}

/** Days on which a rule set stays the same: what is in force, and whose notes rank. */
export interface Phase {
    readonly from: Day;
    readonly to: Day;
    /** Exclusions, adequacies and objectives. */
    readonly inForce: Program;
    /** Cotations and ranking: the former version's until the switch of notes. */
    readonly ranking: Program;
    /** Neither is the variant, on a rule set that has one. */
    readonly outsideVariant: boolean;
    readonly communes: ReadonlySet<string> | undefined;
}

/** A day and a commune: what version is in force depends on both where several territories have their own policies. */
interface Occasion {
    readonly day: Day;
    readonly commune: string;
}

/** A rule set made ready: terms territory by territory, by date. */
export interface LoadedRuleSet {
    readonly id: string;
    readonly label: string;
    readonly terms: readonly Term[];
    readonly variant?: Program;
}

/** The rule sets of a replay, the baseline first. */
export type LoadedRuleSets = readonly [baseline: LoadedRuleSet, ...others: LoadedRuleSet[]];

/** Loads each policy once, whatever the number of rule sets that hold it. */
type PolicyLoader = (policy: Policy) => Program;

/** A loader that remembers. */
export function policyLoader(): PolicyLoader {
    const loaded = new Map<Policy, Program>();
    return (policy) => {
        const known = loaded.get(policy) ?? loadPolicy(policy);
        loaded.set(policy, known);
        return known;
    };
}

/** A version runs until its end, else until the eve of the next one of its territory. The variant takes the dates of the version it edits. */
export function loadRuleSet({ id, label, versions, variant }: RuleSetInput, load: PolicyLoader): LoadedRuleSet {
    const names = sortedTexts(new Set(versions.map(({ name }) => name)));
    const terms = names.flatMap((name) => {
        const own = versions.filter((version) => version.name === name);
        const sorted = own.sort((a, b) => a.dates.from - b.dates.from || compareText(a.version, b.version));
        return sorted.map((version, place): Term => {
            const edited = variant !== undefined && variant.name === name && variant.version === version.version;
            const policy = edited ? variant : version;
            const next = sorted[place + 1]?.dates.from;
            const to = version.dates.to ?? (next === undefined ? NEVER : next - 1);
            const communes = policy.communes === undefined ? undefined : new Set(policy.communes);
            return { policy: load(policy), from: version.dates.from, to, edited, communes };
        });
    });
    return { id, label, terms, variant: variant === undefined ? undefined : load(variant) };
}

/** Whether a version, or a phase of it, is that of a day and a commune. */
function isOf({ from, to, communes }: Pick<Term, 'from' | 'to' | 'communes'>, { day, commune }: Occasion): boolean {
    return from <= day && day <= to && (communes === undefined || communes.has(commune));
}

/** The policy in force on a day in a commune. */
export function inForceOn({ terms }: LoadedRuleSet, occasion: Occasion): Program | undefined {
    return terms.find((term) => isOf(term, occasion))?.policy;
}

/** Whether some version, whatever its days, is that of a commune. */
export function coversCommune({ terms }: LoadedRuleSet, commune: string): boolean {
    return terms.some(({ communes }) => communes === undefined || communes.has(commune));
}

/** The phase of a day and a commune. */
export function phaseOn(phases: readonly Phase[], occasion: Occasion): Phase | undefined {
    return phases.find((phase) => isOf(phase, occasion));
}

/**
 * The days of a range, territory by territory, cut where the version in force or the version whose notes rank changes; days without version
 * are left out.
 */
export function phasesOf({ terms, variant }: LoadedRuleSet, from: Day, to: Day): readonly Phase[] {
    const names = new Set(terms.map(({ policy }) => policy.policy.name));
    return [...names].flatMap((name) => {
        const own = terms.filter(({ policy }) => policy.policy.name === name);
        return phasesOfTerritory({ terms: own, hasVariant: variant !== undefined }, from, to);
    });
}

interface Territory {
    readonly terms: readonly Term[];
    readonly hasVariant: boolean;
}

function phasesOfTerritory(territory: Territory, from: Day, to: Day): readonly Phase[] {
    const cuts = new Set([from]);
    for (const term of territory.terms) {
        const switchover = term.policy.policy.dates.switchover;
        for (const cut of [term.from, term.to + 1, switchover ?? term.from]) if (cut > from && cut <= to) cuts.add(cut);
    }
    const starts = [...cuts].sort((a, b) => a - b);
    return starts.flatMap((start, place) => phaseAt(territory, start, (starts[place + 1] ?? to + 1) - 1));
}

function phaseAt({ terms, hasVariant }: Territory, from: Day, to: Day): readonly Phase[] {
    const place = terms.findIndex((term) => term.from <= from && from <= term.to);
    const term = terms[place];
    if (term === undefined) return [];
    const ranking = rankingTerm(terms, place, from);
    const outsideVariant = hasVariant && !term.edited && !ranking.edited;
    return [{ from, to, inForce: term.policy, ranking: ranking.policy, outsideVariant, communes: term.communes }];
}

/** Notes are the former version's until the switch of notes, where that version is given. */
function rankingTerm(terms: readonly Term[], place: number, day: Day): Term {
    const term = at(terms, place);
    const switchover = term.policy.policy.dates.switchover;
    const former = terms[place - 1];
    return switchover !== undefined && day < switchover && former !== undefined ? former : term;
}
