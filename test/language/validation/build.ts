import { compileSources, createSourceParser, type Compilation } from '@bareme/language';
import type { FactReader } from '@bareme/language/columns';
import { evaluateDemand, loadPolicy, type Anomaly } from '@bareme/language/engine';
import { withGivenDerived, type FactValue } from '@bareme/language/ir';
import { underlinedText } from '@bareme/language/testing';

/** One parser for all: building it is what costs. */
const parser = createSourceParser();

/** The words of the small policies of these tests. */
export const VOCABULARY = `barème 1
vocabulaire essai "Essai" {
  énumération Situation "Logement actuel" plusieurs { sans_abri ; chez_particulier ; chez_parents ; locataire }
  énumération Contrat "Contrat" { cdi ; cdd ; sans_emploi }
  énumération Étape "Étape" ordonnée { commandement ; assignation ; jugement }
  énumération Typologie "Typologie" ordonnée { T1 ; T2 ; T3 ; T4 }
  énumération Nature "Nature" { reconnu ; départemental }
  demande {
    dépôt : date                                rôle dépôt ;
    entrée_hébergement : date ;
    personnes : entier de 1 à 20 personnes      rôle taille_du_ménage ;
    enfants : entier de 0 à 10 enfants ;
    notes_scolaires : décimal(1) de 0 à 20 ;
    écart : entier de -5 à 5 ;
    loyer : montant par mois de 0 à 10 000 ;
    ressources : montant par mois de 0 à 100 000 ;
    situations : Situation ;
    contrat : Contrat ;
    étape_expulsion : Étape ;
    mutation : oui/non ;
    handicap : oui/non                          justificatif exigé ;
    typologie_demandée : Typologie ;
    commune_emploi : code ;
    commune_résidence : code ;
    étiquettes : événements { nature : Nature ; date : date rôle date ; fin : date rôle fin } ;
    refus : événements { date : date rôle date ; adapté : oui/non rôle adapté } ;
  }
  logement { typologie : Typologie rôle typologie ; commune : code rôle commune ; qpv : oui/non ; étage : entier de 0 à 40 étages }
  déduit ancienneté : durée = depuis dépôt
  déduit reste : montant par mois = ressources - loyer
  déduit taux_effort : ratio = loyer / ressources , sans objet si situations hors (locataire) , non renseigné si ressources = 0 € par mois
  déduit hébergé : oui/non = situations contient parmi (chez_particulier ; chez_parents)
  déduit reconnu : oui/non = étiquettes contient nature reconnu en cours
}
table délai(typologie_demandée) : durée { à partir du 01/01/2020 { typologie_demandée | valeur
 T1 | 24 mois
 T2 | 36 mois
 sinon | 48 mois } }
`;

const RANKING = `classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;

/** A version with these cotations. */
export function policyText(scorings: string): string {
    return `barème 1\npolitique p "P" version "1"\n  en vigueur du 01/01/2024\n  utilise essai\n${scorings}\n${RANKING}\n`;
}

/** A version whose only cotation holds these criteria. */
export function criteriaText(criteria: string): string {
    return policyText(`cotation c "C" pour les demandes, cumulables {\n${criteria}\n}`);
}

/** What is found beside the vocabulary: code and underlined text. */
export function findings(text: string): readonly (readonly [code: string, underlined: string])[] {
    const sources = [VOCABULARY, text].map((each, index) => ({ path: `${index}.bareme`, text: each }));
    return readAlone(compileSources(sources, parser)).diagnostics.map((diagnostic) => [diagnostic.code, underlinedText(sources, diagnostic)]);
}

/** The messages found, with their codes. */
export function messages(text: string): readonly string[] {
    return compiled(text).diagnostics.map(({ code, message }) => `${code} ${message}`);
}

export function compiled(...texts: readonly string[]): Compilation {
    return readAlone(
        compileSources(
            [VOCABULARY, ...texts].map((text, index) => ({ path: `${index}.bareme`, text })),
            parser,
        ),
    );
}

/** Of a fragment: that nothing reads the names it declares (BAR425) is no finding, but of the tests of that very code. */
export function readAlone(compilation: Compilation): Compilation {
    return { ...compilation, diagnostics: compilation.diagnostics.filter(({ code }) => code !== 'BAR425') };
}

/** The household that a finding shows, if there is one. */
export function householdIn(message: string): string | undefined {
    return /(?:à ce ménage|à une même demande|à cette demande) : (.*?)\.(?: Toute demande|$)/s.exec(message)?.[1];
}

/** What the engine says is broken when it scores the household that a finding shows, written as an example of the policy. */
export function anomaliesOf(text: string, household: string): readonly Anomaly['kind'][] {
    const day = household.includes('date d’examen') ? '' : ' ; date d’examen : 01/01/2024';
    const given = household === 'n’importe laquelle' ? '' : `${household}`;
    const example = `barème 1\nexemple "E" de p version "1" { ${[`${given}${day}`.replace(/^ ; /, ''), 'attendu : note 0'].join(' ; ')} }`;
    const { project, diagnostics } = compiled(text, example);
    const broken = diagnostics.filter((diagnostic) => diagnostic.location?.path === '2.bareme');
    if (broken.length > 0) throw new Error(`${household}: ${broken.map((diagnostic) => diagnostic.message).join(' ')}`);
    const found = project.examples[0];
    const policy = project.policies[0];
    if (found === undefined || policy === undefined) throw new Error(`no example: ${household}`);
    const loaded = loadPolicy(withGivenDerived(policy, found.demand));
    const dwelling = found.dwelling === undefined ? {} : { dwelling: reader(found.dwelling, []) };
    return evaluateDemand(loaded, { demand: reader(found.demand, found.proved), ...dwelling, day: found.day }).anomalies.map((anomaly) => anomaly.kind);
}

/** Facts by name; everything else is missing. */
export function reader(facts: readonly (readonly [string, FactValue])[], proved: readonly string[]): FactReader {
    const values = new Map(facts);
    const missing: FactValue = { kind: 'missing' };
    return { fact: (name) => values.get(name) ?? missing, proved: (name) => proved.includes(name) };
}
