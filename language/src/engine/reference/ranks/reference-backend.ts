import type { CompiledPolicy, PolicyBackend, Ranks } from '../../backend/policy-backend.js';
import type { Program } from '../../program.js';
import { referenceFilters } from '../filters/reference-filters.js';
import { loadedOf } from '../policy/loaded-policy.js';
import { exactKey, keptRanks, type KeptRanks } from './kept-ranks.js';
import { keptBounds, uncertainResult } from './rank-bounds.js';
import { separatingPart } from './rank-planes.js';
import { rankRules, type RankRules } from './rank-rules.js';

/** The interpreter as a backend: each row is evaluated by itself, as rarely as bounds allow. */
export const REFERENCE_BACKEND: PolicyBackend = {
    filters: referenceFilters,
    compile: (program, tables, days) => {
        const rules = rankRules(loadedOf(program), tables, days);
        return rules && compiledPolicy(program, rules);
    },
};

function compiledPolicy(program: Program, rules: RankRules): CompiledPolicy {
    const { reader, lettings, forAll, readsWritten, tables } = rules;
    const shared: KeptRanks['shared'] = new Map();
    const sharedUncertain: KeptRanks['sharedUncertain'] = new Map();
    const policy: CompiledPolicy = {
        program,
        which: reader.which,
        incomplete: reader.ranking.incomplete,
        lettings,
        boundLettings: forAll ? { classOf: new Int32Array(tables.dwellings.count), count: 1 } : lettings,
        readsWritten,
        separatedBy: (a, b) => reader.keys[separatingPart(reader.forms, a, b)],
        inWorld: (world, use) => ranksIn(policy, keptRanks(rules, { world, use, shared, sharedUncertain })),
    };
    return policy;
}

function ranksIn(policy: CompiledPolicy, kept: KeptRanks): Ranks {
    return {
        policy,
        rankKeys: (rows, at) => rows.map((row) => exactKey(kept, row, at)),
        bounds: (rows, at) => rows.map((row) => keptBounds(kept, row, at)),
        result: (row, at) => exactKey(kept, row, at).result,
        uncertain: (row, day) => uncertainResult(kept, row, day),
    };
}
