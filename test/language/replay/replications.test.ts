import { describe, expect, it } from 'vitest';
import { replicationSeeds, replicationsOf, type ReplicationFigures } from '../../../language/src/replay/replications.js';

const objective = (numerator: number, denominator: number, verdict: 'met' | 'missed' | 'no-base'): ReplicationFigures['objectives'][number] => ({
    objective: 'q1',
    label: 'Premier quartile',
    ruleSet: 'r',
    sense: 'at-least',
    counted: 'share',
    threshold: '1/4',
    numerator,
    denominator,
    unknown: 0,
    verdict,
    due: 0,
    text: '',
    references: [],
});
const comparison = (onlyBaseline: number, onlyOther: number, firstChanged: number): ReplicationFigures['comparisons'][number] => ({
    ruleSet: 'v',
    baseline: 'r',
    housedBoth: 0,
    onlyBaseline,
    onlyOther,
    neither: 0,
    sooner: 0,
    later: 0,
    sameDay: 0,
    firstChanged,
    causes: [],
    groups: [
        {
            breakdown: 'fait:x',
            breakdownLabel: 'X',
            read: false,
            group: 'oui',
            groupLabel: 'oui',
            demands: 100,
            onlyBaseline,
            onlyOther,
            both: 0,
            sooner: 0,
            later: 0,
        },
    ],
});

describe('figures over replications', () => {
    it('four replications: the ends are the least and the greatest, the median is the second', () => {
        // Shares 30/100, 20/100, 25/100, 40/200 sorted: 1/5, 1/5, 1/4, 3/10. Rank ⌈0.5 × 4⌉ = 2: 1/5. ⌈0.05 × 4⌉ = 1, ⌈0.95 × 4⌉ = 4.
        const { objectives } = replicationsOf(
            [1, 2, 3, 4],
            [objective(30, 100, 'met'), objective(20, 100, 'missed'), objective(25, 100, 'met'), objective(40, 200, 'missed')].map((one) => ({
                objectives: [one],
                comparisons: [],
            })),
        );
        expect(objectives).toMatchObject([{ figure: { low: '1/5', median: '1/5', high: '3/10' }, met: 2, measured: 4 }]);
    });

    it('forty replications: two are left out at each end', () => {
        // Of 1 … 40: ⌈0.05 × 40⌉ = 2, ⌈0.5 × 40⌉ = 20, ⌈0.95 × 40⌉ = 38.
        const figures = Array.from({ length: 40 }, (_, place) => ({ objectives: [], comparisons: [comparison(0, 0, 40 - place)] }));
        expect(replicationsOf([], figures).comparisons[0]?.firstChanged).toEqual({ low: '2', median: '20', high: '38' });
    });

    it('the counts of a group are added up: over their demands they are probabilities', () => {
        // 12 + 8 households lose, 3 + 5 win, among 100 + 100: 10 % and 4 %.
        const figures = [comparison(12, 3, 0), comparison(8, 5, 0)].map((one) => ({ objectives: [], comparisons: [one] }));
        const totals = { demands: 200, onlyBaseline: 20, onlyOther: 8, both: 0, sooner: 0, later: 0 };
        expect(replicationsOf([1, 2], figures).comparisons[0]?.groups[0]?.totals).toEqual(totals);
    });

    it('a replication without base is not measured', () => {
        const figures = [objective(0, 0, 'no-base'), objective(1, 4, 'met')].map((one) => ({ objectives: [one], comparisons: [] }));
        expect(replicationsOf([1, 2], figures).objectives).toMatchObject([{ figure: { low: '1/4', high: '1/4' }, met: 1, measured: 1 }]);
    });

    it('the balance of a group is taken replication by replication', () => {
        // +3 and −1: the least is −1, though the least of one side (2) less the greatest of the other (5) would be −3.
        const figures = [comparison(2, 5, 0), comparison(5, 4, 0)].map((one) => ({ objectives: [], comparisons: [one] }));
        expect(replicationsOf([1, 2], figures).comparisons[0]?.groups).toMatchObject([
            { group: 'oui', balance: { low: '-1', median: '-1', high: '3' }, affected: { low: '7', high: '9' } },
        ]);
    });

    it('seeds follow each other, and begin again after the last', () => {
        expect(replicationSeeds(4_294_967_294, 4)).toEqual([4_294_967_294, 4_294_967_295, 0, 1]);
    });
});
