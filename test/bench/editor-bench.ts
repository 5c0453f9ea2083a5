import { createCompiler, createSourceParser, runToEnd, type Compiler, type SourceText } from '@bareme/language';
import { loadWorkspace } from '@bareme/language/node';
import { calibrationLoop, timeOf, type Bench, type BenchRow } from './bench.js';
import { generatedPolicy, GENERATED_VOCABULARY } from './generated-policy.js';
import { longPolicy, LONG_POLICY_VOCABULARY } from './long-policy.js';
import { typedThroughServer } from './server-typing.js';

/** What an editor waits after the last key before it compiles, in milliseconds; comprised in every figure and limit. */
const DEBOUNCE = 30;
/** The calibration loop on the machine on which the limits were written, in milliseconds: a limit is so many of its rounds. */
const REFERENCE = 80;
/** Keys typed to warm the compiler, then keys measured: the best is kept, since another process may slow any of them. */
const WARM = 6;
const MEASURED = 12;
const SEED = 60;

/** One file of a set in which one key is typed, and what is allowed. */
interface Typing {
    readonly label: string;
    readonly sources: readonly SourceText[];
    readonly path: string;
    /** At most, to the first push and to the last one, in milliseconds of the machine of reference. */
    readonly limits: { readonly first: number; readonly last: number };
}

/** The answer of a warm compiler to one key: to the first findings, and to all of them. */
export const editorBench: Bench = {
    name: 'éditeur',
    aim: 'une touche : 100 ms à 60 critères ; 2 000 lignes : 250 ms pour la syntaxe, les noms et les types, 500 ms pour tout',
    run: async () => {
        const calibration = best(Array.from({ length: MEASURED }, () => timeOf(calibrationLoop)));
        const rows: BenchRow[] = [{ label: 'boucle d’étalonnage', milliseconds: calibration, units: 1, unit: 'tour' }];
        const faults: string[] = [];
        for (const typing of await typings()) {
            const { first, last, longest, work } = answered(typing);
            const row = (label: string, milliseconds: number): number =>
                rows.push({ label: `${typing.label} : ${label}`, milliseconds, units: 1, unit: 'touche' });
            row('premiers constats', first + DEBOUNCE);
            row('tous les constats', last + DEBOUNCE);
            row('plus longue étape après la lecture', longest);
            const served = best((await typedThroughServer({ ...typing, texts: wrongTexts(typing) })).slice(WARM));
            // What the server waits after a key, if it waits, is in what is measured.
            row('premiers constats par le serveur', served);
            console.log(`  ${typing.label} : ${work}`);
            const rounds = (milliseconds: number): number => (milliseconds - DEBOUNCE) / REFERENCE;
            if (served / calibration > typing.limits.first / REFERENCE)
                faults.push(`${typing.label}, par le serveur : ${(served / calibration).toFixed(2)} tours de la boucle`);
            if (first / calibration > rounds(typing.limits.first) || last / calibration > rounds(typing.limits.last))
                faults.push(`${typing.label} : ${(first / calibration).toFixed(2)} puis ${(last / calibration).toFixed(2)} tours de la boucle`);
        }
        if (faults.length > 0) throw new Error(`trop lent : ${faults.join(' ; ')}`);
        return rows;
    },
};

async function typings(): Promise<readonly Typing[]> {
    const { sources } = await loadWorkspace(['policies/national', 'policies/valmont'], { root: process.cwd() });
    const largest = [...sources].sort((a, b) => b.text.length - a.text.length)[0]?.path ?? '';
    const generated = { path: 'politique.bareme', text: generatedPolicy(60, SEED) };
    const long = { path: 'politique.bareme', text: longPolicy(2_000) };
    return [
        { label: 'Valmont', sources, path: largest, limits: { first: 100, last: 500 } },
        {
            label: '60 critères',
            sources: [generated, { path: 'v.bareme', text: GENERATED_VOCABULARY }],
            path: generated.path,
            limits: { first: 100, last: 250 },
        },
        { label: '2 000 lignes', sources: [long, { path: 'v.bareme', text: LONG_POLICY_VOCABULARY }], path: long.path, limits: { first: 250, last: 500 } },
    ];
}

/** Types keys in a label of the file's middle: each text is new, and without fault. */
function answered({ sources, path }: Typing): { readonly first: number; readonly last: number; readonly longest: number; readonly work: string } {
    const compiler = createCompiler(createSourceParser());
    const { diagnostics } = runToEnd(compiler.update(sources));
    if (diagnostics.some(({ severity }) => severity === 'error')) throw new Error(`a fixture has faults: ${diagnostics[0]?.message ?? ''}`);
    const text = sources.find((source) => source.path === path)?.text ?? '';
    const place = text.indexOf('"', text.indexOf('critère', text.length >> 1)) + 1;
    const keys = Array.from({ length: WARM + MEASURED }, (_, index) =>
        timed(compiler, [{ path, text: `${text.slice(0, place)}${'abcdefghijklmnopqrstuvwxyz'.slice(0, index + 1)}${text.slice(place)}` }]),
    ).slice(WARM);
    return {
        first: best(keys.map((key) => key.first)),
        last: best(keys.map((key) => key.last)),
        longest: best(keys.map((key) => key.longest)),
        work: keys[0]?.work ?? '',
    };
}

/** The same keys, each with a name that nothing declares at the end of the file: a finding which differs each time. */
function wrongTexts({ sources, path }: Typing): readonly string[] {
    const text = sources.find((source) => source.path === path)?.text ?? '';
    const place = text.indexOf('"', text.indexOf('critère', text.length >> 1)) + 1;
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    return Array.from({ length: WARM + MEASURED + 1 }, (_, index) => {
        const typed = letters.slice(0, index + 1);
        return `${text.slice(0, place)}${typed}${text.slice(place)}\nexemple "Essai" de inconnue_${typed} { date d’examen : 01/03/2024 ; attendu : note 0 }\n`;
    });
}

interface Key {
    readonly first: number;
    readonly last: number;
    readonly longest: number;
    readonly work: string;
}

function timed(compiler: Compiler, changes: readonly SourceText[]): Key {
    const started = performance.now();
    const steps = compiler.update(changes);
    let first = 0;
    let longest = 0;
    for (let parsed = false, before = started; ;) {
        const step = steps.next();
        const now = performance.now();
        if (parsed) longest = Math.max(longest, now - before);
        parsed = true;
        before = now;
        if (step.done === true) {
            const { parses, lowerings, checks } = step.value.work;
            return { first, last: now - started, longest, work: `${parses} lecture, ${lowerings} traductions, ${checks} contrôles par touche` };
        }
        if (step.value.kind === 'push') first = now - started;
    }
}

const best = (times: readonly number[]): number => Math.min(...times);
