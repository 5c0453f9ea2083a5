import type { Comparison, ObjectiveOutcome, RuleSet } from '@bareme/language/replay';
import { HISTORY } from '@bareme/language/replay';
import { dayText, enumerate, integerText, plural } from '../../french.js';
import { el, type Child, type Markup } from '../markup.js';
import type { ReportView } from '../view.js';
import { dwellingsText, quoted, signedText } from '../words.js';
import { breakdowns, publishGroups, type PublishedGroup } from './affected.js';
import { noEffect } from './compared.js';
import { drawnShare } from './honesty.js';
import { groupObjectives, VERDICTS } from './objectives.js';
import type { Section } from './section.js';

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
    const vacancies = plural(report.volumes.vacancies, 'logement libéré', 'logements libérés');
    return `${vacancies} du ${dayText(from)} au ${dayText(to)} et ${plural(report.volumes.demands, 'demande', 'demandes')}, sous ${rules} : mêmes ménages, mêmes logements, mêmes tirages.`;
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
    const main = [...comparison.causes].filter(({ cause }) => cause === 'clause').sort((a, b) => b.count - a.count)[0];
    return main === undefined
        ? `${moved}.`
        : `${moved} ; la clause qui en déplace le plus est ${quoted(main.label ?? main.clause ?? '')} (${integerText(main.count)}).`;
}

function peopleText(view: ReportView, variant: RuleSet): string {
    const comparison = view.comparison(variant.id);
    if (comparison === undefined || variant.changesNothing) return `Avec ${quoted(variant.label)}, aucun ménage n’est concerné.`;
    const { onlyOther, onlyBaseline } = comparison;
    if (onlyOther + onlyBaseline === 0) return `Avec ${quoted(variant.label)}, les mêmes ménages seraient logés.`;
    const counts = `Avec ${quoted(variant.label)}, ${plural(onlyOther, 'ménage serait logé', 'ménages seraient logés')} qui ne l’étaient pas, et ${integerText(onlyBaseline)} ne le seraient plus`;
    const extremes = extremeGroups(comparison);
    return extremes.length === 0 ? `${counts}.` : `${counts} ; ${extremes.join(' ; ')}.`;
}

/** The group that gains most and the one that loses most, by how far their balance stands from an even split. */
function extremeGroups({ groups }: Comparison): readonly string[] {
    const readable = breakdowns(groups).flatMap(publishGroups).filter(isTelling);
    const byStrength = [...readable].sort((a, b) => strengthOf(b) - strengthOf(a));
    const gains = byStrength.find(({ balance }) => balance > 0);
    const loses = byStrength.find(({ balance }) => balance < 0);
    return [
        gains === undefined ? undefined : `le groupe qui gagne le plus : ${groupName(gains)} (${signedText(gains.balance)})`,
        loses === undefined ? undefined : `celui qui perd le plus : ${groupName(loses)} (${signedText(loses.balance)})`,
    ].filter((text) => text !== undefined);
}

/** A group whose counts are all published. */
interface TellingGroup extends PublishedGroup {
    readonly onlyBaseline: number;
    readonly onlyOther: number;
    readonly balance: number;
}

function isTelling(group: PublishedGroup): group is TellingGroup {
    return group.balance !== undefined && group.balance !== 0 && !VAGUE_GROUPS.has(group.group);
}

const VAGUE_GROUPS = new Set(['inconnu', 'sans objet', 'non', '']);

/** The square of the balance over the households concerned: a balance of 10 out of 20 says more than one of 10 out of 1,000. */
function strengthOf({ onlyBaseline, onlyOther, balance }: TellingGroup): number {
    return (balance * balance) / (onlyBaseline + onlyOther);
}

function groupName({ breakdown, label }: PublishedGroup): string {
    return quoted(`${breakdown} : ${label}`);
}

function objectivesText(view: ReportView): readonly Child[] {
    const groups = groupObjectives(view.report.objectives);
    if (groups.length === 0) return ['La politique rejouée ne fixe aucun objectif.'];
    const met = view.report.ruleSets.map(({ id, label }) => {
        const own = groups.flatMap((group) => group.filter(({ ruleSet }) => ruleSet === id));
        return `${quoted(label)} en tient ${integerText(own.filter(({ verdict }) => verdict === 'met').length)}`;
    });
    const changes = groups.flatMap((group) => verdictChanges(view, group));
    const sentence = `Sur ${plural(groups.length, 'objectif', 'objectifs')}, ${enumerate(met)}.`;
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
            ({ ruleSet, verdict, label }) =>
                `${quoted(label)} passe de « ${VERDICTS[before?.verdict ?? verdict]} » à « ${VERDICTS[verdict]} » avec ${quoted(view.label(ruleSet))}.`,
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
    return `${draws} ; ${record}. Acceptations et départs sont supposés, de la même façon pour toutes les règles : lisez les grands écarts, pas les petits.`;
}
