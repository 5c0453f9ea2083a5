import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`./language/src/${path}`, import.meta.url));

/** Tests run on the sources: each door of the language is read from its folder, no build needed. */
export default defineConfig({
    resolve: {
        alias: [
            { find: /^@bareme\/language\/node$/, replacement: source('node.ts') },
            { find: /^@bareme\/language\/([a-z-]+)$/, replacement: source('$1/index.ts') },
            { find: /^@bareme\/language$/, replacement: source('index.ts') },
        ],
    },
    test: {
        include: ['test/**/*.test.ts'],
        testTimeout: 60_000,
        hookTimeout: 60_000,
    },
});
