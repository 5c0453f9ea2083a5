import { describe, expect, it } from 'vitest';
import { CODE, contains, fact } from '../engine/build.js';
import { demand, dwelling, GIVEN, housings, rowOf, run, version, baseline, WISHED_TOWN } from './build.js';

void CODE;
void contains;
void fact;
describe('smoke', () => {
    it('houses', () => {
        const report = run({
            demands: [demand('d1', { dépôt: '01/01/2021' }), demand('d2')],
            dwellings: [dwelling('l1'), dwelling('l2', { libération: '05/03/2024' })],
        });
        expect(housings(report)).toEqual({ l1: 'd1', l2: 'd2' });
        expect(rowOf(report, 'l1')).toMatchObject({ firstNote: '38' });
        void GIVEN;
        void version;
        void baseline;
        void WISHED_TOWN;
    });
});
