import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { staleGeneratedFiles } from './rules/generated-files.js';

describe('generated files', () => {
    it('are what the grammar gives today', () => {
        expect(staleGeneratedFiles()).toEqual([]);
    });

    it('a grammar that has moved on is seen', () => {
        const stale = staleGeneratedFiles((grammar) => appendFileSync(join(grammar, 'bareme.langium'), "\nterminal SAMPLE_ONLY: '§§';\n"));
        expect(stale).toContain('language/src/generated/grammar.ts');
    });
});
