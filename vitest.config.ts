import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`./language/src/${path}`, import.meta.url));

/** Tests run on the sources: each door of the language is read from its folder, no build needed. */
const alias = [
    { find: /^@bareme\/language\/node$/, replacement: source('node.ts') },
    { find: /^@bareme\/language\/([a-z-]+)$/, replacement: source('$1/index.ts') },
    { find: /^@bareme\/language$/, replacement: source('index.ts') },
    { find: /^@bareme\/cli\/(findings|outputs)$/, replacement: fileURLToPath(new URL('./cli/src/$1.ts', import.meta.url)) },
    { find: /^@bareme\/cli\/examples$/, replacement: fileURLToPath(new URL('./cli/src/examples/index.ts', import.meta.url)) },
    { find: /^@bareme\/cli\/replay$/, replacement: fileURLToPath(new URL('./cli/src/replay-run/replay-in-steps.ts', import.meta.url)) },
];

/** Suites that start processes, a browser or a whole replay; the others answer in milliseconds. */
const slowSuites = ['test/{architecture,cli,policies,report,stockholm}/**/*.test.ts', 'test/**/*.browser.test.ts'];

export default defineConfig({
    test: {
        coverage: {
            provider: 'v8',
            include: ['language/src/**/*.ts', 'cli/src/**/*.ts'],
            exclude: ['**/generated/**', '**/main*.ts'],
        },
        projects: [
            { resolve: { alias }, test: { name: 'rapide', include: ['test/**/*.test.ts'], exclude: slowSuites, testTimeout: 60_000, hookTimeout: 60_000 } },
            { resolve: { alias }, test: { name: 'entier', include: slowSuites, testTimeout: 180_000, hookTimeout: 180_000 } },
        ],
    },
});
