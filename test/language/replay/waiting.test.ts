import { describe, expect, it } from 'vitest';
import { compare, rational } from '../../../language/src/kit/exact-number.js';
import { cumulativeIncidence, waitingOutcome, type Wait } from '../../../language/src/replay/measures/cumulative-incidence.js';
import { day } from '../engine/build.js';
import { baseline, demand, dwelling, GIVEN, run, version } from './build.js';

const wait = (deposit: string, from: string, to: string, end: Wait['end']): Wait => ({ deposit: day(deposit), from: day(from), to: day(to), end });

/**
 * Five demands. In its month 1 of seniority one of four leaves; in month 2 a fifth is first seen, and two of four are housed; one is seen
 * to wait until its month 3 and no more; the one first seen late is housed in its month 6, when it is alone.
 */
const WAITS: readonly Wait[] = [
    wait('01/01/2024', '01/01/2024', '15/03/2024', 'housed'),
    wait('01/01/2024', '01/01/2024', '10/02/2024', 'left'),
    wait('01/01/2024', '01/01/2024', '20/04/2024', 'waiting'),
    wait('01/11/2023', '01/01/2024', '05/05/2024', 'housed'),
    wait('01/01/2024', '01/01/2024', '05/03/2024', 'housed'),
];

describe('the cumulative incidence of housing by seniority (Aalen and Johansen)', () => {
    it('counts who leaves as not housed, who is seen late from then on, who still waits as long as it is seen', () => {
        const months = cumulativeIncidence(WAITS);
        expect(months.map(({ months: month, atRisk, housed, left }) => [month, atRisk, housed, left])).toEqual([
            [1, 4, 0, 1],
            [2, 4, 2, 0],
            [6, 1, 1, 0],
        ]);
        // Three quarters are left after month 1; half of them are housed: 3/8; the last one in month 6, of the 3/8 still there: 3/4 in all.
        const wanted = [rational(0), rational(3, 8), rational(3, 4)];
        expect(months.map(({ probability: { n, d } }, place) => compare(rational(n, d), wanted[place]!))).toEqual([0, 0, 0]);
    });

    it('is told to the millionth, with the quartiles of the seniority at housing', () => {
        expect(waitingOutcome('règles', WAITS, [2, 6, 2])).toMatchObject({
            incidence: [{ probability: '0' }, { probability: '3/8' }, { probability: '3/4' }],
            seniorityAtHousing: { q1: 2, median: 2, q3: 6 },
        });
        const third = [
            wait('01/01/2024', '01/01/2024', '10/01/2024', 'housed'),
            ...[1, 2].map(() => wait('01/01/2024', '01/01/2024', '10/01/2024', 'waiting')),
        ];
        expect(waitingOutcome('règles', third, []).incidence[0]?.probability).toBe('333333/1000000');
    });

    it('of nobody is nothing', () => expect(waitingOutcome('règles', [], [])).toEqual({ ruleSet: 'règles', incidence: [] }));

    it('is that of a run at its leases', () => {
        const report = run({
            demands: [
                demand('d1', { dépôt: '01/01/2022', points: 9 }),
                demand('d2', { dépôt: '01/02/2022', sortie: '01/06/2024', sortie_attribution: 'non' }),
                demand('d3', { dépôt: '01/01/2023' }),
            ],
            dwellings: [dwelling('l1')],
            ruleSets: [baseline(version({ criteria: [GIVEN] }))],
        });
        // The lease of d1 is signed on 15/04/2024, in its month 27; d2, in it with d1, leaves in its month 28; d3 is seen until its month 23.
        expect(report.waiting).toEqual([
            {
                ruleSet: 'référence',
                incidence: [
                    { months: 27, atRisk: 2, housed: 1, left: 0, probability: '1/2' },
                    { months: 28, atRisk: 1, housed: 0, left: 1, probability: '1/2' },
                ],
                seniorityAtHousing: { q1: 27, median: 27, q3: 27 },
            },
        ]);
    });
});
