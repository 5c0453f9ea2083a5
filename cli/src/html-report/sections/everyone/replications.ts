import { compare, fromFraction } from '@bareme/language/ir';
import { HISTORY, type ReplicatedComparison, type ReplicatedObjective, type Replications, type Spread } from '@bareme/language/replay';
import { fractionPercent, integerText, plural, pointsText } from '../../../french.js';
import { groupName, readable, strongestGroups } from '../../figures/groups.js';
import { el, type Child } from '../../drawing/markup.js';
import { swatch } from '../../drawing/patterns.js';
import { SMALLEST_CELL } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { quoted, signedText } from '../../figures/words.js';
import { objectiveTitle } from '../../figures/objective-words.js';
import { aside, paragraph, type Section } from '../../drawing/section.js';

/** What the draws alone change: nothing to say of a replay done once. */
export function replicationsSection(view: ReportView): readonly Section[] {
    const { replications } = view.report;
    if (replications === undefined) return [];
    return [
        {
            id: 'repetitions',
            title: 'Ce que le hasard change, à règles égales',
            content: [
                paragraph(introduction(replications)),
                ...(replications.objectives.length === 0
                    ? []
                    : [el('h3', {}, 'Les objectifs, d’une répétition à l’autre'), objectivesTable(view, replications)]),
                ...replications.comparisons.flatMap((comparison) => comparisonContent(view, comparison)),
                aside(
                    'Ces intervalles mesurent les tirages (acceptations, départs, égalités), non le modèle : une hypothèse fausse l’est dans toutes les répétitions. Le reste du rapport montre la première répétition.',
                ),
            ],
        },
    ];
}

/** Below twenty replications, quantiles at 5 and 95 % are the extremes. */
const ENOUGH_FOR_QUANTILES = 20;

function introduction({ seeds }: Replications): string {
    const ends =
        seeds.length < ENOUGH_FOR_QUANTILES
            ? 'Les intervalles vont de la plus petite à la plus grande valeur obtenue.'
            : 'Les intervalles laissent de côté une répétition sur vingt à chaque bout.';
    return `Le même rejeu a été fait ${plural(seeds.length, 'fois', 'fois')}, avec d’autres tirages et les mêmes règles. Un écart plus petit que ces intervalles ne veut rien dire. ${ends}`;
}

function objectivesTable(view: ReportView, { objectives }: Replications): Child {
    return dataTable({
        caption: 'Résultat obtenu et verdict, sur toutes les répétitions',
        columns: [{ title: 'Objectif' }, { title: 'Règles' }, { title: 'Intervalle' }, { title: 'Médiane', numeric: true }, { title: 'Tenu' }],
        rows: byTitle(objectives.filter(({ by, ruleSet }) => by === undefined && ruleSet !== HISTORY)).map((objective) => objectiveRow(view, objective)),
    });
}

/** The rule sets of one objective stand together: nothing is drawn in the record, which is left out. */
function byTitle(objectives: readonly ReplicatedObjective[]): readonly ReplicatedObjective[] {
    const titles = new Set(objectives.map(objectiveTitle));
    return [...titles].flatMap((title) => objectives.filter((objective) => objectiveTitle(objective) === title));
}

function objectiveRow(view: ReportView, objective: ReplicatedObjective): readonly Child[] {
    const { figure, ruleSet, met, measured, counted } = objective;
    const text = counted === 'share' ? fractionPercent : pointsText;
    return [
        objectiveTitle(objective),
        el('span', {}, swatch(view.pattern(ruleSet)), view.label(ruleSet)),
        figure === undefined ? '—' : intervalText(figure, text),
        figure === undefined ? '—' : text(figure.median),
        measured === 0 ? 'aucun bail concerné' : `${integerText(met)} fois sur ${integerText(measured)}`,
    ];
}

function intervalText({ low, high }: Spread, text: (value: string) => string): string {
    return low === high ? text(low) : `de ${text(low)} à ${text(high)}`;
}

function comparisonContent(view: ReportView, comparison: ReplicatedComparison): readonly Child[] {
    const { firstChanged, onlyOther, onlyBaseline } = comparison;
    const other = quoted(view.label(comparison.ruleSet));
    const groups = groupRows(view, comparison);
    return [
        el('h3', {}, `${view.label(comparison.ruleSet)}, comparée à : ${view.label(comparison.baseline)}`),
        paragraph(
            `La première demande change pour ${intervalText(firstChanged, pointsText)} logements ; ${intervalText(onlyOther, pointsText)} ménages ne seraient logés qu’avec ${other}, ${intervalText(onlyBaseline, pointsText)} que sans elle.`,
        ),
        groups.length === 0
            ? paragraph('Aucun groupe ne gagne, ni ne perd, dans toutes les répétitions.')
            : dataTable({
                  caption: 'Groupes qui gagnent, ou qui perdent, d’un bout à l’autre de l’intervalle',
                  columns: [{ title: 'Groupe' }, { title: 'Gain ou perte de ménages logés' }, { title: 'Médiane', numeric: true }],
                  rows: groups,
              }),
    ];
}

/** Groups shown for each variant. */
const SHOWN = 10;

/** The strongest groups of the first replication whose balance has one sign, and that concern 11 households or more each time. */
function groupRows(view: ReportView, { ruleSet, groups }: ReplicatedComparison): readonly (readonly Child[])[] {
    const strongest = strongestGroups(view.comparison(ruleSet)?.groups ?? []);
    return strongest
        .flatMap((telling) => {
            const same = groups.find(({ group, breakdownLabel }) => group === telling.group && readable(breakdownLabel) === telling.breakdown);
            if (same === undefined || !hasOneSign(same.balance) || numberOf(same.affected.low) < SMALLEST_CELL) return [];
            const signed = (value: string): string => signedText(numberOf(value));
            return [[groupName(telling), intervalText(same.balance, signed), signed(same.balance.median)]];
        })
        .slice(0, SHOWN);
}

function hasOneSign({ low, high }: Spread): boolean {
    const [least, most, none] = [fromFraction(low), fromFraction(high), fromFraction('0')];
    return least !== undefined && most !== undefined && none !== undefined && (compare(least, none) > 0 || compare(most, none) < 0);
}

/** A count of households, which a fraction of a report writes as an integer. */
function numberOf(value: string): number {
    return Number(fromFraction(value)?.n ?? 0n);
}
