import type { EligibilityResult } from '@bareme/language/engine';
import { absurd, formatFrench, fromFraction, numberSet, type Group, type Policy, type SetNumber } from '@bareme/language/ir';
import { enumerate, pointsText } from '../french.js';
import { originText } from './fact-origin.js';
import { factsOfMembers } from './facts-of-members.js';
import { noteWords, pointsWords, specimenLines } from './explanation-words.js';
import type { ExplanationDocument, FactEntry, LineEntry } from './explanation-document.js';
import type { NoteEntry } from './note-entry.js';

/**
 * The annex of the letter, for the person concerned and for the commission: one line per criterion, then the four statements that CRPA
 * R.311-3-1-2 asks for an individual decision in which an algorithm takes part.
 */
export function explanationText(document: ExplanationDocument, policy: Policy): string {
    return (
        [...heading(document), ...criteriaPart(document), ...missingPart(document), ...eligibilityPart(document), ...legalPart(document, policy)].join('\n') +
        '\n'
    );
}

function heading({
    specimen,
    demand,
    open,
    dwelling,
    policy,
    inForce,
    date,
    synthetic,
    notices,
    scoring,
    declared,
    verified,
}: ExplanationDocument): readonly string[] {
    const about = dwelling === undefined ? '' : `, pour le logement ${dwelling}`;
    return [
        ...specimenLines(specimen),
        'Annexe : le calcul, clause par clause',
        `Demande ${demand}${about}, selon ${policy}, le ${frenchDay(date)}`,
        ...(open ? [] : ['Cette demande n’est pas ouverte ce jour-là : elle n’est pas classée.']),
        ...(inForce === undefined ? [] : [`Les notes sont encore celles de cette version ; le reste suit ${inForce}, en vigueur.`]),
        ...(synthetic ? ['Données synthétiques — territoire fictif'] : []),
        ...notices,
        '',
        `Note : ${noteWords(declared)}${scoring === undefined ? '' : ` (cotation « ${scoring} »)`}`,
        ...(sameNote(declared, verified) ? [] : [`Note vérifiée, justificatifs vus : ${noteWords(verified)}`]),
    ];
}

function frenchDay(iso: string): string {
    return iso.split('-').reverse().join('/');
}

function sameNote(a: NoteEntry, b: NoteEntry): boolean {
    return JSON.stringify(a) === JSON.stringify(b);
}

function criteriaPart({ lines, facts, unscored }: ExplanationDocument): readonly string[] {
    if (unscored !== undefined) return ['', 'Pourquoi elle n’a pas de note', ...unscored.map(({ text }) => `  ${text.replaceAll(/\s+/g, ' ')}`)];
    if (lines.length === 0) return ['', 'Aucune cotation ne s’applique à cette demande.'];
    const values = new Map(facts.map((fact) => [fact.name, fact]));
    return ['', 'Pourquoi cette note', ...lines.flatMap((line) => lineText(line, values))];
}

const WIDTH = 16;

function lineText(line: LineEntry, facts: ReadonlyMap<string, FactEntry>): readonly string[] {
    const indent = '  '.repeat(line.path.length);
    const name = line.label === undefined ? line.name : `${line.name} « ${line.label} »`;
    const head = `  ${pointsWords(line.retained).padStart(WIDTH)}  ${indent}${KINDS[line.kind]}${name}${statusText(line)}`;
    if (line.kind !== 'criterion') return [head];
    const read = line.facts.map((fact) => `${fact} = ${shortValue(facts.get(fact))}`);
    const margin = ' '.repeat(WIDTH + 4) + indent;
    return [head, `${margin}${line.text} [${line.place}]`, ...(read.length === 0 ? [] : [`${margin}faits lus : ${read.join(' ; ')}`])];
}

/** Members and events are spelt out once, with the data. */
function shortValue(fact: FactEntry | undefined): string {
    return fact?.count === undefined ? (fact?.value ?? '?') : `${fact.count}, dits au 2°`;
}

const KINDS: Readonly<Record<LineEntry['kind'], string>> = { criterion: '', rubric: 'rubrique ', scoring: 'total de la cotation ' };

function statusText({ status, statusVerified, points, retained, retainedVerified }: LineEntry): string {
    const isCut = JSON.stringify(points) !== JSON.stringify(retained);
    const verified =
        JSON.stringify(retainedVerified) === JSON.stringify(retained)
            ? ''
            : ` ; note vérifiée : ${pointsWords(retainedVerified)}${statusVerified === 'unproved' ? ', justificatif absent' : ''}`;
    switch (status) {
        case 'given':
            return isCut ? ` — ${pointsWords(points)} avant plafond ou plancher${verified}` : verified;
        case 'not-met':
            return ` — ne s’applique pas${verified}`;
        case 'set-aside':
            return ` — ${pointsWords(points)} avant plafond ou choix du plus favorable${verified}`;
        case 'unproved':
            return ` — justificatif absent${verified}`;
        case 'unknown':
            return ` — à compléter${verified}`;
        default:
            return absurd(status);
    }
}

function missingPart({ missing, facts, unscored, perhapsUnscored }: ExplanationDocument): readonly string[] {
    if (unscored !== undefined) return [];
    const perhaps =
        perhapsUnscored === undefined
            ? []
            : ['', `Peut-être hors cotation (${enumerate(perhapsUnscored.clauses)}) : il manque ${enumerate(perhapsUnscored.missing)}`];
    return [...perhaps, ...missingFacts({ missing, facts })];
}

function missingFacts({ missing, facts }: Pick<ExplanationDocument, 'missing' | 'facts'>): readonly string[] {
    if (missing.length === 0) return ['', 'Il ne manque rien pour calculer cette note.'];
    const labels = new Map(facts.map(({ name, label }) => [name, label]));
    return [
        '',
        'Ce qui manque pour connaître la note',
        ...missing.map((name) => `  ${labels.get(name) === undefined ? name : `${name} « ${labels.get(name)} »`}`),
    ];
}

const ELIGIBILITY: Readonly<Record<EligibilityResult['kind'], string>> = { eligible: 'éligible', ineligible: 'inéligible', 'to-verify': 'à vérifier' };

function eligibilityPart({ eligibility, signals, anomalies, dwelling }: ExplanationDocument): readonly string[] {
    const shown = signals.filter(({ truth }) => truth === 'true').map(({ name }) => name);
    const motives = eligibility === undefined || eligibility.exclusions.length === 0 ? '' : ` (${enumerate(eligibility.exclusions)})`;
    const result = eligibility === undefined ? 'la politique n’écarte aucune demande, aucune règle n’a été lue' : ELIGIBILITY[eligibility.result];
    return [
        '',
        `Éligibilité${dwelling === undefined ? ', sans logement désigné' : ''} : ${result}${motives}`,
        ...(shown.length === 0 ? [] : [`Signalé à la commission : ${enumerate(shown)}`]),
        ...anomalies.map(({ kind, name }) => `Anomalie à corriger : ${ANOMALIES.get(kind) ?? kind} (${name})`),
    ];
}

const ANOMALIES: ReadonlyMap<string, string> = new Map([
    ['division-by-zero', 'division par zéro'],
    ['table-without-row', 'aucune ligne de la table ne correspond'],
    ['table-without-period', 'la table ne couvre pas cette date'],
    ['two-criteria-hold', 'deux critères s’appliquent là où un seul est annoncé'],
    ['no-scoring', 'aucune cotation ne s’applique'],
    ['several-scorings', 'plusieurs cotations s’appliquent'],
    ['out-of-bounds', 'valeur hors des bornes déclarées, tenue pour non renseignée'],
    ['unconfirmed-parameter', 'paramètre qu’aucune politique ne confirme'],
]);

function legalPart(document: ExplanationDocument, policy: Policy): readonly string[] {
    return [
        '',
        'Ce que la loi demande de dire (CRPA R.311-3-1-2)',
        '  1° Degré et mode de contribution du calcul à la décision',
        '     Une aide à la décision : la note sert à désigner et à classer les candidats. Le réservataire désigne, la commission',
        '     d’attribution examine et décide ; elle n’est pas liée par la note.',
        '  2° Données traitées et leurs sources',
        ...document.facts.map(factLine),
        '  3° Paramètres du traitement et leur pondération, appliqués à cette demande',
        ...document.lines
            .filter(({ kind }) => kind === 'criterion')
            .map(({ name, points, retained }) => `     ${name} : ${pointsWords(points)}, retenu ${pointsWords(retained)}`),
        '  4° Opérations effectuées',
        ...operations(document, policy),
    ];
}

function factLine({ name, label, owner, value, proved, origin }: FactEntry): string {
    return `     ${label ?? name} : ${value} (${originText(origin, { ofDwelling: owner === 'logement', proved })})`;
}

/** The order of operations of the cotation that scored the demand, rubric by rubric. */
function operations({ scoring: name, unscored, lines }: ExplanationDocument, { scorings, vocabulary }: Policy): readonly string[] {
    const scoring = scorings.find((item) => item.name === name);
    if (unscored !== undefined) return ['     Aucune : la demande est traitée hors cotation.'];
    if (scoring === undefined) return ['     Aucune : aucune cotation ne s’applique.'];
    const rubrics = scoring.group.items.flatMap((item) => (item.kind === 'rubric' ? [`     rubrique ${item.name} : ${groupWords(item.group)}`] : []));
    const deduced = factsOfMembers(
        lines.map(({ text }) => text),
        vocabulary.memberFacts,
    );
    return [
        ...deduced.map(({ text }) => `     ${text}`),
        '     chaque critère, puis son plancher et son plafond',
        ...rubrics,
        `     total : ${groupWords(scoring.group)}`,
    ];
}

const COMBINATIONS: Readonly<Record<Group['combination'], string>> = {
    cumulables: 'les points s’ajoutent',
    'un seul': 'un seul critère s’applique',
    'le plus favorable': 'le critère le plus favorable est retenu',
    "dans l'ordre": 'le premier critère qui s’applique est retenu',
};

function limitWords(limit: SetNumber): string {
    return typeof limit === 'string' ? `de ${pointsText(limit)} points` : 'à fixer';
}

function groupWords({ combination, increase, cap, floor }: Group): string {
    const percent = increase === undefined ? undefined : fromFraction(numberSet(increase.percent) ?? '');
    return [
        COMBINATIONS[combination],
        increase === undefined
            ? undefined
            : percent === undefined
              ? 'majoration à fixer'
              : `majoration de ${formatFrench({ n: percent.n * 100n, d: percent.d }, 2)} %, arrondie`,
        cap === undefined ? undefined : `plafond ${limitWords(cap)}`,
        floor === undefined ? undefined : `plancher ${limitWords(floor)}`,
    ]
        .filter((part) => part !== undefined)
        .join(', ');
}
