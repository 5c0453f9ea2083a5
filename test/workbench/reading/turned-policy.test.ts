import { globSync, readFileSync } from 'node:fs';
import { compileSources } from '@bareme/language';
import { rational, toFraction, type Policy } from '@bareme/language/ir';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Knob } from '../../../workbench/src/reading/knob.js';
import { knobsOf } from '../../../workbench/src/reading/knobs.js';
import { mayTurn, numberIn, turnedEdits, turnedPolicy, typedNumber, type Turns } from '../../../workbench/src/reading/turned-policy.js';
import { meaning, variantFile } from '../../../workbench/src/reading/variant-text.js';

const FILES = new Map(
    globSync('policies/{national/*,valmont/2024.1/{politique,objectifs,conventions},valmont/2021.2/politique}.bareme').map((path) => [
        path,
        readFileSync(path, 'utf8'),
    ]),
);
const POLICY_PATH = 'policies/valmont/2024.1/politique.bareme';

const compiled = (files: ReadonlyMap<string, string>) => compileSources([...files].map(([path, text]) => ({ path, text })));
const versionOf = (files: ReadonlyMap<string, string>): Policy => compiled(files).project.policies.find(({ version }) => version === '2024.1')!;

const version = versionOf(FILES);
const knobs = knobsOf(version);
const named = (owner: string): readonly Knob[] => knobs.filter((knob) => knob.owner.name === owner);

/** The variant that keeps some turns, as its text compiles. */
function kept(turns: Turns) {
    const edits = turnedEdits(version, knobs, { turns, texts: FILES });
    const text = variantFile(version, { name: 'essai', label: 'Essai', edits });
    const { project, diagnostics } = compiled(new Map(FILES).set('policies/valmont/variantes/essai.bareme', text));
    const variant = project.variants.find(({ variant: its }) => its?.name === 'essai');
    return { text, scorings: variant?.scorings, errors: diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message) };
}

describe('the numbers of a grid', () => {
    it('are the points, the limits, the tiers and the thresholds, as people read them', () => {
        const shown = (owner: string): readonly string[] => named(owner).map(({ what, value, unit }) => `${what.kind} ${value} ${unit}`);
        expect(shown('attente')).toEqual(['rate 1 points', 'cap 60 points']);
        expect(shown('effort')).toEqual(['tier 0 points', 'tier 8 points', 'tier 15 points', 'bound 33 %', 'bound 50 %']);
        expect(shown('reste_faible')).toEqual(['points 10 points', 'threshold 400 € par mois']);
        expect(shown('refus_adapté')).toEqual(['rate -10 points', 'floor -30 points']);
        expect(shown('ressources_du_ménage')).toEqual(['cap 20 points']);
        expect(shown('santé_et_autonomie')).toEqual(['increase 20 %']);
    });

    it('are written where their places say, and their sliders stop on them', () => {
        const text = FILES.get(POLICY_PATH)!;
        for (const { value, places, low, high, step, unit } of knobs) {
            const [, start, end] = places[0]!;
            expect(text.slice(start, end).replaceAll(/[\s−-]/g, '')).toContain(String(Math.abs(Number(value))));
            expect(unit).not.toBe('');
            expect(Number(value)).toBeGreaterThanOrEqual(low);
            expect(Number(value)).toBeLessThanOrEqual(high);
            expect(Number.isInteger(Number(((Number(value) - low) / step).toFixed(6)))).toBe(true);
        }
    });

    it('kept as a variant, mean what was tried', { timeout: 240_000 }, () => {
        const numbers = fc.uniqueArray(fc.tuple(fc.nat(knobs.length - 1), fc.integer({ min: 0, max: 12 })), {
            selector: ([place]) => place,
            minLength: 1,
            maxLength: 9,
        });
        fc.assert(
            fc.property(numbers, (asked) => {
                const turns = new Map<string, string>();
                for (const [place, steps] of asked) {
                    const knob = knobs[place]!;
                    const value = typedNumber(String(knob.low + steps * knob.step))!;
                    if (mayTurn(knob, knobs, turns, value)) turns.set(knob.id, value);
                }
                const { scorings, errors } = kept(turns);
                expect(errors).toEqual([]);
                expect(meaning(scorings)).toBe(meaning(turnedPolicy(version, knobs, turns).scorings));
            }),
            { numRuns: 12 },
        );
    });

    it('change as little text as they can, and keep its comments', () => {
        const text = FILES.get(POLICY_PATH)!.replace(
            '      moins de 33 %            : 0 point',
            '      // Le tiers des ressources.\n      moins de 33 %            : 0 point',
        );
        const files = new Map(FILES).set(POLICY_PATH, text);
        const other = versionOf(files);
        const its = knobsOf(other);
        const bound = its.find(({ owner, what, value }) => owner.name === 'effort' && what.kind === 'bound' && value === '33')!;
        expect(turnedEdits(other, its, { turns: new Map([[bound.id, '35']]), texts: files })).toEqual([
            `remplace critère effort par ${/critère effort[^}]*\}/.exec(text)![0].replaceAll('33 %', '35 %')}`,
        ]);
        const points = its.find(({ owner, what }) => owner.name === 'attente' && what.kind === 'rate')!;
        expect(turnedEdits(other, its, { turns: new Map([[points.id, '5/2']]), texts: files })).toEqual([
            'fixe attente : 2,5 points par mois révolu depuis dépôt, plafonné à 60 points',
        ]);
    });

    it('stay between their neighbours, and a cap over its floor', () => {
        const [lower, upper] = named('effort').filter(({ what }) => what.kind === 'bound');
        expect(mayTurn(lower!, knobs, new Map(), '50')).toBe(false);
        expect(mayTurn(lower!, knobs, new Map([[upper!.id, '60']]), '50')).toBe(true);
        expect(mayTurn(upper!, knobs, new Map(), '33')).toBe(false);
    });

    it('are written exactly, whatever their size, and read again as the same', () => {
        expect(numberIn('1 point', '1/10000000')).toBe('0,0000001 point');
        expect(numberIn('-2,5 points', '12345678901234567891')).toBe('12 345 678 901 234 567 891 points');
        fc.assert(
            fc.property(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
                const value = toFraction(rational(BigInt(digits), 10n ** BigInt(places)));
                expect(typedNumber(numberIn('7 points', value).replace(/ points?$/, ''))).toBe(value);
            }),
        );
    });

    it('are read as they are typed', () => {
        expect(['2,5', '2.5', '−10', '1 200', '', 'dix', '1/3', '1e3'].map(typedNumber)).toEqual([
            '5/2',
            '5/2',
            '-10',
            '1200',
            undefined,
            undefined,
            undefined,
            undefined,
        ]);
    });
});
