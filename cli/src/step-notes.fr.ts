import { parseDate, type Day } from '@bareme/language/ir';
import type { MissingFigure, NotEvaluatedReason, StepCode, StepNote, VacancyFlag } from '@bareme/language/replay';
import { dayText, fractionPercent, integerText, plural } from './french.js';

/** The nine steps of a replay, as the report names them. */
export const STEP_TITLES: Readonly<Record<StepNote['step'], string>> = {
    1: 'Voie d’attribution',
    2: 'Réservataire',
    3: 'Vivier',
    4: 'Classement',
    5: 'Commission',
    6: 'Réponse du ménage',
    7: 'Départs',
    8: 'Logements libérés',
    9: 'Objectifs et comptes',
};

/** Where a step's content comes from. */
export const SOURCE_WORDS: Readonly<Record<StepNote['source'], string>> = { data: 'donnée', assumption: 'hypothèse', 'not-modelled': 'non représenté' };

/** The label of a rule set by its id. */
export type RuleSetLabel = (ruleSet: string) => string;

/** A step note in words. */
export function stepNoteText({ code, params }: StepNote, label: RuleSetLabel): string {
    return STEP_NOTES[code]((name) => params[name] ?? '?', label);
}

type Param = (name: string) => string;
/** A number of people is not told to the unit: few, or to the nearest ten. */
function aboutDemands(count: number): string {
    if (count === 0) return 'aucune demande ouverte';
    return count < 11 ? 'moins de 11 demandes ouvertes' : `environ ${integerText(10 * Math.round(count / 10))} demandes ouvertes`;
}

type Wording = (param: Param, label: RuleSetLabel) => string;

const STEP_NOTES: Readonly<Record<StepCode, Wording>> = {
    routes: () => 'Les voies particulières (relogements, mutations internes, premières locations…) ne sont pas distinguées : chaque logement suit la même.',
    'orientation-recorded': () => 'Chaque logement revient au réservataire que les données enregistrent.',
    'answers-recorded': () => 'Les baux et les attributaires sont ceux que les données enregistrent.',
    'pool-from-record': () =>
        'Le vivier d’un logement réunit les demandes ouvertes ce jour-là, admissibles et compatibles. Un fait non renseigné garde la demande dans le vivier, avec une marque.',
    'pool-without-adequacy': (param, label) =>
        `${label(param('ruleSet'))} : aucune adéquation n’est écrite, tout logement convient à toute demande, quelles que soient sa taille et ses communes.`,
    'pool-without-exclusion': (param, label) =>
        `${label(param('ruleSet'))} : aucune exclusion n’est écrite, toute demande est admissible sans que ses ressources ni son séjour soient lus.`,
    'treated-apart': (param, label) =>
        `${label(param('ruleSet'))} : ${aboutDemands(Number(param('count')))}, le premier jour, ${Number(param('count')) === 0 ? 'n’est traitée' : 'sont traitées'} hors cotation (${param('clauses')}) : sans note, elles restent ouvertes et ne sont candidates à aucun logement par le classement.`,
    'candidates-recorded': () => 'Les candidats classés sont ceux que les données enregistrent pour ce logement.',
    approximation: (param) => `Les données ne le disent qu’à peu près : ${param('text')}.`,
    delays: (param) =>
        `Désignation ${days(param('designation'))} après la libération, commission ${days(param('examination'))} après, bail ${days(param('lease'))} après.`,
    'appraisal-drawn': () => 'À égalité parfaite, l’appréciation de la commission est remplacée par un tirage, le même sous toutes les règles.',
    'former-notes': (param, label) =>
        `${label(param('ruleSet'))} : ${span(param)}, les notes restent celles de la version ${param('former')}, la version ${param('version')} étant déjà en vigueur.`,
    'outside-variant': (param, label) =>
        `${label(param('ruleSet'))} : ${span(param)}, la version ${param('version')} s’applique, que la variante ne modifie pas.`,
    grounds: () =>
        'Un candidat que vise un motif de non-attribution de la politique est examiné et n’est pas proposé pour ce logement ; sa demande reste ouverte.',
    'single-candidates': () => 'Là où la politique le prévoit, un candidat est présenté seul.',
    inadmissibility: () =>
        'L’irrecevabilité, qui seule mène à la radiation après un mois d’avertissement, n’est pas simulée : une demande inéligible n’entre dans aucun vivier.',
    commission: (param) =>
        `La commission suit le classement dans ${fractionPercent(param('followRate'))} des cas ; elle examine ${counted(param('candidatesPerRound'), 'candidat', 'candidats')} par tour, en ${counted(param('rounds'), 'tour', 'tours')} au plus.`,
    acceptance: (param) =>
        `Un ménage accepte le logement proposé dans ${fractionPercent(param('acceptance'))} des cas, tirés au sort par ménage et par logement, de la même façon sous toutes les règles.`,
    'refusals-simulated': (param) =>
        `Un refus supposé compte comme les autres dans la note ; ${fractionPercent(param('legitimateRefusal'))} des refus sont supposés légitimes.`,
    'refusals-without-effect': () => 'Le vocabulaire ne décrit pas les refus : un refus supposé n’a pas d’effet sur la note.',
    'answers-not-simulated': () => 'La réponse des ménages n’est pas simulée : on apprend qui serait premier, non qui serait logé.',
    'exits-recorded': () => 'Une demande sortie sans être logée sort le jour enregistré.',
    'exits-imputed': (param) =>
        `Un ménage que l’histoire a logé et que le rejeu n’a pas logé reste en attente ; il quitte ensuite la file avec une probabilité de ${fractionPercent(param('monthlyExit'))} par mois.`,
    'supply-fixed': () => 'Les logements se libèrent comme dans les données, quelles que soient les règles.',
    'supply-contradictions': () =>
        'Un logement libéré par une mutation que le rejeu ne reproduit pas est tout de même compté, et les données ne disent pas lesquels.',
    'supply-contradictions-told': () =>
        'Un logement libéré par une mutation que le rejeu ne reproduit pas est tout de même compté ; le registre signale lesquels.',
    'supply-chains': () =>
        'Un logement quitté par une mutation se libère quand le rejeu loge ce ménage, et seulement alors ; les logements que d’autres mutations libéreraient ne sont pas dans les données.',
    'supply-origin-unknown': () => 'Les données ne disent pas quelles mutations ont libéré des logements : aucune chaîne n’est suivie.',
    'routes-of-policy': () =>
        'La politique dit par quelle route chaque logement est attribué : dans le flux ou non, au classement ou non, dans quels objectifs.',
    'routes-imposed': () => 'Hors classement, le ménage est celui des données ; si le rejeu l’a déjà logé, le logement revient au classement, avec une marque.',
    'orientation-by-conventions': () =>
        'Chaque logement va au titulaire à qui il est le plus dû, convention par convention ; ce que nul ne réserve reste au bailleur.',
    'orientation-absent': () => 'Aucune politique rejouée n’a d’orientation : le réservataire reste celui des données.',
    publics: () => 'Un logement réservé n’est proposé qu’au public de son titulaire. Un fait non renseigné garde la demande dans le vivier, avec une marque.',
    'return-after-delay': () =>
        'Un logement pour lequel le titulaire n’a aucun candidat au jour de la désignation revient au bailleur au bout du délai de la convention.',
    'trajectory-without-year': (param) =>
        `La trajectoire de « ${param('objective')} » ne dit rien de ${param('year')} : le seuil de l’objectif lui-même est retenu pour cette année.`,
    'flux-kept': () => 'Les comptes de flux sont tenus convention par convention, par année de libération.',
    'flux-opens-at-zero': () => 'Les soldes des années d’avant la période rejouée ne sont pas connus : ils sont supposés nuls.',
    'convention-without-vacancy': (param) =>
        `La convention « ${param('name')} » ne porte sur aucun logement libéré : son bailleur n’en a pas dans les données.`,
    'flux-without-convention': () => 'La politique ne décrit aucune convention : les comptes de flux ne sont pas tenus.',
    'flux-needs-outcomes': () => 'Ce mode ne loge personne : les comptes de flux ne sont pas tenus.',
    imputation: () => 'L’imputation des relogements au titre du DALO sur les droits d’un réservataire n’est pas tenue.',
};

function days(count: string): string {
    return counted(count, 'jour', 'jours');
}

/** A count given as text; one that is no integer is shown as it is. */
function counted(count: string, one: string, many: string): string {
    return /^\d{1,9}$/.test(count) ? plural(Number(count), one, many) : `${count} ${many}`;
}

function span(param: Param): string {
    return `du ${isoText(param('from'))} au ${isoText(param('to'))}`;
}

function isoText(iso: string): string {
    const day: Day | undefined = parseDate(iso);
    return day === undefined ? iso : dayText(day);
}

type Reason = NotEvaluatedReason | VacancyFlag;

/** Why a row or a demand could not be evaluated, or a vacancy is marked. */
export function reasonText(reason: Reason): string {
    return REASONS[reason];
}

const REASONS: Readonly<Record<Reason, string>> = {
    'adequacy-unknown': 'demande gardée dans le vivier sans que l’on sache si le logement lui convient',
    'unscored-unknown': 'demande dont on ne sait pas si elle est traitée hors cotation, faute d’un fait',
    'to-verify': 'demande dont l’admissibilité reste à vérifier, faute d’un fait',
    'incomplete-note': 'demande dont la note est incomplète, faute d’un fait',
    'large-interval': 'demande dont la note incomplète a un intervalle large : il lui manque trop de faits pour le resserrer',
    'anomaly-division-by-zero': 'demande dont un calcul divise par zéro',
    'anomaly-table-without-row': 'demande pour laquelle une table n’a pas de ligne',
    'anomaly-table-without-period': 'demande pour laquelle une table ne couvre pas la date',
    'anomaly-two-criteria-hold': 'demande qui remplit deux critères annoncés exclusifs',
    'anomaly-no-scoring': 'demande à laquelle aucune cotation ne s’applique',
    'anomaly-several-scorings': 'demande à laquelle plusieurs cotations s’appliquent',
    'anomaly-out-of-bounds': 'demande dont une valeur sort des bornes déclarées',
    'anomaly-unconfirmed-parameter': 'demande dont la note dépend d’un paramètre non confirmé',
    'candidature-without-demand': 'candidature d’une demande absente du fichier',
    'candidature-without-vacancy': 'candidature à un logement absent du fichier',
    'demand-rows-overlap': 'demande dont deux lignes valent le même jour',
    'demand-without-entry': 'demande sans date d’entrée',
    'demand-without-id': 'ligne de demande sans identifiant',
    'lessee-unknown': 'bail dont l’attributaire n’est pas dans le fichier des demandes',
    'lease-without-version': 'bail signé un jour sans version en vigueur',
    'vacancy-repeated': 'libération répétée dans le fichier des logements',
    'vacancy-without-id': 'logement sans identifiant',
    'vacancy-without-release': 'logement sans date de libération',
    'vacancy-without-two-candidates': 'logement qui n’a pas deux candidats enregistrés',
    'single-candidate': 'candidat présenté seul, par exception aux trois candidats',
    'suspensive-condition': 'attribution sous condition suspensive : une pièce que la cotation demande reste à fournir',
    'few-candidates': 'moins de candidats que la commission n’en examine',
    'first-adequacy-unknown': 'on ne sait pas si le logement convient à la première demande',
    'first-unscored-unknown': 'on ne sait pas si la première demande est traitée hors cotation',
    'first-to-verify': 'admissibilité de la première demande à vérifier',
    'housed-adequacy-unknown': 'on ne sait pas si le logement convient à la demande logée',
    'housed-unscored-unknown': 'on ne sait pas si la demande logée est traitée hors cotation',
    'housed-to-verify': 'admissibilité de la demande logée à vérifier',
    'first-incomplete-note': 'note incomplète de la première demande',
    'first-unfit': 'logement qui ne convient pas à la première demande',
    'housed-incomplete-note': 'note incomplète de la demande logée',
    'public-unknown': 'demande gardée dans le vivier sans que l’on sache si elle est du public du titulaire',
    'first-public-unknown': 'on ne sait pas si la première demande est du public du titulaire',
    'housed-public-unknown': 'on ne sait pas si la demande logée est du public du titulaire',
    'route-unknown': 'on ne sait pas si une route particulière s’applique',
    'applications-unknown': 'logement publié dont les données ne disent pas qui l’a demandé',
    'release-contradicted': 'logement libéré par une mutation que le rejeu n’a pas reproduite',
    'not-released': 'logement non libéré : le rejeu n’a pas logé le ménage dont la mutation le libère',
    withdrawn: 'logement retiré de l’offre',
    'imposed-unknown': 'logement attribué hors classement à un ménage que les données ne connaissent pas',
    'imposed-already-housed': 'ménage imposé que le rejeu avait déjà logé : logement remis au classement',
    'returned-to-landlord': 'remis au bailleur, faute de candidat du titulaire',
    'no-version-in-force': 'aucune version en vigueur ce jour-là',
    'commune-without-rules': 'commune qu’aucune politique ne nomme',
    'recorded-note-not-recomputed': 'note du fichier non comparée : la note recalculée est incomplète, ou aucune version n’était en vigueur',
    'recorded-lessees-absent': 'les données ne disent pas qui a été logé',
};

/** Why a figure of honesty could not be computed. */
export function missingFigureText(code: MissingFigure): string {
    return MISSING_FIGURES[code];
}

const MISSING_FIGURES: Readonly<Record<MissingFigure, string>> = {
    'recorded-note-absent': 'la note recalculée n’est pas comparée : le fichier ne donne pas la note enregistrée',
    'recorded-note-not-recomputed':
        'la note recalculée n’est pas comparée : les faits du fichier laissent incomplète la note de chaque candidat dont il donne la note, ou aucune version n’était en vigueur',
    'recorded-lessees-absent': 'le premier choix de la commission est inconnu : les données ne disent pas qui a été logé',
    'recorded-first-not-in-pool': 'le rang du premier choix de la commission est inconnu : aucun n’est dans le vivier reconstitué',
    'pool-not-rebuilt': 'le vivier n’est pas reconstitué dans ce mode',
    'nothing-simulated': 'rien n’est simulé dans ce mode : il n’y a pas de confiance à mesurer',
};
