import { describe, expect, test } from 'vitest';
import { compileSources } from '@bareme/language';
import { CLAUSE_SNIPPETS } from '../../../language/src/lsp/completion/clause-snippets.js';

const POLICY = 'barème 1\npolitique p version "1"\n en vigueur du 01/01/2024\n utilise v\n';

/** Where the clause that a phrase begins may stand. */
const AROUND: Readonly<Record<string, (text: string) => string>> = {
    critère: (text) => `${POLICY}cotation c cumulables {\n${text}\n}`,
    rubrique: (text) => `${POLICY}cotation c cumulables {\n${text}\n}`,
    cotation: (text) => POLICY + text,
    classement: (text) => POLICY + text,
    objectif: (text) => `barème 1\nacte signé_ensemble de p version "1"\n${text}`,
    convention: (text) => `barème 1\nacte signé_ensemble de p version "1"\n${text}`,
    variante: (text) => `barème 1\n${text}`,
    exemple: (text) => `barème 1\n${text}`,
    politique: (text) => `barème 1\n${text}`,
};

/** The text that a clause gives when every blank is left as proposed. */
const expanded = (body: string): string => body.replace(/\$\{\d+\|([^,|}]+)[^}]*\}/g, '$1').replace(/\$\{\d+:([^}]*)\}/g, '$1');

describe('whole clauses that completion proposes', () => {
    test.each(CLAUSE_SNIPPETS.map((snippet) => [snippet.label, snippet] as const))('%s is read without a syntax error', (_, { begins, body }) => {
        const around = AROUND[begins] ?? expect.fail(`where does « ${begins} » stand?`);
        const { diagnostics } = compileSources([{ path: 'a.bareme', text: around(expanded(body)) }]);
        expect(diagnostics.filter(({ code }) => code.startsWith('BAR1')).map(({ message }) => message)).toEqual([]);
    });
});
