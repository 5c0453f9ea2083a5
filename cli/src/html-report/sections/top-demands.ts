import type { TopBand, TopDemands } from '@bareme/language/replay';
import { dayText, fractionPercent, integerText } from '../../french.js';
import { publishWhole } from '../landlord-counts.js';
import { el, type Child } from '../markup.js';
import { publishColumn, publishGrid } from '../suppression.js';
import { dataTable } from '../table.js';
import type { ReportView } from '../view.js';
import { countText } from '../words.js';
import { aside, paragraph, together, type Section } from './section.js';

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
                    `Les demandes ouvertes le premier jour, classées sans logement par les règles de ce jour : combien sont logées dans la période sous les règles en vigueur, combien ont été dans le vivier d’un logement au moins sans être logées, et combien n’en ont trouvé aucun qui leur convînt : ni par le type et la commune, ni par les ressources, ni par le public du contingent. Les demandes à égalité avec la dernière d’une part en sont.`,
                ),
                ...top.flatMap((of) => [territoryTitle(of), together(sliceTable(of)), ...typesPart(of)]),
                aside('Une demande qui part avant la fin de la période a trouvé moins de logements devant elle. Les variantes ne changent pas ce tableau.'),
            ],
        },
    ];
}

function territoryTitle({ territory }: TopDemands): Child {
    return territory === undefined ? undefined : el('h3', {}, territory);
}

/** The demands of a band that are in none of those before it. */
interface Slice {
    readonly title: string;
    readonly demands: number;
    readonly parts: readonly number[];
}

/** Bands hold those before them: published side by side, their differences would be small counts. */
function slicesOf(bands: readonly TopBand[]): readonly Slice[] {
    return bands.map((band, place) => {
        const before = bands[place - 1];
        const [demands, ...parts] = [band.demands, band.housed, band.inPool, band.withoutDwelling] as const;
        const [less, ...lessParts] = before === undefined ? [0, 0, 0, 0] : [before.demands, before.housed, before.inPool, before.withoutDwelling];
        return { title: sliceTitle(band, before), demands: demands - less, parts: parts.map((part, at) => part - (lessParts[at] ?? 0)) };
    });
}

function sliceTitle({ share }: TopBand, before: TopBand | undefined): string {
    if (before === undefined) return share === '1' ? 'Toutes' : `Les premières, jusqu’à ${fractionPercent(share)}`;
    return share === '1' ? `Au-delà de ${fractionPercent(before.share)}` : `De ${fractionPercent(before.share)} à ${fractionPercent(share)}`;
}

/** The three parts of each slice add up to it, the slices to all demands; none is published that would give fewer than 11 households away. */
function sliceTable({ day, bands }: TopDemands): Child {
    const slices = slicesOf(bands).filter(({ demands }) => demands > 0);
    const published = publishGrid(slices.map(({ parts }) => parts));
    const all = bands.at(-1);
    const whole = all === undefined ? [] : publishColumn([all.housed, all.inPool, all.withoutDwelling]);
    return dataTable({
        caption: `Demandes ouvertes le ${dayText(day)}, selon leur rang`,
        columns: [
            { title: 'Part du classement' },
            { title: 'Demandes', numeric: true },
            { title: 'Logées', numeric: true },
            { title: 'Dans un vivier, non logées', numeric: true },
            { title: 'Aucun logement qui leur convînt', numeric: true },
        ],
        rows: [
            ...slices.map(({ title, demands }, place) => [title, integerText(demands), ...(published[place] ?? []).map(countText)]),
            ['Toutes', integerText(all?.demands ?? 0), ...whole.map(countText)],
        ],
    });
}

/** The band told by types: the first tenth of the demands. */
const BAND_BY_TYPE = '1/10';

/** Which types those without any dwelling want, in the first tenth and beyond it. */
function typesPart({ bands }: TopDemands): readonly Child[] {
    const [first, all] = [bands.find(({ share }) => share === BAND_BY_TYPE), bands.at(-1)];
    if (first === undefined || all === undefined || all.withoutDwelling === 0) return [];
    return [
        together(
            dataTable({
                caption: 'Aucun logement qui leur convînt, selon le type demandé (une demande qui en accepte plusieurs compte pour chacun)',
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
