import type { OverdueCount, TopBand } from '@bareme/language/replay';
import type { Knowledge } from './knowledge.js';
import { tableOf, type Published } from './published.js';

/** `620 sur 3 069` of a cell, without its percentage; `masqué`. */
function countsIn(text: string): readonly [part: string, whole: string] {
    const found = /([\d ]+) sur ([\d ]+)$/.exec(text.replace(/^.*%/, ''));
    return found === null ? [text, ''] : [found[1] ?? '', found[2] ?? ''];
}

/** Those beyond the delay on a day, by type wanted: beyond, not beyond, not known. */
export function attackOverdue(known: Knowledge, published: Published): void {
    const { overdue } = published.report;
    const rows = tableOf(published, 'attente', 'Part des demandes en attente')?.rows ?? [];
    const ruleSets = [...new Set(overdue.map(({ ruleSet }) => ruleSet))];
    const types = [...new Set(overdue.map(({ typology }) => typology))];
    const columns = [undefined, ...ruleSets];
    for (const [line, typology] of types.entries())
        for (const [column, end] of columns.entries()) {
            const outcome = overdue.find((of) => of.typology === typology && of.ruleSet === (end ?? ruleSets[0]));
            const count = end === undefined ? outcome?.start : outcome?.end;
            if (count !== undefined) learnDelay(known, { day: end ?? 'start', typology, count, text: rows[line]?.[column + 1] ?? '' });
        }
    for (const day of ['start', ...ruleSets]) tieTypes(known, day, types);
}

interface Delay {
    readonly day: string;
    readonly typology: string | undefined;
    readonly count: OverdueCount;
    readonly text: string;
}

function learnDelay(known: Knowledge, { day, typology, count, text }: Delay): void {
    const { demands, overdue, unknown } = count;
    const [part, whole] = countsIn(text);
    const name = `${day} | ${typology ?? 'all'}`;
    known.secret(`open | ${name}`, demands);
    const beyond = known.cell(`beyond | ${name}`, overdue, part, 'exact');
    const untold = known.secret(`unknown | ${name}`, unknown);
    known.sum(`open | ${name}`, [beyond, known.secret(`in time | ${name}`, demands - overdue - unknown), untold]);
    if (whole === '') return;
    const told = Number(whole.replace(/\D/g, ''));
    known.learn(`open | ${name}`, { low: told, high: told });
}

/** Where each demand wants one type, types add up to all. */
function tieTypes(known: Knowledge, day: string, types: readonly (string | undefined)[]): void {
    const own = types.flatMap((type) => (type === undefined || !known.has(`open | ${day} | ${type}`) ? [] : [type]));
    if (own.length === 0 || !known.has(`open | ${day} | all`)) return;
    if (known.truthOf(`open | ${day} | all`) !== own.reduce((sum, type) => sum + known.truthOf(`open | ${day} | ${type}`), 0)) return;
    for (const count of ['open', 'beyond', 'in time', 'unknown'])
        known.sum(
            `${count} | ${day} | all`,
            own.map((type) => `${count} | ${day} | ${type}`),
        );
}

/** The demands ranked first: slices that add up to all, what becomes of each, and the types that those without dwelling want. */
export function attackTop(known: Knowledge, published: Published): void {
    for (const { bands } of published.report.top.slice(0, 1)) {
        const shown = bands.filter(({ share }) => ['1/10', '1/4', '1'].includes(share));
        const rows = tableOf(published, 'premieres', 'Demandes ouvertes')?.rows ?? [];
        const slices = shown.map((band, place) => sliceOf(band, shown[place - 1])).filter(({ demands }) => demands > 0);
        const all = sliceOf(shown.at(-1)!, undefined);
        for (const [place, slice] of [...slices, all].entries()) {
            const name = place === slices.length ? 'all' : String(place);
            known.open(`slice ${name}`, slice.demands);
            known.sum(
                `slice ${name}`,
                PARTS.map((part) => known.secret(`${part} | slice ${name}`, slice[part])),
            );
        }
        learnSlices(known, slices, rows.slice(0, -1));
        for (const [column, part] of PARTS.entries()) known.cell(`${part} | slice all`, all[part], rows.at(-1)?.[column + 2] ?? '', 'to-ten');
        for (const part of PARTS)
            known.sum(
                `${part} | slice all`,
                slices.map((_, place) => `${part} | slice ${place}`),
            );
        attackTypes(known, published, bands);
    }
}

/** Slices put together follow each other: a row is of as many of them as add up to its demands. */
function learnSlices(known: Knowledge, slices: readonly Slice[], rows: readonly (readonly string[])[]): void {
    let next = 0;
    for (const [title = '', demands = '', ...texts] of rows) {
        const places: number[] = [];
        for (let left = Number(demands.replace(/\D/g, '')); left > 0; next += 1) {
            places.push(next);
            left -= slices[next]?.demands ?? left;
        }
        for (const [column, part] of PARTS.entries()) {
            const truth = places.reduce((sum, place) => sum + (slices[place]?.[part] ?? 0), 0);
            const name = known.cell(`${part} | ${title}`, truth, texts[column] ?? '', 'to-ten');
            known.sum(
                name,
                places.map((place) => `${part} | slice ${place}`),
            );
        }
    }
}

const PARTS = ['housed', 'inPool', 'withoutDwelling'] as const;
type Slice = Readonly<Record<(typeof PARTS)[number] | 'demands', number>>;

function sliceOf(band: TopBand, before: TopBand | undefined): Slice {
    const { demands, housed, inPool, withoutDwelling } = band;
    if (before === undefined) return { demands, housed, inPool, withoutDwelling };
    return {
        demands: demands - before.demands,
        housed: housed - before.housed,
        inPool: inPool - before.inPool,
        withoutDwelling: withoutDwelling - before.withoutDwelling,
    };
}

const TENTHS = ['first tenth', 'beyond tenth'] as const;

/** By type wanted, the first tenth and beyond it: together, those open at the start, which the delays tell too. */
function attackTypes(known: Knowledge, published: Published, bands: readonly TopBand[]): void {
    const [first, all] = [bands.find(({ share }) => share === '1/10'), bands.at(-1)];
    const rows = tableOf(published, 'premieres', 'Aucun logement ne convenait')?.rows ?? [];
    if (first === undefined || all === undefined || rows.length === 0) return;
    for (const type of all.types) {
        const own = first.types.find(({ typology }) => typology === type.typology) ?? { demands: 0, withoutDwelling: 0 };
        const beyond = { demands: type.demands - own.demands, withoutDwelling: type.withoutDwelling - own.withoutDwelling };
        for (const [column, { demands, withoutDwelling }] of [own, beyond].entries()) {
            const name = `${TENTHS[column] ?? ''} | ${type.typology}`;
            known.secret(name, demands);
            known.sum(name, [known.secret(`${name} | without`, withoutDwelling), known.secret(`${name} | with`, demands - withoutDwelling)]);
        }
        const start = known.secret(`ranked | ${type.typology}`, type.demands);
        known.sum(start, [`first tenth | ${type.typology}`, `beyond tenth | ${type.typology}`]);
        if (known.has(`open | start | ${type.typology}`))
            known.equationWhereTrue([
                [start, 1],
                [`open | start | ${type.typology}`, -1],
            ]);
    }
    for (const [title = '', ...texts] of rows) {
        const own = all.types.filter(({ label }) => title.split(/, | et /).includes(label)).map(({ typology }) => typology);
        for (const [column, tenth] of TENTHS.entries()) {
            const [part, whole] = countsIn(texts[column] ?? '');
            for (const [count, text] of [
                [' | without', part],
                ['', whole],
            ] as const) {
                const parts = own.map((type) => `${tenth} | ${type}${count}`);
                const name = own.length === 1 ? (parts[0] ?? '') : `${tenth} | ${title}${count}`;
                known.cell(
                    name,
                    parts.reduce((sum, of) => sum + known.truthOf(of), 0),
                    text,
                    'to-ten',
                );
                if (own.length > 1) known.sum(name, parts);
            }
        }
    }
    const types = all.types.map(({ typology }) => typology);
    known.equationWhereTrue([['slice all', -1], ...types.map((type) => [`ranked | ${type}`, 1] as const)]);
    known.equationWhereTrue([['withoutDwelling | slice 0', -1], ...types.map((type) => [`first tenth | ${type} | without`, 1] as const)]);
}
