import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, faults, line, readFiles, withFiles } from './fixture.js';

describe('the order of rows and of names changes nothing', () => {
    const demand = fc.record({
        id: fc.constantFrom('d1', 'd2', 'd3', 'd4', '1110318016982G1104', ''),
        day: fc.constantFrom('2021-02-01', '31/02/2024', ''),
        from: fc.constantFrom('', '2022-01-01', '2023-01-01'),
        to: fc.constantFrom('', '2022-06-01', '2023-06-01'),
        size: fc.constantFrom('1', '2', '-1', ''),
    });
    const refusal = fc.record({
        id: fc.constantFrom('d1', 'd2', 'd9'),
        day: fc.constantFrom('2024-01-01', '2024-02-01', ''),
        adapted: fc.constantFrom('oui', 'non', '?'),
    });

    it('of a territory, content and codes of findings', () => {
        const shuffled = fc.tuple(fc.array(demand, { maxLength: 8 }), fc.array(refusal, { maxLength: 6 })).chain(([demands, refusals]) =>
            fc.record({
                demands: fc.constant(demands),
                refusals: fc.constant(refusals),
                otherDemands: fc.shuffledSubarray(demands, { minLength: demands.length }),
                otherRefusals: fc.shuffledSubarray(refusals, { minLength: refusals.length }),
            }),
        );
        fc.assert(
            fc.property(shuffled, ({ demands, refusals, otherDemands, otherRefusals }) => {
                const read = (rows: typeof demands, events: typeof refusals) =>
                    readFiles(
                        {
                            'demandes.csv': `identifiant;date_depot;valide_du;valide_au;personnes\n${rows.map(({ id, day, from, to, size }) => `${id};${day};${from};${to};${size}\n`).join('')}`,
                            'refus.csv': `demande;date;adapté\n${events.map(({ id, day, adapted }) => `${id};${day};${adapted}\n`).join('')}`,
                        },
                        { manifest: withFiles({ refus: 'refus.csv' }) },
                    );
                const [one, two] = [read(demands, refusals), read(otherDemands, otherRefusals)];
                expect(contentOf(two.territory?.demands)).toEqual(contentOf(one.territory?.demands));
                expect(two.counts).toEqual(one.counts);
                const codes = (reading: typeof one): readonly string[] => reading.findings.map((finding) => line({ ...finding, row: 0 })).sort();
                expect(codes(two)).toEqual(codes(one));
            }),
            { numRuns: 300 },
        );
    });

    it('column names that are members of every object give the same results as others', () => {
        const before = Object.getOwnPropertyNames(Object.prototype).length;
        const read = (names: readonly string[]) => {
            const reading = readFiles({
                'demandes.csv': `identifiant;date_depot;${names.join(';')}\n${names[0] ?? ''};2021-02-01;${names.map(() => 'x').join(';')}\n`,
            });
            return [reading.territory?.demands.rows, faults(reading).length, reading.counts];
        };
        expect(read(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])).toEqual(read(['a', 'b', 'c', 'd', 'e']));
        expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
    });
});
