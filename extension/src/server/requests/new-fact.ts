import type { Policy } from '@bareme/language/ir';
import type { DraftChange, DraftRefusal, NewFactRequest, Place } from '../../protocol.js';
import type { Program } from '../programs.js';

const NAME = /^[A-Za-zÀ-ÖØ-öø-ÿŒœŸ_][A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]*$/;

/** The national texts are the same for all: what a territory adds is written beside its policy. */
const NATIONAL = /(^|\/)national\//;

/** A fact of the demand that the territory alone knows: among those that the policy already adds, else in a vocabulary of its own. */
export function draftFact(program: Program | undefined, asked: NewFactRequest): DraftChange | DraftRefusal {
    const policy = program?.project.policies.find(({ name, version }) => name === asked.policy && version === asked.version);
    if (program === undefined || policy === undefined) return refused(`La version « ${asked.version} » de « ${asked.policy} » n’est pas dans ce dossier.`);
    if (!NAME.test(asked.name)) return refused(`« ${asked.name} » n’est pas un nom : des lettres, des chiffres et « _ », sans espace.`);
    if (wordsOf(policy).has(asked.name)) return refused(`« ${asked.name} » est déjà un mot de cette politique : choisissez un autre nom.`);
    const used = usedBy(program, policy);
    if (used === undefined) return refused('Cette politique n’utilise aucun vocabulaire : écrivez d’abord « utilise national » sous son en-tête.');
    const parts = program.names.scopes.filter(({ id, path }) => id === `vocabulaire ${used.name}` && !NATIONAL.test(path));
    if (parts.length > 0) return amongOthers(program, policy, { asked, vocabulary: used.name, parts });
    return inItsOwn(program, policy, { asked, used });
}

interface Used {
    readonly name: string;
    readonly start: number;
    readonly end: number;
}

/** The vocabulary that the header of the policy names. */
function usedBy({ names }: Program, { at: [file, start, end] }: Policy): Used | undefined {
    const found = names.occurrences.find(
        ({ path, role, symbol, start: at }) => path === file && role === 'reference' && symbol.kind === 'vocabulary' && at >= start && at < end,
    );
    return found && { name: found.symbol.name, start: found.start, end: found.end };
}

/** What a name may not be: the policy would no longer tell two things apart. */
function wordsOf({ vocabulary: { facts, derived, parameters, enumerations, tables } }: Policy): ReadonlySet<string> {
    const values = enumerations.flatMap((enumeration) => enumeration.values);
    return new Set(
        [...facts.filter(({ owner }) => owner === 'demande'), ...derived, ...parameters, ...enumerations, ...values, ...tables].map(({ name }) => name),
    );
}

interface Part {
    readonly path: string;
    readonly start: number;
    readonly end: number;
}

/** After the last fact of the demand that the vocabulary declares; in one more part of it where it declares none. */
function amongOthers(
    program: Program,
    { vocabulary: words }: Policy,
    { asked, vocabulary, parts }: { readonly asked: NewFactRequest; readonly vocabulary: string; readonly parts: readonly Part[] },
): DraftChange {
    const inParts = ({ at: [file, start] }: (typeof words.facts)[number]): boolean =>
        parts.some((part) => part.path === file && part.start <= start && start < part.end);
    const last = words.facts.filter((fact) => fact.owner === 'demande' && inParts(fact)).at(-1);
    const path = last?.at[0] ?? parts.at(-1)?.path ?? '';
    const text = program.sources.find((source) => source.path === path)?.text ?? '';
    if (last === undefined) {
        const end = text.trimEnd().length;
        return change(program, [{ path, start: end, end: text.length, newText: `\n\n${vocabularyText(asked, vocabulary, '')}` }]);
    }
    const [, start, end] = last.at;
    const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1];
    const semicolon = /^\s*;/.exec(text.slice(end))?.[0].length ?? 0;
    const fact = `${factText(asked)}${semicolon > 0 ? ' ;' : ''}`;
    const newText = indent === undefined ? `${semicolon > 0 ? '' : ' ;'} ${fact}` : `\n${indent}${fact}`;
    const edits = [{ path, start: end + semicolon, end: end + semicolon, newText }];
    if (asked.values === undefined) return change(program, edits);
    const part = parts.find(({ path: file, start: from, end: to }) => file === path && from <= start && start < to);
    const brace = part === undefined ? -1 : text.indexOf('{', part.start);
    const enumeration = { path, start: brace + 1, end: brace + 1, newText: `\n  ${enumerationText(asked)}` };
    return change(program, brace === -1 ? edits : [...edits, enumeration]);
}

/** A file of its own, which brings the former vocabulary along: the policy uses it instead. */
function inItsOwn(program: Program, policy: Policy, { asked, used }: { readonly asked: NewFactRequest; readonly used: Used }): DraftChange {
    const [main] = policy.at;
    const base = main.slice(0, main.lastIndexOf('/') + 1);
    const paths = new Set(program.sources.map(({ path }) => path));
    const names = new Set(program.project.vocabularies.map(({ name }) => name));
    const path = firstFree((rank) => `${base}vocabulaire${rank === 1 ? '' : `-${rank}`}.bareme`, paths);
    const vocabulary = firstFree((rank) => `${policy.name}_local${rank === 1 ? '' : `_${rank}`}`, names);
    const header = `barème 1\n\n// Ce que cette politique sait de plus que le vocabulaire ${used.name}.\n`;
    const created = { uri: program.uriOf(path), text: `${header}${vocabularyText(asked, vocabulary, ` utilise ${used.name}`)}` };
    const renamed = change(program, [{ path: main, start: used.start, end: used.end, newText: vocabulary }]);
    return { ...renamed, created, show: { uri: created.uri, words: factText(asked) } };
}

function firstFree(nameOf: (rank: number) => string, taken: ReadonlySet<string>): string {
    for (let rank = 1; ; rank += 1) if (!taken.has(nameOf(rank))) return nameOf(rank);
}

function vocabularyText(asked: NewFactRequest, name: string, uses: string): string {
    const enumeration = asked.values === undefined ? '' : `  ${enumerationText(asked)}\n`;
    return `vocabulaire ${name} "Mots propres à cette politique"${uses} {\n${enumeration}  demande {\n    ${factText(asked)}\n  }\n}\n`;
}

function factText({ name, label, type }: NewFactRequest): string {
    return `${name} : ${type ?? enumerationName(name)} "${quoted(label)}"`;
}

function enumerationText({ name, label, values = [] }: NewFactRequest): string {
    return `énumération ${enumerationName(name)} "${quoted(label)}" { ${values.map((value) => `${value.name} "${quoted(value.label)}"`).join(' ; ')} }`;
}

/** `service_rendu` is one of `Service_rendu`: an enumeration has another name than the fact. */
function enumerationName(name: string): string {
    const capital = name.charAt(0).toUpperCase() + name.slice(1);
    return capital === name ? `Valeur_${name}` : capital;
}

function change(program: Program, edits: readonly (Part & { readonly newText: string })[]): DraftChange {
    const [first] = edits;
    const placed = edits.map((edit): Place & { readonly newText: string } => ({ ...program.placeAt(edit), newText: edit.newText }));
    return { edits: placed, show: { uri: program.uriOf(first?.path ?? ''), words: (first?.newText ?? '').trim() } };
}

function quoted(text: string): string {
    return text.replace(/["\n\r]/g, ' ').trim();
}

function refused(reason: string): DraftRefusal {
    return { refused: reason };
}
