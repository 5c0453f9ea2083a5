/**
 * One file that uses the properties of the grammar in places where `EVERY_CONSTRUCT` and the examples of the reference leave them out: a
 * clause that one holder lowers and another forgets is heard (`nothing-dropped.test.ts`).
 */
export const EVERY_PLACE = `barème 1
vocabulaire lieux "Lieux" {
  énumération Sorte "Sorte" ordonnée { maison ; studio ; autre }
  énumération Pièce plusieurs { bail ; quittance }
  demande {
    dépôt : date rôle dépôt ; autre_date : date ; enfants : entier de 0 à 15 enfants rôle taille_du_ménage ; loyer : montant par mois ; taux : ratio ; mutation : oui/non
    sorte : Sorte ; zone : code ; note_donnée : entier en points ; ville : code plusieurs
    suivis : événements {
      jour : date "Jour du suivi" rôle date réf "texte d’exemple" ; fin : date rôle fin
      pièces : Pièce plusieurs colonne "pieces" justificatif exigé
      combien : entier ; vu : oui/non ; nature : code ; payé : montant par mois
    }
    refus : événements { jour : date rôle date ; adapté : oui/non rôle adapté } rôle refus
  }
  membre { âge : entier de 0 à 120 années_révolues "Âge" colonne "age" ; salarié : oui/non justificatif exigé réf "texte d’exemple" ; jours : entier }
  logement { commune : code rôle commune ; prêt : date ; qpv : oui/non ; bailleur : code rôle bailleur ; réservataire : code rôle réservataire ; étage : entier ; sorte : Sorte rôle typologie }
  paramètre plafond_bas : montant par an de 0 à 20 000 "Plafond" à confirmer proposé 400 € par an
  paramètre surface_minimale : décimal(1) en m² à confirmer proposé 9,5 m²
  paramètre personnes_au_plus : entier de 1 à 9 enfants à confirmer proposé 3 enfants
  paramètre sorte_visée : Sorte à confirmer proposé studio
  paramètre premier_jour : date du 01/01/2000 au 31/12/2030 à confirmer proposé 01/02/2020
  table attendue(enfants) : décimal(2) en m² "Attendue" croissante avec enfants réf "texte d’exemple" { à partir du 01/01/2020 { enfants | valeur ; 1 | 12,5 ; 2 | 20 } }
  déduit membre.majeur : oui/non "Majeur" = âge au moins 18 réf "texte d’exemple"
  déduit double : entier de 0 à 5 "Deux fois" rôle profil = enfants * 2 réf "texte d’exemple"
  déduit part_due : ratio de 0 à 50 % = taux / 2
  déduit depuis_longtemps : durée de 0 à 40 ans = depuis dépôt
  déduit premier : date du 01/01/1990 au 31/12/2030 = autre_date
  déduit payée : montant par an de 10 à 20 000 = loyer par an
  déduit surface_due : décimal(2) en m² = attendue(enfants)
  déduit sorte_due : Sorte = sorte
}
table seuil(de_zone : code ; enfants) : décimal(1) de 0 à 50 m² "Seuil" réf "texte d’exemple" { à partir du 01/01/2020 { de_zone | enfants | valeur ; nord | 1 | 9,5 ; sinon | sinon | 12 } }
table rang(r : entier de 1 à 3 rangs ; s : Sorte) : entier de 0 à 9 rangs { à partir du 01/01/2020 { r | s | valeur ; 1 | studio | 4 ; 3 | sinon | 5 } }
table tranche(n : entier en m²) : montant par an de 5 à 90 { à partir du 01/01/2020 { n | valeur ; 1 | 10 } }
politique lieu version "1"
  en vigueur du 01/01/2024
  utilise lieux
liste voisines { nord ; sud }
liste anciennes du 01/01/2024 { nord }
confirme plafond_bas : 450 € par an
confirme surface_minimale : 10 m²
confirme personnes_au_plus : 4 enfants
confirme sorte_visée : maison
confirme premier_jour : 01/03/2020
complète table seuil "arrêté" { à partir du 01/01/2024 jusqu’au 31/12/2024 réf "texte d’exemple" { de_zone | enfants | valeur ; sud | 2 | 10 } }
cotation g "G" pour les demandes sauf mutation, majorée de 10 %, arrondie supérieur, cumulables, plafonnée à -1 points {
  critère seul : -4 points si enfants au moins 3 enfants source "annexe 1"
  rubrique dehors, cumulables {
    rubrique dedans "Dedans", le plus favorable {
      critère i1 : 2 points si hors logement.qpv et zone parmi voisines
      critère i2 : 3 points si (depuis logement.prêt) plus de 2 ans et nombre de mois révolus depuis logement.prêt plus de 4
    } réf "texte d’exemple"
    critère i3 : 1 point par an révolu depuis logement.prêt
    critère i4 : 2 points par logement.étage, plafonné à 8 points
    critère i5 : appréciation de -9 à -2 points selon note_donnée
    critère i6 : appréciation de 1 à 3 points selon logement.étage
    critère i7 selon zone { "nord" : -1 point ; parmi voisines : 2 points ; sinon : 3 points }
    critère i8 : 5 points si (selon enfants { de 0 à moins de 2 enfants : 1 ; parmi (2 ; 3) : 2 ; sinon : 3 }) = 2 et (durée entre logement.prêt et logement.prêt) plus de 1 an
    critère i9 : 6 points si ville contient parmi voisines et nombre de ans révolus entre dépôt et logement.prêt plus de 3
    critère i10 : 7 points si double plus de 3 ou part_due plus de 10 % ou depuis_longtemps plus de 3 ans ou premier avant le 01/01/2020 ou payée plus de plafond_bas
    critère i11 : 8 points si surface_due plus de surface_minimale ou sorte_due au plus sorte_visée ou enfants plus de personnes_au_plus ou dépôt après le premier_jour
    critère i12 : 9 points si seuil(zone ; enfants) plus de 10 m² ou rang(1 ; sorte) plus de 3 rangs ou tranche(1) plus de 20 € par an
    critère i13 : 4 points si suivis contient (payé plus de 3 € par mois) ou suivis contient (pièces contient bail) ou nombre de membres avec (âge plus de 18) plus de 2 ou un membre avec (majeur et salarié)
    critère i15 : 1 point si (somme de (combien) des suivis sur les 24 derniers mois avec (vu)) plus de 4 ou (le plus petit de (âge) des membres) moins de 18 ou (le plus grand de (payé) des suivis) moins de 30 € par mois
    critère i14 : 1 point si zone parmi anciennes
  }
}
cotation m pour les demandes avec mutation { critère k : 1 point }
déduit règle : oui/non = sorte est studio réf "texte d’exemple"
déduit membre.au_travail : oui/non = majeur et salarié
classement { catégorie (règle) ; note déclarée ; logement.étage le plus grand ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
adéquation sorte { maison : de 2 à moins de 4 enfants ; studio : 1 ; autre : sinon }
objectif o1 : au moins 2 baux signés vers mutation, par logement.sorte
objectif o2 : au moins 2 baux signés vers mutation, par logement.qpv
objectif o3 : au plus 10 % des baux signés vers mutation, nombre arrondi au plus proche, inférieur à partir de 10 baux
demandes analogues : sorte
garantie g1 : une demande sans règle précède toute demande avec (mutation et règle)
garantie g2 : note jamais décroissante avec enfants
garantie g3 : aucun accès ne lit logement.étage
effet du refus avec (adapté) : ancienneté suspendue 6 mois
titulaire t { T }
route vente si qpv : retirée de l’offre
convention c : t × h { part : 10 % du flux, décompte : orienté }
orientation selon le plus grand retard
variante v de lieu version "1" {
  fixe i10 : selon enfants { moins de 2 enfants : 1 point ; sinon : -2 points }
  fixe i5 : appréciation de -3 à 4 points selon note_donnée
  ajoute à rubrique dehors : rubrique r2 "R2", le plus favorable, plafonnée à 4 points { critère r3 : 1 point } réf "texte d’exemple"
  ajoute à cotation g : critère r4 "R4" : 3 points si mutation, plafonné à 2 points réf "texte d’exemple" justificatif exigé exclusif de critère i1 source "annexe 2"
  remplace critère i2 par critère i2 "I2" : 3 points si règle, plafonné à 2 points réf "texte d’exemple" justificatif exigé exclusif de critère i1 source "annexe 3"
  combine cotation g : cumulables, majorée de 20 %, arrondie inférieur, plafonnée à 90 points, plancher -3 points
  remplace liste voisines "Voisines" réf "texte d’exemple" { nord ; est_ouest }
  remplace liste anciennes du 01/01/2024 au 31/12/2024 "Anciennes" réf "texte d’exemple" { sud }
  remplace route vente "Vente" si qpv : retirée de l’offre réf "texte d’exemple"
  remplace convention c "C" : t × h, signée le 20/11/2023, commune nord réf "texte d’exemple" { part : 12 % du flux, décompte : orienté }
  remplace orientation selon le plus grand retard, non réservé : LIBRE, bilan par logement.commune réf "texte d’exemple"
  ajoute effet du refus "Refus" : ancienneté remise à zéro réf "texte d’exemple"
}
`;
