import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowReader } from '../../../language/src/columns/row-reader.js';
import { tableBuilder } from '../../../language/src/columns/table-builder.js';
import type { FactValue } from '../../../language/src/ir/value.js';
import type { FactDeclaration } from '../../../language/src/ir/value-type.js';
import { rational, toFraction } from '../../../language/src/kit/exact-number.js';
import { declare } from './facts.js';

const REFUSALS = [declare('date', { kind: 'date' }), declare('adapté', { kind: 'boolean' }), declare('motif', { kind: 'code' })];

const FACTS: readonly FactDeclaration[] = [
    declare('personnes', { kind: 'number', places: 0 }),
    declare('poids', { kind: 'number', places: 2 }),
    declare('ressources', { kind: 'money', per: 'mois' }),
    declare('taux', { kind: 'ratio' }),
    declare('dépôt', { kind: 'date' }),
    declare('handicap', { kind: 'boolean' }),
    declare('contrat', { kind: 'enumeration', name: 'Contrat' }),
    declare('commune', { kind: 'code' }),
    declare('remarque', { kind: 'text' }),
    declare('séjour', { kind: 'duration' }),
    declare('communes', { kind: 'code' }, { multiple: true }),
    declare('refus', { kind: 'events', fields: REFUSALS }),
];

const WORDS = fc.constantFrom('', 'CDI', '__proto__', 'constructor', 'toString', '99001', 'é', '\u{1F3E0}');
const absent = fc.constantFrom<FactValue>({ kind: 'missing' }, { kind: 'not-applicable' });
const safe = fc.maxSafeInteger();

function scaled(places: number): fc.Arbitrary<FactValue> {
    return safe.map((n) => ({ kind: 'number', value: toFraction(rational(n, 10n ** BigInt(places))) }));
}

function valueOf(fact: FactDeclaration): fc.Arbitrary<FactValue> {
    if (fact.multiple) return fc.array(WORDS).map((values) => ({ kind: 'set', values }));
    switch (fact.type.kind) {
        case 'number':
            return scaled(fact.type.places);
        case 'money':
            return scaled(0);
        case 'ratio':
            return scaled(6);
        case 'date':
            return fc.integer({ min: -1_000_000, max: 1_000_000 }).map((day) => ({ kind: 'date', day }));
        case 'duration':
            return fc.record({ amount: fc.nat(1000), unit: fc.constantFrom('mois', 'ans', 'jours') }).map((held) => ({ kind: 'duration', ...held }));
        case 'boolean':
            return fc.boolean().map((value) => ({ kind: 'boolean', value }));
        case 'events':
            return eventsOf(fact.type.fields);
        default:
            return WORDS.map((value) => ({ kind: 'word', value }));
    }
}

function eventsOf(fields: readonly FactDeclaration[]): fc.Arbitrary<FactValue> {
    const record = fc.tuple(...fields.map((field) => fc.oneof(valueOf(field), absent).map((value) => [field.name, value] as const)));
    return fc.array(record, { maxLength: 4 }).map((events) => ({ kind: 'events', events }));
}

const row = fc.tuple(...FACTS.map((fact) => fc.oneof({ arbitrary: valueOf(fact), weight: 4 }, absent).map((value) => [fact.name, value] as const)));
const proofs = fc.subarray(FACTS.map((fact) => fact.name));

describe('a table gives back what was put in it', () => {
    it('every value of every type, both absences and the proofs, row by row', () => {
        fc.assert(
            fc.property(fc.array(fc.tuple(row, proofs), { maxLength: 20 }), (rows) => {
                const builder = tableBuilder(FACTS);
                for (const [facts, proved] of rows) expect(builder.add(new Map(facts), new Set(proved))).toEqual([]);
                const table = builder.build();
                expect(table.rows).toBe(rows.length);
                rows.forEach(([facts, proved], index) => {
                    const reader = rowReader(table, index);
                    for (const [name, value] of facts) expect(reader.fact(name)).toEqual(value);
                    for (const { name } of FACTS) expect(reader.proved(name)).toBe(proved.includes(name));
                });
            }),
            { numRuns: 300 },
        );
    });

    it('with a dictionary of more than 65,536 words', () => {
        const builder = tableBuilder([declare('commune', { kind: 'code' }), declare('communes', { kind: 'code' }, { multiple: true })]);
        const words = 70_000;
        for (let n = 0; n < words; n += 1) {
            builder.add(
                new Map<string, FactValue>([
                    ['commune', { kind: 'word', value: `c${n}` }],
                    ['communes', { kind: 'set', values: [`c${n}`, `c${words - 1 - n}`] }],
                ]),
            );
        }
        const table = builder.build();
        const wrong = Array.from({ length: words }, (_, n) => n).filter((n) => {
            const { fact } = rowReader(table, n);
            const one = fact('commune');
            const several = fact('communes');
            return one.kind !== 'word' || one.value !== `c${n}` || several.kind !== 'set' || several.values.join() !== `c${n},c${words - 1 - n}`;
        });
        expect(wrong).toEqual([]);
    });

    it('without rows, without facts', () => {
        expect(tableBuilder(FACTS).build().rows).toBe(0);
        const builder = tableBuilder([]);
        builder.add(new Map());
        expect(builder.build()).toEqual({ rows: 1, columns: new Map() });
    });
});

describe('a row reader', () => {
    const builder = tableBuilder([...FACTS, declare('__proto__', { kind: 'code' })]);
    for (const commune of ['99001', '99002', '99001']) {
        builder.add(
            new Map<string, FactValue>([
                ['commune', { kind: 'word', value: commune }],
                ['ressources', { kind: 'number', value: '120050' }],
                ['communes', { kind: 'set', values: ['99001'] }],
                ['__proto__', { kind: 'word', value: commune }],
            ]),
        );
    }
    const table = builder.build();

    it('gives the same object for the same name, and for equal words and numbers of a column', () => {
        const [first, second, third] = [0, 1, 2].map((at) => rowReader(table, at));
        expect(first?.fact('commune')).toBe(third?.fact('commune'));
        expect(first?.fact('commune')).not.toBe(second?.fact('commune'));
        expect(first?.fact('ressources')).toBe(second?.fact('ressources'));
        expect(first?.fact('communes')).toBe(first?.fact('communes'));
    });

    it('says that a fact which the table does not carry is missing and not proved', () => {
        const reader = rowReader(table, 0);
        for (const name of ['inconnu', 'constructor', 'hasOwnProperty', '']) {
            expect(reader.fact(name)).toEqual({ kind: 'missing' });
            expect(reader.proved(name)).toBe(false);
        }
        expect(reader.fact('__proto__')).toEqual({ kind: 'word', value: '99001' });
        expect(Object.prototype).not.toHaveProperty('99001');
    });

    it('refuses a row that does not exist', () => {
        for (const at of [-1, 3, 0.5, NaN]) expect(() => rowReader(table, at)).toThrow(RangeError);
    });
});

describe('a value that a column cannot hold is missing, and said', () => {
    const rejected: readonly (readonly [fact: string, value: FactValue])[] = [
        ['personnes', { kind: 'number', value: '5/2' }],
        ['personnes', { kind: 'number', value: '9007199254740992' }],
        ['personnes', { kind: 'number', value: 'deux' }],
        ['personnes', { kind: 'word', value: '2' }],
        ['poids', { kind: 'number', value: '1/1000' }],
        ['taux', { kind: 'number', value: '1/3' }],
        ['dépôt', { kind: 'number', value: '19000' }],
        ['handicap', { kind: 'word', value: 'oui' }],
        ['contrat', { kind: 'set', values: ['CDI'] }],
        ['séjour', { kind: 'word', value: '3 mois' }],
        ['communes', { kind: 'word', value: '99001' }],
        ['refus', { kind: 'events', events: [[['adapté', { kind: 'boolean', value: true }]], [['date', { kind: 'word', value: 'hier' }]]] }],
    ];

    it.each(rejected)('%s: %o', (fact, value) => {
        const builder = tableBuilder(FACTS);
        expect(builder.add(new Map([[fact, value]]))).toEqual([fact]);
        expect(builder.add(new Map())).toEqual([]);
        const table = builder.build();
        expect(rowReader(table, 0).fact(fact)).toEqual({ kind: 'missing' });
        expect(rowReader(table, 1).fact(fact)).toEqual({ kind: 'missing' });
    });
});
