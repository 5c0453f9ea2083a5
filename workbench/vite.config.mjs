import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bakedDemo, DEMO, demoModel, demoNotices, demoPolicies } from './build/demo.mjs';
import { CONTENT_SECURITY_POLICY } from './serve/security-headers.mjs';

const DEMO_MODULE = 'virtual:bareme-demo';

/** The demo as a module: its policies and model as text, its replay compressed. */
const demoModule = {
    name: 'bareme-demo',
    resolveId: (id) => (id === DEMO_MODULE ? `\0${DEMO_MODULE}` : undefined),
    async load(id) {
        if (id !== `\0${DEMO_MODULE}`) return undefined;
        const exports = { policies: demoPolicies(), model: demoModel(), notices: await demoNotices(), size: DEMO, baked: await bakedDemo() };
        return Object.entries(exports)
            .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
            .join('\n');
    },
};

/** The policy of `serve/security-headers.mjs` in the page itself, for hosts that send no header. */
const policyInPage = {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
        { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY }, injectTo: 'head-prepend' },
        { tag: 'meta', attrs: { name: 'referrer', content: 'no-referrer' }, injectTo: 'head-prepend' },
    ],
};

/** The picture of the tab stands in the page: a browser would ask for it again at each screen. */
const iconInPage = {
    name: 'icon-in-page',
    apply: 'build',
    transformIndexHtml: (html) => {
        const icon = readFileSync(new URL('public/icon.svg', import.meta.url), 'utf8');
        return html.replace('href="./icon.svg"', `href="data:image/svg+xml,${encodeURIComponent(icon)}"`);
    },
};

export default defineConfig({
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    plugins: [react(), demoModule, policyInPage, iconInPage],
    worker: { format: 'es' },
    build: {
        outDir: 'dist/site',
        emptyOutDir: true,
        target: ['chrome123', 'firefox128', 'safari17.5'],
        modulePreload: false,
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 8000,
    },
});
