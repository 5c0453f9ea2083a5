import { describe, expect, test } from 'vitest';
import { compileSources, createSourceParser } from '@bareme/language';
import { VOCABULARY } from '../diagnostics/pages.js';

const parser = createSourceParser();
const RULES = `cotation c { critère k : 1 point }
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;

/** The findings of order in a version with these headers, and what follows it. */
function found(headers: string, after = ''): readonly (readonly [code: string, underlined: string])[] {
    const text = `barème 1\npolitique p version "1" ${headers} utilise mots\n${RULES}\n${after}`;
    const sources = [
        { path: 'p', text },
        { path: 'v', text: VOCABULARY },
    ];
    return compileSources(sources, parser).diagnostics.flatMap(({ code, location }) =>
        code === 'BAR491' || code === 'BAR492' || code === 'BAR506' ? [[code, text.slice(location?.start, location?.end)] as const] : [],
    );
}

const ACT = 'objectif o : au moins 5 % des baux signés vers mutation';

describe('acts out of order', () => {
    test.each([
        ['an opinion after the vote', 'délibérée le 01/10/2023, avis CIL le 02/10/2023, en vigueur du 01/01/2024', '', 'BAR491', 'avis CIL le 02/10/2023'],
        ['a signature after the entry into force', 'signée le 02/01/2024, en vigueur du 01/01/2024', '', 'BAR491', 'signée le 02/01/2024'],
        ['an evaluation before the entry into force', 'en vigueur du 01/01/2024, évaluation le 31/12/2023', '', 'BAR491', 'évaluation le 31/12/2023'],
        [
            'a switch of notes before the entry into force',
            'en vigueur du 01/01/2024, bascule des notes le 31/12/2023',
            '',
            'BAR491',
            'bascule des notes le 31/12/2023',
        ],
        ['a vote after the entry into force', 'délibérée le 02/01/2024, en vigueur du 01/01/2024', '', 'BAR506', 'délibérée le 02/01/2024'],
        [
            'an act signed after it is in force',
            'en vigueur du 01/01/2024',
            `acte cia "A" de p version "1" signé le 02/02/2024, en vigueur du 01/02/2024\n${ACT}`,
            'BAR491',
            'signé le 02/02/2024',
        ],
        [
            'an act signed after the version it is part of is in force',
            'en vigueur du 01/01/2024',
            `acte cia "A" de p version "1" signé le 02/01/2024\n${ACT}`,
            'BAR491',
            'signé le 02/01/2024',
        ],
        [
            'an opinion on an act after its signature',
            'en vigueur du 01/01/2024',
            `acte cia "A" de p version "1" signé le 01/12/2023, avis CIL le 02/12/2023\n${ACT}`,
            'BAR491',
            'avis CIL le 02/12/2023',
        ],
        [
            'an example dated before its version',
            'en vigueur du 01/01/2024',
            'exemple "e" de p version "1" { date d’examen : 31/12/2023 ; attendu : note 1 }',
            'BAR492',
            '31/12/2023',
        ],
    ])('%s is found, its date underlined', (_, headers, after, code, underlined) => {
        expect(found(headers, after)).toEqual([[code, underlined]]);
    });

    test('the same day is in order, and so is the order of the law', () => {
        expect(
            found('avis CIL le 01/10/2023, délibérée le 01/10/2023, signée le 01/01/2024, en vigueur du 01/01/2024, bascule des notes le 01/01/2024'),
        ).toEqual([]);
        expect(found('en vigueur du 01/01/2024', 'exemple "e" de p version "1" { date d’examen : 01/01/2024 ; attendu : note 1 }')).toEqual([]);
    });
});
