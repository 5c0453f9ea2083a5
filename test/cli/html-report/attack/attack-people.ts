import type { Comparison } from '@bareme/language/replay';
import { peopleClasses } from '@bareme/language/telling';
import type { Knowledge } from './knowledge.js';
import { tableOf, type Published } from './published.js';

const COUNTS = ['onlyOther', 'sooner', 'sameDay', 'later', 'onlyBaseline'] as const;

/** Households that only the variant houses, sooner, the same day, later, no longer: and the leases signed, which tie them together. */
export function attackMovement(known: Knowledge, published: Published): void {
    const { comparisons, ruleSets, mode } = published.report;
    if (mode !== 'vivier') return;
    const rows = tableOf(published, 'ce-qui-bouge')?.rows ?? [];
    for (const comparison of comparisons) {
        const { ruleSet, baseline } = comparison;
        const label = ruleSets.find(({ id }) => id === ruleSet)?.label ?? '';
        const row = rows.find(([name]) => name === label);
        for (const [place, count] of COUNTS.entries()) known.cell(`${count} | ${ruleSet}`, comparison[count], row?.[place + 1] ?? '', 'exact');
        known.secret(`both | ${ruleSet}`, comparison.housedBoth);
        learnSentence(known, published, { comparison, label });
        known.sum(`both | ${ruleSet}`, [`sooner | ${ruleSet}`, `sameDay | ${ruleSet}`, `later | ${ruleSet}`]);
        known.equationWhereTrue([
            [`signed | ${ruleSet}`, -1],
            [`both | ${ruleSet}`, 1],
            [`onlyOther | ${ruleSet}`, 1],
        ]);
        known.equationWhereTrue([
            [`signed | ${baseline}`, -1],
            [`both | ${ruleSet}`, 1],
            [`onlyBaseline | ${ruleSet}`, 1],
        ]);
    }
}

/** « Ancienneté renforcée » : 275 baux sur 1 978 (13,9 %) iraient à…, moins de 13 baux sur 1 978 iraient à…, aucun bail ne change de ménage. */
function learnSentence(known: Knowledge, { prose }: Published, { comparison, label }: { readonly comparison: Comparison; readonly label: string }): void {
    const said = new RegExp(`« ${label.replaceAll(/[^\\p{L}\\d ]/gu, '.')} » : (moins de )?([\\d ]+|aucun) ?ba(?:il|ux)`).exec(prose);
    if (/(presque tous les|au moins 11) baux/.test(prose)) return known.learn(`onlyOther | ${comparison.ruleSet}`, { low: 11, high: Infinity });
    if (said === null) throw new Error(`nothing is said of the leases that « ${label} » moves`);
    const count = said[2] === 'aucun' ? 0 : Number((said[2] ?? '').replace(/\D/g, ''));
    known.learn(`onlyOther | ${comparison.ruleSet}`, said[1] === undefined ? { low: count, high: count } : { low: 0, high: count - 1 });
}

/** The classes of households of each variant, as they are put together, and what they are made of. */
export function attackPeople(known: Knowledge, published: Published): void {
    const { report } = published;
    if (report.mode !== 'vivier') return;
    const rows = tableOf(published, 'toutes-les-classes')?.rows ?? [];
    let place = 0;
    for (const comparison of report.comparisons) {
        nameGroups(known, comparison);
        for (const told of peopleClasses(comparison, report.replications, 'shareable')) {
            const [, ...texts] = rows[place] ?? [];
            place += 1;
            for (const [column, count] of (['demands', 'onlyOther', 'onlyBaseline'] as const).entries()) {
                const truth = told.groups.reduce((sum, group) => sum + group[count], 0);
                const of = `${keyOf(count, comparison)} | ${told.breakdown}`;
                const name = known.cell(`${of} | ${told.groups.map(({ group }) => group).join('+')}`, truth, texts[column] ?? '', 'to-ten');
                if (told.groups.length > 1)
                    known.sum(
                        name,
                        told.groups.map(({ group }) => `${of} | ${group}`),
                    );
            }
        }
    }
    if (place !== rows.length) throw new Error(`${rows.length} classes on the page, ${place} told`);
}

/** Demands of a class are the same whatever the variant. */
function keyOf(count: 'demands' | 'onlyOther' | 'onlyBaseline', { ruleSet }: Comparison): string {
    return count === 'demands' ? count : `${count} | ${ruleSet}`;
}

/** Every class has a count, told or not; those of a breakdown are all the households. */
function nameGroups(known: Knowledge, comparison: Comparison): void {
    for (const breakdown of new Set(comparison.groups.map((group) => group.breakdown))) {
        const own = comparison.groups.filter((group) => group.breakdown === breakdown);
        for (const count of ['demands', 'onlyOther', 'onlyBaseline'] as const) {
            const whole = keyOf(count, comparison);
            const parts = own.map((group) => known.secret(`${whole} | ${breakdown} | ${group.group}`, group[count]));
            known.equationWhereTrue([[whole, -1], ...parts.map((part) => [part, 1] as const)]);
        }
        for (const { group } of own)
            for (const count of ['onlyOther', 'onlyBaseline'] as const)
                known.within(`${keyOf(count, comparison)} | ${breakdown} | ${group}`, `demands | ${breakdown} | ${group}`);
    }
}

/** What could not be evaluated, the notes that the file has otherwise, the candidates that the pool lacks. */
export function attackHonesty(known: Knowledge, published: Published): void {
    const { volumes, honesty, ruleSets } = published.report;
    const rows = tableOf(published, 'confiance', 'Lignes et demandes')?.rows ?? [];
    const reasons = [...new Set(volumes.notEvaluated.map(({ reason }) => reason))];
    for (const [line, reason] of reasons.entries())
        for (const [column, { id }] of ruleSets.entries()) {
            const entry = volumes.notEvaluated.find((of) => of.reason === reason && of.ruleSet === id);
            if (entry === undefined || entry.count > volumes.demands) continue;
            const name = known.cell(`${reason} | ${id}`, entry.count, rows[line]?.[column + 2] ?? '', 'exact');
            known.sum('demands', [name, known.secret(`not ${name}`, volumes.demands - entry.count)]);
        }
    for (const [name, ratio, words] of [
        ['same note', honesty.recomputedNote, 'notes identiques'],
        ['in the pool', honesty.recordedCandidatesInPool, 'candidats retrouvés'],
    ] as const) {
        if (ratio === undefined) continue;
        const text = new RegExp(`([^.?]*) : ${words}`).exec(published.prose)?.[1] ?? '';
        known.open(`${name} | all`, ratio.denominator);
        known.secret(name, ratio.numerator);
        const exact = /^\s*([\d ]+) sur [\d ]+\(/.exec(text);
        if (exact !== null) known.learn(name, { low: ratio.numerator, high: Number(exact[1]?.replace(/\D/g, '')) });
        known.sum(`${name} | all`, [name, known.secret(`not ${name}`, ratio.denominator - ratio.numerator)]);
    }
}
