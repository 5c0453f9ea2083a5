/** The examples of the language's page, as they stand there, completed by the few facts and tables that they use. */
export const VOCABULARY = `barème 1
vocabulaire national "Demande de logement social" {
  énumération Situation "Logement actuel" plusieurs { sans_abri "Sans abri ou abri de fortune" = SD ; chez_particulier "Chez un particulier" = CP ; chez_parents "Chez vos parents ou vos enfants" = CPE ; locataire_privé = LP ; logement_hlm = HLM }
  énumération ÉtapeExpulsion ordonnée { commandement ; assignation ; jugement ; concours_force_publique }
  énumération Étiquette { dalo ; pdalhpd } énumération Émetteur { préfet ; bailleur }
  énumération Justificatif plusieurs { ordonnance_protection ; récépissé_plainte }
  énumération Type ordonnée { T1 ; T2 ; T3 ; T4 ; T5 }
  énumération Financement { PLAI ; PLUS ; PLS } énumération Zone { autres_régions }
  demande {
    dépôt : date "Date de la première demande"                       rôle dépôt
    situations : Situation                                           colonne "listeModeleLogement"
    personnes : entier de 1 à 20 personnes                           rôle taille_du_ménage
    loyer : montant par mois                                         colonne "montantMensuelLoyer"
    revenu_fiscal_n2 : montant par an ;  ressources : montant par mois
    étiquettes : événements { nature : Étiquette ; émetteur : Émetteur ; date : date rôle date ; jusqu'au : date rôle fin }
    refus : événements { date : date rôle date ; adapté : oui/non ; légitime : oui/non }
    mutation : oui/non ; violences_couple : oui/non ; justificatif : Justificatif ; département : code ; typologie_demandée : Type
    commune_emploi : code ; métier : code ; relogé_npnru : oui/non ; relogé_copropriété : oui/non ; premier_quartile : oui/non
    unité_de_consommation : décimal(1) de 1 à 20 ; catégorie : entier de 1 à 20
  }
  logement { commune : code ; typologie : Type ; qpv : oui/non ; financement : Financement ; zone : Zone ; loyer : montant par mois }
  déduit ancienneté : durée = depuis dépôt
  déduit taux_effort : ratio = loyer / ressources , sans objet si situations hors (locataire_privé ; logement_hlm)
  déduit taux_effort_futur : ratio = logement.loyer / ressources
  déduit reste_à_vivre : montant par mois = ressources - loyer
  déduit dalo : oui/non = étiquettes contient nature dalo en cours
}
table plafond(financement ; zone ; catégorie) : montant par an  réf "arrêté du 29/07/1987, annexe I" {
  à partir du 01/01/2024 {
    financement | zone               | 1      | 2      | 3      | 4      | 5      | 6      | par personne en plus
    PLUS        | autres_régions     | 22 642 | 30 238 | 36 362 | 43 899 | 51 641 | 58 200 | 6 492
  }
}
table délai_anormal(département ; typologie_demandée) : durée { à partir du 01/01/2020 { département | typologie_demandée | valeur ; 99 | T3 | 36 mois } }
`;

export const POLICY = `barème 1
politique valmont "Valmont Agglomération" version "2021.2" en vigueur du 01/01/2022 utilise national
cotation unique "Unique" pour les demandes { critère attente : 1 point par mois révolu depuis dépôt }
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }

politique valmont "Valmont Agglomération" version "2024.1"
  épci 200099999
  délibérée le 28/09/2023, avis CIL le 12/06/2023, en vigueur du 01/01/2024, bascule des notes le 10/01/2024
  succède à version "2021.2"
  source "PPGDID 2024-2030, annexe 3"
  utilise national

liste métiers_essentiels "Métiers essentiels (CIL du 12/06/2023)" { aide_à_domicile ; soignant ; agent_propreté ; conducteur_bus }

cotation premier_accès "Premier accès" pour les demandes sauf mutation, cumulables {

  rubrique publics_prioritaires "Publics prioritaires", le plus favorable {
    critère c_dalo "Prioritaire et à loger d'urgence" : 140 points si dalo
      réf "CCH L.441-2-3" justificatif exigé
    critère c_violences "Violences au sein du couple" : 60 points si violences_couple et justificatif parmi (ordonnance_protection ; récépissé_plainte)
      réf "CCH L.441-1 g"
  }

  rubrique logement_actuel "Logement actuel", le plus favorable {
    critère sans_logement "Sans logement" : 40 points si situations contient sans_abri
    critère hébergé "Hébergé chez un tiers" : 20 points si situations contient parmi (chez_particulier ; chez_parents)
  }

  rubrique ressources_du_ménage "Ressources", cumulables, plafonnée à 20 points {
    critère effort "Taux d'effort" selon taux_effort {
      moins de 33 %            : 0 point
      de 33 % à moins de 50 %  : 8 points
      à partir de 50 %         : 15 points
      non renseigné            : à compléter
    }
    critère reste_faible "Reste à vivre faible" : 10 points si reste_à_vivre par unité_de_consommation moins de 400 € par mois
  }

  critère attente "Ancienneté de la demande" : 1 point par mois révolu depuis dépôt, plafonné à 60 points
  critère délai "Délai anormalement long" : 20 points si ancienneté plus de délai_anormal(département ; typologie_demandée)
  critère emploi_local "Travaille dans la commune du logement" : 5 points si commune_emploi est logement.commune
  critère essentiel "Travailleur essentiel" : 5 points si métier parmi métiers_essentiels
  critère refus_adapté "Refus d'un logement adapté" : -10 points par refus sur les 24 derniers mois avec (adapté et non légitime), plancher -30 points
}

cotation mutation "Mutation" pour les demandes de mutation, cumulables { critère m_attente : 1 point par mois révolu depuis dépôt }

classement { catégorie (dalo) ; note déclarée ; ancienneté la plus longue ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }

adéquation typologie { T1 : de 1 à 2 personnes ; T2 : de 1 à 3 personnes ; T3 : de 2 à 4 personnes ; T4 : de 3 à 6 personnes ; T5 : à partir de 4 personnes }
signale taux_effort_futur plus de 33 %

objectif q1_hors_qpv "Premier quartile hors QPV" : au moins 25 % des baux signés hors qpv vers (premier_quartile ou relogé_npnru ou relogé_copropriété)
  réf "CCH L.441-1"  trajectoire { 2024 : 20 % ; 2025 : 22 % ; 2026 : 25 % }
objectif mixité_qpv "Hors premier quartile en QPV" : au moins 50 % des baux signés en qpv vers non premier_quartile
`;

export const VARIANT = `barème 1
variante attente_renforcée "Ancienneté renforcée" de valmont version "2024.1" {
  fixe premier_accès.attente : 2 points par mois révolu depuis dépôt, plafonné à 120 points
  retire critère emploi_local
  ajoute à rubrique ressources_du_ménage : critère loyer_lourd "Loyer lourd" : 5 points si loyer plus de 900 € par mois
}
exemple "Mère hébergée, deux enfants, 37 mois" de valmont version "2024.1" {
  situations : chez_particulier ; personnes : 3 ; dépôt : 01/02/2021 ; département : 99 ; typologie_demandée : T3 ; taux_effort : sans objet
  mutation : non ; violences_couple : non ; ressources : 1 500 € par mois ; loyer : 0 € par mois ; unité_de_consommation : 1,6 ;
  métier : sans objet ; commune_emploi : sans objet
  date d'examen : 15/03/2024
  attendu : note 77 dont hébergé 20, attente 37, délai 20
}
`;
