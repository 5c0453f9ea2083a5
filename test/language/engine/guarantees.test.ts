import { describe, expect, it } from 'vitest';
import { checkGuarantee, loadPolicy, type Program } from '../../../language/src/engine/index.js';
import type { Promised } from '../../../language/src/ir/guarantee.js';
import type { ScoringItem } from '../../../language/src/ir/scoring.js';
import {
    below,
    BOOLEAN,
    bonus,
    byTier,
    criterion,
    DATE,
    day,
    declare,
    derive,
    derived,
    DURATION,
    elapsed,
    fact,
    flat,
    from,
    line,
    not,
    NUMBER,
    number,
    policy,
    rate,
    reader,
    scoring,
    since,
    test,
    type Given,
} from './build.js';
import { ranking, NOTE, DRAW } from '../replay/build.js';

const FIRST = fact('prioritaire');
const ORDINARY = not(fact('prioritaire'));
const PRECEDES: Promised = { kind: 'precedes', first: FIRST, second: ORDINARY };
const SENIORITY = derived('ancienneté', DURATION);
const NEVER_FALLS: Promised = { kind: 'monotone', never: 'falls', along: SENIORITY };
type Testable = Exclude<Promised, { kind: 'unread' }>;

function rules(items: readonly ScoringItem[]): Program {
    return loadPolicy(
        policy({
            facts: [
                declare('dépôt', DATE, { role: 'dépôt' }),
                declare('prioritaire', BOOLEAN),
                declare('personnes', NUMBER, { bounds: { low: '1', high: '20' } }),
                declare('proche', BOOLEAN, { owner: 'logement' }),
            ],
            derived: [derive('ancienneté', DURATION, since('dépôt'))],
            scorings: [scoring('grille', items)],
            ranking: ranking([NOTE, DRAW], 'minimum'),
        }),
    );
}

/** `dépôt prioritaire personnes`; on 15/03/2024. */
function counts(loaded: Program, promise: Testable, rows: readonly (readonly [Given, Given, Given])[]): string {
    const demands = rows.map(([dépôt, prioritaire, personnes]) => reader({ dépôt, prioritaire, personnes }));
    const { tested, broken, unsure, unknown } = checkGuarantee(loaded, promise, { demands, day: day('15/03/2024') });
    return `${tested} dont ${broken} non, ${unsure} peut-être ; ${unknown} sans savoir`;
}

const MONTHS = criterion('attente', rate('1', elapsed('dépôt')));

describe('a precedence', () => {
    // Twelve months, and 100 points for priority: 112 before 60 (filed five years before), not before 160.
    const priority = bonus('prioritaire', '100');
    it.each([
        [
            'kept: 112 before 60',
            [MONTHS, priority],
            [
                ['15/03/2023', 'oui', 1],
                ['15/03/2019', 'non', 1],
            ],
            '1 dont 0 non, 0 peut-être ; 0 sans savoir',
        ],
        [
            'broken: 112 after 160',
            [MONTHS, priority],
            [
                ['15/03/2023', 'oui', 1],
                ['15/11/2010', 'non', 1],
            ],
            '1 dont 1 non, 0 peut-être ; 0 sans savoir',
        ],
        // 112 months before 15/03/2024: 15/11/2014. On equal notes the draw decides: that is no precedence.
        [
            'broken by a tie: 112 and 112',
            [MONTHS, priority],
            [
                ['15/03/2023', 'oui', 1],
                ['15/11/2014', 'non', 1],
            ],
            '1 dont 1 non, 0 peut-être ; 0 sans savoir',
        ],
        ['nobody to precede', [MONTHS, priority], [['15/03/2023', 'oui', 1]], '1 dont 0 non, 0 peut-être ; 0 sans savoir'],
        [
            'of which kind a demand is, is unknown',
            [MONTHS],
            [
                ['15/03/2023', '?', 1],
                ['15/03/2020', 'non', 1],
            ],
            '0 dont 0 non, 0 peut-être ; 1 sans savoir',
        ],
        // Near the dwelling 40 points more: 12 or 52 before 24 or 64, which only the dwelling tells.
        [
            'it depends on the dwelling',
            [MONTHS, criterion('proche', flat('40'), { condition: fact('proche', BOOLEAN, 'logement') })],
            [
                ['15/03/2023', 'oui', 1],
                ['15/03/2022', 'non', 1],
            ],
            '1 dont 0 non, 1 peut-être ; 0 sans savoir',
        ],
    ] as const)('%s', (_, items, rows, wanted) => {
        expect(counts(rules(items), PRECEDES as Testable, rows)).toBe(wanted);
    });
});

describe('a note that never falls', () => {
    /** 20 points below two years, 10 from two years on. */
    const falling = byTier(
        SENIORITY,
        line(below({ kind: 'duration', amount: 24, unit: 'mois' }), '20'),
        line(from({ kind: 'duration', amount: 24, unit: 'mois' }), '10'),
    );
    it.each([
        ['kept: a point a month', [MONTHS], [['15/03/2023', 'non', 1]], '1 dont 0 non, 0 peut-être ; 0 sans savoir'],
        // Twelve months old: 20 points; at 24 months and beyond, 10.
        ['broken: 20 points, then 10', [criterion('jeunes', falling)], [['15/03/2023', 'non', 1]], '1 dont 1 non, 0 peut-être ; 0 sans savoir'],
        // Three years old already: 10 points at every step.
        ['kept where the fall is behind', [criterion('jeunes', falling)], [['15/03/2021', 'non', 1]], '1 dont 0 non, 0 peut-être ; 0 sans savoir'],
        // 12 months give 12 + 20; one month more 13 + 20; 24 months 24 + 10: the gain of twelve points hides the loss of ten, 32 to 34.
        [
            'kept when what is gained is more than what is lost',
            [MONTHS, criterion('jeunes', falling)],
            [['15/03/2022', 'non', 1]],
            '1 dont 0 non, 0 peut-être ; 0 sans savoir',
        ],
        ['without a date of filing', [MONTHS], [['?', 'non', 1]], '0 dont 0 non, 0 peut-être ; 1 sans savoir'],
    ] as const)('%s', (_, items, rows, wanted) => {
        expect(counts(rules(items), NEVER_FALLS as Testable, rows)).toBe(wanted);
    });

    it('or never rises, along a number', () => {
        const along: Testable = { kind: 'monotone', never: 'rises', along: fact('personnes', NUMBER) };
        const large = criterion('grands', flat('5'), { condition: test(fact('personnes', NUMBER), '>=', number('4')) });
        // Three persons: one more gives five points. Five persons: five points already.
        expect(
            counts(rules([large]), along, [
                ['15/03/2023', 'non', 3],
                ['15/03/2023', 'non', 5],
            ]),
        ).toBe('2 dont 1 non, 0 peut-être ; 0 sans savoir');
    });
});
