import { readFileSync } from 'node:fs';
import { compileSources } from '@bareme/language';
import { describe, expect, it } from 'vitest';

interface Snippet {
    readonly prefix: readonly string[];
    readonly body: readonly string[];
}

const snippets = JSON.parse(readFileSync(new URL('../../extension/snippets/bareme.json', import.meta.url), 'utf8')) as Record<string, Snippet>;

/** The text that the snippet gives when every blank is left as proposed. */
const expanded = ({ body }: Snippet): string =>
    body
        .join('\n')
        .replace(/\$\{\d+\|([^,|}]+)[^}]*\}/g, '$1')
        .replace(/\$\{\d+:([^}]*)\}/g, '$1');

/** Where each may stand. */
const AROUND: Readonly<Record<string, (text: string) => string>> = {
    Critère: (text) => `barème 1\npolitique p version "1"\n en vigueur du 01/01/2024\n utilise v\ncotation c {\n${text}\n}`,
    'Critère par tranches': (text) => `barème 1\npolitique p version "1"\n en vigueur du 01/01/2024\n utilise v\ncotation c {\n${text}\n}`,
    Rubrique: (text) => `barème 1\npolitique p version "1"\n en vigueur du 01/01/2024\n utilise v\ncotation c {\n${text}\n}`,
    Objectif: (text) => `barème 1\nacte signé_ensemble de p version "1"\n${text}`,
    Convention: (text) => `barème 1\nacte signé_ensemble de p version "1"\n${text}`,
    Variante: (text) => `barème 1\n${text}`,
    Exemple: (text) => `barème 1\n${text}`,
    Politique: (text) => text,
};

describe('snippets', () => {
    it('each has its place', () => {
        expect(Object.keys(snippets).sort()).toEqual(Object.keys(AROUND).sort());
    });

    it.each(Object.entries(snippets))('%s is read without a syntax error', (name, snippet) => {
        const source = AROUND[name]?.(expanded(snippet)) ?? '';
        const { diagnostics } = compileSources([{ path: 'a.bareme', text: source }]);
        expect(diagnostics.length).toBeGreaterThan(0);
        expect(diagnostics.filter(({ code }) => code.startsWith('BAR1')).map(({ message }) => message)).toEqual([]);
    });

    it('words with accents are also found without', () => {
        const plain = (word: string): string => word.normalize('NFD').replace(/\p{Mn}/gu, '');
        for (const { prefix } of Object.values(snippets)) for (const word of prefix) expect(prefix).toContain(plain(word));
    });
});
