import type { TextEdit } from '../diagnostics/diagnostic.js';
import { KIND_WORDS } from '../diagnostics/kind-words.js';
import { report } from '../diagnostics/report.js';
import { formatFrenchDate } from '../kit/civil-date.js';
import { nearestNames } from '../kit/nearest-name.js';
import type * as ast from '../generated/ast.js';
import { fail, failUnknown, locationOf, placeOf, unquote, type FileContext } from './context/context.js';
import { lowerDate } from './expressions/lower-literal.js';
import type { PolicyPart } from './lower-policy.js';

interface Root<Node> {
    readonly context: FileContext;
    readonly node: Node;
}

/** What policies may borrow from. */
export interface Lenders {
    readonly policies: readonly Root<ast.Policy>[];
    readonly socles: readonly Root<ast.Socle>[];
}

/** A policy and the acts beside it, then what it borrows: the clauses of the law that it applies, and those that it takes from others. */
export function withBorrowed(own: readonly PolicyPart[], lenders: Lenders): readonly PolicyPart[] {
    const [main] = own;
    if (main?.node.$type !== 'Policy') return own;
    const applied = soclesOf(main.context, main.node, lenders);
    const parts = [...own, ...applied];
    return [...parts, ...inherited({ context: main.context, node: main.node }, lenders, { taken: takenBy(parts), chain: [] })];
}

/** One more header after another, on a line of its own where that one begins its line. */
function headerAfter(context: FileContext, { policy, after }: { readonly policy: ast.Policy; readonly after: ast.UseHeader }, line: string): TextEdit {
    const { path, end } = locationOf(context, after);
    const start = after.$cstNode?.range.start;
    const before = [policy.$cstNode?.range.start.line, ...policy.headers.filter((other) => other !== after).map((other) => other.$cstNode?.range.end.line)];
    const ownLine = start !== undefined && !before.includes(start.line);
    return { location: { path, start: end, end }, newText: ownLine ? `\n${' '.repeat(start.character)}${line}` : ` ${line}` };
}

/** The law's own clauses: those named, over the days on which they are in force; those that are forgotten are told. */
function soclesOf(context: FileContext, node: ast.Policy, { socles }: Lenders): readonly PolicyPart[] {
    const headers = node.headers.filter((header) => header.$type === 'ApplyHeader');
    const use = node.headers.find((header) => header.$type === 'UseHeader');
    const named = new Set(headers.map(({ socle: name }) => name));
    for (const { context: of, node: socle } of socles) {
        if (use === undefined || socle.uses !== use.vocabulary || named.has(socle.name) || !isInForce(of, socle, startOf(context, node))) continue;
        const fix = {
            title: `Écrire « applique socle ${socle.name} »`,
            edits: [headerAfter(context, { policy: node, after: use }, `applique socle ${socle.name}`)],
        };
        context.diagnostics.push(report('BAR484', { policy: node.name, socle: socle.name }, placeOf(context, node, 'name'), { fix }));
    }
    return headers.flatMap((header) => {
        const socle = socles.find((candidate) => candidate.node.name === header.socle);
        if (socle === undefined) {
            const names = socles.map((candidate) => candidate.node.name);
            failUnknown(
                context,
                'BAR203',
                { name: header.socle, kind: KIND_WORDS.socle, nearest: nearestNames(header.socle, names) },
                placeOf(context, header, 'socle'),
            );
            return [];
        }
        const start = startOf(context, node);
        if (!isInForce(socle.context, socle.node, start))
            fail(context, 'BAR481', { socle: header.socle, day: start === undefined ? '' : formatFrenchDate(start) }, placeOf(context, header, 'socle'));
        return [socle];
    });
}

/** Reports the clauses of the law that no policy applies, nor is told to apply: nothing reads them. */
export function reportUnread(socles: readonly Root<ast.Socle>[], policies: readonly Root<ast.Policy>[]): void {
    for (const { context, node } of socles) {
        if (policies.some((policy) => isHeardBy({ context, node }, policy))) continue;
        fail(context, 'BAR493', { socle: node.name }, placeOf(context, node, 'name'));
    }
}

function isHeardBy(socle: Root<ast.Socle>, { context, node }: Root<ast.Policy>): boolean {
    return node.headers.some((header) => {
        if (header.$type === 'ApplyHeader') return header.socle === socle.node.name;
        return header.$type === 'UseHeader' && header.vocabulary === socle.node.uses && isInForce(socle.context, socle.node, startOf(context, node));
    });
}

function startOf(context: FileContext, node: ast.Policy): number | undefined {
    const force = node.headers.find((header) => header.$type === 'ForceHeader');
    return force?.start === undefined ? undefined : lowerDate(context, placeOf(context, force, 'start'), force.start);
}

function isInForce(context: FileContext, socle: ast.Socle, day: number | undefined): boolean {
    const bound = (property: 'start' | 'end'): number | undefined => {
        const text = socle[property];
        return text === undefined ? undefined : lowerDate(context, placeOf(context, socle, property), text);
    };
    const [start, end] = [bound('start'), bound('end')];
    return day === undefined || ((start === undefined || start <= day) && (end === undefined || day <= end));
}

/** What one file says once: the kind and the name of a clause, or its kind alone. */
function keyOf(item: ast.PolicyItem): string {
    return `${item.$type} ${wordOf(item) ?? ''}`;
}

function wordOf(item: ast.PolicyItem): string | undefined {
    if (item.$type === 'TableSupplement') return item.table;
    if (item.$type === 'ParameterConfirmation') return item.parameter;
    return 'name' in item ? item.name : undefined;
}

function takenBy(parts: readonly PolicyPart[]): ReadonlySet<string> {
    return new Set(parts.flatMap(({ node, items = node.items }) => items.map(keyOf)));
}

interface Taking {
    /** Clauses that the policy has already: its own come first. */
    readonly taken: ReadonlySet<string>;
    /** The policies on the way, to see circles. */
    readonly chain: readonly string[];
}

function inherited({ context, node }: Root<ast.Policy>, lenders: Lenders, { taken, chain }: Taking): readonly PolicyPart[] {
    const header = node.headers.find((candidate) => candidate.$type === 'InheritHeader');
    if (header === undefined) return [];
    const name = nameOf(header.policy, header.version);
    if (name === nameOf(node.name, node.version) || chain.includes(name)) {
        fail(context, 'BAR483', { chain: [...chain, name] }, placeOf(context, header, 'policy'));
        return [];
    }
    const lender = lenders.policies.find((candidate) => nameOf(candidate.node.name, candidate.node.version) === name);
    if (lender === undefined) {
        const known = lenders.policies.filter((candidate) => candidate.node.name === header.policy).map((candidate) => unquote(candidate.node.version) ?? '');
        fail(context, 'BAR210', { policy: header.policy, version: unquote(header.version) ?? '', known }, placeOf(context, header, 'policy'));
        return [];
    }
    const wanted = wantedTypes(context, header);
    const items = lender.node.items.filter((item) => wanted.has(item.$type) && !taken.has(keyOf(item)));
    const part: PolicyPart = { ...lender, items };
    return [part, ...inherited(lender, lenders, { taken: new Set([...taken, ...items.map(keyOf)]), chain: [...chain, nameOf(node.name, node.version)] })];
}

function nameOf(policy: string, version: string | undefined): string {
    return `${policy} ${unquote(version) ?? ''}`;
}

type ItemType = ast.PolicyItem['$type'];

/** What other clauses read, which follows them. */
const NAMES: readonly ItemType[] = ['NamedList', 'Table', 'TableSupplement', 'ParameterConfirmation', 'DerivedFact'];

const KINDS: ReadonlyMap<string, readonly ItemType[]> = new Map<string, readonly ItemType[]>([
    ['cotations', ['Scoring', 'Unscored', 'RefusalEffect']],
    ['classement', ['Ranking']],
    ['exclusions', ['Exclusion']],
    ['adéquations', ['Adequacy']],
    ['signaux', ['Signal']],
    ['commission', ['Commission']],
    ['garanties', ['Guarantee']],
    ['objectifs', ['Objective']],
]);

/** Without a kind, all that a council votes. */
function wantedTypes(context: FileContext, header: ast.InheritHeader): ReadonlySet<ItemType> {
    const kinds = header.kinds.length > 0 ? header.kinds : [...KINDS.keys()].filter((kind) => kind !== 'objectifs');
    const voted: readonly ItemType[] = header.kinds.length > 0 ? [] : ['AnalogousDemands'];
    const named = kinds.flatMap((kind, index) => {
        const types = KINDS.get(kind.normalize('NFC'));
        if (types === undefined)
            fail(
                context,
                'BAR482',
                { name: kind, nearest: nearestNames(kind, KINDS.keys()), known: [...KINDS.keys()] },
                placeOf(context, header, 'kinds', index),
            );
        return types ?? [];
    });
    return new Set([...NAMES, ...voted, ...named]);
}
