/** Small files that, read together, are right and use every construct of the grammar; mutants are made of them. */
export const VALID_FILES: readonly string[] = [
    `barème 1
vocabulaire v "Faits d'essai" {
  énumération Situation "Logement actuel" plusieurs { sans_abri "Sans abri" = SD ; chez_tiers = "C P", 12 }
  énumération Étape ordonnée { commandement ; jugement ; concours } réf "CCH"
  énumération Nature { dalo ; plan }
  demande {
    dépôt : date "Première demande" colonne "d" rôle dépôt
    situations : Situation ; étape : Étape ; personnes : entier de 1 à 20 personnes rôle taille_du_ménage
    loyer : montant par mois de 0 à 9 000 justificatif exigé réf "R" ; uc : décimal(1) de -0,5 à 9 ; métier : code
    étiquettes : événements { nature : Nature ; date : date rôle date ; jusqu'au : date rôle fin ; voulue : oui/non }
    dalo : oui/non ; communes : code plusieurs ; note_libre : texte ; surface : entier en m²
  }
  logement { commune : code ; qpv : oui/non ; typologie : Étape ; loyer : montant par mois }
  candidature { rang : entier de 1 à 9 }
}`,
    `barème 1
vocabulaire v {
  déduit attente : durée "Attente" = depuis dépôt, sans objet si dépôt non renseigné réf "R.441"
  déduit effort : ratio = loyer / (loyer + 400 € par mois), non renseigné si loyer = 0 €  par mois
  déduit an : montant par an = le plus grand de (loyer par an ; arrondi au plus proche (loyer par an * 3 ; 2 décimales))
  déduit choix : entier = si dalo alors nombre de étiquettes sur les 12 derniers mois avec (voulue) sinon nombre de mois révolus depuis dépôt
  déduit palier : entier = selon étape { moins de jugement : 1 ; à partir de jugement : -2 ; sans objet : 0 ; non renseigné : 4 }
  paramètre seuil : entier de 0 à 9 points "Seuil" à confirmer proposé 3 points réf "texte"
}
table délai(étape ; n : entier) : durée "Délai" réf "arrêté" {
  à partir du 01/01/2020 jusqu'au 31/12/2023 { étape | n | valeur ; jugement | 1 | 24 mois ; sinon | 2 | 3 ans }
  à partir du 2024-01-01 réf "autre" {
    étape    | 1       | 2
    jugement | 12 mois | 24 mois
  }
}`,
    `barème 1
politique p "Territoire" version "1"
  épci 200099999, délibérée le 28/09/2023, avis CIL le 1er juin 2023, en vigueur du 01/01/2024 au 31/12/2025, bascule des notes le 10/01/2024
  source "délibération" avertissement "fictif" utilise v
confirme seuil : 4 points source "article 4" le 28/09/2023
liste métiers "Métiers" réf "CIL" { soignant ; "aide à domicile" ; 12 }
complète table délai "arrêté local" { à partir du 01/01/2026 { étape | n | valeur ; concours | 3 | 6 mois } }
déduit essentiel : oui/non = métier parmi métiers
classement { catégorie (dalo ; essentiel) ; note vérifiée ; attente la plus longue ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`,
    `barème 1
acte grille de p version "1"
cotation accès "Accès" pour les demandes sauf dalo, cumulables, plafonnée à 200 points, plancher -5 points {
  rubrique publics "Publics", le plus favorable, majorée de 20 %, arrondie supérieur {
    critère c_dalo "DALO" : 140 points si dalo et non (essentiel ou communes contient logement.commune) réf "CCH" justificatif exigé exclusif de critère temps
    critère c_étape selon étape { moins de jugement : 3 points ; de jugement à concours : 4,5 points ; sinon : 0 point ; non renseigné : à compléter } si surface au moins 9 m²
  } réf "CCH L.441-1"
  critère temps : 1 point par mois révolu depuis dépôt, plafonné à 60 points
  critère refus : -10 points par étiquettes sur les 2 dernières années avec (voulue et nature est plan) au-delà de 1, plancher -30 points
  critère retard : 20 points si attente plus de délai(étape ; 1) ou situations contient parmi (sans_abri ; chez_tiers)
}`,
    `barème 1
acte règles de p version "1" signé le 01/12/2023
exclusion revenus "Revenus" : si an plus de 30 000 € par an à la date du bail, motif "trop riches" réf "R.441-1"
adéquation typologie "Taille" { commandement : 1 personne ; jugement : de 1 à moins de 3 personnes ; concours : à partir de 3 personnes } réf "L.441"
adéquation vœu : communes contient logement.commune
signale effort plus de 33 %
signale logé "Logé" : situations hors (sans_abri) et étiquettes contient nature dalo en cours et étape de jugement à concours
objectif q1 "Quart" : au moins 25 % des baux signés hors qpv vers (dalo ou essentiel) réf "L.441-1" trajectoire { 2024 : 20 % ; 2025 : 25 % }
objectif q2 : au plus 5,5 % des baux signés en qpv vers métier n'est pas "soignant"`,
    `barème 1
variante plus "Plus" de p version "1" {
  fixe temps : 2 points par mois commencé depuis dépôt, plafonné à 120 points
  retire critère refus
  ajoute à rubrique publics : critère jeune : 5 points si personnes au plus 2
  remplace critère retard par critère retard : 5 points si attente à partir de 2 ans
  combine rubrique publics : cumulables, plafonnée à 90 points
  remplace classement { note déclarée ; dépôt la plus ancienne ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }
  remplace liste métiers { soignant }
}`,
    `barème 1
exemple "Un ménage" de p version "1" variante plus {
  dépôt : 01/02/2021 ; personnes : 3 ; situations : (sans_abri ; chez_tiers) ; loyer : non renseigné ; étape : sans objet ; dalo : oui ; métier : "soignant"
  étiquettes : { nature : dalo ; date : 01/01/2023 ; voulue : non }
  logement : { commune : 75056 ; qpv : non }
  justifiés : (dalo) ; date d'examen : 15 mars 2024
  attendu : note 77 dont c_dalo 20, temps -3
  attendu : incomplète entre -5 et 12,5 manque (loyer ; étape)
  attendu : inéligible revenus
}`,
    `barème 1
// Un commentaire, et /* un autre */
correspondance c "Fichier" pour v {
  table demandes depuis "d.csv" séparateur ";", décimale "," {
    dépôt : colonne "date" approximation "au mois près"
    loyer : colonne "loyer", multipliée par 12, vide : non renseigné
    situations : colonne "sit", séparée par ",", codes { "1" : sans_abri ; "2" : chez_tiers }
    personnes : constante 3 ; métier : numéro de ligne
  }
  table étiquettes depuis "e.csv" { date : date répartie année "an" ordre "rang" }
}`,
];
