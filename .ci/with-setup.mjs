// Entry of every npm script: installs what is missing, builds, then runs the step under Node 22.
// It must run on Node 20 with nothing installed: Node builtins only.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NODE_FLAGS } from '../cli/bin/node-flags.js';
import { binFolder, installDependencies, nodeTwentyTwo } from './setup.mjs';
import { root, run } from './process.mjs';

/** What each script runs once the workspace is ready: the first file that exists. */
const STEPS = {
    setup: [],
    start: ['workbench/build/start.mjs'],
    build: ['workbench/build/build.mjs'],
    demo: ['test/tools/demo.mjs', 'test/tools/demo.ts'],
    test: ['.ci/test.mjs'],
    vsix: ['extension/scripts/package.mjs'],
    stockholm: ['test/stockholm/run.mjs', 'test/stockholm/run.ts'],
    bench: ['test/bench/run.mjs', 'test/bench/run.ts'],
    mutants: ['test/tools/mutants.ts'],
    storm: ['test/tools/typing-storm.ts'],
    damages: ['test/tools/damages.ts'],
};

const [step = 'setup', ...rest] = process.argv.slice(2);
process.exitCode = await main(step, rest);

async function main(name, args) {
    const candidates = STEPS[name];
    if (!candidates) return refuse(`Étape inconnue : « ${name} ». Étapes possibles : ${Object.keys(STEPS).join(', ')}.`);
    const installed = await installDependencies();
    if (installed !== 0) return refuse("L'installation des dépendances a échoué. Vérifiez l'accès réseau de npm, puis relancez la même commande.");
    const node = nodeTwentyTwo();
    if (!node) return refuse('Node 22.12 ou plus récent est nécessaire sur cette machine. Installez-le (https://nodejs.org), puis relancez la même commande.');
    const env = { ...process.env, PATH: binFolder(node) };
    // The test step compiles by itself, so that a compilation error is counted among the failures.
    if (name !== 'test') {
        const projects = name === 'start' || name === 'build' ? ['cli', 'workbench'] : ['cli'];
        const built = await run(node, [join(root, 'node_modules/typescript/bin/tsc'), '-b', ...projects], env);
        if (built !== 0) return refuse('La compilation a échoué : voir les messages ci-dessus.');
    }
    if (candidates.length === 0) return 0;
    const script = candidates.find((path) => existsSync(join(root, path)));
    if (!script) return refuse(`Le script de l'étape « ${name} » est absent : ${candidates.join(' ou ')}.`);
    return run(node, [...NODE_FLAGS, '--import', join(root, '.ci/typescript-hook.mjs'), join(root, script), ...args], env);
}

function refuse(message) {
    console.error(message);
    return 2;
}
