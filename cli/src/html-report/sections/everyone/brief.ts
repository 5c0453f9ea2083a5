import type { Comparison, ObjectiveOutcome, RuleSet } from '@bareme/language/replay';
import { HISTORY } from '@bareme/language/replay';
import { dayText, enumerate, integerText, plural } from '../../../french.js';
import { groupName, strongestGroups } from '../../figures/groups.js';
import { el, type Child, type Markup } from '../../drawing/markup.js';
import type { ReportView } from '../../figures/view.js';
import { dwellingsText, quoted, signedText } from '../../figures/words.js';
import { noEffect } from './compared.js';
import { drawnShare } from './honesty.js';
import { causeText } from '../../figures/cause-words.js';
import { groupObjectives, objectiveTitle, VERDICTS } from '../../figures/objective-words.js';
import type { Section } from '../../drawing/section.js';

/** The whole report in five sentences: what was compared, what changes, for whom, which objectives, how sure. */
export function briefSection(view: ReportView): Section {
    const points: readonly (readonly [lead: string, content: readonly Child[]])[] = [
        ['Ce qui est comparé', [comparedText(view)]],
        ['Ce qui change', perVariant(view, changeText)],
        ['Pour qui', perVariant(view, peopleText)],
        ['Les objectifs', objectivesText(view)],
        ['Quelle confiance', [confidenceText(view)]],
    ];
    const items = points.map(([lead, content]) => el('li', {}, el('b', {}, lead), content));
    return { id: 'bref', title: 'En bref', content: [el('ol', { class: 'brief' }, items)] };
}

function comparedText({ report, baseline, others }: ReportView): string {
    const { from, to } = report.territory;
    const rules = enumerate([quoted(baseline.label), ...others.map(({ label }) => quoted(label))]);
    const { vacancies, demands } = report.volumes;
    return (
        `Ce rapport rejoue ${vacancies > 1 ? 'les ' : 'le '}${plural(vacancies, 'logement libéré', 'logements libérés')} du ${dayText(from)} au ${dayText(to)}, ` +
        `avec ${plural(demands, 'demande', 'demandes')}, sous ${rules} : mêmes ménages, mêmes logements, mêmes tirages ; seules les règles diffèrent.`
    );
}

/** One sentence for one variant; a list for several. */
function perVariant(view: ReportView, sentence: (view: ReportView, variant: RuleSet) => string): readonly Child[] {
    const { others } = view;
    if (others.length === 0) return ['Aucune variante n’est comparée aux règles en vigueur.'];
    const [only] = others;
    if (others.length === 1 && only !== undefined) return [sentence(view, only)];
    return [
        el(
            'ul',
            {},
            others.map((variant): Markup => el('li', {}, sentence(view, variant))),
        ),
    ];
}

function changeText(view: ReportView, variant: RuleSet): string {
    if (variant.changesNothing) return noEffect(variant.label);
    const comparison = view.comparison(variant.id);
    if (comparison === undefined) return `${quoted(variant.label)} n’a pas pu être comparée.`;
    const moved = `Avec ${quoted(variant.label)}, la demande classée première change pour ${dwellingsText(comparison.firstChanged, view.report.volumes.vacancies)}`;
    return comparison.firstChanged === 0 ? `${moved}.` : `${moved} : ${causesText(comparison)}.`;
}

/** How many changes a clause makes by itself, and how many only follow from earlier ones. */
function causesText({ causes, firstChanged }: Comparison): string {
    const direct = causes.filter(({ cause }) => cause === 'clause' || cause === 'ranking' || cause === 'filter');
    const count = direct.reduce((sum, cause) => sum + cause.count, 0);
    const [main] = [...direct].sort((a, b) => b.count - a.count);
    const named = main === undefined ? '' : `, surtout ${main.cause === 'clause' ? 'la ' : ''}${causeText(main)} (${integerText(main.count)})`;
    const rest = firstChanged - count;
    const first = `${integerText(count)} fois à cause d’une règle modifiée${named}`;
    return rest === 0 ? first : `${first} ; ${integerText(rest)} fois par effet de suite ou par tirage`;
}

function peopleText(view: ReportView, variant: RuleSet): string {
    const comparison = view.comparison(variant.id);
    if (comparison === undefined || variant.changesNothing) return `Avec ${quoted(variant.label)}, aucun ménage n’est concerné.`;
    const { onlyOther, onlyBaseline } = comparison;
    if (onlyOther + onlyBaseline === 0) return `Avec ${quoted(variant.label)}, les mêmes ménages seraient logés.`;
    const counts = `Avec ${quoted(variant.label)}, ${plural(onlyOther, 'ménage serait logé qui ne l’était pas', 'ménages seraient logés qui ne l’étaient pas')}, ${integerText(onlyBaseline)} ne le ${onlyBaseline > 1 ? 'seraient' : 'serait'} plus, ${integerText(comparison.housedBoth)} le seraient dans les deux cas`;
    const extremes = extremeGroups(comparison);
    return extremes.length === 0 ? `${counts}.` : `${counts} ; ${extremes.join(' ; ')}.`;
}

/** The group that gains most and the one that loses most. */
function extremeGroups({ groups }: Comparison): readonly string[] {
    const strongest = strongestGroups(groups);
    const gains = strongest.find(({ balance }) => balance > 0);
    const loses = strongest.find(({ balance }) => balance < 0);
    return [
        gains === undefined ? undefined : `le groupe qui y gagne le plus : ${quoted(groupName(gains))} (${signedText(gains.balance)})`,
        loses === undefined ? undefined : `celui qui y perd le plus : ${quoted(groupName(loses))} (${signedText(loses.balance)})`,
    ].filter((text) => text !== undefined);
}

function objectivesText(view: ReportView): readonly Child[] {
    const groups = groupObjectives(view.report.objectives);
    if (groups.length === 0) return ['La politique rejouée ne fixe aucun objectif.'];
    const met = view.report.ruleSets.map(({ id, label }) => {
        const own = groups.flatMap((group) => group.filter(({ ruleSet }) => ruleSet === id));
        return { label, count: own.filter(({ verdict }) => verdict === 'met').length };
    });
    const same = met.every(({ count }) => count === met[0]?.count);
    const counts = same
        ? `chaque jeu de règles en tient ${integerText(met[0]?.count ?? 0)}`
        : enumerate(met.map(({ label, count }) => `${quoted(label)} en tient ${integerText(count)}`));
    const changes = groups.flatMap((group) => verdictChanges(view, group));
    const sentence = `Sur ${plural(groups.length, 'objectif', 'objectifs')}, ${counts}.`;
    return changes.length === 0
        ? [`${sentence} Aucun verdict ne change.`]
        : [
              sentence,
              el(
                  'ul',
                  {},
                  changes.map((change) => el('li', {}, change)),
              ),
          ];
}

function verdictChanges(view: ReportView, outcomes: readonly ObjectiveOutcome[]): readonly string[] {
    const before = outcomes.find(({ ruleSet }) => ruleSet === view.baseline.id);
    return outcomes
        .filter(({ ruleSet, verdict }) => ruleSet !== HISTORY && before !== undefined && verdict !== before.verdict)
        .map(
            (outcome) =>
                `${quoted(objectiveTitle(outcome))} passe de « ${VERDICTS[before?.verdict ?? outcome.verdict]} » à « ${VERDICTS[outcome.verdict]} » avec ${quoted(view.label(outcome.ruleSet))}.`,
        );
}

function confidenceText(view: ReportView): string {
    const { honesty } = view.report;
    const rank = honesty.rankOfRecordedFirst;
    const draws = `Un tirage au sort départage ${drawnShare(view, view.baseline.id)} sous les règles en vigueur`;
    const record =
        rank === undefined
            ? 'les données ne disent pas qui la commission avait choisi'
            : `la commission avait choisi la demande que ces règles classent première pour ${dwellingsText(rank.first, rank.count)}`;
    return `${draws} ; ${record}. Le rejeu compare des règles, il ne refait pas l’histoire : acceptations et départs sont supposés, de la même façon sous chaque règle. Lisez les grands écarts, pas les petits.`;
}
