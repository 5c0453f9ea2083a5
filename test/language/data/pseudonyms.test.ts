import { describe, expect, it } from 'vitest';
import { contentOf, readFiles, withFiles, word } from './fixture.js';

describe('ids that look like « numéros uniques »', () => {
    const NUMBERS = ['1110318016982G1104', '0140221000001G1104', '02A1220123456G2A01'];
    const files = {
        'demandes.csv': `identifiant;date_depot\n${NUMBERS.map((id) => `${id};2021-02-01\n`).join('')}`,
        'logements.csv': `identifiant;libération;commune;typologie;attributaire\nl1;2024-01-15;99001;T3;${NUMBERS[1]!}\n`,
        'c.csv': `logement;demande;rang\nl1;${NUMBERS[0]!};1\nl1;${NUMBERS[1]!};2\n`,
        'refus.csv': `demande;date\n${NUMBERS[2]!};2024-01-01\n`,
    };
    const reading = readFiles(files, { manifest: withFiles({ candidatures: 'c.csv', refus: 'refus.csv' }) });

    it('are replaced everywhere by the same pseudonyms, and it is said', () => {
        const { territory } = reading;
        const ids = contentOf(territory?.demands).map(({ identifiant }) => identifiant);
        expect(ids).toEqual(['P1', 'P2', 'P3'].map(word));
        expect(reading.findings.filter(({ code }) => code === 'BAR711').map(({ params }) => params)).toEqual([{ count: 3 }]);
        const [dwelling] = contentOf(territory?.dwellings);
        const candidates = contentOf(territory?.candidatures).map(({ demande }) => demande);
        expect(candidates).toContainEqual(dwelling?.['attributaire']);
        expect(new Set([...candidates, dwelling?.['attributaire']]).size).toBeGreaterThan(1);
        const withRefusal = contentOf(territory?.demands).filter(({ refus }) => refus?.kind === 'events' && refus.events.length === 1);
        expect(withRefusal).toHaveLength(1);
        expect(candidates).not.toContainEqual(withRefusal[0]?.['identifiant']);
    });

    it('appear nowhere in what was read', () => {
        const shown = JSON.stringify([
            reading.findings,
            contentOf(reading.territory?.demands),
            contentOf(reading.territory?.dwellings),
            contentOf(reading.territory?.candidatures),
        ]);
        for (const number of NUMBERS) expect(shown).not.toContain(number);
    });

    it('are left alone when none looks like one', () => {
        expect(contentOf(readFiles({}).territory?.demands).map(({ identifiant }) => identifiant)).toEqual(['d1', 'd2'].map(word));
    });
});
