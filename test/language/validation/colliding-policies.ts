import { compileSources, createSourceParser, type SourceText } from '@bareme/language';
import type { Diagnostic, Location } from '@bareme/language/diagnostics';

/** A policy in which one word names everything, and the word that is wrong among its homonyms, between ⟦ and ⟧. */
export interface Collision {
    readonly what: string;
    readonly code: string;
    readonly policy: (word: string) => readonly SourceText[];
    /** What the mend makes of the sentence, when everything is called « mutation ». */
    readonly mended?: string;
}

const parser = createSourceParser();
const MARKED = /⟦([\s\S]*?)⟧/g;

/** What is found in texts without their marks, and where the marks stood. */
export function compileParts(parts: readonly SourceText[]): {
    readonly found: readonly Diagnostic[];
    readonly sources: readonly SourceText[];
    readonly marks: readonly Location[];
} {
    const sources = parts.map(({ path, text }) => ({ path, text: text.replace(MARKED, '$1') }));
    const marks = parts.flatMap(({ path, text }) =>
        [...text.matchAll(MARKED)].map(({ index, 1: word = '' }, rank) => ({ path, start: index - 2 * rank, end: index - 2 * rank + word.length })),
    );
    return { found: compileSources(sources, parser).diagnostics, sources, marks };
}

const words = (name: string, type = 'oui/non'): string => `barème 1
vocabulaire ${name} "${name}" {
  demande { dépôt : date rôle dépôt ; ${name} : ${type} "${name}" ; lieu : code }
  logement { loueur : code rôle bailleur ; contingent : code rôle réservataire ; neuf : oui/non }
}`;

/** A version called like everything else, with these clauses. */
function version(word: string, clauses: string, { criterion = 'autre', name = word, type = 'oui/non' } = {}): readonly SourceText[] {
    const text = `barème 1
politique ${name} "${word}" version "1" en vigueur du 01/01/2024 utilise ${word}
${clauses}
cotation ${word} "${word}" { critère ${criterion} "${word}" : 1 point si dépôt renseigné }
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;
    return [
        { path: 'p.bareme', text },
        { path: 'v.bareme', text: words(word, type) },
    ];
}

const beside = (parts: readonly SourceText[], text: string): readonly SourceText[] => [...parts, { path: 'q.bareme', text: `barème 1\n${text}` }];
const share = 'part : 10 % du flux, décompte : bail signé';

export const COLLISIONS: readonly Collision[] = [
    {
        what: 'a critère set aside, called like the fact of the condition',
        code: 'BAR418',
        policy: (w) =>
            version(
                w,
                `cotation c "${w}" pour les demandes de ${w} { critère ${w}s "${w}" : 2 points critère z "${w}" : 1 point si ${w} exclusif de critère ⟦${w}⟧ }`,
            ),
        mended: 'si mutation exclusif de critère mutations }',
    },
    {
        what: 'a holder of rights, called like the convention and its landlord',
        code: 'BAR452',
        policy: (w) => version(w, `titulaire ${w}s "${w}" { ${w} : public ${w} }\nconvention ${w} "${w}" : ⟦${w}⟧ × ${w} { ${share} }`),
        mended: 'convention mutation "mutation" : mutations × mutation {',
    },
    {
        what: 'an objective, called like the route',
        code: 'BAR452',
        policy: (w) => version(w, `objectif ${w}s "${w}" : au moins 25 % des baux signés vers ${w}\nroute ${w} "${w}" si ${w} : compte en ⟦${w}⟧`),
        mended: 'route mutation "mutation" si mutation : compte en mutations',
    },
    {
        what: 'the policy of an act, called like the act',
        code: 'BAR210',
        policy: (w) => beside(version(w, '', { name: 'autre' }), `acte ${w} "${w}" de ⟦${w}⟧ version "1"`),
    },
    {
        what: 'a holder of an imputation, called like the fact of both conditions',
        code: 'BAR452',
        policy: (w) => version(w, `titulaire ${w}s "${w}" { ${w} : public ${w} }\nimputation ${w} "${w}" si ${w} { ⟦${w}⟧ si ${w} }`),
        mended: 'imputation mutation "mutation" si mutation { mutations si mutation }',
    },
    {
        what: 'a convention of a pool, called like the pool',
        code: 'BAR452',
        policy: (w) =>
            version(w, `titulaire t { ${w} : public ${w} }\nconvention ${w}s "${w}" : t × ${w} { ${share} }\nmise en commun ${w} "${w}" : ${w}s ; ⟦${w}⟧`),
        mended: 'mise en commun mutation "mutation" : mutations ; mutations',
    },
    {
        what: 'an adequacy waived, called like the contingent and its public',
        code: 'BAR452',
        policy: (w) => version(w, `adéquation ${w}s "${w}" : ${w}\ntitulaire ${w} "${w}" { ${w} : public ${w}, sans adéquation ⟦${w}⟧ }`),
    },
    {
        what: 'a route subtracted, called like the convention',
        code: 'BAR452',
        policy: (w) => version(w, `titulaire ${w} { ${w} : public ${w} }\nconvention ${w} "${w}" : ${w} × ${w} { ${share} ; hors flux : ⟦${w}⟧ }`),
    },
    {
        what: 'a route announced, called like the landlord',
        code: 'BAR452',
        policy: (w) => version(w, `route ${w}s "${w}" si ${w} : hors flux\nsoustractions prévues ${w} en 2024 : ⟦${w}⟧ 2`),
        mended: 'soustractions prévues mutation en 2024 : mutations 2',
    },
    {
        what: 'a critère written twice in a cotation of its name',
        code: 'BAR204',
        policy: (w) =>
            version(w, `cotation c "${w}" pour les demandes de ${w} { critère ${w} "${w}" : 1 point si ${w} critère ⟦${w}⟧ "${w}" : 2 points si ${w} }`),
    },
    {
        what: 'a named list, called like the fact',
        code: 'BAR203',
        policy: (w) => version(w, `signale ${w} "${w}" : ${w} parmi ⟦${w}⟧`, { type: 'code' }),
    },
    {
        what: 'a table, called like its key',
        code: 'BAR203',
        policy: (w) => version(w, `signale ${w} "${w}" : ${w} ou ⟦${w}⟧(${w})`),
    },
    {
        what: 'the end of a list, written like its start',
        code: 'BAR109',
        policy: (w) => version(w, `liste ${w} du 01/01/2024 au ⟦31/02/2024⟧ "31/02/2024" { ${w} }`),
    },
    {
        what: 'the critère that a variant removes, called like its cotation',
        code: 'BAR507',
        policy: (w) => beside(version(w, ''), `variante ${w} "${w}" de ${w} version "1" { retire critère ${w}.⟦${w}⟧ }`),
    },
    {
        what: 'the critère whose points a variant sets',
        code: 'BAR507',
        policy: (w) => beside(version(w, '', { criterion: `${w}s` }), `variante ${w} "${w}" de ${w} version "1" { fixe ${w}s.⟦${w}⟧ : 1 point }`),
    },
    {
        what: 'the critère that an example expects, called like the policy and the fact',
        code: 'BAR605',
        policy: (w) =>
            beside(
                version(w, '', { criterion: `${w}s` }),
                `exemple "${w}" de ${w} version "1" { ${w} : oui ; dépôt : 01/01/2020 ; date d’examen : 01/06/2024 ; attendu : note 1 dont ⟦${w}⟧ 1 }`,
            ),
        mended: 'dont mutations 1',
    },
    {
        what: 'the variant that an example tests',
        code: 'BAR203',
        policy: (w) =>
            beside(version(w, ''), `exemple "${w}" de ${w} version "1" variante ⟦${w}⟧ { ${w} : oui ; date d’examen : 01/06/2024 ; attendu : note 1 }`),
    },
    {
        what: 'a vocabulary that uses itself',
        code: 'BAR206',
        policy: (w) => [{ path: 'v.bareme', text: `barème 1\nvocabulaire ${w} "${w}" utilise ⟦${w}⟧ { demande { ${w} : oui/non "${w}" } }` }],
    },
    {
        what: 'a role that the replay does not know, called like the fact and its type',
        code: 'BAR212',
        policy: (w) => [{ path: 'v.bareme', text: `barème 1\nvocabulaire ${w} "${w}" { demande { ${w} : code "${w}" rôle ⟦${w}⟧ colonne "${w}" } }` }],
    },
];
