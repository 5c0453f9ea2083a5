import { readFile } from 'node:fs/promises';
import { compileSources } from '@bareme/language';
import { generateTerritory, readModel, readTerritory } from '@bareme/language/data';
import type { Territory } from '@bareme/language/columns';
import type { Policy } from '@bareme/language/ir';
import { loadWorkspace } from '@bareme/language/node';
import { replay, type ReplayRequest, type RuleSetInput } from '@bareme/language/replay';
import { replayInSteps } from '@bareme/cli/replay';
import { timeOf, type Bench, type BenchRow } from './bench.js';

const DEMANDS = 20_000;
const LETTINGS = 2_000;
/** The variants that the demonstration compares. */
const VARIANTS = ['attente_renforcée', 'travailleurs_essentiels'];
const MODEL = 'policies/valmont/modele.json';
/** 2024, in days since 1970-01-01. */
const YEAR = { from: 19_723, to: 20_088 };

/** The replay of Valmont with the reference interpreter: one rule set, then three on the same people. */
export const replayBench: Bench = {
    name: 'rejeu',
    aim: '20 000 demandes × 2 000 logements × 3 jeux de règles sous 20 s avec l’interprète de référence',
    run: async () => {
        const { policies, variants } = await valmont();
        const rows: BenchRow[] = [];
        const territory = await syntheticTerritory(policies, rows);
        const baseline: RuleSetInput = { id: 'en-vigueur', label: 'En vigueur', versions: policies };
        const compared = variants.filter(({ variant }) => VARIANTS.includes(variant?.name ?? ''));
        const others = compared.map((variant): RuleSetInput => ({
            id: variant.variant?.name ?? '',
            label: variant.variant?.name ?? '',
            versions: policies,
            variant,
        }));
        const request = (ruleSets: readonly RuleSetInput[]): ReplayRequest => ({ territory, ruleSets, mode: 'vivier', ...territory.window, seed: 1 });
        const row = (label: string, ruleSets: number, milliseconds: number): number =>
            rows.push({ label, milliseconds, units: LETTINGS * ruleSets, unit: 'logement' });
        const one = timeOf(() => void replay(request([baseline])));
        row('rejeu, 1 jeu de règles, un fil', 1, one);
        const all = [baseline, ...others];
        const start = performance.now();
        const { kind } = await replayInSteps(request(all), () => true);
        if (kind !== 'done') throw new Error(kind);
        row(`rejeu, ${all.length} jeux de règles, comme la ligne de commande`, all.length, performance.now() - start);
        return rows;
    },
};

async function valmont(): Promise<{ readonly policies: readonly Policy[]; readonly variants: readonly Policy[] }> {
    const { sources } = await loadWorkspace(['policies/national', 'policies/valmont'], { root: process.cwd() });
    return compileSources(sources).project;
}

async function syntheticTerritory(policies: readonly Policy[], rows: BenchRow[]): Promise<Territory> {
    const { model } = readModel(await readFile(MODEL, 'utf8'), MODEL);
    const vocabulary = policies[0]?.vocabulary;
    if (model === undefined || vocabulary === undefined) throw new Error('Valmont cannot be read');
    let files: ReadonlyMap<string, string> = new Map();
    const generation = timeOf(() => {
        files = generateTerritory({ model, demands: DEMANDS, lettings: LETTINGS, seed: 2024, from: YEAR.from, to: YEAR.to }).files;
    });
    rows.push({ label: 'génération', milliseconds: generation, units: DEMANDS, unit: 'demande' });
    const bytes = new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)]));
    let territory: Territory | undefined;
    const reading = timeOf(() => {
        territory = readTerritory({ manifest: files.get('territoire.json') ?? '', files: bytes, vocabulary }).territory;
    });
    rows.push({ label: 'lecture', milliseconds: reading, units: DEMANDS, unit: 'demande' });
    if (territory === undefined) throw new Error('the territory cannot be read');
    return territory;
}
