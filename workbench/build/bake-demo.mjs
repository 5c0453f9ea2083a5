// Compiles the demo's policies, draws its territory and replays it, as the workbench's own workers do.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compileSources } from '@bareme/language';
import { MANIFEST_FILE, readModel, readTerritory, territoryFiles } from '@bareme/language/data';
import { parseDate } from '@bareme/language/ir';
import { receiptOf, replay, replicationSeeds, replicationsOf } from '@bareme/language/replay';
import { drawTerritory } from '@bareme/language/synthesis';
import { DEMO } from './demo.mjs';

/** The version that receipts name: that of the command line. */
const ENGINE_VERSION = JSON.parse(readFileSync(new URL('../../cli/package.json', import.meta.url), 'utf8')).version;

/** The project, its findings, the report, the receipt and the first candidates of the demo. Throws when its policies are refused: the build must not go on. */
export function bakeDemo(policies, modelText, notices) {
    const { project, diagnostics } = compileSources(policies.map(([path, text]) => ({ path, text })));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(`the demo does not compile: ${errors[0].message}`);
    const versions = project.policies.filter(({ name }) => name === 'valmont');
    const ruleSets = [{ id: 'en-vigueur', label: 'Règles en vigueur', versions }, ...DEMO.variants.map((name) => variantRules(project, versions, name))];
    const { territory, data } = demoTerritory(modelText, ruleSets[0], notices);
    const { from, to } = territory.window;
    const candidates = [];
    const told = (ranked) => candidates.push(ranked);
    const request = { territory, ruleSets, mode: 'vivier', from, to };
    const seeds = replicationSeeds(DEMO.replaySeed, DEMO.replications);
    const reports = seeds.map((seed, place) => replayed({ ...request, seed, ...(place === 0 ? { candidates: { most: 5, told } } : {}) }));
    const report = { ...reports[0], replications: replicationsOf(seeds, reports) };
    const inputs = {
        engineVersion: ENGINE_VERSION,
        ruleSets: ruleSets.map(({ id }) => id),
        policies: policies.map(([path, text]) => ({ path, sha256: sha256(text) })),
        data,
        assumptions: territory.assumptions,
        mode: 'vivier',
        window: { from, to },
        seed: DEMO.replaySeed,
        replications: DEMO.replications,
    };
    return { project, diagnostics, report, receipt: receiptOf(inputs, report, sha256), candidates };
}

function replayed(request) {
    const outcome = replay(request);
    if (outcome.kind !== 'done') throw new Error(`the demo is not replayed: ${outcome.kind}`);
    return outcome.report;
}

function variantRules(project, versions, name) {
    const variant = project.variants.find((policy) => policy.name === 'valmont' && policy.variant?.name === name);
    return { id: name, label: variant.variant.label, versions, variant };
}

function demoTerritory(modelText, rules, notices) {
    const { model } = readModel(modelText, 'modele.json');
    const { demands, lettings, seed } = DEMO;
    const encode = (text) => new TextEncoder().encode(text);
    const steps = drawTerritory({ model, demands, lettings, seed, from: parseDate(DEMO.from), to: parseDate(DEMO.to), rules, notices, encode });
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    if (step.value.kind !== 'drawn') throw new Error(`the demo territory is not drawn: ${step.value.kind}`);
    const { files } = step.value.territory;
    const bytes = new Map([...files].map(([name, text]) => [name, encode(text)]));
    const manifest = files.get(MANIFEST_FILE);
    const { territory } = readTerritory({ manifest, files: bytes, vocabulary: rules.versions.at(-1).vocabulary });
    if (territory === undefined) throw new Error('the demo territory is not read');
    const wanted = [MANIFEST_FILE, ...territoryFiles(manifest, undefined)];
    const data = wanted.flatMap((path) => (bytes.has(path) ? [{ path, sha256: sha256(bytes.get(path)) }] : []));
    return { territory, data };
}

function sha256(content) {
    return createHash('sha256').update(content).digest('hex');
}
