import { describe, expect, it } from 'vitest';
import { compileSources } from '@bareme/language';
import { compileValmont, policySources } from './workspace.js';

const shown = ({ diagnostics }: ReturnType<typeof compileSources>): readonly string[] =>
    diagnostics.map(({ severity, code, message, location }) => `${severity} ${code} ${location?.path ?? ''} ${message}`);

describe('the files of policies/', () => {
    it('the national vocabulary has nothing to say against it, but that no policy applies the law alone', () => {
        expect(shown(compileSources(policySources('national'))).map((text) => text.split(' ').slice(0, 3).join(' '))).toEqual([
            'information BAR493 policies/national/socle.bareme',
        ]);
    });

    it('Valmont has neither error nor warning, and a reservee open to all', () => {
        expect(shown(compileValmont()).map((text) => text.split(' ').slice(0, 3).join(' '))).toEqual([
            'information BAR457 policies/valmont/2024.1/conventions.bareme',
        ]);
    });

    it('Valmont has two versions that follow each other and six variants', () => {
        const { project } = compileValmont();
        expect(project.policies.map(({ version, succeeds }) => [version, succeeds])).toEqual([
            ['2021.2', undefined],
            ['2024.1', '2021.2'],
        ]);
        expect(project.variants.map(({ variant }) => variant?.name)).toEqual([
            'accords_collectifs',
            'attente_renforcée',
            'mixité',
            'part_communale',
            'refus_suspensif',
            'travailleurs_essentiels',
        ]);
    });

    it.each([...policySources('national'), ...policySources('valmont')])('$path begins with the version of the language', ({ text }) => {
        expect(text.startsWith('barème 1\n')).toBe(true);
        expect(text).toBe(text.normalize('NFC'));
    });

    it.each(policySources('valmont'))('$path says that the territory does not exist', ({ text }) => {
        expect(/[Tt]erritoire fictif/.test(text)).toBe(true);
    });
});
