// The README's first command: the main job on the embedded, fictitious territory, through the command line as a user has it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BAREME = join(ROOT, 'cli/bin/bareme.js');
const POLICIES = ['policies/national', 'policies/valmont'];
const TERRITORY = 'demo/territoire';
const REPORT = 'demo/rapport';
const [FROM, TO] = ['01/06/2023', '31/12/2024'];

const STEPS = [
    { title: 'Vérifier les règles de Valmont (territoire fictif)', args: ['verifier', ...POLICIES] },
    { title: 'Passer leurs exemples', args: ['tester', ...POLICIES], shown: 6 },
    {
        title: 'Engendrer un territoire synthétique, son histoire tirée des règles en vigueur : 12 000 demandes, 1 800 logements libérés',
        args: [
            'generer',
            ...POLICIES,
            '--modele',
            'policies/valmont/modele.json',
            '--demandes',
            '12000',
            '--attributions',
            '1800',
            // Half a year more than 2024: every lease signed in that year comes of a vacancy of the window.
            '--du',
            FROM,
            '--au',
            TO,
            '--graine',
            '2024',
            '--sortie',
            TERRITORY,
            '--force',
        ],
    },
    {
        title: 'Rejouer 2024, tous les baux signés dans l’année : les règles en vigueur et deux variantes, en quatre tirages (huit sans --tirages)',
        args: ['rejouer', ...POLICIES, '--variante', 'attente_renforcée', '--variante', 'travailleurs_essentiels', '--territoire', TERRITORY].concat([
            '--du',
            FROM,
            '--au',
            TO,
            '--tirages',
            '4',
            '--mode',
            'vivier',
            '--graine',
            '1',
            '--sortie',
            REPORT,
            '--force',
        ]),
    },
];

process.exitCode = main();

function main() {
    const before = hashOfFolder(REPORT);
    for (const [index, { title, args, shown }] of STEPS.entries()) {
        console.log(`\n[${index + 1}/${STEPS.length}] ${title}\n    bareme ${args.join(' ')}\n`);
        const code = runBareme(args, shown);
        if (code !== 0) return code;
    }
    if (before !== undefined)
        console.log(
            before === hashOfFolder(REPORT)
                ? '\nDeuxième rejeu : reçu identique, mêmes octets.'
                : '\nCe rejeu diffère du précédent : les fichiers ou l’outil ont changé.',
        );
    console.log(`\nOuvrez ${REPORT}/rapport.html dans un navigateur (aucun réseau nécessaire).`);
    return 0;
}

/** Runs the command line; `shown` keeps only its last lines, all of them when it fails. */
function runBareme(args, shown) {
    const stdio = ['ignore', shown === undefined ? 'inherit' : 'pipe', 'inherit'];
    const { status, stdout } = spawnSync(process.execPath, [BAREME, ...args], { cwd: ROOT, stdio, encoding: 'utf8' });
    if (shown !== undefined) {
        const lines = (stdout ?? '').trimEnd().split('\n');
        console.log((status === 0 ? lines.slice(-shown) : lines).join('\n'));
    }
    return status ?? 3;
}

/** One hash of every file of a folder, names and bytes; nothing when there is no such folder. */
function hashOfFolder(folder) {
    const path = join(ROOT, folder);
    if (!existsSync(path)) return undefined;
    const hash = createHash('sha256');
    for (const name of readdirSync(path).sort()) hash.update(`${name}\0`).update(readFileSync(join(path, name)));
    return hash.digest('hex');
}
