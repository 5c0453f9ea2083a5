import type { FactReader } from '@bareme/language/columns';
import {
    compareRankingKeys,
    evaluateAdequacy,
    evaluateDemand,
    evaluateEligibility,
    loadPolicy,
    rankingKeyOf,
    type AdequacyResult,
    type DemandResult,
    type EligibilityResult,
    type Program,
    type RankingValue,
    type Subject,
} from '@bareme/language/engine';
import type { Policy, VersionsOfDay } from '@bareme/language/ir';
import { demandsOn, type DemandOn } from './demands-on.js';
import type { ScoringSetup } from './scoring-setup.js';
import { territoriesNamed } from './territories-named.js';

/** A demand in a territory that scores it. `standing` is absent when nothing is known of it on that day. */
export interface Scored {
    readonly kind: 'scored';
    readonly policy: Policy;
    readonly demand: DemandOn;
    readonly standing?: Standing;
}

/** A demand that names no territory of those asked for: no rule says anything of it. */
export interface Outside {
    readonly kind: 'outside';
    readonly demand: DemandOn;
}

/** What the rules of a day make of a demand, alone or for a dwelling. */
export interface Standing {
    readonly result: DemandResult;
    /** Absent where the policy excludes nobody: nothing was read. */
    readonly eligibility?: EligibilityResult;
    /** For a dwelling, where the policy says what suits. */
    readonly adequacy?: AdequacyResult;
    /** 1 more than the demands that rank before it, and the others alike up to the commission's appraisal; absent when it is not ranked. */
    readonly place?: { readonly rank: number; readonly ties: number };
}

/** One line for each demand and each territory that scores it, one for a demand that none scores; by id, as people count them. */
export function scoreDemands({ territories, tables, day }: ScoringSetup, dwelling: FactReader | undefined): readonly (Scored | Outside)[] {
    const demands = demandsOn(tables.demands, day);
    const scoredIn = territories.map((versions) => scoreTerritory(versions, { demands: demands.filter((demand) => names(versions, demand)), day, dwelling }));
    return demands.flatMap((demand): readonly (Scored | Outside)[] => {
        const lines = scoredIn.flatMap((scored) => scored.get(demand.id) ?? []);
        return lines.length === 0 ? [{ kind: 'outside', demand }] : lines;
    });

    function names(versions: VersionsOfDay, demand: DemandOn): boolean {
        return territoriesNamed(territories, demand).includes(versions);
    }
}

interface Asked {
    readonly demands: readonly DemandOn[];
    readonly day: number;
    readonly dwelling: FactReader | undefined;
}

function scoreTerritory({ inForce, ranking }: VersionsOfDay, { demands, day, dwelling }: Asked): ReadonlyMap<string, Scored> {
    const [rules, notes] = [loadPolicy(inForce), loadPolicy(ranking)];
    const judged = demands.map((demand) => ({ demand, judgement: judgementOf({ rules, notes }, demand, { day, dwelling }) }));
    const places = placesOf(notes, judged);
    return new Map(
        judged.map(({ demand, judgement }): readonly [string, Scored] => {
            if (judgement === undefined) return [demand.id, { kind: 'scored', policy: ranking, demand }];
            const { result, eligibility, adequacy } = judgement;
            const place = places.get(demand.id);
            const standing: Standing = {
                result,
                ...(inForce.exclusions.length === 0 ? {} : { eligibility }),
                ...(dwelling === undefined || inForce.adequacies.length === 0 ? {} : { adequacy }),
                ...(place === undefined ? {} : { place }),
            };
            return [demand.id, { kind: 'scored', policy: ranking, demand, standing }];
        }),
    );
}

interface Rules {
    readonly rules: Program;
    readonly notes: Program;
}

interface Judgement {
    readonly result: DemandResult;
    readonly eligibility: EligibilityResult;
    readonly adequacy: AdequacyResult;
    readonly key: readonly RankingValue[];
}

function judgementOf(
    { rules, notes }: Rules,
    { facts }: DemandOn,
    { day, dwelling }: { readonly day: number; readonly dwelling: FactReader | undefined },
): Judgement | undefined {
    if (facts === undefined) return undefined;
    const subject: Subject = { demand: facts, day, ...(dwelling === undefined ? {} : { dwelling }) };
    const result = evaluateDemand(notes, subject);
    return {
        result,
        eligibility: evaluateEligibility(rules, subject),
        adequacy: evaluateAdequacy(rules, subject),
        key: rankingKeyOf(notes, subject, result),
    };
}

interface Judged {
    readonly demand: DemandOn;
    readonly judgement: Judgement | undefined;
}

function mayRank({ result, eligibility, adequacy }: Judgement): boolean {
    return result.declared.kind !== 'unscored' && eligibility.kind !== 'ineligible' && adequacy.kind !== 'unfit';
}

/** The places of demands that are open, scored, and that no rule surely keeps out, where the policy says how they rank. */
function placesOf(notes: Program, judged: readonly Judged[]): ReadonlyMap<string, NonNullable<Standing['place']>> {
    if (notes.policy.ranking === undefined) return new Map();
    const ranked = judged.flatMap(({ demand, judgement }) => {
        const kept = judgement !== undefined && demand.open && mayRank(judgement);
        return kept ? [{ id: demand.id, key: judgement.key }] : [];
    });
    ranked.sort((a, b) => compareRankingKeys(notes, a.key, b.key));
    const places = new Map<string, NonNullable<Standing['place']>>();
    for (let start = 0; start < ranked.length;) {
        let end = start + 1;
        while (end < ranked.length && compareRankingKeys(notes, ranked[start]?.key ?? [], ranked[end]?.key ?? []) === 0) end += 1;
        for (const { id } of ranked.slice(start, end)) places.set(id, { rank: start + 1, ties: end - start - 1 });
        start = end;
    }
    return places;
}
