import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { screenWords } from '../../../workbench/src/reading/screen-words.js';

const CODES = readFileSync(new URL('../../../language/src/diagnostics/codes/replay.ts', import.meta.url), 'utf8');
const REMEDIES = [...CODES.matchAll(/remedy: \(.*\) =>\s*['`](.*)['`]/g)].map(([, text = '']) => text);

it('the remedies of a replay are read from their codes', () => {
    expect(REMEDIES.length).toBeGreaterThan(10);
    expect(REMEDIES.some((text) => text.includes('--'))).toBe(true);
});

it.each(REMEDIES)('names no option of the command line: %s', (remedy) => {
    expect(screenWords(remedy)).not.toMatch(/(?:^|[^-])--\w/);
});

it('says what to choose where the command line has an option', () => {
    expect(screenWords('Ajoutez la colonne, ou choisissez un mode qui n’en a pas besoin (« --mode constat »).')).toBe(
        'Ajoutez la colonne, ou choisissez un mode qui n’en a pas besoin (« Constat »).',
    );
});
