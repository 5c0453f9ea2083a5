import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryPolicy } from './arbitrary-policy.js';
import { runs } from './draw.js';

/** Every value of `kind`, and of the words that the representation chooses among, in a piece of it. */
function wordsOf(node: unknown, found: Set<string>): void {
    if (Array.isArray(node)) node.forEach((item) => wordsOf(item, found));
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    for (const [key, value] of Object.entries(node)) {
        if (typeof value === 'string' && WORDS.has(key)) found.add(`${key}:${value}`);
        else if (typeof value === 'boolean' && FLAGS.has(key)) found.add(`${key}:${String(value)}`);
        else if (PRESENT.has(key)) found.add(key);
        wordsOf(value, found);
    }
}

const WORDS = new Set([
    'kind',
    'combination',
    'relation',
    'operator',
    'direction',
    'mode',
    'unit',
    'which',
    'state',
    'readAt',
    'incomplete',
    'order',
    'sense',
    'owner',
    'per',
]);
const FLAGS = new Set(['exclusive', 'current', 'inclusive', 'multiple', 'ordered', 'proof']);
const PRESENT = new Set([
    'window',
    'filter',
    'increase',
    'cap',
    'floor',
    'scope',
    'perExtra',
    'notApplicable',
    'unknown',
    'list',
    'base',
    'motive',
    'bounds',
    'end',
]);

const EXPECTED = [
    ...[
        'literal',
        'fact',
        'derived',
        'parameter',
        'arithmetic',
        'opposite',
        'per',
        'extreme',
        'rounding',
        'since',
        'elapsed',
        'count',
        'fold',
        'note',
        'choose',
        'select',
        'lookup',
    ],
    ...['and', 'or', 'not', 'compare', 'between', 'among', 'contains', 'exists', 'state'],
    ...[
        'flat',
        'rate',
        'tiers',
        'appraised',
        'suspension',
        'reset',
        'precedes',
        'monotone',
        'unread',
        'points',
        'incomplete',
        'to-set',
        'interval',
        'values',
        'otherwise',
        'missing',
        'not-applicable',
        'rubric',
        'criterion',
    ],
    ...['number', 'money', 'ratio', 'date', 'duration', 'boolean', 'code', 'text', 'enumeration', 'events', 'word'],
    ...['category', 'note', 'appraisal'],
].map((kind) => `kind:${kind}`);

const EXPECTED_WORDS = [
    ...['cumulables', 'un seul', 'le plus favorable', "dans l'ordre"].map((word) => `combination:${word}`),
    ...['<', '<=', '>', '>=', '=', '≠'].map((word) => `relation:${word}`),
    ...['+', '-', '*', '/'].map((word) => `operator:${word}`),
    ...['inférieur', 'supérieur', 'proche'].map((word) => `direction:${word}`),
    ...['révolu', 'commencé'].map((word) => `mode:${word}`),
    ...['mois', 'ans', 'jours'].map((word) => `unit:${word}`),
    ...['min', 'max', 'declared', 'verified'].map((word) => `which:${word}`),
    ...['renseigné', 'sans objet', 'justifié'].map((word) => `state:${word}`),
    ...['demande', 'logement', 'candidature', 'event'].map((word) => `owner:${word}`),
    ...['examination', 'lease'].map((word) => `readAt:${word}`),
    ...['minimum', 'maximum', 'last'].map((word) => `incomplete:${word}`),
    ...['descending', 'ascending'].map((word) => `order:${word}`),
    ...['at-least', 'at-most'].map((word) => `sense:${word}`),
    ...['mois', 'an'].map((word) => `per:${word}`),
    ...[...FLAGS].flatMap((flag) => [`${flag}:true`, `${flag}:false`]),
    ...PRESENT,
];

describe('random policies', () => {
    test('have every construct of the representation', () => {
        const found = new Set<string>();
        for (const policy of fc.sample(arbitraryPolicy, { ...runs(160), numRuns: 160 })) wordsOf(policy, found);
        expect([...EXPECTED, ...EXPECTED_WORDS].filter((word) => !found.has(word))).toEqual([]);
    });
});
