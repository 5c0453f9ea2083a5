import { nearestNames, report, type Diagnostic } from '@bareme/language/diagnostics';
import { COMMANDS } from './commands/index.js';
import { formatOf, type Command } from './commands/command.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { commandHelp, generalHelp, helpWidth } from './help.js';
import { usesColour, type Host } from './host.js';
import { parseInvocation, withoutAccents, type Invocation } from './invocation.js';
import { processHost } from './process-host.js';
import { humanDiagnostics } from './report/human.js';
import { printFindings } from './report/print-findings.js';
import { PROGRAM_VERSION } from './version.js';

/** Runs the command line of this process and gives its exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
    return run(args, processHost(process, args.some(isInterruptible)));
}

/** Runs one command line against a host. Never throws: a defect is a finding (BAR990) and exit code 3. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
    const [verb, ...rest] = args;
    if (verb === undefined || HELP_WORDS.has(verb)) {
        const about = rest[0] === undefined ? undefined : findCommand(rest[0]);
        const width = helpWidth(host.out.columns);
        host.out.write(about === undefined ? generalHelp(COMMANDS, width) : commandHelp(about, width));
        return verb === undefined ? EXIT.misuse : EXIT.clean;
    }
    if (VERSION_WORDS.has(verb)) {
        host.out.write(`bareme ${PROGRAM_VERSION}\n`);
        return EXIT.clean;
    }
    const command = findCommand(verb);
    if (command === undefined) return misuse([report('BAR901', { verb, nearest: nearestVerbs(verb) })], host);
    return runCommand(command, rest, host);
}

async function runCommand(command: Command, args: readonly string[], host: Host): Promise<ExitCode> {
    const aside = await command.aside?.(args, host);
    if (aside !== undefined) return aside;
    const { invocation, diagnostics } = parseInvocation(command, args);
    if (invocation.has('help')) {
        host.out.write(commandHelp(command, helpWidth(host.out.columns)));
        return EXIT.clean;
    }
    if (diagnostics.length > 0) return misuse(diagnostics, host);
    try {
        return await command.run(invocation, host);
    } catch (error) {
        return defect(command, invocation, { error, host });
    }
}

const HELP_WORDS = new Set(['--help', '-h', '--aide', 'help', 'aide']);
const VERSION_WORDS = new Set(['--version', '-v', 'version']);

function findCommand(verb: string): Command | undefined {
    const plain = withoutAccents(verb);
    return COMMANDS.find(({ name, alias }) => name === plain || alias === plain);
}

function isInterruptible(word: string): boolean {
    return findCommand(word)?.interruptible === true;
}

function nearestVerbs(verb: string): readonly string[] {
    return nearestNames(
        verb,
        COMMANDS.flatMap(({ name, alias }) => [name, alias]),
    );
}

function misuse(diagnostics: readonly Diagnostic[], host: Host): ExitCode {
    host.err.write(humanDiagnostics(diagnostics, { texts: new Map(), colour: usesColour(host.err, host.env) }));
    return EXIT.misuse;
}

/** A defect is said in the format asked for, without any value of the data (REQ-22): its name, and its trace only on demand. */
function defect(command: Command, invocation: Invocation, { error, host }: { readonly error: unknown; readonly host: Host }): ExitCode {
    const name = error instanceof Error ? error.name : 'erreur sans nom';
    const format = formatOf(invocation);
    printFindings({ command: command.name, diagnostics: [report('BAR990', { name })], texts: new Map(), format, stream: 'err' }, host);
    if (host.env['BAREME_TRACE'] === '1' && error instanceof Error) host.err.write(`${error.stack ?? error.message}\n`);
    return EXIT.internal;
}
