import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCondition, evaluateDemand, loadPolicy, type Program } from '../../../language/src/engine/index.js';
import type { Expression } from '../../../language/src/ir/expression.js';
import type { RefusalEffect } from '../../../language/src/ir/refusal-effect.js';
import { addDays, addMonths, formatFrenchDate, monthsElapsed } from '../../../language/src/kit/civil-date.js';
import {
    BOOLEAN,
    criterion,
    DATE,
    day,
    declare,
    derive,
    DURATION,
    derived,
    duration,
    elapsed,
    fact,
    flat,
    NO_EVENT,
    NOWHERE,
    policy,
    rate,
    scoring,
    since,
    test,
    type GivenEvent,
} from './build.js';
import { shown, subjectOf, type Household } from './shown.js';
import { createNoteMemo, evaluateWithMemo } from './inside.js';

const REFUSALS = { kind: 'events', fields: [declare('le', DATE, { role: 'date' }), declare('adapté', BOOLEAN, { role: 'adapté' })] } as const;
const ADAPTED = fact('adapté', BOOLEAN, 'event');
const seniority = derived('ancienneté', DURATION);
const beyond = (months: number): Expression => test(seniority, '>', duration(months));

function effect(does: RefusalEffect['effect'], which: { readonly filter?: Expression } = { filter: ADAPTED }): RefusalEffect {
    return { source: 'refus', ...which, effect: does, references: [], text: '', at: NOWHERE };
}
const suspended = (amount: number, unit: 'mois' | 'ans' | 'jours' = 'mois'): RefusalEffect => effect({ kind: 'suspension', amount, unit });
const RESET = effect({ kind: 'reset' });

/** One point a whole month since the filing, and 1 000 beyond 30 months of deduced seniority. */
function rules(refusalEffects: readonly RefusalEffect[]): Program {
    return loadPolicy(
        policy({
            facts: [declare('dépôt', DATE, { role: 'dépôt' }), declare('refus', REFUSALS, { role: 'refus' })],
            derived: [derive('ancienneté', DURATION, since('dépôt'))],
            scorings: [scoring('grille', [criterion('attente', rate('1', elapsed('dépôt'))), criterion('longue', flat('1000'), { condition: beyond(30) })])],
            refusalEffects,
        }),
    );
}

const refused = (...days: readonly string[]): Household => ({ dépôt: '01/02/2021', refus: days.map((le): GivenEvent => ({ le, adapté: 'oui' })) });

/** On 15/03/2024, filed on 01/02/2021: 37 whole months, beyond 30. */
const CASES: readonly (readonly [why: string, effects: readonly RefusalEffect[], facts: Household, note: string])[] = [
    ['no refusal: 37 months', [suspended(12)], { dépôt: '01/02/2021', refus: NO_EVENT }, '1037'],
    // Still suspended: seniority stands at 01/06/2023, the 28th anniversary of the day.
    ['12 months from 01/06/2023: 28 months', [suspended(12)], refused('01/06/2023'), '28'],
    // ]01/06/2023, 01/12/2023] is 183 days: seniority is that of 14/09/2023, 31 whole months and 13 days, beyond 30.
    ['6 months from 01/06/2023: 31 months', [suspended(6)], refused('01/06/2023'), '1031'],
    // The union ]01/06/2023, 01/03/2024] is 274 days, not 183 + 182: seniority is that of 15/06/2023.
    ['two suspensions that overlap count once: 28 months', [suspended(6)], refused('01/06/2023', '01/09/2023'), '28'],
    // ]01/12/2020, 01/06/2021] after 01/02/2021 is 120 days: seniority is that of 16/11/2023.
    ['a suspension begun before the filing: 33 months', [suspended(6)], refused('01/12/2020'), '1033'],
    // 100 days after 10/06/2023: seniority is that of 06/12/2023.
    ['in days: 34 months', [suspended(100, 'jours')], refused('10/06/2023'), '1034'],
    ['one year is twelve months', [suspended(1, 'ans')], refused('01/06/2023'), '28'],
    // From 01/06/2023 to 15/03/2024: nine months.
    ['begun again: 9 months', [RESET], refused('01/06/2023'), '9'],
    ['begun again at the last refusal: 2 months', [RESET], refused('01/06/2023', '15/01/2024', '01/09/2022'), '2'],
    ['a refusal before the filing begins nothing again', [RESET], refused('01/06/2020'), '1037'],
    ['a refusal to come has no effect yet', [RESET, suspended(12)], refused('01/05/2024'), '1037'],
    ['both effects: begun again, then suspended', [RESET, suspended(12)], refused('01/06/2023'), '0'],
    ['another kind of refusal', [RESET], { dépôt: '01/02/2021', refus: [{ le: '01/06/2023', adapté: 'non' }] }, '1037'],
    ['every refusal, without a condition', [effect({ kind: 'reset' }, {})], { dépôt: '01/02/2021', refus: [{ le: '01/06/2023' }] }, '9'],
    // Nothing is known of the refusal: from 0 month to 37, beyond 30 or not.
    ['a refusal that cannot be told', [RESET], { dépôt: '01/02/2021', refus: [{ le: '01/06/2023' }] }, '[0, 1037] sans refus.adapté'],
    ['refusals unknown', [RESET], { dépôt: '01/02/2021', refus: '?' }, '[0, 1037] sans refus'],
    ['a refusal without its date', [RESET], { dépôt: '01/02/2021', refus: [{ adapté: 'oui' }] }, '[0, 1037] sans refus.le'],
];

describe('effects of refusals on seniority', () => {
    it.each(CASES)('%s', (_, effects, facts, note) => {
        expect(shown(evaluateDemand(rules(effects), subjectOf(facts)).declared)).toBe(note);
    });

    it('leaves the seniority that exclusions, adequacies and objectives read', () => {
        expect(evaluateCondition(rules([RESET]), beyond(36), subjectOf(refused('01/06/2023'))).truth).toBe('true');
    });

    const VALIDITY: readonly (readonly [why: string, effects: readonly RefusalEffect[], facts: Household, until: string])[] = [
        ['suspended once: a deduced duration that does not end on the day is dated to it', [suspended(6)], refused('01/06/2023'), '15/03/2024'],
        ['begun again on 01/06/2023: the eve of the tenth month', [RESET], refused('01/06/2023'), '31/03/2024'],
        ['a refusal to come: its eve', [RESET], refused('20/03/2024'), '19/03/2024'],
    ];
    it.each(VALIDITY)('%s', (_, effects, facts, until) => {
        const { validUntil } = evaluateDemand(rules(effects), subjectOf(facts));
        expect(validUntil === undefined ? '–' : formatFrenchDate(validUntil)).toBe(until);
    });

    it('counts day by day, with or without what earlier days have kept', () => {
        const filed = day('01/02/2021');
        const refusal = fc.integer({ min: -200, max: 1200 });
        const one = fc.oneof(
            fc.constant(RESET),
            fc.record({ amount: fc.integer({ min: 1, max: 14 }), unit: fc.constantFrom('mois', 'jours') }).map(({ amount, unit }) => suspended(amount, unit)),
        );
        fc.assert(
            fc.property(fc.array(refusal, { maxLength: 4 }), fc.array(one, { minLength: 1, maxLength: 2 }), (offsets, effects) => {
                const loaded = rules(effects);
                const refusals = offsets.map((offset) => addDays(filed, offset));
                const memo = createNoteMemo();
                const facts = refused(...refusals.map(formatFrenchDate));
                const { demand } = subjectOf(refusals.length === 0 ? { dépôt: '01/02/2021', refus: NO_EVENT } : facts);
                for (let on = filed; on < filed + 1200; on += 13) {
                    const kept = evaluateWithMemo(loaded, { demand, day: on }, memo);
                    expect(kept).toEqual(evaluateDemand(loaded, { demand, day: on }));
                    expect(shown(kept.declared)).toBe(String(pointsByDays(filed, refusals, effects, on)));
                }
            }),
            { numRuns: 60 },
        );
    });
});

/** The same points with each day looked at in turn. */
function pointsByDays(filed: number, refusals: readonly number[], effects: readonly RefusalEffect[], on: number): number {
    const happened = refusals.filter((refusal) => refusal <= on);
    const start = effects.some(({ effect: { kind } }) => kind === 'reset') ? Math.max(filed, ...happened) : filed;
    const isSuspended = (date: number): boolean =>
        effects.some(({ effect: does }) => {
            if (does.kind === 'reset') return false;
            return happened.some((refusal) => date > refusal && date <= (does.unit === 'jours' ? refusal + does.amount : addMonths(refusal, does.amount)));
        });
    let end = start;
    for (let date = start + 1; date <= on; date += 1) if (!isSuspended(date)) end += 1;
    const months = Math.max(0, monthsElapsed(start, end));
    return months + (end > addMonths(start, 30) ? 1000 : 0);
}
