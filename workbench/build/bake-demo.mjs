// Compiles the demo's policies, draws its territory and replays it, as the workbench's own workers do.
import { compileSources } from '@bareme/language';
import { generateTerritory, readModel, readTerritory } from '@bareme/language/data';
import { parseDate } from '@bareme/language/ir';
import { replay } from '@bareme/language/replay';
import { DEMO } from './demo.mjs';

/** The project and the report of the demo. Throws when its policies are refused: the build must not go on. */
export function bakeDemo(policies, modelText) {
    const { project, diagnostics } = compileSources(policies.map(([path, text]) => ({ path, text })));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(`the demo does not compile: ${errors[0].message}`);
    const versions = project.policies.filter(({ name }) => name === 'valmont');
    const ruleSets = [{ id: 'en-vigueur', label: 'Règles en vigueur', versions }, ...DEMO.variants.map((name) => variantRules(project, versions, name))];
    const territory = demoTerritory(modelText, versions.at(-1).vocabulary);
    const { from, to } = territory.window;
    const outcome = replay({ territory, ruleSets, mode: 'vivier', from, to, seed: DEMO.replaySeed });
    if (outcome.kind !== 'done') throw new Error(`the demo is not replayed: ${outcome.kind}`);
    return { project, report: outcome.report };
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
    const { territory } = readTerritory({ manifest: files.get('territoire.json'), files: bytes, vocabulary });
    if (territory === undefined) throw new Error('the demo territory is not read');
    return territory;
}
