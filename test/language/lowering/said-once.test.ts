import { describe, expect, test } from 'vitest';
import { AstUtils, GrammarAST } from 'langium';
import { compileSources, createSourceParser } from '@bareme/language';
import { BaremeGrammar } from '../../../language/src/generated/grammar.js';
import { REPETITIONS } from '../../../language/src/lowering/said-once.js';
import { fileOf, VOCABULARY } from '../diagnostics/pages.js';

const parser = createSourceParser();
const WORDS =
    'vocabulaire v { demande { dépôt : date rôle dépôt ; n : entier de 0 à 20 ; b : oui/non } logement { bailleur : code rôle bailleur ; réservataire : code rôle réservataire } }';

/** What is found twice in a text: the words underlined, and those they contradict. */
function contradictions(text: string): readonly (readonly [second: string, first: string])[] {
    const { diagnostics } = compileSources(
        [
            { path: 'a', text },
            { path: 'v', text: VOCABULARY },
        ],
        parser,
    );
    const shown = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
    return diagnostics.flatMap(({ code, location, related, severity }) =>
        (code === 'BAR332' || code === 'BAR333') && location !== undefined && severity === 'error'
            ? [[shown(location), shown(related[0]!.location)] as const]
            : [],
    );
}

const TWICE: readonly (readonly [kind: string, text: string, second: string, first: string])[] = [
    ['two combinations', fileOf('rubrique r, un seul, le plus favorable { critère k : 1 point si mutation }'), 'le plus favorable', 'un seul'],
    [
        'two caps of a rubrique',
        fileOf('rubrique r, plafonnée à 30 points, plafonnée à 10 points { critère k : 1 point }'),
        'plafonnée à 10 points',
        'plafonnée à 30 points',
    ],
    ['two floors of a rubrique', fileOf('rubrique r, plancher 3 points, plancher 1 point { critère k : 1 point }'), 'plancher 1 point', 'plancher 3 points'],
    [
        'two majorations',
        fileOf('rubrique r, majorée de 20 %, arrondie inférieur, majorée de 30 %, arrondie inférieur { critère k : 1 point }'),
        'majorée de 30 %, arrondie inférieur',
        'majorée de 20 %, arrondie inférieur',
    ],
    [
        'two caps of a criterion',
        fileOf('critère k : 1 point par enfants, plafonné à 6 points, plafonnée à 2 points'),
        'plafonnée à 2 points',
        'plafonné à 6 points',
    ],
    ['a cap below its floor', fileOf('critère k : 1 point par enfants, plafonné à 2 points, plancher 5 points'), 'plancher 5 points', 'plafonné à 2 points'],
    [
        'a cap of a rubrique below its floor',
        fileOf('rubrique r, plafonnée à 2 points, plancher 5 points { critère k : 1 point }'),
        'plancher 5 points',
        'plafonnée à 2 points',
    ],
    ['two roles', 'barème 1\nvocabulaire v { demande { d : date rôle dépôt rôle sortie } }', 'sortie', 'dépôt'],
    ['two columns', 'barème 1\nvocabulaire v { demande { d : date colonne "a" colonne "b" } }', '"b"', '"a"'],
    [
        'two entries into force',
        'barème 1\npolitique p version "1" en vigueur du 01/01/2024, en vigueur du 01/01/2030 utilise mots',
        'en vigueur du 01/01/2030',
        'en vigueur du 01/01/2024',
    ],
    [
        'two votes',
        'barème 1\npolitique p version "1" délibérée le 01/01/2023, délibérée le 02/01/2023, en vigueur du 01/01/2024 utilise mots',
        'délibérée le 02/01/2023',
        'délibérée le 01/01/2023',
    ],
    [
        'two territories',
        'barème 1\npolitique p version "1" épci 200099999 territoire 200099998 en vigueur du 01/01/2024 utilise mots',
        'territoire 200099998',
        'épci 200099999',
    ],
    ['two vocabularies', 'barème 1\npolitique p version "1" en vigueur du 01/01/2024 utilise mots utilise autres', 'utilise autres', 'utilise mots'],
    [
        'two treatments of an incomplete note',
        fileOf(
            'classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier ; incomplète : classée à sa note maximale }',
        ),
        'incomplète : classée à sa note maximale',
        'incomplète : classée en dernier',
    ],
    [
        'one fact ranked both ways',
        fileOf(
            'classement { dépôt la plus ancienne ; dépôt la plus récente ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }',
        ),
        'dépôt la plus récente',
        'dépôt la plus ancienne',
    ],
    [
        'two lines of adequacy for one dwelling',
        fileOf('adéquation typologie { T1 : 1 personne ; T2 : 2 personnes ; T1 : 3 personnes ; T3 : sinon }'),
        'T1 : 3 personnes',
        'T1 : 1 personne',
    ],
    [
        'two amounts of one year',
        fileOf('objectif o : au moins 5 % des baux signés vers mutation trajectoire { 2024 : 5 % ; 2024 : 6 % }'),
        '2024 : 6 %',
        '2024 : 5 %',
    ],
    ['two facts that tell leases apart', fileOf('objectif o : au moins 5 % des baux signés vers mutation, par bailleur, par commune'), 'commune', 'bailleur'],
    [
        'a lease counted and not counted',
        fileOf('objectif o : au moins 5 % des baux signés vers mutation\nroute r si qpv : compte en o, ne compte pas en o'),
        'ne compte pas en o',
        'compte en o',
    ],
    [
        'two deliveries of what remains',
        fileOf('titulaire t { x : public mutation }\nconvention c : t × b { part : 10 % du flux, décompte : orienté ; solde reporté ; solde remis à zéro }'),
        'solde remis à zéro',
        'solde reporté',
    ],
    [
        'two edits of one criterion',
        fileOf('variante v de village version "1" { fixe attente : 2 points fixe attente : 3 points }'),
        'fixe attente : 3 points',
        'fixe attente : 2 points',
    ],
    [
        'two dates of an example',
        fileOf('exemple "e" de village version "1" { date d’examen : 01/02/2024 ; date d’examen : 01/03/2024 ; attendu : note 0 }'),
        'date d’examen : 01/03/2024',
        'date d’examen : 01/02/2024',
    ],
    [
        'two values of a fact in an example',
        fileOf('exemple "e" de village version "1" { enfants : 1 ; enfants : 2 ; date d’examen : 01/03/2024 ; attendu : note 0 }'),
        'enfants : 2',
        'enfants : 1',
    ],
    ['two notes expected', fileOf('exemple "e" de village version "1" { date d’examen : 01/03/2024 ; attendu : note 0, note 1 }'), 'note 1', 'note 0'],
    [
        'two columns of a mapping for one fact',
        `barème 1\n${WORDS}\ncorrespondance c pour v { table demandes depuis "d" { n : colonne "a" ; n : colonne "b" } }`,
        'n : colonne "b"',
        'n : colonne "a"',
    ],
    [
        'two separators',
        `barème 1\n${WORDS}\ncorrespondance c pour v { table demandes depuis "d" séparateur ";", séparateur "," { n : colonne "a" } }`,
        'séparateur ","',
        'séparateur ";"',
    ],
];

describe('clauses that contradict each other', () => {
    test.each(TWICE)('%s: an error, both places underlined', (_, text, second, first) => {
        expect(contradictions(text)).toEqual([[second, first]]);
    });

    test('clauses that add to each other say nothing', () => {
        const text =
            'barème 1\npolitique p version "1" avis CIL le 01/01/2023, avis CIL le 01/06/2023, source "a", source "b", en vigueur du 01/01/2024 utilise mots';
        expect(contradictions(text)).toEqual([]);
    });

    test('every clause that the grammar lets repeat has its rule: none can be forgotten', () => {
        const types = listedTypes();
        expect(types.size).toBeGreaterThan(80);
        expect([...types].filter((type) => !(type in REPETITIONS))).toEqual([]);
    });
});

/** The types of the nodes that a `+=` of the grammar gathers, expressions apart, whose parts all count. */
function listedTypes(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const rule of BaremeGrammar().rules) {
        for (const node of AstUtils.streamAllContents(rule)) {
            if (!GrammarAST.isAssignment(node) || node.operator !== '+=') continue;
            const calls = GrammarAST.isRuleCall(node.terminal) ? [node.terminal] : [];
            for (const { rule: called } of calls) if (GrammarAST.isParserRule(called.ref)) for (const type of typesOf(called.ref)) found.add(type);
        }
    }
    return found;
}

const EXPRESSIONS = new Set(['Expression', 'Conjunction', 'Negation', 'Reference', 'Literal']);

/** What a rule makes: itself, the types of its actions, or those of the rules that it chooses among. */
function typesOf(rule: GrammarAST.ParserRule): readonly string[] {
    if (EXPRESSIONS.has(rule.name) || rule.dataType !== undefined || rule.returnType !== undefined) return [];
    const contents = AstUtils.streamAllContents(rule).toArray();
    const actions = contents.flatMap((node) => (GrammarAST.isAction(node) ? (node.inferredType?.name ?? []) : []));
    const isChoice = !contents.some(GrammarAST.isAssignment);
    const chosen = isChoice
        ? contents.flatMap((node) => (GrammarAST.isRuleCall(node) && GrammarAST.isParserRule(node.rule.ref) ? typesOf(node.rule.ref) : []))
        : contents.flatMap((node) =>
              GrammarAST.isRuleCall(node) && AstUtils.getContainerOfType(node, GrammarAST.isAssignment) === undefined && GrammarAST.isParserRule(node.rule.ref)
                  ? typesOf(node.rule.ref)
                  : [],
          );
    return actions.length > 0 || isChoice ? [...actions, ...chosen] : [rule.name];
}
