import { describe, expect, it } from 'vitest';
import type { AmountBand } from '@bareme/language/replay';
import { amountText, bandText } from '../../../cli/src/html-report/figures/amounts.js';

const MONEY: AmountBand['type'] = { kind: 'money', per: 'mois' };
const ROOMS: AmountBand['type'] = { kind: 'number', places: 0, unit: 'pièce' };
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('amounts and bands of amounts, as people read them', () => {
    it('rounds euros, keeps one decimal of a share, agrees units', () => {
        // 41 250 cents are 412,50 €; 13 ÷ 30 is 43,33 %.
        expect([amountText('41250', MONEY), amountText('-100', MONEY), amountText('13/30', { kind: 'ratio' })].map(plain)).toEqual([
            '413 € par mois',
            '−1 € par mois',
            '43,3 %',
        ]);
        expect([amountText('1', ROOMS), amountText('4', ROOMS)]).toEqual(['1 pièce', '4 pièces']);
    });

    it.each<readonly [AmountBand, string]>([
        [{ upTo: '90000', type: MONEY }, 'au plus 900 € par mois'],
        [{ above: '90000', upTo: '140000', type: MONEY }, 'de plus de 900 € par mois à 1 400 € par mois'],
        [{ above: '210000', type: MONEY }, 'plus de 2 100 € par mois'],
        [{ above: '0', upTo: '1', type: ROOMS }, '1 pièce'],
        [{ above: '1', upTo: '4', type: ROOMS }, 'de 2 à 4 pièces'],
        [{ above: '4', type: ROOMS }, '5 pièces et plus'],
        [{ upTo: '0', type: ROOMS }, 'au plus 0 pièce'],
    ])('%j is « %s »', (band, expected) => {
        expect(plain(bandText(band))).toBe(expected);
    });
});
