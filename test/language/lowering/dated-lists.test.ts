import { describe, expect, it } from 'vitest';
import { compileSources } from '../../../language/src/compile.js';
import { evaluateAdequacy, loadPolicy } from '../../../language/src/engine/index.js';
import { printPolicy } from '../../../language/src/printing/index.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import { parseDate } from '../../../language/src/kit/civil-date.js';
import type { FactValue } from '../../../language/src/ir/value.js';
import { withoutPlaces } from '../printing/without-places.js';

const TEXT = `barème 1
vocabulaire v "Essai" { demande { dépôt : date rôle dépôt } logement { quartier : code } }
politique p "P" version "1"
  en vigueur du 01/01/2020
  utilise v
liste qpv du 01/01/2020 au 31/12/2023 "Quartiers prioritaires" { Q1 ; Q2 }
liste qpv du 01/01/2024 { Q2 ; Q3 }
cotation c pour les demandes { critère k : 1 point }
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
adéquation ici : logement.quartier parmi qpv
`;

const { project, diagnostics } = compileSources([{ path: 'p', text: TEXT }]);
const policy = project.policies[0] as Policy;

function suits(quartier: FactValue, date: string): string {
    const missing: FactValue = { kind: 'missing' };
    const reader = (values: Readonly<Record<string, FactValue>>) => ({ fact: (name: string) => values[name] ?? missing, proved: () => false });
    return evaluateAdequacy(loadPolicy(policy), { demand: reader({}), dwelling: reader({ quartier }), day: parseDate(date) ?? 0 }).kind;
}

describe('a perimeter that changes in time', () => {
    it('compiles, and gives itself back when printed', () => {
        expect(diagnostics).toEqual([]);
        const again = compileSources([{ path: 'p', text: printPolicy(policy) }]);
        expect(again.diagnostics).toEqual([]);
        expect(withoutPlaces(again.project.policies[0])).toEqual(withoutPlaces(policy));
    });

    it.each([
        // Q1 leaves on 1 January 2024, Q3 enters that day, Q2 stays.
        ['Q1', '31/12/2023', 'fits'],
        ['Q1', '01/01/2024', 'unfit'],
        ['Q2', '31/12/2023', 'fits'],
        ['Q2', '01/01/2024', 'fits'],
        ['Q3', '31/12/2023', 'unfit'],
        ['Q3', '01/01/2024', 'fits'],
        // Before the first list nothing is known of any district: neither in nor out.
        ['Q1', '31/12/2019', 'unknown'],
    ])('%s on %s: %s', (quartier, date, expected) => {
        expect(suits({ kind: 'word', value: quartier }, date)).toBe(expected);
    });

    it('has one label: another one, of a later list, is told', () => {
        const again = compileSources([{ path: 'p', text: TEXT.replace('{ Q2 ; Q3 }', '"Autres quartiers" { Q2 ; Q3 }') }]);
        expect(again.diagnostics.map(({ code, location }) => [code, location?.start])).toEqual([['BAR332', TEXT.indexOf('{ Q2 ; Q3 }')]]);
    });

    it('takes the label that a variant gives it', () => {
        const variant = 'variante w de p version "1" { remplace liste qpv du 01/01/2024 "Autres quartiers" { Q3 } }';
        const { project: varied } = compileSources([{ path: 'p', text: `${TEXT}${variant}` }]);
        expect(varied.variants[0]?.vocabulary.tables.map(({ name, label }) => [name, label])).toEqual([['qpv', 'Autres quartiers']]);
    });

    it('an unknown district is neither in nor out', () => {
        expect(suits({ kind: 'missing' }, '01/01/2024')).toBe('unknown');
    });
});
