/**
 * One file that uses what the examples of the reference leave aside: together they use every property of the grammar, so that none can be
 * dropped unseen (`nothing-dropped.test.ts`).
 */
export const EVERY_CONSTRUCT = `barème 1
vocabulaire mots "Mots" {
  énumération Situation "Situation" plusieurs { sans_abri "Sans abri" = SD, "S D" ; locataire } réf "arrêté d’exemple"
  énumération Type ordonnée { T1 ; T2 }
  énumération Nature { reconnu ; ancien }
  demande {
    identifiant : code rôle identifiant ; dépôt : date rôle dépôt ; personnes : entier de 1 à 20 personnes rôle taille_du_ménage
    écart : entier de -5 à 5 ; froid : entier de -9 à -1 ; loyer : montant par mois de 0 à 10 000 ; situations : Situation ; mutation : oui/non
    taux : ratio de -10 % à 300 % ; baisse : ratio de -90 % à -10 % ; jour : date du 01/01/1900 au 31/12/2100 ; temps : durée de 1 à 50 ans ; surface : décimal(2) en m² ; type : Type rôle typologies_souhaitées ; note_donnée : entier en points ; lien : code
    étiquettes : événements { nature : Nature ; date : date rôle date ; jusqu'au : date rôle fin } ; refus : événements { date : date rôle date ; adapté : oui/non rôle adapté } rôle refus
  }
  membre { naissance : date ; enfant : oui/non }
  logement { commune : code rôle commune ; bailleur : code rôle bailleur ; réservataire : code rôle réservataire ; qpv : oui/non ; typologie : Type rôle typologie ; loyer : montant par mois }
  candidature { rang : entier rôle rang }
  déduit ancienneté : durée "Ancienneté" = depuis dépôt
  déduit membre.mineur : oui/non "Mineur" = nombre de ans révolus depuis naissance moins de 18 réf "texte d’exemple"
  déduit reste : montant par mois = -(loyer - 3 € par mois), sans objet si mutation, non renseigné si loyer = 0 € par mois réf "texte d’exemple"
  paramètre seuil : montant par mois "Seuil" à confirmer proposé 400 € par mois réf "texte d’exemple"
}
table tarif(type ; zone : code) : date "Jour" réf "texte d’exemple" {
  à partir du 01/01/2020 jusqu’au 31/12/2023 réf "texte d’exemple" { type | zone | valeur ; T1 | "n o" | 01/02/2023 ; sinon | 75 | 01/03/2023 }
}
table ouvert(type) : oui/non { à partir du 01/01/2020 { type | valeur ; T1 | oui ; T2 | non } }
table écarts(personnes) : montant par mois croissante avec personnes { à partir du 01/01/2020 { 1 | 2 | par personne en plus ; -10 | 20 | 5 } }
table nature(type) : Nature { à partir du 01/01/2020 { type | valeur ; T1 | reconnu ; sinon | "ancien" } }
socle loi "Loi" utilise mots en vigueur du 01/01/2020 au 31/12/2030 { exclusion riche "Riche" : si loyer plus de 9 000 € par mois à la date du bail, motif "loyer" réf "texte d’exemple" }
politique p "P" version "1"
  avertissement "Territoire fictif."
  épci 200099999, communes (99001 ; "99 002")
  délibérée le 28/09/2023, avis CIL le 12/06/2023, en vigueur du 01/01/2024 au 31/12/2025, bascule des notes le 10/01/2024, évaluation le 01/01/2025
  source "annexe 1"
  utilise mots
  applique socle loi
liste dates_types "Dates" réf "texte d’exemple" { 01/02/2024 ; 02/02/2024 }
liste ouverts du 01/01/2024 au 31/12/2024 "Ouverts" réf "texte d’exemple" { 99001 ; "99 002" ; bourg }
confirme seuil : 450 € par mois source "délibération" le 28/09/2023
complète table tarif "arrêté local" { à partir du 01/01/2024 { type | zone | valeur ; T2 | 75 | 01/04/2024 } }
cotation g "G" pour les demandes sauf mutation, cumulables, plafonnée à 90 points, plancher -20 points {
  rubrique r "R", dans l’ordre, majorée de 20 %, arrondie inférieur, plafonnée à 30 points, plancher -5 points {
    critère k1 "A" : 10 points si écart de -2 à moins de 2 réf "texte d’exemple" justificatif exigé exclusif de critère b source "annexe 2"
    critère b : -3 points par refus sur les 24 derniers mois avec (adapté) au-delà de 1, plafonné à 0 point, plancher -30 points
  } réf "texte d’exemple"
  critère c selon personnes { parmi (1 ; 2) : 2 points ; de 3 à moins de 5 personnes : 3 points ; à partir de 5 personnes : 4 points ; sans objet : 1 point ; non renseigné : à compléter }
  critère d : 5 points si étiquettes contient nature reconnu en cours ou étiquettes contient (nature est ancien et date avant le 01/01/2024) en cours
  critère e : appréciation de -5 à 10 points selon note_donnée
  critère f : 1 point par an commencé depuis dépôt
  critère h : 2 points si nombre de étiquettes sur les 2 dernières années avec (nature est reconnu) plus de 1 ou nombre de membres avec (enfant) = 2 ou nombre de membres avec (mineur) plus de 3
  critère i : 3 points si ouvert(type) et tarif(type ; "n o") à partir du 01/02/2023 et dépôt parmi dates_types
  critère j : 4 points si arrondi supérieur (loyer / 3 ; 1 décimale) plus de (le plus grand de (10 € par mois ; seuil ; écarts(personnes)))
  critère k : 6 points si (si mutation alors loyer sinon 5 € par mois) par an au moins (loyer par an) ou hors qpv_voulu ou mutation renseigné
  critère l : 7 points si nombre de mois commencés depuis dépôt plus de 3 et un membre avec (nombre de ans révolus depuis naissance moins de 18)
  critère m : 8 points si (selon type { T1 : 1 ; sinon : 2 }) = 1 et situations hors (sans_abri) et non mutation et mutation est oui et commune_voulue
}
cotation m "M" pour les demandes avec mutation, un seul { critère n : 1,5 points }
déduit qpv_voulu : oui/non = situations contient parmi (sans_abri ; locataire)
déduit attente_passée : entier = nombre de mois commencés entre dépôt et jour
déduit longue : oui/non = (durée entre dépôt et jour) plus de 3 ans
déduit commune_voulue : oui/non = logement.commune parmi ouverts et logement.loyer moins de 500 € par mois
classement { catégorie (mutation ; situations contient sans_abri) ; note vérifiée ; dépôt la plus ancienne ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note maximale }
hors cotation apart "À part" : si mutation et personnes plus de 6, motif "délibération" réf "texte d’exemple"
adéquation typologie "Taille" { T1 : de 1 à 2 personnes ; T2 : parmi (3 ; 4) } réf "texte d’exemple"
adéquation qpv { oui : moins de 9 personnes ; non : sinon }
signale bas "Bas" : note moins de 20 points
signale cher "Cher" : loyer plus de 700 € par mois réf "texte d’exemple"
objectif o1 "O1" : au moins 25 % des baux signés hors qpv vers mutation à défaut situations contient sans_abri réf "texte d’exemple" trajectoire { 2024 : 20 % ; 2025 : 25 % }, par bailleur
objectif o2 : au plus 12 baux signés vers mutation, sur les 6 derniers mois
demandes analogues "Mêmes" : type ; mutation réf "texte d’exemple"
effet du refus "Refus" avec (adapté) : ancienneté suspendue 6 mois réf "texte d’exemple"
effet du refus avec (non adapté) : ancienneté remise à zéro
garantie g1 "G1" : une demande avec (mutation) précède toute demande sans mutation réf "texte d’exemple"
garantie g2 : note jamais décroissante avec ancienneté
garantie g3 : aucun accès ne lit écart ; froid
commission { candidat unique si mutation réf "texte d’exemple" ; non-attribution cher2 "Cher" si loyer plus de 2 000 € par mois réf "texte d’exemple" }
route npnru "NPNRU" si mutation et commune est 99001 : hors flux, hors classement, hors commission, hors objectifs réf "texte d’exemple"
route voulue si qpv : publication 8 jours, compte en o1, ne compte pas en o2
route vente si hors qpv et mutation : retirée de l’offre
titulaire état "État" réf "texte d’exemple" { PREF : public mutation, sans adéquation typologie ; AGENTS }
titulaire ville { VILLE }
convention c1 "C1" : état × bailleur_a, signée le 20/11/2023, au titre de garantie_emprunt, commune 99001 réf "texte d’exemple" {
  part : 30 % du flux (dont AGENTS : au plus 5 %), décompte : bail signé ; hors flux : npnru ; à part : vente ; sans candidat sous 1 mois : remise au bailleur
  droits arrondis supérieur ; solde reporté ; désignation déléguée au bailleur
}
convention c2 : ville × bailleur_a { part : 12 droits convertis sur 100 logements du patrimoine, chacune sur son territoire, décompte : orienté ; solde remis à zéro }
mise en commun parts "Parts" : c1 ; c2 réf "texte d’exemple"
soustractions prévues bailleur_a en 2024 : npnru 12 ; vente 3 réf "texte d’exemple"
imputation dalo "DALO" si mutation { état si qpv ; ville } réf "texte d’exemple"
orientation selon le plus grand retard, non réservé : LIBRE, bilan par logement.commune ; qpv réf "texte d’exemple"
acte cia "CIA" de p version "1" signée le 20/11/2023, avis CIL le 12/06/2023, source "convention d’exemple", avertissement "Signée par trois bailleurs fictifs."
objectif o3 : au moins 10 % des baux signés vers situations contient sans_abri
politique d "Projet" version "1" en vigueur du 01/01/2024 utilise mots applique socle loi
cotation gd, cumulables { rubrique rd, cumulables, majoration à fixer, arrondie inférieur, plancher à fixer { critère kd : à fixer si mutation } }
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
politique q version "1" en vigueur du 01/01/2024 utilise mots applique socle loi reprend (cotations ; classement) de p version "1"
variante v "V" de p version "1" {
  fixe g.f : 2 points par an révolu depuis dépôt, plafonné à 20 points
  retire critère g.h
  ajoute à rubrique g.r : critère y : 1 point si mutation
  ajoute à cotation g : critère z : 1 point si mutation
  remplace critère g.c par critère c : 2 points si mutation
  combine rubrique g.r : le plus favorable, majoration à fixer, arrondie inférieur
  combine cotation g : le plus favorable, plafonnée à 100 points
  remplace classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
  remplace liste dates_types { 03/02/2024 }
  remplace route vente si qpv : retirée de l’offre
  remplace convention c2 : ville × bailleur_b { part : 10 % du flux, décompte : proposé }
  remplace orientation selon le plus grand retard
  retire effets du refus
  ajoute effet du refus : ancienneté suspendue 3 mois
}
exemple "Un" de p version "1" variante v {
  mutation : non ; situations : (sans_abri ; locataire) ; dépôt : 01/02/2020 ; personnes : 3 personnes ; loyer : 500 € par mois ; écart : -2 ; type : sans objet
  étiquettes { nature : reconnu ; date : 01/03/2022 } ; membres { enfant : oui } ; logement { commune : 99001 ; qpv : non }
  justifiés : (mutation ; loyer) ; date d’examen : 15/03/2024
  attendu : incomplète entre -12 et -4 manque (froid ; surface), à vérifier
}
exemple "Trois" de p version "1" { mutation : oui ; personnes : 7 ; date d’examen : 15/03/2024 ; attendu : hors cotation apart }
exemple "Deux" de p version "1" { mutation : oui ; date d’examen : 15/03/2024 ; attendu : note déclarée -1,5 dont n -2, inéligible riche }
correspondance c "C" pour mots {
  table demandes depuis "d.csv" séparateur ",", décimale ".", milliers " ", sans en-tête, lignes où "1" parmi ("A" ; "") et "2" hors ("X") {
    lien : colonnes "3", "4" jointes par "-", codes { "A-B" : 75 } vide : sans objet ; jour : colonne "5" avec heure
    identifiant : numéro de ligne ; dépôt : date répartie année "an" ordre "rang" approximation "année seule"
    situations : colonne "sit" séparée par "|" codes { "A" : sans_abri ; "B" : non renseigné } vide : sans objet
    surface : colonne "surf" multipliée par 10 ; mutation : constante non
  }
}
`;
