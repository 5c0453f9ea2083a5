import type { TopBand, TopDemands } from '@bareme/language/replay';
import { groupUntilMany } from '@bareme/language/telling';
import { dayText, enumerate, fractionPercent, integerText } from '../../../french.js';
import { el, type Child } from '../../drawing/markup.js';
import { publishColumn, type PublishedCount } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { tenText } from '../../figures/words.js';
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
                    'Les demandes ouvertes le premier jour, dans l’ordre où les règles de ce jour les classent avant de regarder aucun logement : combien reçoivent, sous les règles en vigueur, un logement libéré pendant la période ; combien ont été dans le vivier de l’un d’eux au moins, sans le recevoir ; à combien aucun ne convenait, que ce soit par le type, la commune, les ressources ou le public du contingent. Les demandes à égalité avec la dernière d’une tranche y sont comptées. Les effectifs sont donnés à la dizaine ; un effectif de moins de 11 ménages est tu.',
                ),
                ...top.flatMap((of) => territoryContent(of)),
                aside('Une demande qui part avant la fin de la période a trouvé moins de logements devant elle. Les variantes ne changent pas ce tableau.'),
            ],
        },
    ];
}

function territoryContent(top: TopDemands): readonly Child[] {
    const { territory } = top;
    const whose =
        territory === undefined ? [] : [el('h3', {}, territory), aside('Toutes les demandes, d’où qu’elles soient, classées par les règles de ce territoire.')];
    return [...whose, together(sliceTable(top)), ...typesPart(top)];
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

/** Slices that have too few of something are put together; all demands come last, kept back as a whole where they are too few. */
function sliceTable({ day, bands }: TopDemands): Child {
    const slices = groupUntilMany(slicesOf(bands).map((slice) => ({ of: [slice], counts: slice.parts })));
    const row = (title: string, demands: number, parts: readonly PublishedCount[]): readonly string[] => [title, integerText(demands), ...parts.map(tenText)];
    return dataTable({
        caption: `Demandes ouvertes le ${dayText(day)}, selon leur rang`,
        columns: [
            { title: 'Tranche du classement' },
            { title: 'Demandes', numeric: true },
            { title: 'Reçoivent un logement', numeric: true },
            { title: 'Dans un vivier, sans le recevoir', numeric: true },
            { title: 'Aucun logement ne convenait', numeric: true },
        ],
        rows: [
            ...slices.map(({ of, counts }) =>
                row(
                    enumerate(
                        of.map(({ title }) => title),
                        'et',
                    ),
                    of.reduce((sum, { demands }) => sum + demands, 0),
                    counts,
                ),
            ),
            row('Toutes', bands.at(-1)?.demands ?? 0, publishColumn(wholeOf(bands))),
        ],
    });
}

const FIRST = '1/10';

/** Which types those want to whom no dwelling was open, in the first tenth and beyond it: types that have too few of something are put together. */
function typesPart({ bands }: TopDemands): readonly Child[] {
    const [first, all] = [bands.find(({ share }) => share === FIRST), bands.at(-1)];
    if (first === undefined || all === undefined || all.withoutDwelling === 0) return [];
    const types = all.types.map(({ typology, label, demands, withoutDwelling }) => {
        const own = first.types.find((type) => type.typology === typology) ?? { demands: 0, withoutDwelling: 0 };
        const [without, others] = [
            [own.withoutDwelling, withoutDwelling - own.withoutDwelling],
            [own.demands - own.withoutDwelling, demands - own.demands - withoutDwelling + own.withoutDwelling],
        ];
        return { of: [label === '' ? 'non renseigné' : label], counts: [...without, ...others] };
    });
    const told = groupUntilMany(types);
    if (told.length === 0) return [];
    return [
        together(
            dataTable({
                caption: 'Aucun logement ne convenait : selon le type demandé (une demande qui en accepte plusieurs compte pour chacun)',
                columns: [{ title: 'Type demandé' }, { title: 'Les premières, jusqu’à 10 %', numeric: true }, { title: 'Au-delà de 10 %', numeric: true }],
                rows: told.map(({ of, counts: [firstOnes = 0, beyond = 0, others = 0, othersBeyond = 0] }) => [
                    enumerate(of),
                    partText(firstOnes, firstOnes + others),
                    partText(beyond, beyond + othersBeyond),
                ]),
            }),
        ),
    ];
}

/** To the nearest ten, part and whole. */
function partText(part: number, whole: number): string {
    return `${tenText(part)} sur ${tenText(whole)}`;
}
