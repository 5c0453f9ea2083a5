import type { LeaseChecks, StockCount } from '@bareme/language/replay';
import { entrantShares } from '../../../../cli/src/html-report/figures/entrant-shares.js';
import type { Knowledge } from './knowledge.js';
import { tableOf, type Published } from './published.js';

/** Those who enter and those who occupy, class by class: each characteristic sorts the same households. */
export function attackEntrants(known: Knowledge, published: Published): void {
    const { entrants, volumes } = published.report;
    if (entrants === undefined || entrants.occupants === 0) return;
    const sides = ['occupants', ...entrants.entrants.map(({ ruleSet }) => ruleSet)];
    known.open('occupants', entrants.occupants);
    for (const { ruleSet, households } of entrants.entrants) {
        known.secret(`enter | ${ruleSet}`, households);
        const signed = volumes.leases.find((of) => of.ruleSet === ruleSet);
        if (signed?.signed === households) known.sum(`signed | ${ruleSet}`, [`enter | ${ruleSet}`]);
    }
    const yesNo = tableOf(published, 'entrants', 'Ménages qui ont cette caractéristique')?.rows ?? [];
    const yes: string[] = [];
    for (const { label, groups, yesNo: isYesNo } of entrantShares(entrants)) {
        const rows = isYesNo ? yesNo.filter(([name]) => name === label) : (tableOf(published, 'entrants', label)?.rows ?? []);
        for (const [column, side] of sides.entries()) {
            const parts = groups.map(({ group, occupants, entrants: counts }, line) => {
                const truth = column === 0 ? occupants : (counts[column - 1]?.households ?? 0);
                const isShown = rows.length > 0 && (!isYesNo || group === 'oui');
                const text = isShown ? (rows[isYesNo ? 0 : line]?.[column + 1] ?? '') : '';
                const name = known.cell(`${side} | ${label} | ${group}`, truth, /\(([\d ]+)/.exec(text)?.[1] ?? text, 'to-ten');
                if (isShown && isYesNo && column === 1) yes.push(label);
                return name;
            });
            known.sum(column === 0 ? 'occupants' : `enter | ${side}`, parts);
        }
    }
    tieNested(known, sides, [...new Set(yes)]);
}

/** Of two characteristics, one may hold of some that have the other alone: who reads the policy knows which. */
function tieNested(known: Knowledge, sides: readonly string[], labels: readonly string[]): void {
    for (const part of labels)
        for (const whole of labels) {
            const isWithin = part !== whole && sides.every((side) => known.truthOf(`${side} | ${part} | oui`) <= known.truthOf(`${side} | ${whole} | oui`));
            if (isWithin) for (const side of sides) known.within(`${side} | ${part} | oui`, `${side} | ${whole} | oui`);
        }
}

/** The publics in wait: by months since they were recognised, and the publics that lie within others. */
export function attackStocks(known: Knowledge, published: Published): void {
    const { stocks } = published.report;
    const names = [...new Set(stocks.map((stock) => stock.public))];
    for (const name of names) {
        const own = stocks.filter((stock) => stock.public === name);
        const isDated = own.some(({ imputations }) => imputations.length > 0);
        const rows = isDated
            ? (tableOf(published, 'publics', 'Demandes en attente, selon les mois', own[0]?.label)?.rows ?? [])
            : (tableOf(published, 'publics', 'Demandes en attente qui peuvent')?.rows.filter(([label]) => label === own[0]?.label) ?? []);
        for (const [place, { ruleSet, start, end, leases }] of own.entries()) {
            const row = isDated ? (rows[rows.length - own.length + place] ?? []) : (rows[place] ?? []);
            const first = isDated ? (rows[0] ?? []) : row;
            known.cell(`leases | ${name} | ${ruleSet}`, leases, (isDated ? row[1] : row[3]) ?? '', 'to-ten');
            learnStock(known, `start | ${name}`, {
                count: start,
                texts: isDated ? first.slice(2) : [first[2] ?? ''],
                isShared: rows.length - own.length === 1 || !isDated,
            });
            learnStock(known, `end ${ruleSet} | ${name}`, { count: end, texts: isDated ? row.slice(2) : [row[4] ?? ''], isShared: true });
        }
    }
    for (const part of names)
        for (const whole of names) {
            const days = ['start', ...new Set(stocks.map(({ ruleSet }) => `end ${ruleSet}`))].filter((day) =>
                [part, whole].every((name) => known.has(`${day} | ${name}`)),
            );
            const isWithin = part !== whole && days.every((day) => known.truthOf(`${day} | ${part}`) <= known.truthOf(`${day} | ${whole}`));
            if (isWithin) for (const day of days) known.within(`${day} | ${part}`, `${day} | ${whole}`);
        }
}

/** Months since the recognition that begin a class of the page. */
const DELAYS = [0, 3, 6];

interface Stock {
    readonly count: StockCount | undefined;
    readonly texts: readonly string[];
    readonly isShared: boolean;
}

function learnStock(known: Knowledge, name: string, { count, texts, isShared }: Stock): void {
    if (count === undefined || !isShared) return;
    const [all = '', ...classes] = texts;
    known.cell(name, count.demands, all, 'to-ten');
    if (count.recognised === undefined || classes.length === 0) return;
    const truths = [
        ...DELAYS.map((from, place) =>
            (count.recognised ?? [])
                .filter(({ months }) => months >= from && months < (DELAYS[place + 1] ?? Infinity))
                .reduce((sum, of) => sum + of.demands, 0),
        ),
        count.undated ?? 0,
    ];
    known.sum(
        name,
        truths.map((truth, place) => known.cell(`${name} | delay ${place}`, truth, classes[place] ?? '', 'to-ten')),
    );
}

/** What the policy signals and what proofs lack, landlord by landlord and all together. */
export function attackChecks(known: Knowledge, published: Published): void {
    const { checks } = published.report;
    for (const ruleSet of new Set(checks.map((of) => of.ruleSet))) {
        const own = checks.filter((of) => of.ruleSet === ruleSet);
        const [whole, parts] = [own.find(({ landlord }) => landlord === undefined), own.filter(({ landlord }) => landlord !== undefined)];
        for (const of of own) learnChecks(known, published, of);
        if (whole === undefined) continue;
        for (const signal of whole.signals)
            for (const count of ['holds', 'fails', 'unknown'])
                known.equationWhereTrue([
                    [`${count} | ${signal.signal} | ${ruleSet} | all`, -1],
                    ...parts.map(({ landlord }) => [`${count} | ${signal.signal} | ${ruleSet} | ${landlord ?? ''}`, 1] as const),
                ]);
    }
}

function learnChecks(known: Knowledge, published: Published, { ruleSet, landlord, leases, signals }: LeaseChecks): void {
    const whose = `${ruleSet} | ${landlord ?? 'all'}`;
    known.open(`leases | ${whose}`, leases);
    const column = [...new Set(published.report.checks.map((of) => of.ruleSet))].indexOf(ruleSet) + 1;
    const rows =
        (landlord === undefined ? tableOf(published, 'signalements', 'Ménages logés que') : tableOf(published, 'bailleurs', 'Ménages logés que', landlord))
            ?.rows ?? [];
    for (const { signal, label, holds, fails, unknown } of signals) {
        const text = rows.find(([name]) => name === label)?.[column] ?? '';
        const of = `${signal} | ${whose}`;
        const told = /^([\d ]+) sur ([\d ]+)/.exec(text);
        known.cell(`holds | ${of}`, holds, told?.[1] ?? text, 'to-ten');
        known.secret(`fails | ${of}`, fails);
        known.cell(`unknown | ${of}`, unknown, /, ([\d ]+) inconnus/.exec(text)?.[1] ?? '', 'to-ten');
        known.sum(`leases | ${whose}`, [`holds | ${of}`, `fails | ${of}`, `unknown | ${of}`]);
    }
}

/** Files to verify of each landlord: of its leases, which are public. */
export function attackFiles(known: Knowledge, published: Published): void {
    const { ledger, ruleSets, mode } = published.report;
    if (mode !== 'vivier') return;
    const doubts = new Set(['housed-to-verify', 'housed-incomplete-note', 'housed-adequacy-unknown', 'housed-public-unknown', 'housed-unscored-unknown']);
    for (const landlord of new Set(ledger.flatMap((row) => row.landlord ?? [])))
        for (const [line, { id }] of ruleSets.entries()) {
            const rows = ledger.filter((row) => row.landlord === landlord && row.ruleSet === id);
            const has = rows.filter(({ flags }) => flags.some((flag) => doubts.has(flag))).length;
            const leases = rows.filter(({ end }) => end === 'leased').length;
            const name = known.cell(
                `to verify | ${landlord} | ${id}`,
                has,
                tableOf(published, 'bailleurs', 'Sous chaque jeu', landlord)?.rows[line]?.at(-1) ?? '',
                'exact',
            );
            if (leases >= has) known.sum(known.open(`let | ${landlord} | ${id}`, leases), [name, known.secret(`not ${name}`, leases - has)]);
        }
}

/** The candidatures of the record: what became of them adds up to all. */
export function attackAnswers(known: Knowledge, published: Published): void {
    const { answers } = published.report;
    if (answers.length === 0) return;
    const rows = tableOf(published, 'refus')?.rows ?? [];
    const parts = answers.map(({ candidatures }, place) => known.cell(`answer ${place}`, candidatures, rows[place]?.[3] ?? '', 'exact'));
    known.sum(
        known.open(
            'answers',
            answers.reduce((sum, { candidatures }) => sum + candidatures, 0),
        ),
        parts,
    );
}
