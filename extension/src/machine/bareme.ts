/** The command line, packaged: what the extension runs in a process of its own to replay, and tasks to check. */
import { main } from '@bareme/cli/main';

// Whoever follows the progress reads the line that rewrites itself, which is for terminals.
if (process.env['BAREME_PROGRES'] === 'oui') Object.defineProperty(process.stderr, 'isTTY', { value: true });

process.exitCode = await main(process.argv.slice(2));
