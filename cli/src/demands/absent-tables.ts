import { report, type Diagnostic } from '@bareme/language/diagnostics';
import type { Outside, Scored } from './score-demands.js';
import type { ScoringSetup } from './scoring-setup.js';

/**
 * Events and members that notes read and that no file gives, each told once, with how many demands it leaves incomplete: before the
 * results, which would otherwise say it as many times.
 */
export function absentTables({ territories, tables }: ScoringSetup, lines: readonly (Scored | Outside)[]): readonly Diagnostic[] {
    const facts = territories.flatMap(({ ranking }) => ranking.vocabulary.facts);
    const absent = new Set(
        facts.filter(({ owner, type, name }) => owner === 'demande' && type.kind === 'events' && !tables.demands.columns.has(name)).map(({ name }) => name),
    );
    return [...absent].sort().flatMap((table) => {
        const count = lines.filter((line) => lacks(line, table)).length;
        return count === 0 ? [] : [report('BAR742', { table, count, of: lines.length, beside: tables.dwellings === undefined })];
    });
}

function lacks(line: Scored | Outside, table: string): boolean {
    const note = line.kind === 'scored' ? line.standing?.result.declared : undefined;
    return note?.kind === 'incomplete' && note.missing.some((name) => name === table || name.startsWith(`${table}.`));
}
