/** The words of the long policy. */
export const LONG_POLICY_VOCABULARY = `barème 1
vocabulaire long "Vocabulaire d'une longue politique" {
  énumération Situation "Logement actuel" plusieurs { sans_abri ; hôtel ; chez_particulier ; chez_parents ; locataire ; propriétaire }
  énumération Contrat "Contrat" { cdi ; cdd ; apprenti ; retraité ; sans_emploi }
  énumération Typologie "Typologie" ordonnée { T1 ; T2 ; T3 ; T4 ; T5 }
  énumération Nature "Nature" { reconnu ; départemental }
  demande {
    dépôt : date rôle dépôt ;
    personnes : entier de 1 à 20 personnes rôle taille_du_ménage ;
    enfants : entier de 0 à 15 enfants ;
    loyer : montant par mois de 0 à 10 000 ;
    ressources : montant par mois de 0 à 100 000 ;
    situations : Situation ;
    contrat : Contrat ;
    mutation : oui/non ;
    handicap : oui/non justificatif exigé ;
    typologie_demandée : Typologie ;
    commune_emploi : code ;
    étiquettes : événements { nature : Nature ; date : date rôle date } ;
    refus : événements { date : date rôle date ; adapté : oui/non rôle adapté }
  }
  logement { typologie : Typologie rôle typologie ; commune : code rôle commune ; qpv : oui/non }
  déduit ancienneté : durée = depuis dépôt
  déduit taux_effort : ratio = loyer / ressources , non renseigné si ressources = 0 € par mois
  déduit reste_à_vivre : montant par mois = ressources - loyer
  déduit hébergé : oui/non = situations contient parmi (chez_particulier ; chez_parents)
  déduit reconnu : oui/non = étiquettes contient nature reconnu en cours
}
`;

/** Rubriques of the kinds that published grids hold, 50 lines for each rank. */
function rubrics(rank: number): string {
    const range = (index: number): string => `${index * 4 + 1} à ${index * 4 + 4}`;
    const sizes = [0, 1, 2, 3, 4].map(
        (index) =>
            `    critère taille_${rank}_${index} "De ${range(index)} personnes" : ${index + rank + 1} points si personnes de ${range(index)} et non mutation`,
    );
    const contracts = ['cdi', 'cdd', 'apprenti', 'retraité', 'sans_emploi'].map(
        (contract, index) =>
            `    critère contrat_${rank}_${contract} : ${index * 2 + rank + 1} points si contrat est ${contract} et (reconnu ou ressources moins de ${rank + 1} 000 € par mois)`,
    );
    const steps = [10, 20, 30, 40, 50].map((share, index, all) => `      de ${share} % à moins de ${all[index + 1] ?? 60} % : ${index + rank} points ;`);
    return `  rubrique tailles_${rank} "Taille du ménage", un seul {
${sizes.join('\n')}
  }
  rubrique contrats_${rank} "Contrat", un seul {
${contracts.join('\n')}
  }
  rubrique ressources_${rank} "Ressources", cumulables, plafonnée à 20 points {
    critère effort_${rank} "Taux d'effort" selon taux_effort {
      moins de 10 % : 0 point ;
${steps.join('\n')}
      à partir de 60 % : ${rank + 20} points ;
      non renseigné : à compléter
    }
    critère reste_${rank} : 10 points si reste_à_vivre / personnes moins de ${400 + rank} € par mois
      réf "Délibération du 28/09/2023, article ${rank + 1}"
  }
  rubrique situations_${rank} "Logement actuel", le plus favorable {
    critère sans_logement_${rank} "Sans logement" : ${40 + rank} points si situations contient parmi (sans_abri ; hôtel)
    critère hébergement_${rank} "Hébergé chez un tiers" : ${20 + rank} points si hébergé et depuis dépôt au moins ${rank + 6} mois
    critère séparé_${rank} "Autres situations" : ${rank + 1} points si situations hors (sans_abri ; hôtel ; locataire) et ${rank + 1} * personnes plus de ${rank + 2}
  }
  rubrique local_${rank} "Lien au territoire", dans l'ordre {
    critère travail_${rank} : 5 points si commune_emploi est logement.commune et handicap
      exclusif de critère quartier_${rank}
    critère quartier_${rank} : ${rank + 1} points si non logement.qpv
  }
  critère attente_${rank} "Ancienneté" : 1 point par mois révolu depuis dépôt, plafonné à ${60 + rank} points
  critère délai_${rank} : ${20 + rank} points si ancienneté plus de délai(typologie_demandée) et enfants au moins ${rank % 10}
  critère refus_${rank} "Refus" : -10 points par refus sur les ${rank + 12} derniers mois avec (adapté), plancher -30 points`;
}

/** A policy of about so many lines that has no fault. */
export function longPolicy(lines: number): string {
    const ranks = Array.from({ length: Math.floor(lines / 80) }, (_, rank) => rank);
    const scorings = (scope: string, name: string): string =>
        `cotation ${name} "Grille" pour les demandes ${scope}, cumulables, plafonnée à 200 points {\n${ranks.map(rubrics).join('\n')}\n}`;
    return `barème 1
politique longue "Longue politique" version "1"
  en vigueur du 01/01/2024
  utilise long
table délai(typologie_demandée) : durée "Délai anormal" {
  à partir du 01/01/2020 {
    typologie_demandée | valeur
    T1 | 24 mois
    T2 | 36 mois
    sinon | 48 mois
  }
}
${scorings('sauf mutation', 'premier_accès')}
${scorings('de mutation', 'mutations')}
classement { catégorie (reconnu) ; note déclarée ; ancienneté la plus longue ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
exclusion trop_de_ressources : si ressources plus de 50 000 € par mois, motif "Plafond" réf "Délibération du 28/09/2023, article 40"
adéquation typologie { T1 : de 1 à 2 personnes ; T2 : de 1 à 3 personnes ; T3 : de 2 à 4 personnes ; T4 : de 3 à 6 personnes ; T5 : à partir de 4 personnes }
`;
}
