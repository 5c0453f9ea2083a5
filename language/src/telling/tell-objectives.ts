import { absurd } from '../kit/absurd.js';
import type { Fraction } from '../ir/value.js';
import { sharesAxis, thousandth } from './chart-scale.js';
import { fractionPercent, integerText, plural, quoted } from './words/french.js';
import { FEW_LEASES } from './objective-figures.js';
import { linesOf, standingOf, type Line, type Standing } from './objective-standings.js';
import { definitionOf } from './objective-terms.js';
import { wordOf } from './words/data-words.js';
import { leasesBySide, yearsCovered, type YearCover } from './recorded-leases.js';
import type { Block, Cell, Figure, IntervalLine, Severity, Side, Statement, Table, TableRow } from './telling.js';
import type { TellingInput } from './telling-input.js';

/** A line, and how each side stands with it, the record first. */
interface Told {
    readonly line: Line;
    readonly standings: readonly Standing[];
}

/** The objectives of the territory under each rule set, the record first: value, thresholds, verdict, leases still due. */
export function tellObjectives(input: TellingInput, sides: readonly Side[]): Block {
    const told = toldOf(input, sides).filter(({ line }) => line.by === undefined);
    const shown = firstOf(told);
    return {
        id: 'objectives',
        reader: 'all',
        title: titleOf(told, input.ruleSets[0]?.id),
        statements: statementsOf(input, told, yearsCovered(input.report)),
        exhibits: exhibitsOf(input, shown, { id: 'objectives', sides }),
    };
}

/** Those told by landlord or by another part, and the years that the first screen leaves out. */
export function tellObjectiveParts(input: TellingInput, sides: readonly Side[]): readonly Block[] {
    const told = toldOf(input, sides);
    const whole = told.filter(({ line }) => line.by === undefined);
    const [first, parts] = [new Set(firstOf(whole)), firstOf(told.filter(({ line }) => line.by !== undefined))];
    const [landlords, places] = [parts.filter(({ line }) => isLandlord(input, line)), parts.filter(({ line }) => !isLandlord(input, line))];
    const others = told.filter((of) => !first.has(of) && !parts.includes(of));
    const block = (id: string, reader: Block['reader'], [title, lines]: readonly [string, readonly Told[]]): readonly Block[] =>
        lines.length === 0 ? [] : [{ id, reader, title, statements: [], exhibits: exhibitsOf(input, lines, { id, sides }) }];
    return [
        ...block('objective-parts', 'landlords', ['Engagements annuels, bailleur par bailleur', landlords]),
        ...block('objective-places', 'conference', ['Engagements annuels, commune par commune', places]),
        ...block('objective-years', 'council', ['Objectifs des années incomplètes', others]),
    ];
}

/** The objectives of whole years over the whole territory, one short row each: how each side stands. */
export function quotaRows(input: TellingInput, sides: readonly Side[]): readonly TableRow[] {
    const told = toldOf(input, sides).filter(({ line }) => line.by === undefined && line.year.complete);
    return told.map(({ line, standings }): TableRow => {
        const baseline = standings.find(({ side }) => side.id === input.ruleSets[0]?.id);
        const cells = sides.map((side): Cell => {
            const standing = standings.find((of) => of.side.id === side.id);
            return standing === undefined ? { text: 'non mesuré' } : shortCell(standing, baseline);
        });
        return { group: 'Quotas de l’année, en baux', cells: [{ text: lineText(input, line), detail: thresholdText(standings) }, ...cells] };
    });
}

/** `✓ 27 à 32 % : 4 sur 4`: in how many draws it is reached; the record, by its sign and its figure. */
function shortCell(standing: Standing, baseline: Standing | undefined): Cell {
    const { measured, draws, side } = standing;
    const { severity } = verdictText(standing);
    const told = side.simulated && draws !== undefined && draws.of > 1 ? ` : ${integerText(draws.met)} sur ${integerText(draws.of)}` : '';
    const due = measured.due > 0 && measured.verdict !== 'met' ? ` ; ${plural(measured.due, 'dû', 'dus')}` : '';
    const other = baseline !== undefined && !isSameDefinition(baseline, standing) ? ' (autre définition)' : '';
    return { text: `${valueText(standing)}${told}${due}${other}`, severity };
}

function isLandlord({ ruleSets }: TellingInput, { by }: Line): boolean {
    const facts = ruleSets.flatMap(({ versions }) => versions.flatMap(({ vocabulary }) => vocabulary.facts));
    return facts.some(({ owner, name, role }) => owner === 'logement' && name === by && role === 'bailleur');
}

/** Whole years; where there is none, the one that has most leases, so that what is measured is seen. */
function firstOf(told: readonly Told[]): readonly Told[] {
    const whole = told.filter(({ line }) => line.year.complete);
    if (whole.length > 0) return whole;
    const leases = (year: number): number =>
        told.filter(({ line }) => line.year.year === year).reduce((sum, { standings }) => sum + (standings[0]?.measured.counted ?? 0), 0);
    const [fullest] = [...new Set(told.map(({ line }) => line.year.year))].sort((a, b) => leases(b) - leases(a) || a - b);
    return told.filter(({ line }) => line.year.year === fullest);
}

function toldOf(input: TellingInput, sides: readonly Side[]): readonly Told[] {
    const bySide = leasesBySide(input.report);
    return linesOf(input.report, yearsCovered(input.report))
        .map((line): Told => ({ line, standings: recordFirst(sides).flatMap((side) => standingOf(input, bySide, { line, side }) ?? []) }))
        .filter(({ standings }) => standings.some(({ measured }) => measured.counted > 0));
}

function recordFirst(sides: readonly Side[]): readonly Side[] {
    return [...sides].sort((a, b) => Number(a.simulated) - Number(b.simulated));
}

/** Where exhibits stand, and whom they compare. */
interface Place {
    readonly id: string;
    readonly sides: readonly Side[];
}

function exhibitsOf(input: TellingInput, told: readonly Told[], { id, sides }: Place): Block['exhibits'] {
    if (told.length === 0) return [];
    const drawn = told.flatMap(({ line, standings }) => standings.flatMap((standing) => chartLine(input, line, standing)));
    const lines = drawn.map(({ line }) => line);
    const marks = new Map(drawn.map(({ standing }, line) => [standing, { chart: `${id}-chart`, line }]));
    const table = matrixOf(input, told, { id, sides: recordFirst(sides), marks });
    if (lines.length === 0) return [table];
    const description = 'Pour chaque objectif et chaque jeu de règles, la part des baux, baux inconnus comptés d’aucun à tous, face au seuil de l’année.';
    return [
        { kind: 'intervals', id: `${id}-chart`, title: 'La part des baux face au seuil', description, table: `${id}-table`, axis: sharesAxis(lines), lines },
        table,
    ];
}

function titleOf(told: readonly Told[], base: string | undefined): string {
    if (told.length === 0) return 'Objectifs : la politique n’en fixe aucun que ces baux mesurent';
    const whole = told.filter(({ line }) => line.year.complete);
    if (whole.length === 0) return 'Objectifs : aucune année entière, donc aucun verdict';
    const changed = whole.filter(({ standings }) => new Set(comparable(standings, base).map(resultOf)).size > 1);
    if (changed.length === 0) return 'Objectifs : aucun seuil franchi d’un jeu de règles à l’autre';
    return `Objectifs : ${plural(changed.length, 'résultat change', 'résultats changent')} d’un jeu de règles à l’autre`;
}

/** The simulations that count what the baseline does: another definition gives another figure, not another result. */
function comparable(standings: readonly Standing[], base: string | undefined): readonly Standing[] {
    const baseline = standings.find(({ side }) => side.id === base);
    return standings.filter((of) => of.side.simulated && (baseline === undefined || isSameDefinition(baseline, of)));
}

/** Reached, not reached, or not to be told: in all the draws where there are several. */
function resultOf({ measured, draws }: Standing): string {
    if (draws === undefined || draws.of < 2) return measured.verdict;
    return draws.met === draws.of ? 'met' : draws.met + draws.unsure === 0 ? 'missed' : 'unsure';
}

function statementsOf(input: TellingInput, told: readonly Told[], years: readonly YearCover[]): readonly Statement[] {
    const short = years.filter(({ complete }) => !complete);
    const edited = told.flatMap(({ line, standings }) => (isEdited(input, standings) ? [line.label] : []));
    const plain = (id: string, text: string, severity: Severity): Statement => ({ id, text, severity, figures: [] });
    return [
        ...(told.length === 0
            ? [
                  plain(
                      'no-objective',
                      'Aucun objectif mesuré : rien ne peut être dit des quotas de la loi ni de la convention intercommunale d’attribution.',
                      'alert',
                  ),
              ]
            : []),
        ...short.map(({ year, text }) => plain(`year-${year}`, `${text}. Pas de verdict pour ${year} : les quotas sont annuels (CCH L.441-1).`, 'doubt')),
        ...[...new Set(edited)].map((label) =>
            plain(
                'definition',
                `${quoted(label)} : une variante change ce que l’objectif compte (liste ou fait déduit qu’il lit). Les deux chiffres n’ont pas la même définition et ne se comparent pas.`,
                'alert',
            ),
        ),
    ];
}

function isEdited({ ruleSets }: TellingInput, standings: readonly Standing[]): boolean {
    const baseline = standings.find(({ side }) => side.id === ruleSets[0]?.id);
    return baseline !== undefined && standings.some((standing) => !isSameDefinition(baseline, standing));
}

function isSameDefinition(a: Standing, b: Standing): boolean {
    return a.terms.policy === b.terms.policy || definitionOf(a.terms) === definitionOf(b.terms);
}

/** Sides that still fit beside each other; beyond, each has its own row. */
const WIDEST = 5;

type Marks = ReadonlyMap<Standing, NonNullable<Cell['mark']>>;

function matrixOf(input: TellingInput, told: readonly Told[], { id, sides, marks }: Place & { readonly marks: Marks }): Table {
    const wide = sides.length <= WIDEST;
    const heads = wide
        ? sides.map(({ label, simulated }) => ({ title: simulated ? `${label} (simulé)` : label, kind: 'verdict' as const }))
        : [
              { title: 'Jeu de règles', kind: 'text' as const },
              { title: 'Résultat', kind: 'verdict' as const },
          ];
    return {
        kind: 'table',
        id: `${id}-table`,
        caption: 'Objectifs et jeux de règles : d’abord le constat, puis chaque simulation',
        columns: [{ title: 'Objectif', kind: 'text' }, { title: 'Seuil', kind: 'text' }, ...heads],
        rows: told.flatMap((of) => rowsOf(input, of, { sides, wide, marks })),
        notes: [
            'Une part est donnée sur tous les baux comptés : ceux dont on ne sait rien vont d’aucun à tous. Sous 20 baux, les baux sont comptés un à un.',
            'Le constat mesure les baux enregistrés ; une simulation ne dit pas qu’un objectif est tenu, elle dit dans combien de tirages le seuil est atteint.',
        ],
    };
}

function rowsOf(
    input: TellingInput,
    { line, standings }: Told,
    { sides, wide, marks }: { readonly sides: readonly Side[]; readonly wide: boolean; readonly marks: Marks },
): readonly TableRow[] {
    const head: readonly Cell[] = [{ text: lineText(input, line) }, { text: thresholdText(standings) }];
    const baseline = standings.find(({ side }) => side.id === input.ruleSets[0]?.id);
    const cells = sides.map((side): Cell => {
        const standing = standings.find((of) => of.side.id === side.id);
        return standing === undefined ? { text: 'non mesuré' } : { ...cellOf(line, standing, baseline), ...markOf(marks, standing) };
    });
    if (wide) return [{ cells: [...head, ...cells] }];
    return sides.map((side, place) => ({ cells: [...head, { text: side.label }, cells[place] ?? { text: '' }], group: head[0]?.text ?? '' }));
}

/** `Premier quartile hors quartier prioritaire, Valmont Habitat, 2024`. */
function lineText({ words }: TellingInput, { label, by, part, year, months }: Line): string {
    const where = by === undefined ? [] : [part === undefined || part === '' ? 'non renseigné' : wordOf(words, by, part)];
    return [label, ...where, months === undefined ? String(year.year) : `${months} derniers mois`].join(', ');
}

function thresholdText(standings: readonly Standing[]): string {
    const texts = standings.map(({ threshold: { year, law }, terms: { objective } }) => {
        const much = (value: Fraction): string => (objective.counted === 'share' ? fractionPercent(value) : plural(Number(value), 'bail', 'baux'));
        const sense = objective.sense === 'at-least' ? 'au moins' : 'au plus';
        const refs = objective.references.map(({ text }) => text);
        const from = refs.length === 0 ? 'acte' : refs.join(' ; ');
        return year === law ? `${sense} ${much(law)} (${from})` : `${sense} ${much(year)} (trajectoire) ; ${much(law)} (${from})`;
    });
    return [...new Set(texts)].join(' / ');
}

function cellOf(line: Line, standing: Standing, baseline: Standing | undefined): Cell {
    const { measured } = standing;
    if (measured.counted === 0) return { text: 'aucun bail compté', order: -1 };
    const told = line.year.complete ? verdictText(standing) : { text: 'pas de verdict', severity: 'doubt' as const };
    const due = line.year.complete && measured.due > 0 && measured.verdict !== 'met' ? ` ; ${plural(measured.due, 'bail encore dû', 'baux encore dus')}` : '';
    const other = baseline !== undefined && !isSameDefinition(baseline, standing) ? ' ; définition de la variante, sans comparaison' : '';
    return {
        text: `${valueText(standing)} : ${told.text}${due}${other}`,
        order: measured.low === undefined ? -1 : thousandth(measured.low),
        severity: told.severity,
        figures: [figureOf(standing, valueText(standing))],
    };
}

/** `24,7 à 29,9 %`; of a few leases, `12 baux, 3 dus, 2 faits`. */
function valueText({ measured: { low, high, counted, asked }, count: { reached, unknown }, terms: { objective } }: Standing): string {
    const doubt = unknown === 0 ? '' : `, ${plural(unknown, 'inconnu', 'inconnus')}`;
    if (low === undefined || high === undefined) return 'aucun bail';
    if (objective.counted === 'leases') return `${plural(reached, 'bail', 'baux')}${doubt}`;
    if (counted < FEW_LEASES) return `${plural(counted, 'bail', 'baux')}, ${plural(asked, 'dû', 'dus')}, ${plural(reached, 'fait', 'faits')}${doubt}`;
    return low === high ? fractionPercent(low) : `${fractionPercent(low).replace(/ %$/, '')} à ${fractionPercent(high)}`;
}

/** Words that the draws drive: a simulation holds nothing, it reaches the threshold in so many draws. */
function verdictText({ side, measured: { verdict }, draws }: Standing): { readonly text: string; readonly severity: Severity } {
    if (side.simulated && draws !== undefined && draws.of > 1) {
        const severity = draws.met === draws.of ? 'good' : draws.met + draws.unsure === 0 ? 'bad' : 'doubt';
        const unsure = draws.unsure === 0 ? '' : `, incertain dans ${integerText(draws.unsure)}`;
        return { text: `seuil atteint dans ${plural(draws.met, 'tirage', 'tirages')} sur ${integerText(draws.of)}${unsure}`, severity };
    }
    const where = side.simulated ? ' dans l’unique tirage' : '';
    switch (verdict) {
        case 'met':
            return { text: `seuil atteint${where}`, severity: 'good' };
        case 'missed':
            return { text: `seuil non atteint${where}`, severity: 'bad' };
        case 'unsure':
            return { text: `incertain${where}`, severity: 'doubt' };
        case 'no-base':
            return { text: 'aucun bail compté', severity: 'plain' };
        default:
            return absurd(verdict);
    }
}

function figureOf({ side, terms, measured: { low, high, counted }, count: { reached }, rows }: Standing, text: string): Figure {
    const value = low ?? '0';
    const between =
        low === undefined || high === undefined || low === high ? {} : { interval: { low, high, because: 'unknown-leases' as const }, doubt: rows.unknown };
    const share = terms.objective.counted === 'share' ? { numerator: reached, denominator: counted, base: rows.counted } : {};
    return {
        name: `${terms.objective.name} ${side.id}`,
        unit: terms.objective.counted === 'share' ? 'share' : 'leases',
        value,
        ...between,
        ...share,
        source: rows.reached,
        text,
    };
}

function markOf(marks: Marks, standing: Standing): Pick<Cell, 'mark'> {
    const mark = marks.get(standing);
    return mark === undefined ? {} : { mark };
}

function chartLine(input: TellingInput, line: Line, standing: Standing): readonly { readonly standing: Standing; readonly line: IntervalLine }[] {
    const { side, measured, threshold, terms } = standing;
    if (terms.objective.counted !== 'share' || measured.low === undefined || measured.high === undefined || measured.counted < FEW_LEASES) return [];
    const [low, high] = [thousandth(measured.low), thousandth(measured.high)];
    const thresholds = [...new Set([threshold.year, threshold.law])].map((at) => ({ at: thousandth(at), text: fractionPercent(at) }));
    const label = `${lineText(input, line)} — ${side.label}`;
    return [
        { standing, line: { label, side: side.id, low, middle: low, high, thresholds, quiet: !line.year.complete, text: `${label} : ${valueText(standing)}` } },
    ];
}
