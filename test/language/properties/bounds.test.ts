import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileSources } from '../../../language/src/compile.js';
import { explainDemand, loadPolicy, type Program } from '../../../language/src/engine/index.js';
import type { FactValue } from '../../../language/src/ir/value.js';
import { createSourceParser } from '../../../language/src/compile.js';
import { walkCalendar, walkedAnniversary, type WalkedDay } from '../kit/calendar-walker.js';
import { drawn, runs, TIME_LIMIT, type Draw } from './draw.js';
import { readerOf } from './random-facts.js';

/**
 * The judge of this file knows the words of bounds (language.md, meaning 4) on whole numbers of the smallest step of each type, and
 * nothing else: `moins de b` is k < b, `jusqu'à b` is k ≤ b, `à partir de b` is k ≥ b, `plus de b` is k > b.
 */
interface Scale {
    readonly type: string;
    readonly low: number;
    readonly high: number;
    /** A position as a policy writes it. */
    readonly written: (position: number) => string;
    readonly value: (position: number) => FactValue;
    /** Words that go with the type: dates have their own. */
    readonly words: Words;
}

interface Words {
    readonly below: string;
    readonly upTo: string;
    readonly from: string;
    readonly above: string;
}

const PLAIN: Words = { below: 'moins de', upTo: "jusqu'à", from: 'à partir de', above: 'plus de' };
const LEAST: Words = { below: 'moins de', upTo: 'au plus', from: 'au moins', above: 'plus de' };
const DATED: Words = { below: 'avant le', upTo: "jusqu'au", from: 'à partir du', above: 'après le' };

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ' ');

/** `1 234,5` for 12345 tenths. */
function written(position: number, places: number): string {
    const digits = String(position).padStart(places + 1, '0');
    const decimals = digits.slice(digits.length - places).replace(/0+$/, '');
    const whole = grouped(digits.slice(0, digits.length - places));
    return places === 0 || decimals === '' ? whole : `${whole},${decimals}`;
}

const number = (value: string): FactValue => ({ kind: 'number', value });

const calendar = walkCalendar();
const dayOf = new Map(calendar.days.map((walked) => [walked.civil, walked]));

function writtenDay(civil: number): string {
    const walked = dayOf.get(civil);
    if (walked === undefined) throw new RangeError(`no day ${civil}`);
    return `${String(walked.day).padStart(2, '0')}/${String(walked.month).padStart(2, '0')}/${walked.year}`;
}

const STEPS = ['aucun', 'relance', 'commandement', 'assignation', 'jugement', 'concours'];

const SCALES: Readonly<Record<string, Scale>> = {
    entier: { type: 'entier', low: 0, high: 4_000, written: (k) => written(k, 0), value: (k) => number(String(k)), words: PLAIN },
    personnes: { type: 'entier de 0 à 60 personnes', low: 0, high: 60, written: (k) => `${k} personnes`, value: (k) => number(String(k)), words: LEAST },
    'décimal(2)': { type: 'décimal(2)', low: 0, high: 200_000, written: (k) => written(k, 2), value: (k) => number(`${k}/100`), words: PLAIN },
    'montant par mois': {
        type: 'montant par mois',
        low: 0,
        high: 500_000,
        written: (k) => `${written(k, 2)} € par mois`,
        value: (k) => number(String(k)),
        words: LEAST,
    },
    ratio: { type: 'ratio', low: 0, high: 2_000_000, written: (k) => `${written(k, 4)} %`, value: (k) => number(`${k}/1000000`), words: PLAIN },
    date: { type: 'date', low: 14_000, high: 22_000, written: writtenDay, value: (day) => ({ kind: 'date', day }), words: DATED },
    'énumération ordonnée': {
        type: 'Étape',
        low: 0,
        high: STEPS.length - 1,
        written: (k) => STEPS[k] ?? '',
        value: (k) => ({ kind: 'word', value: STEPS[k] ?? '' }),
        words: PLAIN,
    },
};

/** One line of a `selon`: its words, and the positions that they mean. */
interface Line {
    readonly text: string;
    readonly holds: (position: number) => boolean;
}

interface Table {
    readonly lines: readonly Line[];
    /** First positions of the lines after the first. */
    readonly bounds: readonly number[];
}

/** Lines from the lowest position to the highest; each position is in one of them. */
function partition(draw: Draw, { low, high, words, written: write }: Scale): Table {
    const lines: Line[] = [];
    const cuts = [...new Set(draw.list(1, 4, () => draw.int(low + 1, high)))].sort((a, b) => a - b);
    const first = cuts[0] ?? low + 1;
    lines.push(draw.chance(50) ? line(`${words.below} ${write(first)}`, (k) => k < first) : line(`${words.upTo} ${write(first - 1)}`, (k) => k <= first - 1));
    cuts.slice(0, -1).forEach((from, index) => {
        const next = cuts[index + 1] ?? high;
        const closed = line(`de ${write(from)} à ${write(next - 1)}`, (k) => k >= from && k <= next - 1);
        lines.push(draw.chance(50) ? closed : line(`de ${write(from)} à moins de ${write(next)}`, (k) => k >= from && k < next));
    });
    const last = cuts.at(-1) ?? first;
    lines.push(draw.chance(50) ? line(`${words.from} ${write(last)}`, (k) => k >= last) : line(`${words.above} ${write(last - 1)}`, (k) => k > last - 1));
    return { lines, bounds: cuts };
}

function line(text: string, holds: (position: number) => boolean): Line {
    return { text, holds };
}

const file = (declarations: string, criteria: readonly string[]): string => `barème 1
vocabulaire v {
  énumération Étape ordonnée { ${STEPS.join(' ; ')} }
  demande { dépôt : date rôle dépôt ; ${declarations} }
  déduit ancienneté : durée = depuis dépôt
}
politique p version "1" en vigueur du 01/01/1990 utilise v
cotation c pour les demandes, cumulables {
${criteria.join('\n')}
}`;

const parser = createSourceParser();

function load(text: string): Program {
    const { project, diagnostics } = compileSources([{ path: 'a.bareme', text }], parser);
    const unread = diagnostics.filter(({ code }) => /^BAR[123]/.test(code) && code !== 'BAR313').map(({ code, message }) => `${code} ${message}`);
    expect(unread).toEqual([]);
    const [policy] = project.policies;
    if (policy === undefined) throw new Error('no policy');
    return loadPolicy(policy);
}

/** The points of each critère, in order. */
function pointsGiven(loaded: Program, facts: ReadonlyMap<string, FactValue>, day: number): readonly string[] {
    const { traces } = explainDemand(loaded, { demand: readerOf({ facts, proved: new Set() }), day });
    return traces.declared.lines
        .filter(({ kind }) => kind === 'criterion')
        .map(({ points }) => (points.kind === 'exact' && points.points.d === 1n ? String(points.points.n) : 'bounds'));
}

/** The points of the one line that holds: its place, from 1. */
function expected({ lines }: Table, position: number): string {
    const places = lines.flatMap(({ holds }, index) => (holds(position) ? [index + 1] : []));
    return places.length === 1 ? String(places[0]) : `${places.length} lines`;
}

const byTier = (subject: string, tables: readonly Table[]): readonly string[] =>
    tables.map(
        ({ lines }, index) => `critère c${index} selon ${subject} {\n${lines.map(({ text }, place) => `  ${text} : ${place + 1} points`).join('\n')}\n}`,
    );

describe.each(Object.entries(SCALES))('bounds of a selon on %s', (_name, scale) => {
    test(
        'a value just below, at and just above each bound falls where the words say',
        () => {
            const tables = drawn((draw) => draw.list(6, 10, () => partition(draw, scale)));
            fc.assert(
                fc.property(tables, (drawnTables) => {
                    const loaded = load(file(`x : ${scale.type}`, byTier('x', drawnTables)));
                    for (const position of around(
                        drawnTables.flatMap(({ bounds }) => bounds),
                        scale,
                    )) {
                        const given = pointsGiven(loaded, new Map([['x', scale.value(position)]]), 20_000);
                        const wanted = drawnTables.map((table) => expected(table, position));
                        expect(given, scale.written(position)).toEqual(wanted);
                    }
                }),
                runs(4),
            );
        },
        TIME_LIMIT,
    );

    test(
        'a condition says the same',
        () => {
            fc.assert(
                fc.property(fc.integer({ min: scale.low + 1, max: scale.high - 1 }), (bound) => {
                    const { below, upTo, from, above } = scale.words;
                    const at = scale.written(bound);
                    const criteria = [below, upTo, from, above].map((word, index) => `critère c${index} : 1 point si x ${word} ${at}`);
                    const [beforeAt, afterAt] = [scale.written(bound - 1), scale.written(bound + 1)];
                    const closed = `critère c4 : 1 point si x de ${beforeAt} à ${at}`;
                    const open = `critère c5 : 1 point si x de ${at} à moins de ${afterAt}`;
                    const loaded = load(file(`x : ${scale.type}`, [...criteria, closed, open]));
                    const given = (position: number): readonly string[] => pointsGiven(loaded, new Map([['x', scale.value(position)]]), 20_000);
                    //                                    <    ≤    ≥    >   [b−1, b] [b, b+1[
                    expect(given(bound - 1)).toEqual(['1', '1', '0', '0', '1', '0']);
                    expect(given(bound)).toEqual(['0', '1', '1', '0', '1', '1']);
                    expect(given(bound + 1)).toEqual(['0', '0', '1', '1', '0', '0']);
                }),
                runs(8),
            );
        },
        TIME_LIMIT,
    );
});

/** The positions at the bounds and beside them, inside the scale. */
function around(bounds: readonly number[], { low, high }: Scale): readonly number[] {
    const positions = bounds.flatMap((bound) => [bound - 2, bound - 1, bound, bound + 1]);
    return [...new Set(positions)].filter((position) => position >= low && position <= high).sort((a, b) => a - b);
}

describe('bounds of a selon on a civil duration', () => {
    const years = calendar.days.filter(({ year }) => year >= 1995 && year <= 2021);

    /** The day of the anniversary so many months after a day, read off a calendar that was walked. */
    function anniversary(from: WalkedDay, months: number): number {
        const found = walkedAnniversary(calendar, from, months);
        if (found === undefined) throw new RangeError('beyond the calendar');
        return found;
    }

    test(
        'the day before, of and after each anniversary falls where the words say',
        () => {
            const months = fc.uniqueArray(fc.integer({ min: 1, max: 72 }), { minLength: 2, maxLength: 4 }).map((list) => list.sort((a, b) => a - b));
            const starts = fc.oneof(fc.constantFrom(...years), fc.constantFrom(...years.filter(({ day }) => day >= 28)));
            fc.assert(
                fc.property(months, fc.array(starts, { minLength: 5, maxLength: 5 }), (cuts, dates) => {
                    const [first = 1, last = 2] = [cuts[0], cuts.at(-1)];
                    const text = (count: number): string => (count % 12 === 0 ? `${count / 12} ${count === 12 ? 'an' : 'ans'}` : `${count} mois`);
                    const middle = cuts.slice(0, -1).map((from, index) => [from, cuts[index + 1] ?? last] as const);
                    const open = [
                        `moins de ${text(first)}`,
                        ...middle.map(([from, to]) => `de ${text(from)} à moins de ${text(to)}`),
                        `à partir de ${text(last)}`,
                    ];
                    const closed = [`jusqu'à ${text(first)}`, `plus de ${text(first)}`];
                    const loaded = load(
                        file(
                            'x : entier',
                            byTier(
                                'ancienneté',
                                [open, closed].map((texts) => ({ lines: texts.map((each) => line(each, () => true)), bounds: [] })),
                            ),
                        ),
                    );
                    for (const start of dates) {
                        for (const count of cuts) {
                            for (const day of [-1, 0, 1].map((shift) => anniversary(start, count) + shift)) {
                                const place = cuts.filter((cut) => day >= anniversary(start, cut)).length;
                                const given = pointsGiven(loaded, new Map([['dépôt', { kind: 'date', day: start.civil }]]), day);
                                expect(given, `${writtenDay(start.civil)} → ${writtenDay(day)}`).toEqual([
                                    `${place + 1}`,
                                    day <= anniversary(start, first) ? '1' : '2',
                                ]);
                            }
                        }
                    }
                }),
                runs(25),
            );
        },
        TIME_LIMIT,
    );
});
