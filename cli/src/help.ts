import { COMMON_OPTIONS, type OptionSpec } from './commands/command-syntax.js';
import type { Command } from './commands/command.js';

const WIDTH = 100;

/** What `bareme --help` prints: the table of verbs. */
export function generalHelp(commands: readonly Command[]): string {
    const rows = commands.map(({ name, alias, summary }) => [`${name} (${alias})`, summary] as const);
    return [
        'Barème : l’atelier des règles d’attribution des logements sociaux.',
        'Une aide à la décision : les règles classent, la commission décide.',
        '',
        'bareme VERBE [options]',
        '',
        'Verbes :',
        ...columns(rows),
        '',
        '« bareme VERBE --help » détaille chaque verbe. Les verbes et les options s’écrivent avec ou sans accents.',
        '',
        'Code de retour : 0 rien à signaler ; 1 constats sur les fichiers ; 2 commande mal formée ; 3 défaut interne ou',
        'disque ; 130 interruption par Ctrl-C.',
        '',
    ].join('\n');
}

/** What `bareme VERBE --help` prints. */
export function commandHelp(command: Command): string {
    const positional = command.positionals === undefined ? [] : ([[command.positionals.word, command.positionals.help]] as const);
    const options = [...command.options, ...COMMON_OPTIONS];
    return [
        `bareme ${command.name} (${command.alias}) : ${command.summary}`,
        '',
        usage(command),
        '',
        ...(positional.length === 0 ? [] : ['Arguments :', ...columns(positional), '']),
        'Options :',
        ...columns(options.map((option) => [optionWord(option), optionHelp(option)] as const)),
        '',
        ...command.details.flatMap((paragraph) => [...wrap(paragraph, WIDTH), '']),
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

/** Two aligned columns; the second one wraps. */
function columns(rows: readonly (readonly [left: string, right: string])[]): readonly string[] {
    const width = Math.max(...rows.map(([left]) => left.length));
    return rows.flatMap(([left, right]) => wrap(right, WIDTH - width - 4).map((line, index) => `  ${(index === 0 ? left : '').padEnd(width)}  ${line}`));
}

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
