// Monarch syntax highlighting for the bareme language.
export default {
    keywords: [
        'désignation déléguée au bailleur','appréciation de la commission','chacune sur son territoire','classée à sa note maximale','classée à sa note minimale','selon le plus grand retard','ancienneté remise à zéro','note jamais décroissante','logements du patrimoine','note jamais croissante','retire effets du refus','précède toute demande','soustractions prévues','ancienneté suspendue','bascule des notes le','droits convertis sur','exclusif de critère','aucun accès ne lit','classée en dernier','demandes analogues','justificatif exigé','remise au bailleur','retirée de l’offre','sans candidat sous','solde remis à zéro','décroissante avec','le plus favorable','pour les demandes','succède à version','la plus ancienne','le plus grand de','le plus petit de','ne compte pas en','remplace critère','candidat unique','croissante avec','des baux signés','droits arrondis','hors classement','hors commission','la plus récente','non-attribution','numéro de ligne','sans adéquation','applique socle','au plus proche','complète table','correspondance','effet du refus','hors objectifs','la plus courte','la plus grande','la plus longue','la plus petite','mise en commun','multipliée par','nombre arrondi','un membre avec','approximation','avertissement','date d’examen','date répartie','en simulation','en vigueur du','évaluation le','hors cotation','le plus grand','le plus petit','non renseigné','solde reporté','à la date du','appréciation','dans l’ordre','délibérée le','justificatif','non justifié','sans en-tête','à compléter','à confirmer','à partir de','à partir du','attribution','au titre de','baux signés','candidature','durée entre','énumération','non réservé','orientation','plafonnée à','publication','séparée par','trajectoire','une demande','vocabulaire','à vérifier','adéquation','au-delà de','avec heure','bail signé','classement','commission','convention','cumulables','événements','imputation','incomplète','inéligible','majoration','majorée de','plafonné à','sans objet','séparateur','simulation','territoire','bilan par','catégorie','commencés','compte en','constante','décimales','dernières','exclusion','hors flux','inférieur','justifiés','majoré de','n’est pas','nombre de','paramètre','personnes','plusieurs','politique','renseigné','signée le','supérieur','titulaire','à défaut','ajoute à','après le','arrondie','attribué','au moins','avant le','colonnes','commencé','communes','confirme','contient','cotation','décimale','déclarée','décompte','demandes','derniers','éligible','en cours','garantie','jusqu’au','justifié','logement','milliers','moins de','objectif','ordonnée','personne','plancher','priorité','remplace','rubrique','signé le','somme de','variante','vérifiée','à fixer','arrondi','attendu','au plus','colonne','combine','critère','décimal','demande','du flux','en plus','exemple','fichier','jointes','jusqu’à','montant','orienté','oui/non','plafond','plus de','proposé','reprend','révolus','signale','sur les','un seul','utilise','version','à part','ajoute','années','barème','déduit','depuis','entier','examen','lignes','manque','membre','nombre','numéro','points','public','retire','révolu','signés','source','tirage','valeur','alors','année','codes','cours','dates','durée','entre','grand','jours','ligne','liste','motif','objet','ordre','parmi','petit','point','ratio','route','selon','sinon','socle','table','texte','acte','avec','avis','bail','baux','code','date','dont','épci','fixe','hors','jour','mois','note','part','pour','rôle','sans','sauf','vers','vide','ans','des','est','non','oui','par','réf','an','au','de','du','en','et','le','m²','ou','où','si'
    ],
    operators: [
        '-',',',';',':','.','*','/','%','+','×','=','|','€','à'
    ],
    ignoreCase: false,
    symbols: /-|,|;|:|\.|\(|\)|\{|\}|\*|\/|%|\+|×|=|\||€|à/,

    tokenizer: {
        initial: [
            { regex: /([0-9]{1,2}\/[0-9]{1,2}\/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}(er)?[ \u00A0\u202F](janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre)[ \u00A0\u202F][0-9]{4})(?![A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_])/, action: {"token":"string"} },
            { regex: /([1-9][0-9]{0,2}([ \u00A0\u202F][0-9]{3}){1,9}|[0-9]{1,30})(?![0-9])(,[0-9]{1,20})?/, action: {"token":"string"} },
            { regex: /"[^"\n\r]*"|[\u201C-\u201F][^"\u201C-\u201F\n\r]*["\u201C-\u201F]|\u00AB[^"\u00AB\u00BB\n\r]*\u00BB/, action: {"token":"string"} },
            { regex: /[A-Za-zÀ-ÖØ-öø-ÿŒœŸ_][A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]*/, action: { cases: { '@keywords': {"token":"keyword"}, '@default': {"token":"string"} }} },
            { include: '@whitespace' },
            { regex: /@symbols/, action: { cases: { '@operators': {"token":"operator"}, '@default': {"token":""} }} },
        ],
        whitespace: [
            { regex: /[\s\u00A0\u202F\uFEFF]+/, action: {"token":"white"} },
            { regex: /\/\*/, action: {"token":"comment","next":"@comment"} },
            { regex: /\/\/[^\n\r]*/, action: {"token":"comment"} },
        ],
        comment: [
            { regex: /[^/\*]+/, action: {"token":"comment"} },
            { regex: /\//, action: {"token":"comment","next":"@pop"} },
            { regex: /[/\*]/, action: {"token":"comment"} },
        ],
    }
};
