import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOM = fileURLToPath(new URL('../../extension/', import.meta.url));
const read = (path: string): string => readFileSync(ROOM + path, 'utf8');

interface Manifest {
    readonly contributes: {
        readonly commands: readonly { readonly command: string }[];
        readonly configuration: { readonly properties: Readonly<Record<string, object>> };
        readonly walkthroughs: readonly {
            readonly steps: readonly { readonly id: string; readonly media: { readonly markdown: string }; readonly completionEvents: readonly string[] }[];
        }[];
    };
    readonly activationEvents: readonly string[];
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { commands, configuration, walkthroughs } = manifest.contributes;
const sources = globSync('src/**/*.ts', { cwd: ROOM }).map((path) => read(path));
const everySource = sources.join('\n');
const texts = (path: string): Readonly<Record<string, string>> => JSON.parse(read(path)) as Record<string, string>;

const matches = (pattern: RegExp, text: string): readonly string[] => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();

describe('the manifest', () => {
    it('every command is registered, and no other', () => {
        const registered = matches(/'(bareme\.[A-Za-z]+)': \w+,/g, read('src/commands/register-commands.ts'));
        expect(registered).toEqual(commands.map(({ command }) => command).sort());
    });

    it('every text is there in French and in English, and none is left over', () => {
        const used = matches(/"%([^%"]+)%"/g, read('package.json'));
        expect(Object.keys(texts('package.nls.json')).sort()).toEqual(used);
        expect(Object.keys(texts('package.nls.fr.json')).sort()).toEqual(used);
    });

    it('commands that texts and welcome pages name exist', () => {
        const named = matches(/command:(bareme\.\w+)/g, `${read('package.nls.fr.json')}${read('package.nls.json')}`);
        expect(named.filter((name) => !commands.some(({ command }) => command === name))).toEqual([]);
    });

    it('every setting is read', () => {
        const settings = Object.keys(configuration.properties).filter((name) => !name.startsWith('bareme.trace.'));
        expect(settings.filter((name) => !everySource.includes(`'${name.replace('bareme.', '')}'`))).toEqual([]);
    });

    it('every step of the walkthrough has its page, and is ticked by a key that the extension keeps', () => {
        const kept = matches(/set\('(\w+)'/g, read('src/client/context-keys.ts')).map((key) => `onContext:bareme.${key}`);
        for (const { media, completionEvents } of walkthroughs.flatMap(({ steps }) => steps)) {
            expect(existsSync(ROOM + media.markdown)).toBe(true);
            const [event = ''] = completionEvents;
            expect(kept).toContain(event);
            expect(completionEvents).toEqual([event, event.replace('bareme.', 'bareme.guide && bareme.')]);
        }
    });
});

describe('the entries', () => {
    it.each(['src/extension/node.ts', 'src/extension/browser.ts'])('%s is short', (path) => {
        expect(read(path).split('\n').length).toBeLessThan(40);
    });

    it('nothing of the extension reaches the network', () => {
        expect(sources.filter((text) => /\bfetch\(|XMLHttpRequest|WebSocket|node:https?\b|telemetry/i.test(text))).toEqual([]);
    });
});
