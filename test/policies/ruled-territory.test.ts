import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readModel, readTerritory, type GeneratedTerritory, type GeneratorModel } from '@bareme/language/data';
import { parseDate } from '@bareme/language/ir';
import { HISTORY, replay, type ObjectiveOutcome, type ReplayReport, type RuleSetInput } from '@bareme/language/replay';
import { drawTerritory } from '@bareme/language/synthesis';
import { compileValmont } from './workspace.js';

const model = readModel(readFileSync(fileURLToPath(new URL('../../policies/valmont/modele.json', import.meta.url)), 'utf8'), 'modele.json')
    .model as GeneratorModel;
const versions = compileValmont().project.policies.filter(({ name }) => name === 'valmont');
const rules: RuleSetInput = { id: 'en-vigueur', label: 'Règles en vigueur', versions };
const WINDOW = { from: parseDate('01/07/2023')!, to: parseDate('31/12/2024')! };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function drawn(seed: number, change: Partial<GeneratorModel> = {}, size = { demands: 700, lettings: 120 }): GeneratedTerritory {
    const steps = drawTerritory({ ...size, ...WINDOW, model: { ...model, ...change }, seed, rules, encode });
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    if (step.value.kind !== 'drawn') throw new Error(`not drawn: ${step.value.kind}`);
    return step.value.territory;
}

function replayed({ files }: GeneratedTerritory): ReplayReport {
    const bytes = new Map([...files].map(([name, text]) => [name, encode(text)]));
    const { territory, findings } = readTerritory({ manifest: files.get('territoire.json') ?? '', files: bytes, vocabulary: versions.at(-1)!.vocabulary });
    expect(findings.filter(({ severity }) => severity !== 'information')).toEqual([]);
    const outcome = replay({ territory: territory!, ruleSets: [rules], mode: 'vivier', ...WINDOW, seed: 1 });
    if (outcome.kind !== 'done') throw new Error(`not replayed: ${outcome.kind}`);
    return outcome.report;
}

/** Leases to the target and leases counted, by objective of the territory in 2024, in the record and under the rules. */
type Sides = Map<string, { readonly record: Counts; readonly rules: Counts }>;
interface Counts {
    readonly numerator: number;
    readonly denominator: number;
}

function sidesOf({ objectives }: ReplayReport): Sides {
    const whole = objectives.filter(({ by, year }) => by === undefined && (year === undefined || year === 2024));
    const of = (ruleSet: string, like: ObjectiveOutcome): Counts | undefined =>
        whole.find((other) => other.ruleSet === ruleSet && other.objective === like.objective);
    const pairs = whole
        .filter(({ ruleSet }) => ruleSet === HISTORY)
        .flatMap((record) => {
            const other = of('en-vigueur', record);
            return other === undefined ? [] : [[record.objective, { record, rules: other }] as const];
        });
    return new Map(pairs);
}

/** Standard errors between two shares drawn apart. */
function distance({ record, rules: other }: { readonly record: Counts; readonly rules: Counts }): number {
    const total = (record.numerator + other.numerator) / (record.denominator + other.denominator);
    const error = Math.sqrt(total * (1 - total) * (1 / record.denominator + 1 / other.denominator));
    const share = (counts: Counts): number => counts.numerator / counts.denominator;
    return error === 0 ? 0 : Math.abs(share(record) - share(other)) / error;
}

describe('a history drawn from the rules in force', () => {
    const seeds = Array.from({ length: 30 }, (_, place) => place + 1);
    const all = seeds.map((seed) => sidesOf(replayed(drawn(seed))));

    it('agrees with them objective by objective, on each of 30 seeds, within what chance explains', () => {
        const far = all.flatMap((sides, place) =>
            [...sides]
                .filter(([, each]) => Math.min(each.record.denominator, each.rules.denominator) >= 10 && distance(each) > 4)
                .map(([name]) => [seeds[place], name]),
        );
        expect(far).toEqual([]);
        expect(all.every((sides) => sides.size >= 5)).toBe(true);
    });

    it('agrees with them on all seeds taken together: no public gains or loses by more than what the declared freedom explains', () => {
        const names = new Set(all.flatMap((sides) => [...sides.keys()]));
        const sum = (side: 'record' | 'rules', name: string): Counts => {
            const held = all.flatMap((sides) => sides.get(name)?.[side] ?? []);
            return {
                numerator: held.reduce((total, each) => total + each.numerator, 0),
                denominator: held.reduce((total, each) => total + each.denominator, 0),
            };
        };
        for (const name of names) {
            const [record, other] = [sum('record', name), sum('rules', name)];
            if (record.denominator < 300) continue;
            expect([name, Math.abs(record.numerator / record.denominator - other.numerator / other.denominator) <= 0.06]).toEqual([name, true]);
        }
    });

    it('a territory of forty vacancies is drawn, read and replayed', () => {
        const report = replayed(drawn(3, {}, { demands: 200, lettings: 40 }));
        expect(report.volumes.vacancies).toBe(40);
    });

    it('without freedom, each first candidate of the record is the first of its ranking; with much, hardly', () => {
        const none = { num: 0, den: 1 };
        const strict = replayed(drawn(5, { freedom: { designation: none, commission: none } })).honesty.rankOfRecordedFirst!;
        const free = replayed(drawn(5, { freedom: { designation: { num: 9, den: 10 }, commission: { num: 1, den: 2 } } })).honesty.rankOfRecordedFirst!;
        expect(strict.first / strict.count).toBeGreaterThan(0.9);
        expect(free.first / free.count).toBeLessThan(0.3);
    });

    it('the same request gives the same bytes, whatever the notices', () => {
        const [one, two] = [drawn(7), drawn(7)];
        expect([...one.files]).toEqual([...two.files]);
    });

    it('houses a demand once, and says of a refused dwelling who was asked before', () => {
        const rows = (drawn(9).files.get('logements.csv') ?? '').trim().split('\n').slice(1);
        const lessees = rows.map((row) => row.trim().split(';').at(-1)).filter((id) => id !== '');
        expect(lessees.length).toBeGreaterThan(60);
        expect(new Set(lessees).size).toBe(lessees.length);
    });
});
