import { describe, expect, it } from 'vitest';
import type { FactReader } from '../../../language/src/columns/facts.js';
import { compileSources } from '../../../language/src/compile.js';
import { areAnalogous, loadPolicy, positionAmong, type Program } from '../../../language/src/engine/index.js';
import type { FactValue } from '../../../language/src/ir/value.js';
import { parseDate } from '../../../language/src/kit/civil-date.js';
import { toFraction } from '../../../language/src/kit/exact-number.js';

const DAY = parseDate('15/03/2024')!;

function policyWith(analogous: string, incomplete = 'classée à sa note minimale', ranking = 'note déclarée'): Program {
    const vocabulary = `barème 1
vocabulaire v { demande { acquis : entier de 0 à 100 ; bonus : oui/non ; villes : code plusieurs ; mutation : oui/non } }`;
    const policy = `barème 1
politique p "P" version "1"
  en vigueur du 01/01/2024
  utilise v
cotation c, cumulables {
  critère base : 1 point par acquis
  critère prime : 10 points si bonus
}
classement { ${ranking} ; appréciation de la commission (en simulation : tirage) ; incomplète : ${incomplete} }
${analogous}`;
    const { project, diagnostics } = compileSources([
        { path: 'v.bareme', text: vocabulary },
        { path: 'p.bareme', text: policy },
    ]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return loadPolicy(project.policies[0]!);
}

const TOWNS = 'demandes analogues : villes ; mutation';

/** `12 non a,b non`: points, bonus, towns, mutation; `?` where the file does not say. */
function demand(text: string): FactReader {
    const [points = '?', bonus = '?', towns = '?', mutation = '?'] = text.split(' ');
    const value = (name: string): FactValue => {
        const word = { acquis: points, bonus, villes: towns, mutation }[name] ?? '?';
        if (word === '?') return { kind: 'missing' };
        if (name === 'acquis') return { kind: 'number', value: word };
        return name === 'villes' ? { kind: 'set', values: word.split(',') } : { kind: 'boolean', value: word === 'oui' };
    };
    return { fact: value, proved: () => false };
}

function position(own: string, others: readonly string[], loaded = policyWith(TOWNS)): string | undefined {
    const found = positionAmong(loaded, { demand: demand(own), others: others.map(demand), day: DAY });
    if (found === undefined) return undefined;
    if (found.kind === 'unknown') return `unknown ${found.missing.join(', ')}`;
    if (found.kind === 'inadmissible') return `inadmissible ${found.exclusions.join(', ')}`;
    if (found.kind === 'unscored') return `unscored ${found.clauses.join(', ')}`;
    const { rank, ties, analogous, unsure, notes } = found;
    return `${rank}/${analogous} ties ${ties} unsure ${unsure} notes ${notes === undefined ? 'none' : [notes.q1, notes.median, notes.q3].map(toFraction).join(' ')}`;
}

describe('the position among analogous demands', () => {
    const CASES: readonly (readonly [own: string, others: readonly string[], expected: string, why: string])[] = [
        ['20 non a non', [], '1/1 ties 0 unsure 0 notes 20 20 20', 'alone: first of one'],
        // Notes 30, 20, 20, 5 sorted 5 20 20 30: ranks ⌈4/4⌉ = 1, 2, 3.
        ['20 non a non', ['30 non a non', '20 non a non', '5 non a non'], '2/4 ties 1 unsure 0 notes 5 20 20', 'one higher, one equal, one lower'],
        ['20 non a non', ['15 oui a non'], '2/2 ties 0 unsure 0 notes 20 20 25', '15 + 10 = 25 is higher'],
        ['20 non a,b non', ['30 non b,c non'], '2/2 ties 0 unsure 0 notes 20 20 30', 'b in common'],
        ['20 non a non', ['30 non b non', '30 non a oui'], '1/1 ties 0 unsure 0 notes 20 20 20', 'another town, another intention: not analogous'],
        ['20 non a non', ['30 non ? non'], '1/1 ties 0 unsure 1 notes 20 20 20', 'its towns are unknown'],
        ['20 non a non', ['30 non ? oui'], '1/1 ties 0 unsure 0 notes 20 20 20', 'its intention differs, whatever its towns'],
        // Incomplete between 15 and 25, ranked at 15: below 20.
        ['20 non a non', ['15 ? a non'], '1/2 ties 0 unsure 0 notes 15 15 20', 'an incomplete note ranks as the policy says'],
        ['20 non ? non', ['30 non a non'], 'unknown villes', 'its own towns are unknown'],
    ];

    it.each(CASES)('%s among %j: %s (%s)', (own, others, expected) => expect(position(own, others)).toBe(expected));

    it('an incomplete note at its greatest, or last', () => {
        // Between 15 and 25: at 25 it is before 20; put last, it comes after every note, and has none to tell.
        expect(position('20 non a non', ['15 ? a non'], policyWith(TOWNS, 'classée à sa note maximale'))).toBe('2/2 ties 0 unsure 0 notes 20 20 25');
        expect(position('20 non a non', ['15 ? a non'], policyWith(TOWNS, 'classée en dernier'))).toBe('1/2 ties 0 unsure 0 notes 20 20 20');
        expect(position('15 ? a non', ['20 non a non'], policyWith(TOWNS, 'classée en dernier'))).toBe('2/2 ties 0 unsure 0 notes 20 20 20');
        expect(position('15 ? a non', ['30 ? a non'], policyWith(TOWNS, 'classée en dernier'))).toBe('1/2 ties 1 unsure 0 notes none');
    });

    it('follows the ranking: category, note, then tie-break', () => {
        const loaded = policyWith(TOWNS, 'classée à sa note minimale', 'catégorie (bonus) ; note déclarée ; acquis la plus grande');
        // The household with the bonus is first, whatever its note: 1 + 10 against 30.
        expect(position('30 non a non', ['1 oui a non'], loaded)).toBe('2/2 ties 0 unsure 0 notes 11 11 30');
        expect(position('1 oui a non', ['30 non a non'], loaded)).toBe('1/2 ties 0 unsure 0 notes 11 11 30');
        const earliest = policyWith(TOWNS, 'classée à sa note minimale', 'note déclarée ; acquis la plus petite');
        // 20 and 10 + 10: the same note, told apart by the tie-break.
        expect(position('20 non a non', ['10 oui a non'], earliest)).toBe('2/2 ties 0 unsure 0 notes 20 20 20');
        expect(position('10 oui a non', ['20 non a non'], earliest)).toBe('1/2 ties 0 unsure 0 notes 20 20 20');
    });

    it('is among admissible demands alone: one that a rule keeps out has none', () => {
        const loaded = policyWith(`${TOWNS}\nexclusion riche : si acquis au moins 50, motif "trop"`);
        expect(position('60 non a non', ['20 non a non'], loaded)).toBe('inadmissible riche');
        expect(position('20 non a non', ['60 non a non', '55 non ? non'], loaded)).toBe('1/1 ties 0 unsure 0 notes 20 20 20');
    });

    it('is not told where the policy does not say which demands are analogous', () => {
        expect(position('20 non a non', [], policyWith(''))).toBeUndefined();
    });

    it('likeness is the same both ways', () => {
        const loaded = policyWith(TOWNS);
        const all = ['1 non a non', '1 non a,b non', '1 non b oui', '1 non ? non', '1 non c ?'].map(demand);
        for (const a of all) for (const b of all) expect(areAnalogous(loaded, a, b, DAY)).toBe(areAnalogous(loaded, b, a, DAY));
    });
});
