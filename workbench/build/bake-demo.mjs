// Compiles the demo's policies, draws its territory and replays it, as the workbench's own workers do.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compileSources } from '@bareme/language';
import { generateTerritory, MANIFEST_FILE, readModel, readTerritory, territoryFiles } from '@bareme/language/data';
import { parseDate } from '@bareme/language/ir';
import { receiptOf, replay } from '@bareme/language/replay';
import { DEMO } from './demo.mjs';

/** The version that receipts name: that of the command line. */
const ENGINE_VERSION = JSON.parse(readFileSync(new URL('../../cli/package.json', import.meta.url), 'utf8')).version;

/** The project, the report, the receipt and the first candidates of the demo. Throws when its policies are refused: the build must not go on. */
export function bakeDemo(policies, modelText) {
    const { project, diagnostics } = compileSources(policies.map(([path, text]) => ({ path, text })));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(`the demo does not compile: ${errors[0].message}`);
    const versions = project.policies.filter(({ name }) => name === 'valmont');
    const ruleSets = [{ id: 'en-vigueur', label: 'Règles en vigueur', versions }, ...DEMO.variants.map((name) => variantRules(project, versions, name))];
    const { territory, data } = demoTerritory(modelText, versions.at(-1).vocabulary);
    const { from, to } = territory.window;
    const candidates = [];
    const told = (ranked) => candidates.push(ranked);
    const outcome = replay({ territory, ruleSets, mode: 'vivier', from, to, seed: DEMO.replaySeed, candidates: { most: 5, told } });
    if (outcome.kind !== 'done') throw new Error(`the demo is not replayed: ${outcome.kind}`);
    const inputs = {
        engineVersion: ENGINE_VERSION,
        ruleSets: ruleSets.map(({ id }) => id),
        policies: policies.map(([path, text]) => ({ path, sha256: sha256(text) })),
        data,
        assumptions: territory.assumptions,
        mode: 'vivier',
        window: { from, to },
        seed: DEMO.replaySeed,
    };
    return { project, report: outcome.report, receipt: receiptOf(inputs, outcome.report, sha256), candidates };
}

function variantRules(project, versions, name) {
    const variant = project.variants.find((policy) => policy.name === 'valmont' && policy.variant?.name === name);
    return { id: name, label: variant.variant.label, versions, variant };
}

function demoTerritory(modelText, vocabulary) {
    const { model } = readModel(modelText, 'modele.json');
    const { demands, lettings, seed } = DEMO;
    const { files } = generateTerritory({ model, demands, lettings, seed, from: parseDate('01/01/2024'), to: parseDate('31/12/2024') });
    const bytes = new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)]));
    const manifest = files.get(MANIFEST_FILE);
    const { territory } = readTerritory({ manifest, files: bytes, vocabulary });
    if (territory === undefined) throw new Error('the demo territory is not read');
    const wanted = [MANIFEST_FILE, ...territoryFiles(manifest, undefined)];
    const data = wanted.flatMap((path) => (bytes.has(path) ? [{ path, sha256: sha256(bytes.get(path)) }] : []));
    return { territory, data };
}

function sha256(content) {
    return createHash('sha256').update(content).digest('hex');
}
