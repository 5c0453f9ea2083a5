import type { Comparison, GroupOutcome } from '@bareme/language/replay';
import { integerText, plural } from '../../french.js';
import { twoWayBar } from '../bars.js';
import { el, type Child, type Markup } from '../markup.js';
import { swatch } from '../patterns.js';
import { publishColumn, SMALLEST_CELL, type PublishedCount } from '../suppression.js';
import { dataTable } from '../table.js';
import type { ReportView } from '../view.js';
import { countText, quoted, signedText } from '../words.js';
import { aside, paragraph, type Section } from './section.js';

/** Who would be housed under one rule set only, by group, with small counts kept back. */
export function affectedSection(view: ReportView): Section {
    const parts = view.others.flatMap(({ id }) => {
        const comparison = view.comparison(id);
        return comparison === undefined ? [] : comparisonContent(view, comparison);
    });
    return {
        id: 'menages',
        title: 'Qui serait logé, et qui ne le serait plus',
        content: parts.length === 0 ? [paragraph('Ce mode de rejeu ne loge personne : il n’y a pas de ménages à comparer.')] : [maskingNote(), ...parts],
    };
}

function maskingNote(): Markup {
    return aside(
        `Par respect du secret statistique, un effectif de 1 à ${SMALLEST_CELL - 1} ménages est remplacé par « masqué » ; d’autres effectifs le sont aussi quand une soustraction permettrait de le retrouver.`,
    );
}

function comparisonContent(view: ReportView, comparison: Comparison): readonly Child[] {
    const other = view.label(comparison.ruleSet);
    const baseline = view.label(comparison.baseline);
    return [
        el('h3', {}, `${other}, comparée à : ${baseline}`),
        paragraph(balanceText(view, comparison)),
        paragraph(timingText(comparison)),
        el(
            'ul',
            { class: 'legend' },
            el('li', {}, swatch(view.pattern(comparison.baseline)), `à gauche : logés seulement avec ${quoted(baseline)}`),
            el('li', {}, swatch(view.pattern(comparison.ruleSet)), `à droite : logés seulement avec ${quoted(other)}`),
        ),
        ...breakdowns(comparison.groups).map((groups) => breakdownTable(view, comparison, groups)),
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

/** Groups by breakdown, in the order of the report. */
export function breakdowns(groups: readonly GroupOutcome[]): readonly (readonly GroupOutcome[])[] {
    const byBreakdown = new Map<string, GroupOutcome[]>();
    for (const group of groups) byBreakdown.set(group.breakdown, [...(byBreakdown.get(group.breakdown) ?? []), group]);
    return [...byBreakdown.values()];
}

function breakdownTable(view: ReportView, comparison: Comparison, groups: readonly GroupOutcome[]): Markup {
    const published = publishGroups(groups);
    if (published.every(({ onlyBaseline, onlyOther }) => drawn(onlyBaseline) + drawn(onlyOther) === 0)) {
        return paragraph(`${groups[0]?.breakdownLabel ?? ''} : aucun groupe n’a d’effectif assez grand pour être publié.`);
    }
    const scale = Math.max(1, ...published.flatMap(({ onlyBaseline, onlyOther }) => [drawn(onlyBaseline), drawn(onlyOther)]));
    const patterns = [view.pattern(comparison.baseline), view.pattern(comparison.ruleSet)] as const;
    return dataTable({
        caption: groups[0]?.breakdownLabel ?? '',
        columns: [
            { title: 'Groupe' },
            { title: 'Demandes', numeric: true },
            { title: 'Perdent ← | → gagnent' },
            { title: `Logés seulement avec ${quoted(view.label(comparison.baseline))}`, numeric: true },
            { title: `Logés seulement avec ${quoted(view.label(comparison.ruleSet))}`, numeric: true },
            { title: 'Solde', numeric: true },
        ],
        rows: published.map((group) => groupRow(group, scale, patterns)),
    });
}

/** A group with what may be published of it. */
export interface PublishedGroup {
    /** The word of the data, and its label. */
    readonly group: string;
    readonly label: string;
    /** The label of its breakdown. */
    readonly breakdown: string;
    readonly demands: PublishedCount;
    readonly onlyBaseline: PublishedCount;
    readonly onlyOther: PublishedCount;
    /** Absent when one of the two counts is masked. */
    readonly balance?: number;
}

/** The groups of one breakdown, column by column; a group of fewer than 11 demands says nothing of its lettings either. */
export function publishGroups(groups: readonly GroupOutcome[]): readonly PublishedGroup[] {
    const demands = publishColumn(groups.map((group) => group.demands));
    const hidden = new Set(groups.flatMap((group, index) => (group.demands < SMALLEST_CELL ? [index] : [])));
    const onlyBaseline = publishColumn(
        groups.map((group) => group.onlyBaseline),
        hidden,
    );
    const onlyOther = publishColumn(
        groups.map((group) => group.onlyOther),
        hidden,
    );
    return groups.map((group, index) => {
        const before = onlyBaseline[index] ?? 'masked';
        const after = onlyOther[index] ?? 'masked';
        const known = before !== 'masked' && after !== 'masked';
        return {
            group: group.group,
            label: groupLabel(group),
            breakdown: group.breakdownLabel,
            demands: demands[index] ?? 'masked',
            onlyBaseline: before,
            onlyOther: after,
            ...(known ? { balance: after - before } : {}),
        };
    });
}

const BAND = /^(\d+)-(\d*)$/;

/** The label of a group; seniority bands are codes (`12-23`, `120-`), worded here. */
export function groupLabel({ breakdown, group, groupLabel: label }: GroupOutcome): string {
    const band = breakdown === 'ancienneté' ? BAND.exec(group) : null;
    if (band === null) return label === '' ? 'sans indication' : label;
    const [, low = '', high = ''] = band;
    return high === '' ? `${low} mois et plus` : `de ${low} à ${high} mois`;
}

function drawn(count: PublishedCount): number {
    return count === 'masked' ? 0 : count;
}

function groupRow({ label, demands, onlyBaseline, onlyOther, balance }: PublishedGroup, scale: number, patterns: readonly [string, string]): readonly Child[] {
    const words = `${label} : ${countText(onlyBaseline)} à gauche, ${countText(onlyOther)} à droite`;
    return [
        label,
        countText(demands),
        twoWayBar({ left: drawn(onlyBaseline), right: drawn(onlyOther), scale, patterns, words }),
        countText(onlyBaseline),
        countText(onlyOther),
        balance === undefined ? 'masqué' : signedText(balance),
    ];
}
