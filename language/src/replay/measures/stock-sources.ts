import { intAt } from '../../kit/at.js';
import type { Day } from '../../ir/value.js';
import type { FactReader } from '../../columns/facts.js';
import type { VacancyLease } from './lease.js';
import { HISTORY } from '../contract/report.js';
import { NEVER } from '../record/demand-histories.js';
import { openRow, type Openness } from '../record/population.js';
import type { ReplayContext } from '../pool/replay-context.js';
import type { LoadedRuleSet } from '../rules/rule-set.js';
import { housingOf, type RunResult } from '../run/run.js';
import type { OpenDemand, StockSource } from './stocks.js';

/** The stock of a run: a household that it houses is open until the day of its lease. */
export function stockOfRun(context: ReplayContext, run: RunResult, leases: readonly VacancyLease[]): StockSource {
    const { population } = context;
    const { ruleSet, world } = run;
    const isHoused = (demand: number, day: Day): boolean => (housingOf(run, demand)?.lease ?? NEVER) <= day;
    const openOn = remembered((day) => openDemands(context, { day, openness: population.run, isHoused, reader: world.reader }));
    return { ruleSet: ruleSet.id, rules: ruleSet, openOn, leases };
}

/** The stock of the record: recorded lettings and exits. */
export function stockOfRecord(context: ReplayContext, rules: LoadedRuleSet, leases: readonly VacancyLease[]): StockSource {
    const { population, facts } = context;
    const isHoused = (demand: number, day: Day): boolean => intAt(population.letting, demand) <= day;
    const openOn = remembered((day) => openDemands(context, { day, openness: population.record, isHoused, reader: facts.reader }));
    return { ruleSet: HISTORY, rules, openOn, leases };
}

interface Looking {
    readonly day: Day;
    readonly openness: Openness;
    readonly isHoused: (demand: number, day: Day) => boolean;
    readonly reader: (row: number) => FactReader;
}

/** Remembers the demands open on the days already asked. */
function remembered(look: (day: Day) => readonly OpenDemand[]): StockSource['openOn'] {
    const known = new Map<Day, readonly OpenDemand[]>();
    return (day) => {
        const open = known.get(day) ?? look(day);
        known.set(day, open);
        return open;
    };
}

function openDemands({ population }: ReplayContext, { day, openness, isHoused, reader }: Looking): readonly OpenDemand[] {
    return population.histories.flatMap((history, demand) => {
        const row = openRow(openness, history, day);
        return row === undefined || isHoused(demand, day) ? [] : [{ row, reader: reader(row) }];
    });
}
