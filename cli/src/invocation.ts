import { parseArgs } from 'node:util';
import { nearestNames, report, type Diagnostic } from '@bareme/language/diagnostics';
import { COMMON_OPTIONS, type CommandSyntax, type OptionSpec } from './commands/command-syntax.js';

/** The arguments of one command, as the user gave them. */
export interface Invocation {
    readonly positionals: readonly string[];
    /** The value of an option: the last one given. */
    readonly value: (name: string) => string | undefined;
    /** Every value of a repeated option, in order. */
    readonly values: (name: string) => readonly string[];
    readonly has: (name: string) => boolean;
}

/** The arguments read against what the verb accepts, and everything wrong with them. */
export interface ParsedInvocation {
    readonly invocation: Invocation;
    readonly diagnostics: readonly Diagnostic[];
}

/** Reads the arguments of a verb. Option names are understood with or without accents; values are never changed. */
export function parseInvocation(command: CommandSyntax, args: readonly string[]): ParsedInvocation {
    const specs = new Map([...command.options, ...COMMON_OPTIONS].map((spec) => [spec.name, spec]));
    const given = new Map<string, (string | true)[]>();
    const positionals: string[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const token of tokensOf(args, specs)) {
        if (token.kind === 'positional') positionals.push(token.value);
        if (token.kind !== 'option') continue;
        const name = canonicalOption(token.name);
        const spec = specs.get(name);
        if (spec === undefined) diagnostics.push(unknownOption(command, token.rawName, specs.keys()));
        else if (spec.value !== undefined && !hasValue(token)) diagnostics.push(report('BAR905', { option: `--${name}` }));
        else given.set(name, [...(given.get(name) ?? []), token.value ?? true]);
    }
    const invocation = invocationOf(positionals, given);
    if (!invocation.has('help')) diagnostics.push(...refusals(command, invocation, specs));
    return { invocation, diagnostics };
}

type Token =
    | { readonly kind: 'positional'; readonly value: string }
    | { readonly kind: 'option'; readonly name: string; readonly rawName: string; readonly value?: string; readonly inlineValue?: boolean }
    | { readonly kind: 'option-terminator' };

/** A word that begins with two dashes is the next option, not a value; `--option=--value` says otherwise. */
function hasValue({ value, inlineValue }: { readonly value?: string; readonly inlineValue?: boolean }): boolean {
    return value !== undefined && (inlineValue === true || !value.startsWith('--'));
}

/** `parseArgs` splits the words; unknown names are ours to refuse, in French. */
function tokensOf(args: readonly string[], specs: ReadonlyMap<string, OptionSpec>): readonly Token[] {
    const options = Object.fromEntries(
        [...specs.values()].map(({ name, value }) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const) }]),
    );
    const known = args.map((word) => (word.startsWith('--') ? canonicalWord(word, specs) : (SHORT.get(word) ?? word)));
    return parseArgs({ args: known, options, strict: false, tokens: true }).tokens;
}

const SHORT = new Map([['-h', '--help']]);
const SYNONYMS = new Map([['aide', 'help']]);

/** An option's word with its accents removed when that makes it known; otherwise as written, so that a finding quotes it. */
function canonicalWord(word: string, specs: ReadonlyMap<string, OptionSpec>): string {
    const [name = '', ...value] = word.slice(2).split('=');
    const canonical = canonicalOption(name);
    return specs.has(canonical) ? ['--' + canonical, ...value].join('=') : word;
}

function canonicalOption(name: string): string {
    const plain = withoutAccents(name);
    return SYNONYMS.get(plain) ?? plain;
}

/** The word in lower case without accents: how verbs and options are compared. */
export function withoutAccents(word: string): string {
    return word
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase();
}

function unknownOption(command: CommandSyntax, option: string, known: Iterable<string>): Diagnostic {
    const nearest = nearestNames(option.replace(/^-+/, ''), known).map((name) => `--${name}`);
    return report('BAR902', { verb: command.name, option, nearest });
}

function invocationOf(positionals: readonly string[], given: ReadonlyMap<string, readonly (string | true)[]>): Invocation {
    const values = (name: string) => (given.get(name) ?? []).filter((value) => value !== true);
    return { positionals, values, value: (name) => values(name).at(-1), has: (name) => given.has(name) };
}

function refusals(command: CommandSyntax, invocation: Invocation, specs: ReadonlyMap<string, OptionSpec>): readonly Diagnostic[] {
    const diagnostics: Diagnostic[] = [];
    for (const { name, required, choices } of specs.values()) {
        if (required === true && !invocation.has(name)) diagnostics.push(report('BAR903', { verb: command.name, option: `--${name}` }));
        const outside = choices !== undefined && invocation.values(name).some((value) => !choices.includes(value));
        if (outside) diagnostics.push(report('BAR904', { option: `--${name}`, expected: `l’un de : ${choices.join(', ')}` }));
    }
    const { positionals } = command;
    const first = invocation.positionals[0];
    if (positionals === undefined && first !== undefined) diagnostics.push(report('BAR906', { verb: command.name, argument: first }));
    if (positionals?.required === true && first === undefined) diagnostics.push(report('BAR907', { verb: command.name, argument: positionals.word }));
    return diagnostics;
}
