import { compileSources } from '../../../language/src/index.js';
import { cellValue } from '../../../language/src/columns/row-reader.js';
import type { Table } from '../../../language/src/columns/column.js';
import type { Mapping } from '../../../language/src/ir/mapping.js';
import type { FactValue } from '../../../language/src/ir/value.js';
import type { Vocabulary } from '../../../language/src/ir/vocabulary.js';
import type { DataFinding } from '../../../language/src/data/finding.js';
import { readTerritory, type TerritoryReading } from '../../../language/src/data/read-territory.js';

/** A vocabulary with one fact of each type and each role, no French rule in it. */
export const VOCABULARY_TEXT = `barème 1
vocabulaire petit "Petit vocabulaire d'essai" {
  énumération Situation "Logement actuel" plusieurs { sans_abri "Sans abri" = SD ; chez_parents "Chez vos parents" = CPE ; hôtel "Logé à l’hôtel" = HOT }
  énumération Statut { NON "Non" = NON ; ACTIF "Actif" = ACTIF }
  énumération TypeLogement ordonnée { T1 ; T2 ; T3 }
  énumération Motif { attribution "Attribution" = RADATT ; non_renouvellement "Non-renouvellement" = RADREN }
  demande {
    identifiant : code rôle identifiant ;
    dépôt : date colonne "date_depot" rôle dépôt ;
    entrée : date rôle entrée ;
    sortie : date rôle sortie ;
    motif_sortie : Motif rôle motif_de_sortie ;
    sortie_attribution : oui/non rôle sortie_attribution ;
    valide_du : date rôle valide_du ;
    valide_au : date rôle valide_au ;
    personnes : entier de 1 à 20 personnes rôle taille_du_ménage ;
    ressources : montant par mois ;
    effort : ratio de 0 à 150 % ;
    poids : décimal(2) ;
    handicap : oui/non justificatif exigé ;
    statut : Statut ;
    situations : Situation colonne "logement_actuel" ;
    types : TypeLogement plusieurs rôle typologies_souhaitées ;
    communes : code plusieurs rôle communes_souhaitées ;
    remarque : texte ;
    arrivée : date du 01/01/1950 au 31/12/2030 ;
    séjour : durée de 0 à 50 ans ;
    refus : événements { date : date rôle date ; adapté : oui/non rôle adapté ; légitime : oui/non rôle légitime } rôle refus ;
    étiquettes : événements { nature : code ; date : date rôle date ; fin : date rôle fin }
  }
  membre { naissance : date rôle naissance ; lien : code }
  logement {
    identifiant : code rôle identifiant ;
    libération : date rôle libération ;
    ordre : entier rôle ordre ;
    commune : code rôle commune ;
    typologie : TypeLogement rôle typologie ;
    réservataire : code rôle réservataire ;
    loyer : montant par mois ;
    bail : date rôle bail ;
    attributaire : code rôle attributaire
  }
  candidature {
    logement : code rôle logement ;
    demande : code rôle demande ;
    rang : entier rôle rang ;
    décision : code rôle décision ;
    réponse : code rôle réponse
  }
}
`;

/** The small vocabulary, compiled; throws when the text above is wrong. */
export function smallVocabulary(): Vocabulary {
    return compiled(VOCABULARY_TEXT).vocabulary;
}

/** A correspondance for the small vocabulary. */
export function smallMapping(tables: string): Mapping {
    const { mappings } = compiled(`${VOCABULARY_TEXT}\ncorrespondance essai "Essai" pour petit {\n${tables}\n}\n`);
    const [mapping] = mappings;
    if (mapping === undefined) throw new Error('no correspondance in the text');
    return mapping;
}

function compiled(text: string) {
    const { project, diagnostics } = compileSources([{ path: 'petit.bareme', text }]);
    const [error] = diagnostics.filter(({ severity }) => severity === 'error');
    if (error !== undefined) throw new Error(error.message);
    const [vocabulary] = project.vocabularies;
    if (vocabulary === undefined) throw new Error('no vocabulary in the text');
    return { vocabulary: vocabulary.vocabulary, mappings: project.mappings };
}

export const ASSUMPTIONS = {
    acceptation: '1/2',
    refus_légitimes: '1/5',
    sortie_mensuelle: '2/100',
    suivi: '1',
    candidats_par_tour: 3,
    tours: 5,
    délai_désignation: 0,
    délai_examen: 30,
    délai_bail: 45,
    offre: 'figée',
    orientation: 'enregistré',
};

export const MANIFEST = {
    format: 'bareme.territoire',
    version: 1,
    nom: 'Essai',
    synthétique: false,
    avertissements: ['Territoire fictif.'],
    période: { du: '2024-01-01', au: '2024-12-31' },
    fichiers: { demandes: 'demandes.csv', logements: 'logements.csv' },
    hypothèses: ASSUMPTIONS,
};

export const DEMANDS = 'identifiant;date_depot;personnes\nd1;2021-02-01;3\nd2;2022-03-04;1\n';
export const DWELLINGS = 'identifiant;libération;commune;typologie\nl1;2024-01-15;99001;T3\n';

/** Files by name; a text stands for its bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Files of a territory, as text; those not given are the two small ones above. */
export function readFiles(files: Files, more: { readonly manifest?: object | string; readonly mapping?: Mapping } = {}): TerritoryReading {
    const named = Object.entries({ 'demandes.csv': DEMANDS, 'logements.csv': DWELLINGS, ...files });
    const { manifest = {} } = more;
    return readTerritory({
        manifest: typeof manifest === 'string' ? manifest : JSON.stringify({ ...MANIFEST, ...manifest }),
        files: new Map(named.map(([name, content]) => [name, typeof content === 'string' ? bytes(content) : content])),
        vocabulary: VOCABULARY,
        ...(more.mapping === undefined ? {} : { mapping: more.mapping }),
    });
}

const VOCABULARY = smallVocabulary();

export function bytes(text: string): Uint8Array {
    return new TextEncoder().encode(text);
}

/** The content of a table, row by row, fact by fact. */
export function contentOf(table: Table | undefined): readonly Readonly<Record<string, FactValue>>[] {
    if (table === undefined) return [];
    return Array.from({ length: table.rows }, (_, row) => Object.fromEntries([...table.columns].map(([name, column]) => [name, cellValue(column, row)])));
}

/** A finding in one line: `BAR718 demandes.csv:2 ressources negative-amount`. */
export function line({ code, file, row, column, reason }: DataFinding): string {
    return [`${code} ${file}${row === undefined ? '' : `:${row}`}`, column, reason].filter((part) => part !== undefined).join(' ');
}

/** The findings that are not mere information or absences of wanted columns. */
export function faults({ findings }: { readonly findings: readonly DataFinding[] }): readonly string[] {
    return findings.filter(({ code }) => code !== 'BAR707' && code !== 'BAR708').map(line);
}

export const CANDIDATURES = 'logement;demande;rang\nl1;d1;1\nl1;d2;2\n';

/** A manifest that names these files too. */
export function withFiles(fichiers: Readonly<Record<string, string>>): object {
    return { fichiers: { ...MANIFEST.fichiers, ...fichiers } };
}

/** A word, as a fact holds it. */
export function word(value: string): { readonly kind: 'word'; readonly value: string } {
    return { kind: 'word', value };
}
