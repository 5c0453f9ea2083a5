import { describe, expect, it } from 'vitest';
import { compileSources, type Compilation } from '@bareme/language';
import { evaluateDemand, loadPolicy } from '@bareme/language/engine';
import { day, reader } from '../engine/build.js';
import { shown } from '../engine/shown.js';

const WORDS = `vocabulaire mots {
  demande { dépôt : date rôle dépôt ; mutation : oui/non ; enfants : entier de 0 à 9 enfants ; commune_emploi : code }
}`;
const HEAD = (name: string, more = ''): string => `politique ${name} "${name}" version "1"
  en vigueur du 01/01/2024
  utilise mots
${more}
`;
const VALLEY = `${HEAD('vallée')}
liste travail { 99001 ; 99002 }
cotation grille, cumulables { critère attente : 1 point par mois révolu depuis dépôt  critère emploi : 5 points si commune_emploi parmi travail }
exclusion trop_grand : si enfants au moins 8, motif "logement trop petit" réf "règlement"
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
`;

function compile(...parts: readonly string[]): Compilation {
    return compileSources([{ path: 'a.bareme', text: `barème 1\n${WORDS}\n${parts.join('\n')}` }]);
}

/** The note on 15/03/2024 of a demand of 01/02/2021, 37 whole months before, that works in 99001 and has two children. */
function noteUnder({ project, diagnostics }: Compilation, name: string): string {
    expect(diagnostics).toEqual([]);
    const policy = project.policies.find((candidate) => candidate.name === name)!;
    const demand = reader({ dépôt: '01/02/2021', commune_emploi: { kind: 'word', value: '99001' }, enfants: 2, mutation: 'non' });
    return shown(evaluateDemand(loadPolicy(policy), { demand, day: day('15/03/2024') }).declared);
}

describe('a policy that takes the clauses of another (reprend)', () => {
    it('has them as its own: 37 + 5', () => {
        expect(noteUnder(compile(VALLEY, HEAD('plateau', '  reprend de vallée version "1"')), 'plateau')).toBe('42');
    });

    it('keeps its own where both write one: a list of its own leaves the job outside, 37', () => {
        expect(noteUnder(compile(VALLEY, HEAD('plateau', '  reprend de vallée version "1"'), 'liste travail { 99009 }'), 'plateau')).toBe('37');
    });

    it('takes only the kinds that it names', () => {
        const compiled = compile(VALLEY, HEAD('plateau', '  reprend (cotations ; classement) de vallée version "1"'));
        expect(noteUnder(compiled, 'plateau')).toBe('42');
        expect(compiled.project.policies.find(({ name }) => name === 'plateau')?.exclusions).toEqual([]);
    });

    it('takes what the other has itself taken', () => {
        const chain = compile(VALLEY, HEAD('plateau', '  reprend de vallée version "1"'), HEAD('crête', '  reprend de plateau version "1"'));
        expect(noteUnder(chain, 'crête')).toBe('42');
    });

    it('must take from a version that exists', () => {
        const { diagnostics } = compile(VALLEY, HEAD('plateau', '  reprend de vallée version "2"'));
        expect(diagnostics.map(({ code }) => code)).toContain('BAR210');
    });
});

describe('the law’s own clauses (socle)', () => {
    const LAW =
        'socle loi utilise mots { garantie lien : aucun accès ne lit commune_emploi réf "CCH L.441" exclusion ressources : si enfants au moins 9, motif "ressources" réf "CCH R.441-1" }';

    it('are those of the policy that applies them', () => {
        const compiled = compile(LAW, VALLEY.replace('utilise mots', 'utilise mots applique socle loi'));
        expect(compiled.diagnostics).toEqual([]);
        const [policy] = compiled.project.policies;
        expect(policy?.guarantees.map(({ name, references }) => [name, references[0]?.text])).toEqual([['lien', 'CCH L.441']]);
        expect(policy?.exclusions.map(({ name }) => name)).toEqual(['trop_grand', 'ressources']);
    });

    it('refuse a rule of access that they forbid, through deduced facts too', () => {
        const local = 'déduit du_pays : oui/non = commune_emploi est 99001\nadéquation voisins : du_pays';
        const { diagnostics } = compile(LAW, VALLEY.replace('utilise mots', 'utilise mots applique socle loi'), local);
        expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
            ['BAR485', '« voisins » lit « commune_emploi », ce que la garantie « lien » interdit à l’accès.'],
        ]);
    });
});
