/**
 * The door of telling: what a comparison says, as data, in French: sentences, tables and charts that the page, the paper and the screen
 * show with the same words. Pure: no markup, no clock, no locale.
 */
export { tellComparison } from './tell-comparison.js';
export type { TellingInput } from './telling-input.js';
export { wordOf, type DataWords } from './words/data-words.js';
export { freedomNotice, UNRULED_NOTICE } from './words/history-words.js';
export { ACT_WORDS } from './tell-changes.js';
export { peopleClasses, type PeopleClass } from './people-classes.js';
export { groupUntilMany, ROUNDING, SMALLEST_COUNT, toTheTen, type CountedClass } from './protect.js';
export { policyChanges, factsReadOnlyBy } from './changes/policy-changes.js';
export type { Act, ClauseChange, FactRead } from './changes/clause-change.js';
export { dayText, enumerate, fractionPercent, integerText, labelOf, percentText, plural, pointsText, quoted, readable, signedText } from './words/french.js';
export {
    TELLING_VERSION,
    type Block,
    type Cell,
    type Chart,
    type Edition,
    type Exhibit,
    type Figure,
    type FigureUnit,
    type Interval,
    type IntervalChart,
    type IntervalLine,
    type Reader,
    type RowSource,
    type RowTest,
    type Severity,
    type Side,
    type StackChart,
    type Statement,
    type Table,
    type TableColumn,
    type TableRow,
    type Telling,
    type Tick,
    type VariantChanges,
} from './telling.js';
