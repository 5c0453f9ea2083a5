import type { ReplayReport } from '@bareme/language/replay';
import { attackAnswers, attackChecks, attackEntrants, attackFiles, attackStocks } from './attack-leases.js';
import { attackOverdue, attackTop } from './attack-waiting.js';
import { attackHonesty, attackMovement, attackPeople } from './attack-people.js';
import { Knowledge } from './knowledge.js';
import { proseOf, tablesOf } from './page-tables.js';
import type { Published } from './published.js';

/** Reads every count of households of a page, with all that ties them together: wholes and parts, classes within others, leases signed. */
export function attack(page: string, report: ReplayReport): Knowledge {
    const published: Published = { report, tables: tablesOf(page), prose: proseOf(page) };
    const known = new Knowledge();
    const { demands, openAtStart, leases } = report.volumes;
    known.open('demands', demands);
    known.open('open at the start', openAtStart);
    for (const { ruleSet, signed } of leases) known.open(`signed | ${ruleSet}`, signed);
    for (const read of [
        attackMovement,
        attackPeople,
        attackEntrants,
        attackStocks,
        attackChecks,
        attackFiles,
        attackAnswers,
        attackOverdue,
        attackTop,
        attackHonesty,
    ])
        read(known, published);
    return known;
}
