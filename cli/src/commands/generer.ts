import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LABEL_FILE, MANIFEST_FILE, readModel, type GeneratedTerritory, type GeneratorModel } from '@bareme/language/data';
import { report, type Diagnostic } from '@bareme/language/diagnostics';
import { parseDate } from '@bareme/language/ir';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { dayText, plural } from '../french.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { failureReason, machineDisk } from '../output/disk.js';
import { openOutputFolder, refusalExit } from '../output/output-folder.js';
import { progressOn, type Progress } from '../progress.js';
import { drawInSteps, rulesToFollow, type Generated } from '../replay-run/draw-in-steps.js';
import { readSeed } from '../replay-run/replay-options.js';
import { jsonText } from '../report/json.js';
import { printFindings } from '../report/print-findings.js';
import { stop, type Stop } from '../stop.js';
import { dataDiagnostic } from '../workspace/data-diagnostics.js';
import { OUTPUT_OPTIONS, POLICY_OPTIONS } from './command-syntax.js';
import { formatOf, type Command } from './command.js';

/** `bareme generer`: a synthetic territory, seeded, labelled as such in every file. */
export const GENERER: Command = {
    name: 'generer',
    alias: 'generate',
    summary: 'engendre un territoire synthétique, étiqueté comme tel',
    positionals: { word: 'CHEMIN…', help: 'fichiers ou dossiers .bareme : les règles en vigueur dont l’histoire des attributions est tirée', required: false },
    options: [
        ...POLICY_OPTIONS.filter(({ name }) => name !== 'correspondance'),
        { name: 'modele', value: 'FICHIER', required: true, help: 'le modèle du territoire, en JSON' },
        { name: 'demandes', value: 'N', required: true, help: 'nombre de demandes' },
        { name: 'attributions', value: 'N', required: true, help: 'nombre de logements libérés' },
        { name: 'graine', value: 'N', help: 'nombre entier dont dépendent les tirages (par défaut, 1)' },
        { name: 'du', value: 'JOUR', help: 'premier jour de la période (par défaut, 01/01/2024)' },
        { name: 'au', value: 'JOUR', help: 'dernier jour de la période (par défaut, 31/12/2024)' },
        OUTPUT_OPTIONS.folder,
        OUTPUT_OPTIONS.force,
    ],
    details: [
        'Avec des fichiers de règles, chaque logement est attribué d’après la politique en vigueur, avec la liberté de désignation et de commission que dit le modèle ; sans eux, l’histoire est tirée sans règles.',
        'Personne de réel n’y figure. La même graine et le même modèle redonnent les mêmes octets, sur n’importe quelle machine.',
    ],
    examples: [
        'bareme generer policies/national policies/valmont --modele policies/valmont/modele.json --demandes 12000 --attributions 1800 --du 01/06/2023 --graine 2024 --sortie demo/territoire',
    ],
    interruptible: true,
    run: generate,
};

/** Every file that the command writes: what `--force` may replace. */
const OWNED = [MANIFEST_FILE, LABEL_FILE, 'demandes.csv', 'logements.csv', 'candidatures.csv', 'refus.csv', 'occupants.csv'];
/** More rows than any territory has, and than memory holds. */
const MOST_ROWS = 5_000_000;

async function generate(invocation: Invocation, host: Host): Promise<ExitCode> {
    const format = formatOf(invocation);
    const progress = progressOn(host, invocation.has('silencieux') || format !== 'humain');
    progress.stage('Génération du territoire…');
    const outcome = await attempt(invocation, host, progress);
    progress.end();
    if (outcome.kind === 'stop') {
        printFindings({ command: 'generer', diagnostics: outcome.diagnostics, texts: outcome.texts, format, stream: 'err' }, host);
        return outcome.exit;
    }
    printGenerated(outcome.territory, invocation, host);
    return EXIT.clean;
}

async function attempt(invocation: Invocation, host: Host, progress: Progress): Promise<Generated | Stop> {
    const asked = readRequest(invocation);
    if (asked.diagnostics.length > 0) return stop(EXIT.misuse, asked.diagnostics);
    const read = await readModelFile(invocation.value('modele') ?? '', host);
    if (read.kind === 'stop') return read;
    const rules = await rulesToFollow(invocation, host);
    if (rules.kind === 'stop') return rules;
    const shown = invocation.value('sortie') ?? '';
    const opened = openOutputFolder({
        path: resolve(host.cwd, shown),
        shown,
        owned: OWNED,
        force: invocation.has('force'),
        isOurs: isSynthetic,
        disk: machineDisk,
    });
    if (opened.kind === 'refused') return stop(refusalExit(opened.diagnostics), opened.diagnostics);
    try {
        const drawn = await drawInSteps({ ...asked.request, model: read.model }, { rules: rules.ruleSet, host, progress });
        if (drawn.kind === 'stop') return drawn;
        if (host.interrupted()) return stop(EXIT.interrupted, [report('BAR916', { signal: 'Ctrl-C' })]);
        const { territory } = drawn;
        const failed = opened.folder.commit(territory.files);
        return failed.length > 0 ? stop(EXIT.internal, failed) : { kind: 'generated', territory };
    } finally {
        opened.folder.abandon();
    }
}

/** A folder of ours says twice that it is synthetic. */
function isSynthetic(read: (name: string) => string | undefined): boolean {
    return read(LABEL_FILE) !== undefined && /"synthétique"\s*:\s*true/.test(read(MANIFEST_FILE) ?? '');
}

interface Asked {
    readonly request: { readonly demands: number; readonly lettings: number; readonly seed: number; readonly from: number; readonly to: number };
    readonly diagnostics: readonly Diagnostic[];
}

function readRequest(invocation: Invocation): Asked {
    const diagnostics: Diagnostic[] = [];
    const refuse = (option: string, expected: string) => {
        diagnostics.push(report('BAR904', { option: `--${option}`, expected }));
        return 0;
    };
    const rows = (option: string) => {
        const word = invocation.value(option) ?? '';
        const count = /^\d{1,7}$/.test(word) ? Number(word) : MOST_ROWS + 1;
        return count <= MOST_ROWS ? count : refuse(option, 'un nombre entier de 0 à 5 000 000, écrit en chiffres');
    };
    const day = (option: string, otherwise: string) => parseDate(invocation.value(option) ?? otherwise) ?? refuse(option, 'un jour, comme 01/01/2024');
    const seed = readSeed(invocation.value('graine') ?? '1') ?? refuse('graine', 'un nombre entier de 0 à 4 294 967 295');
    const [from, to] = [day('du', '01/01/2024'), day('au', '31/12/2024')];
    if (diagnostics.length === 0 && from > to) diagnostics.push(report('BAR809', { from: dayText(from), to: dayText(to) }));
    return { request: { demands: rows('demandes'), lettings: rows('attributions'), seed, from, to }, diagnostics };
}

async function readModelFile(path: string, host: Host): Promise<{ readonly kind: 'model'; readonly model: GeneratorModel } | Stop> {
    try {
        const { model, findings } = readModel(await readFile(resolve(host.cwd, path), 'utf8'), path);
        return model === undefined ? stop(EXIT.findings, findings.map(dataDiagnostic)) : { kind: 'model', model };
    } catch (error) {
        return stop(EXIT.misuse, [report('BAR915', { path, reason: failureReason(error) })]);
    }
}

function printGenerated({ files, manifest }: GeneratedTerritory, invocation: Invocation, host: Host): void {
    const folder = invocation.value('sortie') ?? '';
    if (formatOf(invocation) === 'json')
        return host.out.write(jsonText({ generatedVersion: '1.0', folder, name: manifest.name, synthetic: manifest.synthetic, files: [...files.keys()] }));
    if (invocation.has('silencieux')) return;
    const demands = plural(Number(invocation.value('demandes')), 'demande', 'demandes');
    const dwellings = plural(Number(invocation.value('attributions')), 'logement libéré', 'logements libérés');
    host.out.write(
        `${manifest.name} : ${demands}, ${dwellings}. Données synthétiques — territoire fictif.\n${manifest.notices.at(-1) ?? ''}\nÉcrit dans ${folder} : ${[...files.keys()].join(', ')}\n`,
    );
}
