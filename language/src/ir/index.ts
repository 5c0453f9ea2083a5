/** The intermediate representation: plain readonly data, JSON in and out, with its own version. */
export type { Span, SourceRef, LegalReference, Places } from './span.js';
export type { Fraction, Day, DurationUnit, LiteralValue, FactValue, EventRecord } from './value.js';
export type { ValueType, NumberType, Period, FactOwner, FactDeclaration } from './value-type.js';
export type { Vocabulary, Enumeration, EnumerationValue, DerivedFact, Parameter, Table, TableKey, TablePeriod, TablePromise, TableRow } from './vocabulary.js';
export type { Expression, Condition, Relation, Window, RoundingDirection, Tier, TierTest, Bound, SeniorityEffect, Suspension } from './expression.js';
export type { Commission, CommissionCase } from './commission.js';
export type { Guarantee, Promised } from './guarantee.js';
export type { RefusalEffect } from './refusal-effect.js';
export type { Combination, Scoring, Group, ScoringItem, Rubric, Criterion, Points, TierPoints, SetNumber, ToSet } from './scoring.js';
export {
    IR_VERSION,
    type Policy,
    type PolicyDates,
    type SignedAct,
    type ActDates,
    type AppliedSocle,
    type NamedList,
    type Ranking,
    type RankingKey,
    type Exclusion,
    type Unscored,
    type Adequacy,
    type Signal,
    type Objective,
    type AnalogousDemands,
} from './policy.js';
export type { Contingent, Convention, FluxUnit, Imputation, Orientation, PooledShares, Reservee, Route, SubtractionForecast } from './flux.js';
export type { Example, Expectation, GivenPlaces } from './example.js';
export type { Mapping, SourceTable, MappedField, FieldSource, RowTest, CellConversions, CellMeaning } from './mapping.js';
export type { Project } from './project.js';
export { versionInForce, versionsOfDay, ruleSetName, type VersionsOfDay } from './policy-lookup.js';
export { withGivenDerived } from './given-derived.js';
export { DERIVED_ROLES } from './roles.js';
export { itemsIn, numberSet } from './scoring-parts.js';
export { isDraft, leftToSet, type LeftToSet } from './left-to-set.js';
/** Reading and writing the values of the representation: exact numbers, civil days; `absurd` closes a `switch` on a `kind`. */
export { add, compare, formatFrench, fromFraction, rational, roundTo, toFraction, type Rational, type Rounding } from '../kit/exact-number.js';
export { addMonths, formatFrenchDate, formatIso, monthsElapsed, parseDate, yearOf, type CivilDay } from '../kit/civil-date.js';
export { absurd } from '../kit/absurd.js';
export { compareIdentifiers } from '../kit/text-order.js';
export { sharedVocabulary } from './shared-vocabulary.js';
