import { loadPolicy, type LoadedPolicy } from '../engine/index.js';
import type { Policy } from '../ir/policy.js';
import type { Day } from '../ir/value.js';
import { NEVER } from './demand-histories.js';
import type { RuleSetInput } from './request.js';
import { compareText } from './text-order.js';

/** A version and the days on which it is in force, both included. */
export interface Term {
    readonly policy: LoadedPolicy;
    readonly from: Day;
    readonly to: Day;
    /** The policy is the variant, in the place of the version it edits. */
    readonly edited: boolean;
}

/** Days on which a rule set stays the same: what is in force, and whose notes rank. */
export interface Phase {
    readonly from: Day;
    readonly to: Day;
    /** Exclusions, adequacies and objectives. */
    readonly inForce: LoadedPolicy;
    /** Cotations and ranking: the former version's until the switch of notes. */
    readonly ranking: LoadedPolicy;
    /** Neither is the variant, on a rule set that has one. */
    readonly outsideVariant: boolean;
}

/** A rule set made ready: terms by date, phases over the days asked for. */
export interface LoadedRuleSet {
    readonly id: string;
    readonly label: string;
    readonly terms: readonly Term[];
    readonly variant?: LoadedPolicy;
}

/** Loads each policy once, whatever the number of rule sets that hold it. */
export type PolicyLoader = (policy: Policy) => LoadedPolicy;

/** A loader that remembers. */
export function policyLoader(): PolicyLoader {
    const loaded = new Map<Policy, LoadedPolicy>();
    return (policy) => {
        const known = loaded.get(policy) ?? loadPolicy(policy);
        loaded.set(policy, known);
        return known;
    };
}

/** A version runs until its end, else until the eve of the next one. The variant takes the dates of the version it edits. */
export function loadRuleSet({ id, label, versions, variant }: RuleSetInput, load: PolicyLoader): LoadedRuleSet {
    const sorted = [...versions].sort((a, b) => a.dates.from - b.dates.from || compareText(a.version, b.version));
    const terms = sorted.map((version, place): Term => {
        const edited = variant !== undefined && variant.version === version.version;
        const next = sorted[place + 1]?.dates.from;
        return { policy: load(edited ? variant : version), from: version.dates.from, to: version.dates.to ?? (next === undefined ? NEVER : next - 1), edited };
    });
    return { id, label, terms, variant: variant === undefined ? undefined : load(variant) };
}

/** The policy in force on a day. */
export function inForceOn({ terms }: LoadedRuleSet, day: Day): LoadedPolicy | undefined {
    return terms.find(({ from, to }) => from <= day && day <= to)?.policy;
}

/** The days of a range, cut where the version in force or the version whose notes rank changes; days without version are left out. */
export function phasesOf(ruleSet: LoadedRuleSet, from: Day, to: Day): readonly Phase[] {
    const cuts = new Set([from]);
    for (const term of ruleSet.terms) {
        const switchover = term.policy.policy.dates.switchover;
        for (const cut of [term.from, term.to + 1, switchover ?? term.from]) if (cut > from && cut <= to) cuts.add(cut);
    }
    const starts = [...cuts].sort((a, b) => a - b);
    return starts.flatMap((start, place) => phaseAt(ruleSet, start, (starts[place + 1] ?? to + 1) - 1));
}

function phaseAt(ruleSet: LoadedRuleSet, from: Day, to: Day): readonly Phase[] {
    const place = ruleSet.terms.findIndex((term) => term.from <= from && from <= term.to);
    const term = ruleSet.terms[place];
    if (term === undefined) return [];
    const ranking = rankingTerm(ruleSet.terms, place, from);
    return [{ from, to, inForce: term.policy, ranking: ranking.policy, outsideVariant: ruleSet.variant !== undefined && !term.edited && !ranking.edited }];
}

/** Notes are the former version's until the switch of notes, where that version is given. */
function rankingTerm(terms: readonly Term[], place: number, day: Day): Term {
    const term = terms[place]!;
    const switchover = term.policy.policy.dates.switchover;
    const former = terms[place - 1];
    return switchover !== undefined && day < switchover && former !== undefined ? former : term;
}
