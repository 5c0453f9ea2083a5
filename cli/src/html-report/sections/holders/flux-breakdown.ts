import { HISTORY } from '@bareme/language/replay';
import { enumerate, integerText, plural } from '../../../french.js';
import { el, type Child } from '../../drawing/markup.js';
import { groupedTable, type Column, type Row, type RowGroup } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { quoted } from '../../figures/words.js';
import { hasBreakdown, STAGES, yearlyRecords, type RecordCounts, type Stage, type YearlyRecord } from '../../figures/yearly-records.js';
import { UNIT_WORDS } from './flux.js';
import { aside, paragraph, type Section } from '../../drawing/section.js';

/** The yearly record of each convention, by each fact that the policy names (CCH R.441-5-1); nothing where it names none. */
export function breakdownSection(view: ReportView): readonly Section[] {
    if (!hasBreakdown(view.report.flux)) return [];
    const conventions = conventionsOf(view);
    return [
        {
            id: 'bilans',
            title: 'Flux simulé (sans valeur de bilan), convention par convention',
            content: [
                ...introduction(conventions),
                ...[...new Set(conventions.map(({ landlord }) => landlord))].flatMap((landlord) => [
                    el('h3', {}, view.words.dwelling('bailleur', landlord)),
                    ...conventions.filter((convention) => convention.landlord === landlord).flatMap((convention) => conventionContent(view, convention)),
                ]),
            ],
        },
    ];
}

/** The records of one convention and year: under the rules in force, in the data, under each variant. */
interface ConventionRecords {
    readonly landlord: string;
    readonly own: YearlyRecord | undefined;
    readonly recorded: YearlyRecord | undefined;
    readonly variants: readonly Variant[];
}

interface Variant {
    readonly label: string;
    readonly record: YearlyRecord;
}

function conventionsOf({ report: { flux }, baseline, others }: ReportView): readonly ConventionRecords[] {
    const [own, recorded] = [yearlyRecords(flux, baseline.id), yearlyRecords(flux, HISTORY)];
    const variants = others.flatMap(({ id, label }) => yearlyRecords(flux, id).map((record) => ({ label, record })));
    const known = [...own, ...recorded, ...variants.map(({ record }) => record)];
    const landlords = new Map(known.map(({ key, landlord }) => [key, landlord] as const));
    return [...landlords].map(([key, landlord]) => ({
        landlord,
        own: own.find((record) => record.key === key),
        recorded: recorded.find((record) => record.key === key),
        variants: variants.filter(({ record }) => record.key === key),
    }));
}

function introduction(conventions: readonly ConventionRecords[]): readonly Child[] {
    const isReplayed = conventions.some(({ own }) => own !== undefined);
    const recorded = conventions.flatMap((convention) => convention.recorded ?? []);
    const untold = STAGES.filter((stage) => recorded.every(({ whole }) => whole[stage] === undefined)).map((stage) => UNIT_WORDS[stage]);
    const silence = untold.length === 0 ? '' : ` Elles ne disent pas les logements ${enumerate(untold, 'ni')}.`;
    return [
        paragraph(
            'Le bilan que chaque bailleur fait connaître avant le 28 février (article R.441-5-1 du CCH) est un fichier à part, bilan-R441-5-1.html, qui ne contient que des logements enregistrés. Ici, ce que donneraient les règles. « Flux » compte les logements du flux, dans le périmètre de la convention, quel que soit celui qui les a reçus ; « orientés », « proposés », « attribués » et « baux signés » comptent ceux qui sont allés au réservataire et ont atteint au moins cette étape. La première ligne est l’ensemble de la convention ; les lignes de chaque caractéristique, additionnées, lui sont égales.',
        ),
        isReplayed && recorded.length > 0
            ? paragraph(`Les colonnes sans autre mention suivent les règles en vigueur ; « (données) » marque ce que rapportent les données.${silence}`)
            : undefined,
        aside(
            'Aucun nombre n’est tu ici, même petit, pas plus que dans « dû, reçu, solde » : ce sont des logements, comptés selon ce qu’ils sont et jamais selon le ménage qui y entre, et la loi fait connaître ce bilan en entier. Le même, sous chaque règle et commune par commune là où chacune a sa part, est dans flux.csv.',
        ),
    ];
}

function conventionContent(view: ReportView, { own, recorded, variants }: ConventionRecords): readonly Child[] {
    const alone = variants.map(({ label, record }) => recordTable(view, `${titleOf(record)} : ${quoted(label)} seulement`, [record]));
    if (own === undefined) return recorded === undefined ? alone : [recordTable(view, `${titleOf(recorded)} : ${view.label(HISTORY)}`, [recorded]), ...alone];
    const sides = recorded === undefined ? [own] : [own, recorded];
    const table = recordTable(view, `${titleOf(own)} : ${view.baseline.label}${recorded === undefined ? '' : ', puis données'}`, sides);
    const same = variants.filter(({ record }) => isSame(record, own)).map(({ label }) => quoted(label));
    const changed = variants.filter(({ record }) => !isSame(record, own));
    return [
        table,
        ...(same.length === 0 ? [] : [aside(`Avec ${enumerate(same, 'ou')} : le même bilan que sous les règles en vigueur.`)]),
        ...changed.map((variant) => changedTable(view, own, variant)),
    ];
}

function titleOf({ label, year }: YearlyRecord): string {
    return `${label} (${year})`;
}

/** Whether two records count the same, whatever the convention is called. */
function isSame(a: YearlyRecord, b: YearlyRecord): boolean {
    return JSON.stringify([a.whole, a.facts]) === JSON.stringify([b.whole, b.facts]);
}

function recordTable(view: ReportView, caption: string, records: readonly YearlyRecord[]): Child {
    const sides = sidesOf(records);
    return groupedTable({ caption, columns: columnsOf(sides), groups: groupsOf(view, sides) });
}

/** The lines of a variant that are not those of the rules in force. */
function changedTable(view: ReportView, own: YearlyRecord, { label, record }: Variant): Child {
    const sides = sidesOf([withLinesOf(record, own)]);
    const before = groupsOf(view, sidesOf([withLinesOf(own, record)]));
    const known = new Set(before.flatMap(({ title, rows }) => rows.map((row) => JSON.stringify([title, row]))));
    const groups = groupsOf(view, sides)
        .map((group) => ({ ...group, rows: group.rows.filter((row) => !known.has(JSON.stringify([group.title, row]))) }))
        .filter(({ rows }) => rows.length > 0);
    const count = groups.reduce((all, { rows }) => all + rows.length, 0);
    const caption = `${titleOf(own)} : ${plural(count, 'ligne que change', 'lignes que change')} ${quoted(label)} ; les autres sont celles des règles en vigueur`;
    return groupedTable({ caption, columns: columnsOf(sides), groups });
}

/** A record with the lines that only another has: no dwelling of its own. */
function withLinesOf(record: YearlyRecord, other: YearlyRecord): YearlyRecord {
    const stages = Object.fromEntries(STAGES.flatMap((stage) => (record.whole[stage] === undefined ? [] : [[stage, 0] as const])));
    const facts = [...new Set([...record.facts, ...other.facts].map(({ fact }) => fact))].map((fact) => {
        const [own, others] = [record, other].map(({ facts: parts }) => parts.find((part) => part.fact === fact)?.lines ?? []) as [Lines, Lines];
        const missing = others.filter(({ word }) => own.every((line) => line.word !== word)).map(({ word }) => ({ word, flux: 0, ...stages }));
        return { fact, lines: [...own, ...missing] };
    });
    return { ...record, facts };
}

type Lines = YearlyRecord['facts'][number]['lines'];

/** A record, and the columns that it has in a table. */
interface Side {
    readonly record: YearlyRecord;
    readonly mark: string;
    readonly shown: readonly ('flux' | Stage)[];
}

/** The stages that each record tells. The flux stands once, unless lettings themselves free dwellings. */
function sidesOf(records: readonly YearlyRecord[]): readonly Side[] {
    const fluxOf = ({ whole, facts }: YearlyRecord): string =>
        JSON.stringify([whole.flux, facts.map(({ lines }) => lines.map(({ word, flux }) => [word, flux]))]);
    const known = records.map(fluxOf);
    return records.map((record, place) => ({
        record,
        mark: place === 0 ? '' : ' (données)',
        shown: [...(place === 0 || known[place] !== known[0] ? (['flux'] as const) : []), ...STAGES.filter((stage) => record.whole[stage] !== undefined)],
    }));
}

function columnsOf(sides: readonly Side[]): readonly Column[] {
    const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
    const titles = sides.flatMap(({ mark, shown }) => shown.map((name) => `${name === 'flux' ? 'Flux' : capital(UNIT_WORDS[name])}${mark}`));
    return [{ title: 'Logements' }, ...titles.map((title) => ({ title, numeric: true }))];
}

/** The whole, then the lines of each fact. */
function groupsOf(view: ReportView, sides: readonly Side[]): readonly RowGroup[] {
    const facts = [...new Set(sides.flatMap(({ record }) => record.facts.map(({ fact }) => fact)))];
    return [{ rows: [rowOf('Ensemble de la convention', sides, ({ whole }) => whole)] }, ...facts.map((fact) => factGroup(view, sides, fact))];
}

function factGroup(view: ReportView, sides: readonly Side[], fact: string): RowGroup {
    const linesOf = ({ facts }: YearlyRecord) => facts.filter((part) => part.fact === fact).flatMap(({ lines }) => lines);
    const words = [...new Set(sides.flatMap(({ record }) => linesOf(record).map(({ word }) => word)))];
    const labelOf = (word: string): string => (word === '' ? 'non renseigné' : view.words.dwelling(fact, word));
    return {
        title: view.words.fact(fact),
        rows: words.map((word) => rowOf(labelOf(word), sides, (record) => linesOf(record).find((line) => line.word === word))),
    };
}

function rowOf(title: string, sides: readonly Side[], countsOf: (record: YearlyRecord) => RecordCounts | undefined): Row {
    const textOf = (count: number | undefined): string => (count === undefined ? '—' : integerText(count));
    return [title, ...sides.flatMap(({ record, shown }) => shown.map((name) => textOf(countsOf(record)?.[name])))];
}
