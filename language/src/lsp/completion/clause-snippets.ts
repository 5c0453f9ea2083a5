/** A whole clause to fill in, by the phrase of the grammar that begins it. */
export interface ClauseSnippet {
    readonly begins: string;
    readonly label: string;
    readonly body: string;
}

/** Blanks that stand for a name: what may be named there is proposed as soon as the cursor is in one. */
export const BLANKS: ReadonlySet<string> = new Set([
    'condition',
    'fait',
    'valeur',
    'public',
    'réservataire',
    'bailleur',
    'nom_du_critère',
    'nom_de_la_politique',
]);

export const CLAUSE_SNIPPETS: readonly ClauseSnippet[] = [
    {
        begins: 'critère',
        label: 'critère … : points si condition',
        body: 'critère ${1:nom} "${2:Intitulé}" : ${3:10} points si ${4:condition}',
    },
    {
        begins: 'critère',
        label: 'critère … selon tranches',
        body: 'critère ${1:nom} "${2:Intitulé}" selon ${3:fait} {\n  moins de ${4:3}      : ${5:0} point\n  à partir de ${4:3}   : ${6:10} points\n  non renseigné      : à compléter\n}',
    },
    {
        begins: 'critère',
        label: 'critère … par mois d’attente',
        body: 'critère ${1:attente} "${2:Ancienneté de la demande}" : ${3:1} point par mois révolu depuis ${4:dépôt}, plafonné à ${5:60} points',
    },
    {
        begins: 'rubrique',
        label: 'rubrique … { critères }',
        body: 'rubrique ${1:nom} "${2:Intitulé}", ${3|cumulables,le plus favorable,un seul,dans l’ordre|} {\n  critère ${4:nom_du_critère} "${5:Intitulé}" : ${6:10} points si ${7:condition}\n}',
    },
    {
        begins: 'cotation',
        label: 'cotation … { critères }',
        body: 'cotation ${1:nom} "${2:Intitulé}", cumulables {\n  critère ${3:nom_du_critère} "${4:Intitulé}" : ${5:10} points si ${6:condition}\n}',
    },
    {
        begins: 'classement',
        label: 'classement { … }',
        body: 'classement { note déclarée ; ${1:ancienneté la plus longue} ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }',
    },
    {
        begins: 'objectif',
        label: 'objectif … : part des baux signés',
        body: 'objectif ${1:nom} "${2:Intitulé}" : au moins ${3:25} % des baux signés ${4:hors qpv} vers ${5:public}\n  réf "${6:CCH L.441-1}"',
    },
    {
        begins: 'convention',
        label: 'convention … : réservataire × bailleur',
        body: 'convention ${1:nom} : ${2:réservataire} × ${3:bailleur}, signée le ${4:01/01/2024} {\n  part : ${5:30} % du flux, décompte : ${6|bail signé,orienté,proposé,attribué|}\n}',
    },
    {
        begins: 'variante',
        label: 'variante … d’une version',
        body: 'variante ${1:nom} "${2:Intitulé}" de ${3:nom_de_la_politique} version "${4:1}" {\n  fixe ${5:nom_du_critère} : ${6:20} points\n}',
    },
    {
        begins: 'exemple',
        label: 'exemple … : un ménage et la note attendue',
        body: 'exemple "${1:Qui est ce ménage}" de ${2:nom_de_la_politique} version "${3:1}" {\n  ${4:fait} : ${5:valeur} ;\n  date d’examen : ${6:15/03/2024}\n  attendu : note ${7:0}\n}',
    },
    {
        begins: 'politique',
        label: 'politique … : une version',
        body: 'politique ${1:nom} "${2:Intitulé}" version "${3:1}"\n  en vigueur du ${4:01/01/2025}\n  utilise ${5:national}\n',
    },
];
