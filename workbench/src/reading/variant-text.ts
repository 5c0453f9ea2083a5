import type { Criterion, Group, NamedList, Policy, Rubric, Scoring, ScoringItem, Span, Vocabulary } from '@bareme/language/ir';
import { printCombination, printFixed } from '@bareme/language/printing';

/** Texts of the files, by path. */
type Texts = ReadonlyMap<string, string>;

/**
 * Writes as edits what an edited version changes of the version it comes from: points and limits (`fixe`), whole criteria, combinations,
 * lists, the ranking. What cannot be said so is left out: the caller compares the outcome with the edited version.
 */
export function variantEdits(before: Policy, after: Policy, texts: Texts): readonly string[] {
    const source = (at: Span): string => (texts.get(at[0]) ?? '').slice(at[1], at[2]).trim();
    return [
        ...after.scorings.flatMap((scoring) =>
            scoringEdits(
                before.scorings.find(({ name }) => name === scoring.name),
                scoring,
                { source, vocabulary: after.vocabulary },
            ),
        ),
        ...listEdits(before.lists, after.lists, source),
        ...rankingEdits(before, after, source),
    ];
}

/**
 * Whether an edited version changes more than a variant can say: anything outside of criteria, combinations, the words of lists and the
 * ranking. Making a variant of it would lose that part.
 */
export function isBeyondVariant(before: Policy, after: Policy): boolean {
    return outline(before, after) !== outline(after, before);
}

/** What edits of a variant leave as it is: all but the items of groups that both versions have, the words of lists and the ranking. */
function outline(policy: Policy, other: Policy): string {
    const scorings = policy.scorings.map(({ name, label, scope, group }) => {
        const shared = rubricsOf(other.scorings.find((scoring) => scoring.name === name)?.group);
        return { name, label, scope, rubrics: [...rubricsOf(group)].filter(([rubric]) => shared.has(rubric)) };
    });
    return meaning({ ...policy, scorings, lists: policy.lists.map(({ name }) => name), ranking: policy.ranking !== undefined });
}

/** The rubrics of a group by name, as they are told apart from what they hold. */
function rubricsOf(group: Group | undefined): ReadonlyMap<string, unknown> {
    const rubrics = group?.items.filter((item) => item.kind === 'rubric') ?? [];
    return new Map(rubrics.flatMap(({ name, label, references, group: inner }) => [[name, { label, references }] as const, ...rubricsOf(inner)]));
}

/** What edits are written with: what the author wrote at a place, and the words of the policy. */
interface Writing {
    readonly source: Source;
    readonly vocabulary: Vocabulary;
}

type Source = (at: Span) => string;

function scoringEdits(before: Scoring | undefined, after: Scoring, writing: Writing): readonly string[] {
    if (before === undefined) return [];
    return groupEdits({ kind: 'cotation', name: after.name, before: before.group, after: after.group }, writing);
}

interface GroupPair {
    readonly kind: 'cotation' | 'rubrique';
    readonly name: string;
    readonly before: Group;
    readonly after: Group;
}

function groupEdits({ kind, name, before, after }: GroupPair, writing: Writing): readonly string[] {
    const [former, combined] = [printCombination(before), printCombination(after)];
    const combinations = former === combined ? [] : [`combine ${kind} ${name} : ${combined}`];
    const kept = before.items.filter((item) => after.items.some((other) => isSame(item, other)));
    const removed = before.items
        .filter((item) => !kept.includes(item))
        .map(({ kind: what, name: target }) => `retire ${what === 'criterion' ? 'critère' : 'rubrique'} ${target}`);
    const added = after.items.filter((item) => !before.items.some((other) => isSame(item, other)));
    const additions = added.length === 0 ? [] : [`ajoute à ${kind} ${name} :\n    ${added.map(({ at }) => writing.source(at)).join('\n    ')}`];
    const inner = kept.flatMap((item) => itemEdits(item, after.items.find((other) => isSame(item, other)) ?? item, writing));
    return [...inner, ...combinations, ...removed, ...additions];
}

function isSame(a: ScoringItem, b: ScoringItem): boolean {
    return a.kind === b.kind && a.name === b.name;
}

function itemEdits(before: ScoringItem, after: ScoringItem, writing: Writing): readonly string[] {
    if (before.kind === 'rubric' && after.kind === 'rubric') return rubricEdits(before, after, writing);
    return before.kind === 'criterion' && after.kind === 'criterion' ? criterionEdits(before, after, writing) : [];
}

function rubricEdits(before: Rubric, after: Rubric, writing: Writing): readonly string[] {
    return groupEdits({ kind: 'rubrique', name: after.name, before: before.group, after: after.group }, writing);
}

function criterionEdits(before: Criterion, after: Criterion, { source, vocabulary }: Writing): readonly string[] {
    if (meaning(before) === meaning(after)) return [];
    const rest = (criterion: Criterion): string => meaning({ ...criterion, points: undefined, cap: undefined, floor: undefined });
    const isFixed = (after.points.kind === 'flat' || after.points.kind === 'rate') && rest(before) === rest(after);
    return [isFixed ? `fixe ${after.name} : ${printFixed(after, vocabulary)}` : `remplace critère ${after.name} par ${source(after.at)}`];
}

function listEdits(before: readonly NamedList[], after: readonly NamedList[], source: Source): readonly string[] {
    return after.flatMap((list) => {
        const former = before.find(({ name }) => name === list.name);
        return former === undefined || meaning(former) === meaning(list) ? [] : [`remplace ${source(list.at)}`];
    });
}

function rankingEdits(before: Policy, after: Policy, source: Source): readonly string[] {
    if (after.ranking === undefined || meaning(before.ranking) === meaning(after.ranking)) return [];
    return [`remplace ${source(after.ranking.at)}`];
}

/** Members that say where a node is written, or repeat its words. */
const WRITING = new Set(['at', 'places', 'text', 'sources']);

/** A node without its places and its text: what it means. A condition that reads a list by its name does not repeat its words. */
export function meaning(node: unknown): string {
    return JSON.stringify(node, (_key, value: unknown) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
        const readsList = 'list' in value && typeof value.list === 'string';
        const members = Object.entries(value).filter(([key]) => !WRITING.has(key) && !(readsList && key === 'values'));
        return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
    });
}

/** The file of a variant. */
export function variantFile(
    policy: Policy,
    { name, label, edits }: { readonly name: string; readonly label: string; readonly edits: readonly string[] },
): string {
    const body = edits.map((edit) => `  ${edit}`).join('\n');
    return `barème 1\n\nvariante ${name} "${label.replaceAll('"', '’')}" de ${policy.name} version "${policy.version}" {\n${body}\n}\n`;
}

/** A name of the language made from words: « Plus d'ancienneté » is `plus_d_ancienneté`. */
export function nameFrom(words: string): string {
    const name = words
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^a-zà-öø-ÿœ0-9]+/g, '_')
        .replace(/^[_0-9]+|_+$/g, '');
    return name === '' ? 'variante' : name;
}

/** A file name from words: letters without accents. */
export function fileNameFrom(words: string): string {
    return nameFrom(words).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('_', '-');
}
