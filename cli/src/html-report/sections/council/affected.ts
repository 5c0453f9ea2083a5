import type { Comparison } from '@bareme/language/replay';
import { integerText, plural } from '../../../french.js';
import { twoWayBar } from '../../drawing/bars.js';
import { groupName, strongestGroups, type TellingGroup } from '../../figures/groups.js';
import { el, type Child } from '../../drawing/markup.js';
import { swatch } from '../../drawing/patterns.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { countText, quoted, signedText } from '../../figures/words.js';
import { aside, paragraph, type Section } from '../../drawing/section.js';

/** Who would be housed under one rule set only: how many, and which groups win or lose most. All groups stand in an annex. */
export function affectedSection(view: ReportView): Section {
    const parts = view.others.flatMap(({ id, changesNothing }) => {
        const comparison = view.comparison(id);
        return comparison === undefined || changesNothing || view.report.mode !== 'vivier' ? [] : comparisonContent(view, comparison);
    });
    const none = paragraph('Il n’y a pas de ménages à comparer : ce mode ne loge personne, ou aucune variante ne change rien.');
    return { id: 'menages', title: 'Qui serait logé, et qui ne le serait plus', content: parts.length === 0 ? [none] : parts };
}

/** Groups shown here for each variant. */
const SHOWN = 10;

function comparisonContent(view: ReportView, comparison: Comparison): readonly Child[] {
    const other = view.label(comparison.ruleSet);
    const baseline = view.label(comparison.baseline);
    const groups = strongestGroups(comparison.groups).slice(0, SHOWN);
    return [
        el('h3', {}, `${other}, comparée à : ${baseline}`),
        paragraph(balanceText(view, comparison)),
        paragraph(timingText(comparison)),
        ...(groups.length === 0
            ? [paragraph('Aucun groupe n’a d’effectifs assez grands et assez inégaux pour être cité.')]
            : [
                  el(
                      'ul',
                      { class: 'legend' },
                      el('li', {}, swatch(view.pattern(comparison.baseline)), `à gauche, ceux qui perdent : logés seulement avec ${quoted(baseline)}`),
                      el('li', {}, swatch(view.pattern(comparison.ruleSet)), `à droite, ceux qui gagnent : logés seulement avec ${quoted(other)}`),
                  ),
                  strongestTable(view, comparison, groups),
                  aside('Un même ménage appartient à plusieurs groupes : les lignes ne s’additionnent pas. Tous les groupes sont dans l’annexe.'),
              ]),
    ];
}

/** Households housed under both, one only, neither. */
function balanceText(view: ReportView, { ruleSet, baseline, housedBoth, onlyBaseline, onlyOther, neither }: Comparison): string {
    return (
        `${countSentence(onlyOther)} avec ${quoted(view.label(ruleSet))} et pas avec ${quoted(view.label(baseline))} ; ` +
        `${onlyBaseline === 0 ? 'aucun' : integerText(onlyBaseline)} dans le cas inverse. ${plural(housedBoth, 'ménage serait logé', 'ménages seraient logés')} dans les deux cas, ${integerText(neither)} dans aucun.`
    );
}

function countSentence(count: number): string {
    return count === 0 ? 'Aucun ménage ne serait logé' : plural(count, 'ménage serait logé', 'ménages seraient logés');
}

function timingText({ sooner, later, sameDay }: Comparison): string {
    const days = `${integerText(sooner)} plus tôt avec la variante, ${integerText(later)} plus tard, ${integerText(sameDay)} le même jour`;
    return `Parmi ceux qui le seraient dans les deux cas : ${days}.`;
}

function strongestTable(view: ReportView, comparison: Comparison, groups: readonly TellingGroup[]) {
    const scale = Math.max(1, ...groups.flatMap(({ onlyBaseline, onlyOther }) => [onlyBaseline, onlyOther]));
    const patterns = [view.pattern(comparison.baseline), view.pattern(comparison.ruleSet)] as const;
    return dataTable({
        caption: 'Les groupes pour lesquels la variante change le plus',
        columns: [
            { title: 'Groupe de ménages' },
            { title: 'Demandes', numeric: true },
            { title: 'Perdent ← | → gagnent' },
            { title: 'Perdent', numeric: true },
            { title: 'Gagnent', numeric: true },
            { title: 'Solde', numeric: true },
        ],
        rows: groups.map((group): readonly Child[] => {
            const { demands, onlyBaseline, onlyOther, balance } = group;
            const words = `${groupName(group)} : ${countText(onlyBaseline)} perdent, ${countText(onlyOther)} gagnent`;
            return [
                groupName(group),
                countText(demands),
                twoWayBar({ left: onlyBaseline, right: onlyOther, scale, patterns, words }),
                countText(onlyBaseline),
                countText(onlyOther),
                signedText(balance),
            ];
        }),
    });
}
