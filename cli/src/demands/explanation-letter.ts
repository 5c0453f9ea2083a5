import { fromFraction, type Policy } from '@bareme/language/ir';
import { enumerate, integerText, plural, pointsText } from '../french.js';
import type { ExplanationDocument, LineEntry } from './explanation-document.js';
import { noteWords, pointsWords, specimenLines } from './explanation-words.js';
import type { StandingEntry } from './standing.js';
import { FEWEST_HOUSED } from './waits-by-place.js';

/**
 * The letter to the person who filed the demand, in plain words: what CCH R.441-2-17 says is due at any time after filing (the note and
 * what makes it, the waiting time, the notes of analogous demands, refusals, priority), and the mention of CRPA L.311-3-1. The calculation,
 * clause by clause, is its annex.
 */
export function explanationLetter(document: ExplanationDocument, policy: Policy): string {
    const parts = [
        opening(document, policy),
        ['Votre note', ...noteLines(document)],
        ['Votre place parmi les demandes analogues', ...standingLines(document.standing)],
        ['Le délai d’attente constaté', ...waitLines(document)],
        ['Si un logement vous est proposé et que vous le refusez', ...refusalLines(document)],
        ['Le caractère prioritaire de votre demande', ...priorityLines(document)],
        [document.unscored === undefined ? 'Ce que vaut cette note' : 'Ce que vaut ce résultat', ...scopeLines(document)],
        ['Vos droits', ...rightsLines()],
    ];
    return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function opening(
    { specimen, demand, open, unscored, policy: ruleSet, inForce, date, dwelling, notices }: ExplanationDocument,
    policy: Policy,
): readonly string[] {
    const about = dwelling === undefined ? '' : `, pour le logement ${dwelling}`;
    return [
        ...specimenLines(specimen),
        policy.label ?? policy.name,
        `Votre demande de logement social ${demand}${about}, le ${frenchDay(date)}`,
        ...notices,
        '',
        `${unscored === undefined ? 'Voici la note de votre demande et ce qui la fait' : 'Voici ce qu’il en est de votre demande'}, selon ${specimen?.startsWith('variant') === true ? 'une variante des règles de la cotation de ce territoire' : 'les règles de la cotation votées pour ce territoire'} (${ruleSet}).`,
        ...(inForce === undefined ? [] : [`Le reste suit la version ${inForce}, en vigueur : les notes n’ont pas encore changé de règles.`]),
        ...(open ? [] : ['Ce jour-là, votre demande n’était pas ouverte : elle n’est pas classée.']),
    ];
}

function frenchDay(iso: string): string {
    return iso.split('-').reverse().join('/');
}

/** Treated apart: no note, for a motive that is told with its deliberation. */
function apartLines(unscored: NonNullable<ExplanationDocument['unscored']>): readonly string[] {
    return [
        '  Votre demande n’a pas de note : elle est traitée hors cotation.',
        ...unscored.map(({ motive, references }) => `    – ${motive} (${references.join(', ')})`),
        '  Elle reste ouverte, et n’est pas classée avec les autres.',
    ];
}

function noteLines(document: ExplanationDocument): readonly string[] {
    const { declared, verified, lines, missing, facts, unscored, perhapsUnscored } = document;
    if (unscored !== undefined) return apartLines(unscored);
    const counted = lines.filter((line) => line.kind === 'criterion' && !isNothing(line));
    const labels = new Map(facts.map(({ name, label }) => [name, label]));
    const isOther = JSON.stringify(declared) !== JSON.stringify(verified);
    return [
        declared.kind === 'note' ? `  ${noteWords(declared)} ${isSingle(declared.note) ? 'point' : 'points'}.` : `  Votre note est ${noteWords(declared)}.`,
        ...(isOther ? [`  Avec les seuls justificatifs vus : ${noteWords(verified)}.`] : []),
        ...(counted.length === 0 ? ['  Aucun critère ne vous donne de points.'] : ['  Elle vient de :', ...counted.map(groundLine)]),
        ...(perhapsUnscored === undefined
            ? []
            : [
                  `  Elle pourrait être traitée hors cotation : pour le savoir, il manque ${enumerate(perhapsUnscored.missing.map((name) => labels.get(name) ?? name))}.`,
              ]),
        ...(missing.length === 0 ? [] : [`  Pour la connaître, il manque : ${enumerate(missing.map((name) => labels.get(name) ?? name))}.`]),
    ];
}

function isNothing({ points, retained }: LineEntry): boolean {
    return 'exact' in points && points.exact === '0' && 'exact' in retained && retained.exact === '0';
}

function isSingle(points: string): boolean {
    const value = fromFraction(points);
    return value !== undefined && value.n < 2n * value.d && value.n > -2n * value.d;
}

function groundLine({ name, label, points, retained }: LineEntry): string {
    const isCut = JSON.stringify(points) !== JSON.stringify(retained);
    return `    – ${label ?? name} : ${pointsWords(retained)}${isCut ? ` (${pointsWords(points)} avant les plafonds ou le choix du critère le plus favorable)` : ''}`;
}

/** The notes of analogous demands, then the position, which the law does not ask for. */
function standingLines(standing: StandingEntry | undefined): readonly string[] {
    if (standing === undefined) {
        return ['  La politique ne dit pas quelles demandes sont analogues à la vôtre : leurs notes ne peuvent pas être comparées à la vôtre.'];
    }
    const { position, missing, exclusions, unscored } = standing;
    if (unscored !== undefined) return ['  Votre demande est traitée hors cotation : elle n’a pas de position.'];
    if (exclusions !== undefined) return [`  Votre demande ne peut pas être admise (${enumerate(exclusions)}) : elle n’a pas de position.`];
    if (position === undefined) return [`  Position : elle ne peut pas être dite, il manque ${enumerate(missing.length === 0 ? ['une note'] : missing)}.`];
    const { rank, ties, analogous, unsure, notes } = position;
    const tied = ties === 0 ? '' : `, à égalité avec ${plural(ties, 'autre', 'autres')}`;
    return [
        ...(notes === undefined
            ? []
            : [
                  `  Notes de ces demandes : un quart jusqu’à ${pointsText(notes.q1)}, la moitié jusqu’à ${pointsText(notes.median)}, les trois quarts jusqu’à ${pointsText(notes.q3)}`,
              ]),
        `  Position : ${ordinal(rank)} sur ${plural(analogous, 'demande analogue ouverte et admissible', 'demandes analogues ouvertes et admissibles')} ce jour${tied}`,
        '  Cette position suit le classement de la politique ; elle est donnée par usage local, et change chaque jour.',
        ...(unsure === 0
            ? []
            : [`  De ${plural(unsure, 'autre demande', 'autres demandes')}, on ne sait pas si ${unsure > 1 ? 'elles sont analogues' : 'elle est analogue'}`]),
        `  ${analogousWords(standing)}`,
    ];
}

/** Which demands are analogous, in the words of the policy; the clause itself where it has none. */
function analogousWords({ text, label, references = [] }: StandingEntry): string {
    if (label === undefined) return text;
    return `Sont analogues les demandes ainsi choisies : ${label}${references.length === 0 ? '' : ` (${references.join(' ; ')})`}.`;
}

function ordinal(rank: number): string {
    return rank === 1 ? '1re' : `${integerText(rank)}e`;
}

function waitLines({ standing, waits }: ExplanationDocument): readonly string[] {
    const wait = standing?.wait;
    const known = waits.flatMap(({ type, place, housed, months }) => (months === undefined ? [] : [{ type, place, housed, months }]));
    const few = waits.length - known.length;
    const unsaid =
        '  Il ne peut pas être dit : la politique ne dit pas quelles demandes sont analogues à la vôtre, et les données ne donnent pas assez de baux.';
    if (standing === undefined && known.length === 0) return [unsaid];
    const analogous =
        wait === undefined
            ? `  Délai constaté : moins de ${FEWEST_HOUSED} demandes analogues ont été logées dans les douze derniers mois, trop peu pour le dire`
            : `  Délai constaté : ${plural(wait.housed, 'demande analogue logée', 'demandes analogues logées')} dans les douze derniers mois, un quart en ${wait.months.q1} mois au plus, la moitié en ${wait.months.median}, les trois quarts en ${wait.months.q3}`;
    return [
        ...(standing === undefined || (wait === undefined && known.length > 0) ? [] : [analogous]),
        ...known.map(
            ({ type, place, housed, months }) =>
                `    – ${type} à ${place} : la moitié en ${months.median} mois au plus (${integerText(housed)} logements attribués)`,
        ),
        ...(few === 0
            ? []
            : [
                  `  Pour ${plural(few, 'autre type et lieu souhaités', 'autres types et lieux souhaités')}, moins de ${FEWEST_HOUSED} logements ont été attribués : trop peu pour le dire.`,
              ]),
    ];
}

function refusalLines({ refusals }: ExplanationDocument): readonly string[] {
    if (refusals.length === 0) return ['  La politique ne donne aucun effet au refus sur la note.'];
    return ['  Le refus d’un logement adapté à vos besoins et à vos capacités a les effets que voici :', ...refusals.map((text) => `    – ${text}`)];
}

function priorityLines({ priorities, category }: ExplanationDocument): readonly string[] {
    const grounds = priorities.map(({ criterion, label, references }) => `    – ${label ?? criterion} (${references.join(', ')})`);
    return [
        ...(grounds.length === 0
            ? ['  D’après ce qui est déclaré, aucun motif de priorité que la loi nomme (CCH L.441-1) ne donne de points à votre demande.']
            : ['  D’après ce qui est déclaré, votre demande relève de :', ...grounds]),
        ...(category === undefined ? [] : [`  Elle est classée avant les autres, dans la catégorie : ${category}.`]),
        '  Ce caractère est donné sous réserve de la vérification des pièces par la commission d’attribution.',
    ];
}

function scopeLines({ facts }: ExplanationDocument): readonly string[] {
    const unproved = facts.filter(({ owner, proved, origin }) => owner === 'demande' && !proved && origin.kind === 'column').length;
    return [
        `  Elle repose sur ce que vous avez déclaré${unproved === 0 ? '' : ` (${plural(unproved, 'donnée déclarée', 'données déclarées')}, à justifier à l’instruction du dossier)`}.`,
        '  C’est une aide à la décision : le réservataire désigne les candidats, la commission d’attribution examine et décide ; elle n’est pas liée par la note.',
        '  Si une donnée est fausse ou a changé, corrigez votre demande, en ligne ou auprès d’un guichet d’enregistrement : la note est alors recalculée.',
    ];
}

function rightsLines(): readonly string[] {
    return [
        '  Cette note est obtenue par un traitement algorithmique (CRPA L.311-3-1), dont la finalité est d’aider à désigner les candidats et à attribuer',
        '  les logements sociaux. Vous pouvez demander la communication des règles qui le définissent et des principales caractéristiques de sa mise en',
        '  œuvre ; sans réponse ou en cas de refus, vous pouvez saisir la commission d’accès aux documents administratifs (CADA).',
        '  L’annexe donne les quatre éléments du CRPA (R.311-3-1-2) : la contribution du calcul, les données et leurs sources, les paramètres et leur',
        '  pondération appliqués à votre situation, les opérations effectuées.',
    ];
}
