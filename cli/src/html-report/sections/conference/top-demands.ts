import type { TopBand, TopDemands } from '@bareme/language/replay';
import { dayText, fractionPercent, integerText } from '../../../french.js';
import { el, type Child } from '../../drawing/markup.js';
import { publishGrid, publishWhole, type PublishedCount } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { countText } from '../../figures/words.js';
import { aside, paragraph, together, type Section } from '../../drawing/section.js';

/** The demands ranked first, and those of them to which no dwelling of the period was open. For the CIL. */
export function topDemandsSection(view: ReportView): readonly Section[] {
    const { top } = view.report;
    if (top.length === 0) return [];
    return [
        {
            id: 'premieres',
            title: 'Pour la conférence intercommunale : les mieux classées, et ce qui leur est ouvert',
            content: [
                paragraph(
                    'Les demandes ouvertes le premier jour, dans l’ordre où les règles de ce jour les classent avant de regarder aucun logement : combien reçoivent, sous les règles en vigueur, un logement libéré pendant la période ; combien ont été dans le vivier de l’un d’eux au moins, sans le recevoir ; à combien aucun ne convenait, que ce soit par le type, la commune, les ressources ou le public du contingent. Les demandes à égalité avec la dernière d’une tranche y sont comptées.',
                ),
                ...top.flatMap((of) => territoryContent(of)),
                aside('Une demande qui part avant la fin de la période a trouvé moins de logements devant elle. Les variantes ne changent pas ce tableau.'),
            ],
        },
    ];
}

function territoryContent(top: TopDemands): readonly Child[] {
    const slices = slicesOf(top.bands);
    const published = publishGrid([...slices.map(({ parts }) => parts), wholeOf(top.bands)]);
    const { territory } = top;
    const whose =
        territory === undefined ? [] : [el('h3', {}, territory), aside('Toutes les demandes, d’où qu’elles soient, classées par les règles de ce territoire.')];
    return [...whose, together(sliceTable(top, slices, published)), ...typesPart(top, published)];
}

/** The bands of the page; `rapport-interne.json` has finer ones, too thin for the counts that they hold to be published. */
const SHOWN: readonly string[] = ['1/10', '1/4', '1'];

/** The demands of a band that are in none of those before it: published one in another, their differences would be small counts. */
interface Slice {
    readonly title: string;
    readonly demands: number;
    readonly parts: readonly number[];
}

const partsOf = ({ housed, inPool, withoutDwelling }: TopBand): readonly number[] => [housed, inPool, withoutDwelling];

function wholeOf(bands: readonly TopBand[]): readonly number[] {
    return bands.at(-1) === undefined ? [0, 0, 0] : partsOf(bands.at(-1)!);
}

function slicesOf(bands: readonly TopBand[]): readonly Slice[] {
    const shown = bands.filter(({ share }) => SHOWN.includes(share));
    const slices = shown.map((band, place) => {
        const before = shown[place - 1];
        const less = before === undefined ? [0, 0, 0] : partsOf(before);
        const parts = partsOf(band).map((part, at) => part - less[at]!);
        return { title: sliceTitle(band, before), demands: band.demands - (before?.demands ?? 0), parts };
    });
    return slices.filter(({ demands }) => demands > 0);
}

function sliceTitle({ share }: TopBand, before: TopBand | undefined): string {
    if (before === undefined) return share === '1' ? 'Toutes' : `Les premières, jusqu’à ${fractionPercent(share)}`;
    return share === '1' ? `Au-delà de ${fractionPercent(before.share)}` : `De ${fractionPercent(before.share)} à ${fractionPercent(share)}`;
}

/** The three parts of each slice add up to it, the slices to all demands: the totals are a row of the grid that keeps counts back. */
function sliceTable({ day, bands }: TopDemands, slices: readonly Slice[], published: readonly (readonly PublishedCount[])[]): Child {
    const rows = [...slices, { title: 'Toutes', demands: bands.at(-1)?.demands ?? 0 }];
    return dataTable({
        caption: `Demandes ouvertes le ${dayText(day)}, selon leur rang`,
        columns: [
            { title: 'Tranche du classement' },
            { title: 'Demandes', numeric: true },
            { title: 'Reçoivent un logement', numeric: true },
            { title: 'Dans un vivier, sans le recevoir', numeric: true },
            { title: 'Aucun logement ne convenait', numeric: true },
        ],
        rows: rows.map(({ title, demands }, place) => [title, integerText(demands), ...(published[place] ?? []).map(countText)]),
    });
}

const FIRST = '1/10';
const WITHOUT = 2;

/**
 * Which types those want to whom no dwelling was open, in the first tenth and beyond it. Not where each demand wants one type and a count
 * of the slices is kept back: adding the types up would give it away.
 */
function typesPart({ bands }: TopDemands, published: readonly (readonly PublishedCount[])[]): readonly Child[] {
    const [first, all] = [bands.find(({ share }) => share === FIRST), bands.at(-1)];
    if (first === undefined || all === undefined || all.withoutDwelling === 0) return [];
    const isPartition = all.types.reduce((sum, { demands }) => sum + demands, 0) === all.demands;
    if (isPartition && published.some((row) => row[WITHOUT] === 'masked')) return [];
    return [
        together(
            dataTable({
                caption: 'Aucun logement ne convenait : selon le type demandé (une demande qui en accepte plusieurs compte pour chacun)',
                columns: [{ title: 'Type demandé' }, { title: 'Les premières, jusqu’à 10 %', numeric: true }, { title: 'Au-delà de 10 %', numeric: true }],
                rows: all.types.map(({ typology, label, demands, withoutDwelling }) => {
                    const own = first.types.find((type) => type.typology === typology) ?? { demands: 0, withoutDwelling: 0 };
                    return [
                        label === '' ? 'non renseigné' : label,
                        partText(own.withoutDwelling, own.demands),
                        partText(withoutDwelling - own.withoutDwelling, demands - own.demands),
                    ];
                }),
            }),
        ),
    ];
}

function partText(part: number, whole: number): string {
    const published = publishWhole({ has: part, lacks: whole - part });
    return published === 'masked' ? countText(published) : `${integerText(published)} sur ${integerText(whole)}`;
}
