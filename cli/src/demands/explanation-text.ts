import type { EligibilityResult } from '@bareme/language/engine';
import { absurd, formatFrench, fromFraction, type Group, type Policy } from '@bareme/language/ir';
import { enumerate, integerText, plural, pointsText } from '../french.js';
import type { StandingEntry } from './standing.js';
import type { ExplanationDocument, FactEntry, LineEntry, PointsEntry } from './explanation-document.js';
import type { NoteEntry } from './note-entry.js';

/**
 * An explanation for the person concerned and for the commission: the note (CCH R.441-2-17), one line per criterion, then the four
 * statements that CRPA R.311-3-1-2 asks for an individual decision in which an algorithm takes part.
 */
export function explanationText(document: ExplanationDocument, policy: Policy): string {
    return (
        [...heading(document), ...criteriaPart(document), ...missingPart(document), ...eligibilityPart(document), ...legalPart(document, policy)].join('\n') +
        '\n'
    );
}

function heading({ demand, open, dwelling, policy, inForce, date, synthetic, notices, scoring, declared, verified }: ExplanationDocument): readonly string[] {
    const about = dwelling === undefined ? '' : `, pour le logement ${dwelling}`;
    return [
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

function noteWords(note: NoteEntry): string {
    switch (note.kind) {
        case 'note':
            return pointsText(note.note);
        case 'interval':
            return `${pointsText(note.fixed)} sans logement désigné ; de ${pointsText(note.low)} à ${pointsText(note.high)} selon le logement`;
        case 'incomplete':
            return `incomplète, entre ${pointsText(note.low)} et ${pointsText(note.high)}${note.large === true ? ' (intervalle large : trop de faits manquent pour le resserrer)' : ''}`;
        default:
            return absurd(note);
    }
}

function criteriaPart({ lines, facts }: ExplanationDocument): readonly string[] {
    if (lines.length === 0) return ['', 'Aucune cotation ne s’applique à cette demande.'];
    const values = new Map(facts.map((fact) => [fact.name, fact]));
    return ['', 'Pourquoi cette note', ...lines.flatMap((line) => lineText(line, values))];
}

const WIDTH = 16;

function lineText(line: LineEntry, facts: ReadonlyMap<string, FactEntry>): readonly string[] {
    const indent = '  '.repeat(line.path.length);
    const name = line.label === undefined ? line.name : `${line.name} « ${line.label} »`;
    const head = `  ${pointsWords(line.kept).padStart(WIDTH)}  ${indent}${KINDS[line.kind]}${name}${statusText(line)}`;
    if (line.kind !== 'criterion') return [head];
    const read = line.facts.map((fact) => `${fact} = ${facts.get(fact)?.value ?? '?'}`);
    const margin = ' '.repeat(WIDTH + 4) + indent;
    return [head, `${margin}${line.text} [${line.place}]`, ...(read.length === 0 ? [] : [`${margin}faits lus : ${read.join(' ; ')}`])];
}

const KINDS: Readonly<Record<LineEntry['kind'], string>> = { criterion: '', rubric: 'rubrique ', scoring: 'total de la cotation ' };

function statusText({ status, statusVerified, points, kept, keptVerified }: LineEntry): string {
    const verified =
        JSON.stringify(keptVerified) === JSON.stringify(kept)
            ? ''
            : ` ; note vérifiée : ${pointsWords(keptVerified)}${statusVerified === 'unproved' ? ', justificatif absent' : ''}`;
    switch (status) {
        case 'given':
            return verified;
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

function pointsWords(points: PointsEntry): string {
    if ('low' in points) return `${pointsText(points.low)} à ${pointsText(points.high)} points`;
    const value = fromFraction(points.exact);
    const single = value !== undefined && value.n < 2n * value.d && value.n > -2n * value.d;
    return `${pointsText(points.exact)} ${single ? 'point' : 'points'}`;
}

function missingPart({ missing, facts }: ExplanationDocument): readonly string[] {
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
            .map(({ name, points, kept }) => `     ${name} : ${pointsWords(points)}, retenu ${pointsWords(kept)}`),
        '  4° Opérations effectuées',
        ...operations(document, policy),
        '',
        'La note, le délai d’attente constaté et la position parmi les demandes analogues sont dus au demandeur (CCH R.441-2-17).',
        ...(document.standing === undefined
            ? ['La note est ci-dessus ; le délai et la position supposent que la politique dise quelles demandes sont « analogues ».']
            : standingLines(document.standing)),
    ];
}

function factLine({ name, label, owner, value, proved, column, rule }: FactEntry): string {
    const origin =
        rule === undefined ? `colonne ${column ?? name}${owner === 'logement' ? ' du logement' : ''}, ${proved ? 'justifié' : 'déclaré'}` : `déduit : ${rule}`;
    return `     ${label ?? name} : ${value} (${origin})`;
}

/** The order of operations of the cotation that scored the demand, rubric by rubric. */
function operations({ scoring: name }: ExplanationDocument, { scorings }: Policy): readonly string[] {
    const scoring = scorings.find((item) => item.name === name);
    if (scoring === undefined) return ['     Aucune : aucune cotation ne s’applique.'];
    const rubrics = scoring.group.items.flatMap((item) => (item.kind === 'rubric' ? [`     rubrique ${item.name} : ${groupWords(item.group)}`] : []));
    return ['     chaque critère, puis son plancher et son plafond', ...rubrics, `     total : ${groupWords(scoring.group)}`];
}

const COMBINATIONS: Readonly<Record<Group['combination'], string>> = {
    cumulables: 'les points s’ajoutent',
    'un seul': 'un seul critère s’applique',
    'le plus favorable': 'le critère le plus favorable est retenu',
    "dans l'ordre": 'le premier critère qui s’applique est retenu',
};

function groupWords({ combination, increase, cap, floor }: Group): string {
    const percent = increase === undefined ? undefined : fromFraction(increase.percent);
    return [
        COMBINATIONS[combination],
        percent === undefined ? undefined : `majoration de ${formatFrench({ n: percent.n * 100n, d: percent.d }, 2)} %, arrondie`,
        cap === undefined ? undefined : `plafond de ${pointsText(cap)} points`,
        floor === undefined ? undefined : `plancher de ${pointsText(floor)} points`,
    ]
        .filter((part) => part !== undefined)
        .join(', ');
}

/** The position and the waiting time, each with what it counts. */
function standingLines({ text, position, missing, wait }: StandingEntry): readonly string[] {
    const place =
        position === undefined
            ? [`  Position : elle ne peut pas être dite, il manque ${enumerate(missing.length === 0 ? ['une note'] : missing)}.`]
            : [
                  `  Position : ${ordinal(position.rank)} sur ${plural(position.analogous, 'demande analogue ouverte', 'demandes analogues ouvertes')} ce jour${position.ties === 0 ? '' : `, à égalité avec ${plural(position.ties, 'autre', 'autres')}`}`,
                  `  Notes de ces demandes : un quart jusqu’à ${pointsText(position.notes.q1)}, la moitié jusqu’à ${pointsText(position.notes.median)}, les trois quarts jusqu’à ${pointsText(position.notes.q3)}`,
                  ...(position.unsure === 0
                      ? []
                      : [
                            `  De ${plural(position.unsure, 'autre demande', 'autres demandes')}, on ne sait pas si ${position.unsure > 1 ? 'elles sont analogues' : 'elle est analogue'}`,
                        ]),
              ];
    const waited =
        wait === undefined
            ? '  Délai constaté : moins de 11 demandes analogues ont été logées dans les douze derniers mois, trop peu pour le dire'
            : `  Délai constaté : ${plural(wait.housed, 'demande analogue logée', 'demandes analogues logées')} dans les douze derniers mois, un quart en ${wait.months.q1} mois au plus, la moitié en ${wait.months.median}, les trois quarts en ${wait.months.q3}`;
    return [...place, waited, `  ${text}`];
}

function ordinal(rank: number): string {
    return rank === 1 ? '1re' : `${integerText(rank)}e`;
}
