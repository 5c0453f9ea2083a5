import { compileSources, createSourceParser } from '@bareme/language';
import type { FactReader } from '@bareme/language/columns';
import {
    evaluateAdequacy,
    evaluateDemand,
    evaluateEligibility,
    loadPolicy,
    type AdequacyResult,
    type EligibilityResult,
    type NoteResult,
    type Subject,
} from '@bareme/language/engine';
import { withGivenDerived, type Example, type FactValue } from '@bareme/language/ir';
import type { Expected, HandDerivedCase } from './hand-derived-case.js';

const VOCABULARY = `barème 1
vocabulaire v {
  énumération Situation plusieurs { sans_abri ; chez_tiers ; locataire }
  énumération Étape ordonnée { commandement ; jugement ; concours }
  énumération Nature { dalo ; plan ; validation }
  énumération Émetteur { préfet ; siao }
  énumération Fragilité ordonnée { solide ; sensible ; fragile }
  énumération Type ordonnée { T1 ; T2 ; T3 }
  demande {
    dépôt : date rôle dépôt ; situations : Situation ; étape : Étape ; personnes : entier de 1 à 20 personnes rôle taille_du_ménage ;
    loyer : montant par mois ; ressources : montant par mois ; handicap : oui/non ; mutation : oui/non ; invalidité : oui/non justificatif exigé ;
    métier : code ; commune_emploi : code ; commune_résidence : code ; communes : code plusieurs ; entrée_hébergement : date ;
    uc : décimal(1) de 1 à 20 ; points_donnés : entier en points ;
    refus : événements { date : date rôle date ; adapté : oui/non ; légitime : oui/non } ;
    étiquettes : événements { nature : Nature ; émetteur : Émetteur ; date : date rôle date ; jusqu'au : date rôle fin }
  }
  membre { naissance : date ; enfant : oui/non ; handicapé : oui/non ; salaire : montant par mois de 0 à 9 000 ; parts : entier de 0 à 3 }
  logement { commune : code ; typologie : Type ; qpv : oui/non ; quartier : code ; résidence : code ; fragilité : Fragilité }
  déduit ancienneté : durée = depuis dépôt
  déduit taux : ratio = loyer / ressources, sans objet si situations hors (locataire), non renseigné si ressources = 0 € par mois
  déduit rapport : ratio = loyer / ressources
  déduit dalo : oui/non = étiquettes contient nature dalo en cours
  table délai(étape) : durée {
    à partir du 01/01/2020 jusqu'au 31/12/2023 { étape | valeur ; commandement | 24 mois ; jugement | 30 mois }
    à partir du 01/01/2024 { étape | valeur ; commandement | 36 mois ; jugement | 12 mois }
  }
}`;
const RANKING = 'classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }';
const MISSING: FactValue = { kind: 'missing' };
const parser = createSourceParser();

/** What the tool answers to a case, in the words of its expectation. */
export function answerOf(handDerived: HandDerivedCase): Required<Expected> {
    const { policy, subject } = readCase(handDerived);
    const loaded = loadPolicy(policy);
    const { declared, verified, anomalies } = evaluateDemand(loaded, subject);
    return {
        note: noteText(declared),
        verified: noteText(verified),
        eligibility: eligibilityText(evaluateEligibility(loaded, subject)),
        adequacy: adequacyText(evaluateAdequacy(loaded, subject)),
        anomalies: anomalies.map(({ kind }) => kind),
    };
}

function readCase({ policy, demand, dwelling, proved, day = '15/03/2024' }: HandDerivedCase) {
    const rules = /\bcotation\b/.test(policy) ? policy : `cotation c pour les demandes, cumulables {\n${policy}\n}`;
    const extra = [...(dwelling === undefined ? [] : [`logement : { ${dwelling} } ;`]), ...(proved === undefined ? [] : [`justifiés : (${proved}) ;`])];
    const text = `barème 1
politique p version "1" en vigueur du 01/01/2000 utilise v
${rules}
${RANKING}
exemple "cas" de p { ${demand === '' ? '' : `${demand} ;`} ${extra.join(' ')} date d'examen : ${day} ; attendu : éligible }`;
    const { project, diagnostics } = compileSources(
        [
            { path: 'cas.bareme', text },
            { path: 'mots.bareme', text: VOCABULARY },
        ],
        parser,
    );
    const unread = diagnostics.filter(({ code }) => /^BAR[1-3]/.test(code) && code !== 'BAR313').map(({ code, message }) => `${code} ${message}`);
    const [found] = project.policies;
    const [example] = project.examples;
    if (found === undefined || example === undefined || unread.length > 0) throw new Error(`unreadable case: ${unread.join(' ; ')}`);
    return { policy: withGivenDerived(found, example.demand), subject: subjectOf(example) };
}

function subjectOf({ demand, dwelling, proved, day }: Example): Subject {
    return { demand: readerOf(demand, proved), ...(dwelling === undefined ? {} : { dwelling: readerOf(dwelling, []) }), day };
}

function readerOf(facts: Example['demand'], proved: readonly string[]): FactReader {
    const values = new Map(facts);
    return { fact: (name) => values.get(name) ?? MISSING, proved: (name) => proved.includes(name) };
}

const shown = ({ n, d }: { readonly n: bigint; readonly d: bigint }): string => (d === 1n ? `${n}` : `${n}/${d}`);

function noteText(note: NoteResult): string {
    if (note.kind === 'note') return shown(note.note);
    if (note.kind === 'unscored') return `hors cotation ${note.clauses.join(', ')}`;
    const bounds = `[${shown(note.low)}, ${shown(note.high)}]`;
    return note.kind === 'interval' ? `${shown(note.fixed)} puis ${bounds}` : `${bounds} sans ${note.missing.join(', ')}`;
}

function eligibilityText(result: EligibilityResult): string {
    if (result.kind === 'eligible') return 'éligible';
    return result.kind === 'ineligible' ? `inéligible ${result.exclusions.join(', ')}` : `à vérifier ${result.missing.join(', ')}`;
}

function adequacyText(result: AdequacyResult): string {
    if (result.kind === 'fits') return 'convient';
    return result.kind === 'unfit' ? `écarte ${result.failed.join(', ')}` : `à vérifier ${result.missing.join(', ')}`;
}
