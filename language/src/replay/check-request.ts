import type { Table } from '../columns/column.js';
import type { Assumptions } from '../columns/territory.js';
import type { Policy } from '../ir/policy.js';
import { columnOfRole } from './record/cells.js';
import { HISTORY } from './contract/report.js';
import { chancesOf } from './record/replay-record.js';
import type { ReplayFinding, ReplayFindingCode, ReplayRequest, RuleSetInput } from './contract/request.js';

/** Why a request cannot be replayed, as far as can be told before reading the rows; empty when nothing stands in the way. */
export function checkRequest(request: ReplayRequest): readonly ReplayFinding[] {
    return [...checkWindow(request), ...checkAssumptions(request.territory.assumptions), ...checkRuleSets(request.ruleSets), ...checkRoles(request)];
}

/** A finding. */
export function finding(code: ReplayFindingCode, params: Readonly<Record<string, string>> = {}): ReplayFinding {
    return { code, params };
}

function checkWindow({ territory, from, to, seed }: ReplayRequest): readonly ReplayFinding[] {
    const findings: ReplayFinding[] = [];
    const days = { from: String(from), to: String(to) };
    const { window } = territory;
    if (from > to) findings.push(finding('window-inverted', days));
    else if (from < window.from || to > window.to)
        findings.push(finding('window-outside-data', { ...days, dataFrom: String(window.from), dataTo: String(window.to) }));
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff) findings.push(finding('seed-invalid'));
    return findings;
}

const PROBABILITIES = ['acceptance', 'legitimateRefusal', 'monthlyExit', 'followRate'] as const;
const COUNTS = ['candidatesPerRound', 'rounds'] as const;
const DELAYS = ['designationDelay', 'examinationDelay', 'leaseDelay'] as const;
const MOST = 100_000;

function checkAssumptions(assumptions: Assumptions): readonly ReplayFinding[] {
    const isChance = (name: (typeof PROBABILITIES)[number]): boolean => chancesOf({ ...CERTAIN, [name]: assumptions[name] }) !== undefined;
    const isWhole = (value: number, least: number): boolean => Number.isInteger(value) && value >= least && value <= MOST;
    const wrong = [
        ...PROBABILITIES.filter((name) => !isChance(name)),
        ...COUNTS.filter((name) => !isWhole(assumptions[name], 1)),
        ...DELAYS.filter((name) => !isWhole(assumptions[name], 0)),
    ];
    return wrong.map((assumption) => finding('assumption-invalid', { assumption }));
}

const CERTAIN = { acceptance: '1', legitimateRefusal: '1', monthlyExit: '1', followRate: '1' };

function checkRuleSets(ruleSets: readonly RuleSetInput[]): readonly ReplayFinding[] {
    if (ruleSets.length === 0) return [finding('no-rule-set')];
    const ids = [HISTORY, ...ruleSets.map(({ id }) => id)];
    const taken = ruleSets.filter(({ id }, place) => ids.indexOf(id) !== place + 1).map(({ id }) => finding('rule-set-id-taken', { ruleSet: id }));
    return [...taken, ...ruleSets.flatMap(checkRuleSet)];
}

function checkRuleSet({ id: ruleSet, versions, variant }: RuleSetInput): readonly ReplayFinding[] {
    const findings: ReplayFinding[] = [];
    if (versions.length === 0) findings.push(finding('no-version-in-force', { ruleSet, day: '', days: '' }));
    const names = [...new Set(versions.map(({ name }) => name))];
    for (const [place, name] of names.entries()) {
        const rival = names.slice(place + 1).find((other) => shareCommune(versions, name, other));
        if (rival !== undefined) findings.push(finding('several-territories', { ruleSet, territory: name, other: rival }));
    }
    if (variant !== undefined && !versions.some(({ name, version }) => name === variant.name && version === variant.version))
        findings.push(finding('variant-without-version', { ruleSet, version: variant.version }));
    return [
        ...findings,
        ...names.flatMap((name) =>
            checkOverlaps(
                ruleSet,
                versions.filter((version) => version.name === name),
            ),
        ),
    ];
}

/** Whether two policies may both be that of a dwelling: they name a commune in common, or one of them names none. */
function shareCommune(versions: readonly Policy[], first: string, second: string): boolean {
    const communesOf = (name: string): readonly (readonly string[] | undefined)[] =>
        versions.filter((version) => version.name === name).map(({ communes }) => communes);
    return communesOf(first).some((one) => communesOf(second).some((other) => one === undefined || (other?.some((commune) => one.includes(commune)) ?? true)));
}

/** Two versions in force on one day. A version without end runs to the eve of the next. */
function checkOverlaps(ruleSet: string, versions: readonly Policy[]): readonly ReplayFinding[] {
    const sorted = [...versions].sort((a, b) => a.dates.from - b.dates.from);
    return sorted.flatMap(({ version, dates }, place) => {
        const next = sorted[place + 1];
        const overlaps = next !== undefined && next.dates.from <= (dates.to ?? dates.from);
        return overlaps ? [finding('several-versions-in-force', { ruleSet, version, other: next.version, day: String(next.dates.from) })] : [];
    });
}

/** Without exit dates there is no past pool: a run needs them. */
function checkRoles({ territory, mode }: ReplayRequest): readonly ReplayFinding[] {
    const missing = (table: string, columns: Table, roles: readonly string[]): readonly ReplayFinding[] =>
        roles.filter((role) => columnOfRole(columns, role) === undefined).map((role) => finding('role-missing', { table, role }));
    const demands = missing('demandes', territory.demands, mode === 'vivier' ? ['identifiant', 'dépôt', 'sortie'] : ['identifiant', 'dépôt']);
    const dwellings = missing(
        'logements',
        territory.dwellings,
        mode === 'constat' ? ['identifiant', 'libération', 'attributaire'] : ['identifiant', 'libération'],
    );
    if (mode !== 'constants') return [...demands, ...dwellings];
    if (territory.candidatures === undefined) return [...demands, ...dwellings, finding('no-recorded-candidates')];
    return [...demands, ...dwellings, ...missing('candidatures', territory.candidatures, ['logement', 'demande'])];
}
