import type { GroupOutcome } from '@bareme/language/replay';
import { chancesOf, type GroupChances } from '../../figures/chances.js';
import { breakdowns, isYesNo, publishGroups, type PublishedGroup } from '../../figures/groups.js';
import type { Child, Markup } from '../../drawing/markup.js';
import { SMALLEST_CELL } from '../../figures/suppression.js';
import { dataTable, type Column } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { countText, signedText } from '../../figures/words.js';
import { aside, paragraph, type Section } from '../../drawing/section.js';

/** Every group under every variant, side by side; yes/no characteristics share one table. */
export function annexSection(view: ReportView): Section {
    const compared = view.report.comparisons.filter(({ groups }) => groups.length > 0);
    if (compared.length === 0)
        return { id: 'annexe', title: 'Annexe : tous les groupes', content: [paragraph('Ce mode ne compare pas de groupes de ménages.')] };
    const perVariant = compared.map(({ groups }) => new Map(breakdowns(groups).map((of) => [of[0]?.breakdown ?? '', of])));
    const [first = new Map<string, readonly GroupOutcome[]>()] = perVariant;
    const ids = [...first.keys()];
    const several = ids.filter((id) => !isYesNo(first.get(id) ?? []));
    const yesNo = ids.filter((id) => isYesNo(first.get(id) ?? []));
    const columns = columnsOf(compared.map(({ ruleSet }) => view.label(ruleSet)));
    const chances = compared.map((comparison) => new Map(chancesOf(view, comparison).map((of) => [`${of.breakdown} ${of.group}`, of])));
    const rowsOf = (id: string) =>
        joined(
            perVariant.map((of, place) => publishGroups(of.get(id) ?? []).map((group) => ({ ...group, chances: chances[place]?.get(`${id} ${group.group}`) }))),
        );
    return {
        id: 'annexe',
        title: 'Annexe : tous les groupes',
        content: [
            aside(
                `Pour chaque variante : ménages qui perdent (logés seulement avec les règles en vigueur) | ménages qui gagnent (logés seulement avec la variante), puis le solde et, entre crochets, la chance d’être logé avec les règles en vigueur puis avec la variante. Un effectif de 1 à ${SMALLEST_CELL - 1} ménages est masqué (secret statistique) ; d’autres le sont aussi quand une soustraction permettrait de le retrouver.`,
            ),
            ...(yesNo.length === 0 ? [] : [yesNoTable(columns, yesNo.map(rowsOf))]),
            ...several.map((id) =>
                dataTable({ caption: rowsOf(id)[0]?.group.breakdown ?? id, columns, rows: rowsOf(id).map((row) => cellsOf(row, row.group.label)) }),
            ),
        ],
    };
}

type AnnexGroup = PublishedGroup & { readonly chances: GroupChances | undefined };

/** A group, with what each variant does to it. */
interface JoinedGroup {
    readonly group: AnnexGroup;
    readonly variants: readonly (AnnexGroup | undefined)[];
}

/** The groups of a breakdown, each with its outcome under every variant. */
function joined(variants: readonly (readonly AnnexGroup[])[]): readonly JoinedGroup[] {
    const [first = []] = variants;
    return first.map((group) => ({ group, variants: variants.map((groups) => groups.find((other) => other.group === group.group)) }));
}

/** One column per variant, whatever their number: a page is only so wide. */
function columnsOf(labels: readonly string[]): readonly Column[] {
    return [{ title: 'Groupe' }, { title: 'Demandes', numeric: true }, ...labels.map((label) => ({ title: label, numeric: true }))];
}

/** The households of which the characteristic is true, where they are enough; those who do not, or of whom it is unknown, are the rest. */
function yesNoTable(columns: readonly Column[], rows: readonly (readonly JoinedGroup[])[]): Markup {
    const yes = rows.flatMap((groups) => groups.filter(({ group }) => group.group === 'oui' && group.demands !== 'masked'));
    return dataTable({ caption: 'Ménages qui ont cette caractéristique', columns, rows: yes.map((row) => cellsOf(row, row.group.breakdown)) });
}

function cellsOf({ group, variants }: JoinedGroup, label: string): readonly Child[] {
    return [label, countText(group.demands), ...variants.map((outcome) => (outcome === undefined ? '—' : outcomeText(outcome)))];
}

/** `287 | 55 (−232) [12,1 % → 8,4 %]`: who loses, who wins, the balance, the chance of being housed. */
function outcomeText({ onlyBaseline, onlyOther, balance, chances }: AnnexGroup): string {
    const counts = `${countText(onlyBaseline)} | ${countText(onlyOther)}`;
    const shares = chances === undefined ? '' : ` [${chances.shares.baseline} → ${chances.shares.other}]`;
    return balance === undefined ? counts : `${counts} (${signedText(balance)})${shares}`;
}
