import { describe, expect, test } from 'vitest';
import { compileMarked, underlinedText } from '../../../language/src/testing/marked-sources.js';
import { printExpression } from '../../../language/src/printing/index.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import { parseDate } from '../../../language/src/kit/civil-date.js';

const WORDS = `barème 1
vocabulaire v {
  énumération Situation plusieurs { sans_abri ; chez_tiers }
  énumération Étape ordonnée { commandement ; jugement }
  demande {
    dépôt : date rôle dépôt ; situations : Situation ; étape : Étape ; personnes : entier de 1 à 20 personnes rôle taille_du_ménage ;
    ressources : montant par mois ; taux : ratio ; handicap : oui/non ; métier : code ; communes : code plusieurs ; note : entier ; version : oui/non ;
    refus : événements { date : date rôle date ; adapté : oui/non }
  }
  membre { âge : entier de 0 à 120 ; handicapé : oui/non ; naissance : date }
  logement { commune : code ; qpv : oui/non }
}`;

function compile(item: string) {
    const text = `barème 1\npolitique p version "1" en vigueur du 1er janvier 2024 utilise v\n${item}\nclassement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;
    const compiled = compileMarked([
        { path: 'p', text },
        { path: 'v', text: WORDS },
    ]);
    return { ...compiled, findings: compiled.diagnostics.map((finding) => [finding.code, underlinedText(compiled.sources, finding)]) };
}

/** The one condition of a critère, printed back: its meaning without its spelling. */
function meaningOf(condition: string): string {
    const { project, findings } = compile(`cotation c { critère k : 1 point si ${condition} }`);
    const [item] = project.policies[0]?.scorings[0]?.group.items ?? [];
    if (item?.kind !== 'criterion' || item.condition === undefined) throw new Error(JSON.stringify(findings));
    return printExpression(item.condition, (project.policies[0] as Policy).vocabulary);
}

describe('one meaning, several spellings', () => {
    test.each([
        ['a keyword without its accents', 'étape renseigne', 'étape renseigné'],
        ['« a partir de » without accent', 'étape a partir de jugement', 'étape à partir de jugement'],
        ['a straight apostrophe', "personnes jusqu'à 3", 'personnes au plus 3 personnes'],
        ['a curly apostrophe', 'personnes jusqu’à 3', 'personnes au plus 3 personnes'],
        ['thousands after a plain space', 'ressources moins de 1 234 € par mois', 'ressources moins de 1 234 € par mois'],
        ['thousands after a non-breaking space', 'ressources moins de 1\u00A0234 € par mois', 'ressources moins de 1 234 € par mois'],
        ['thousands after a narrow space', 'ressources moins de 1\u202F234 € par mois', 'ressources moins de 1 234 € par mois'],
        ['no space between thousands', 'ressources moins de 1234 € par mois', 'ressources moins de 1 234 € par mois'],
        ['a date in words', 'dépôt avant le 1er janvier 2024', 'dépôt avant le 01/01/2024'],
        ['a date as in data', 'dépôt avant le 2024-01-01', 'dépôt avant le 01/01/2024'],
        ['a fact named like a keyword', 'note plus de 3 et version', 'note plus de 3 et version'],
        ['a member of the household', 'un membre avec (âge moins de 3 et handicapé)', 'membres contient (âge moins de 3 et handicapé)'],
        ['members counted', 'nombre de membres avec (handicapé) plus de 1', 'nombre de membres avec (handicapé) plus de 1'],
        ['« en » before a yes/no fact', 'en handicap', 'handicap'],
    ])('%s', (_, condition, meaning) => {
        expect(meaningOf(condition)).toBe(meaning);
    });

    test('« 1er janvier 2024 » is the day it says', () => {
        expect(compile('cotation c { critère k : 1 point }').project.policies[0]?.dates.from).toBe(parseDate('01/01/2024'));
    });
});

describe('what a construct refuses, and where', () => {
    test.each([
        ['an unknown fact', 'critère k : 1 point si ⟦personne_seule⟧', 'BAR201'],
        ['an unknown value', 'critère k : 1 point si situations contient ⟦sans_abris⟧', 'BAR202'],
        ['a fact of the dwelling without its owner', 'critère k : 1 point si métier est ⟦commune⟧', 'BAR207'],
        ['« est » of a fact of several values', 'critère k : 1 point si ⟦communes⟧ est 75056', 'BAR304'],
        ['« contient » of a fact of one value', 'critère k : 1 point si ⟦métier⟧ contient 75056', 'BAR305'],
        ['a day that no calendar has', 'critère k : 1 point si dépôt avant le ⟦31/02/2024⟧', 'BAR109'],
    ])('%s', (_, criterion, code) => {
        const { findings, marked } = compile(`cotation c { ${criterion} }`);
        expect(findings).toContainEqual([code, marked[0]]);
    });
});
