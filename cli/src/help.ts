import { COMMON_OPTIONS, type OptionSpec } from './commands/command-syntax.js';
import type { Command } from './commands/command.js';

/** Columns of a help that no terminal shows, and bounds of those that one does. */
const WIDTH = { usual: 100, least: 50, most: 120 };

/** Columns that a help fills: those of the terminal, within reason. */
export function helpWidth(columns: number | undefined): number {
    return columns === undefined ? WIDTH.usual : Math.min(Math.max(columns, WIDTH.least), WIDTH.most);
}

/** What `bareme --help` prints: the table of verbs. */
export function generalHelp(commands: readonly Command[], width: number): string {
    const rows = commands.map(({ name, alias, summary }) => [`${name} (${alias})`, summary] as const);
    return [
        ...wrap('Barème : l’atelier des règles d’attribution des logements sociaux.', width),
        ...wrap('Une aide à la décision : les règles classent, la commission décide.', width),
        '',
        'bareme VERBE [options]',
        '',
        'Verbes :',
        ...columns(rows, width),
        '',
        ...wrap('« bareme VERBE --help » détaille chaque verbe. Les verbes et les options s’écrivent avec ou sans accents.', width),
        '',
        ...wrap(
            'Code de retour : 0 rien à signaler ; 1 constats sur les fichiers ; 2 commande mal formée ; 3 défaut interne ou disque ; 130 interruption par Ctrl-C.',
            width,
        ),
        '',
    ].join('\n');
}

/** What `bareme VERBE --help` prints. */
export function commandHelp(command: Command, width: number): string {
    const positional = command.positionals === undefined ? [] : ([[command.positionals.word, command.positionals.help]] as const);
    const options = [...command.options, ...COMMON_OPTIONS];
    return [
        ...wrap(`bareme ${command.name} (${command.alias}) : ${command.summary}`, width),
        '',
        usage(command),
        '',
        ...(positional.length === 0 ? [] : ['Arguments :', ...columns(positional, width), '']),
        'Options :',
        ...columns(
            options.map((option) => [optionWord(option), optionHelp(option)] as const),
            width,
        ),
        '',
        ...command.details.flatMap((paragraph) => [...wrap(paragraph, width), '']),
        command.examples.length > 1 ? 'Exemples :' : 'Exemple :',
        ...command.examples.map((example) => `  ${example}`),
        '',
    ].join('\n');
}

function usage({ name, positionals, options }: Command): string {
    const required = options.filter((option) => option.required === true).map(optionWord);
    const argument = positionals === undefined ? [] : [positionals.required ? positionals.word : `[${positionals.word}]`];
    return ['bareme', name, ...argument, ...required, '[options]'].join(' ');
}

function optionWord({ name, value }: OptionSpec): string {
    return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function optionHelp({ help, required, repeated }: OptionSpec): string {
    const marks = [required === true ? 'obligatoire' : undefined, repeated === true && !help.includes('répétée') ? 'peut être répétée' : undefined];
    const said = marks.filter((mark) => mark !== undefined);
    return said.length === 0 ? help : `${help} (${said.join(' ; ')})`;
}

/** Two aligned columns, the second one wrapped; one below the other where the terminal is too narrow for both. */
function columns(rows: readonly (readonly [left: string, right: string])[], width: number): readonly string[] {
    const first = Math.max(...rows.map(([left]) => left.length));
    const left = width - first - 4;
    if (left < NARROWEST) return rows.flatMap(([word, text]) => [`  ${word}`, ...wrap(text, width - 6).map((line) => `      ${line}`)]);
    return rows.flatMap(([word, text]) => wrap(text, left).map((line, index) => `  ${(index === 0 ? word : '').padEnd(first)}  ${line}`));
}

/** Columns below which a text beside another cannot be read. */
const NARROWEST = 30;

/** The words of a text on lines of at most `width` characters. A no-break space is not a place to break. */
function wrap(text: string, width: number): readonly string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > width) {
            lines.push(line);
            line = '';
        }
        line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}
