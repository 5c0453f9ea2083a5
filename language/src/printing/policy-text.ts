import { formatFrenchDate } from '../kit/civil-date.js';
import type { Expression } from '../ir/expression.js';
import type { RefusalEffect } from '../ir/refusal-effect.js';
import type { AppliedSocle, SignedAct } from '../ir/policy.js';
import type { AnalogousDemands, Exclusion, NamedList, Objective, Policy, Signal, Unscored } from '../ir/policy.js';
import type { DerivedFact, Parameter, Table, Vocabulary } from '../ir/vocabulary.js';
import { adequacyText } from './adequacy-text.js';
import { insideEvents, LEVELS, type PrintContext } from './context.js';
import { printContext, roundingText } from './expression-text.js';
import { conventionText, forecastText, imputationText, orientationText, pooledText, reserveeText, routeText } from './flux-text.js';
import { commissionText } from './commission-text.js';
import { guaranteeText } from './guarantee-text.js';
import { block, indented, items, words } from './layout.js';
import { durationText, literalText } from './literal-text.js';
import { exact, numberText, percentText } from './number-text.js';
import { rankingText } from './ranking-text.js';
import { scoringText } from './scoring-text.js';
import { supplementText, tableText } from './table-text.js';
import { labelText, referencesText } from './type-text.js';
import { derivedText, type NamedVocabulary } from './vocabulary-text.js';
import { beforeWord, quoted, wordOrText } from './words.js';

/** The root `politique` of a version, with what it adds to the vocabulary that it uses. A variant is printed as the version it makes. */
export function policyText(policy: Policy, used: NamedVocabulary): string {
    const context = printContext(policy.vocabulary);
    const own = ownNames(policy.vocabulary, used.vocabulary);
    const parts = [
        ...(policy.socles ?? []).map((socle) => socleText(socle, used.name)),
        headerText(policy, used.name),
        own.confirmed.map((parameter) => confirmationText(parameter)).join('\n'),
        ...policy.lists.map(listText),
        ...policy.vocabulary.tables.filter(({ list }) => list === true).map(datedListsText),
        ...own.tables.map((table) => tableText(context, table)),
        ...own.supplements.map(({ table, added }) => supplementText(table, added)),
        ...own.memberFacts.map((fact) => derivedText(context, fact, 'membre.')),
        ...own.derived.map((derived) => derivedText(context, derived)),
        ...policy.scorings.map((scoring) => scoringText(context, scoring)),
        policy.ranking === undefined ? '' : rankingText(context, policy.ranking),
        ...(policy.unscored ?? []).map((apart) => unscoredText(context, apart)),
        ...policy.exclusions.map((exclusion) => exclusionText(context, exclusion)),
        ...policy.adequacies.map((adequacy) => adequacyText(context, adequacy)),
        ...policy.signals.map((signal) => signalText(context, signal)),
        ...policy.objectives.map((objective) => objectiveText(context, objective)),
        policy.analogous === undefined ? '' : analogousText(context, policy.analogous),
        policy.commission === undefined ? '' : commissionText(context, policy.commission),
        ...policy.guarantees.map((guarantee) => guaranteeText(context, guarantee)),
        ...policy.refusalEffects.map((effect) => refusalEffectText(context, effect)),
        ...policy.routes.map((route) => routeText(context, route)),
        ...policy.reservees.map((reservee) => reserveeText(context, reservee)),
        ...policy.conventions.map((convention) => conventionText(context, convention)),
        ...policy.pools.map(pooledText),
        ...policy.forecasts.map((forecast) => forecastText(context, forecast)),
        ...policy.imputations.map((imputation) => imputationText(context, imputation)),
        policy.orientation === undefined ? '' : orientationText(context, policy.orientation),
        ...(policy.acts ?? []).map((act) => actText(policy, act)),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}

/** What a policy's vocabulary has beyond the one it uses. */
interface OwnNames {
    readonly confirmed: readonly Parameter[];
    readonly tables: readonly Table[];
    readonly supplements: readonly { readonly table: Table; readonly added: Table['periods'] }[];
    readonly derived: readonly DerivedFact[];
    readonly memberFacts: readonly DerivedFact[];
}

function ownNames(vocabulary: Vocabulary, used: Vocabulary): OwnNames {
    const known = new Map(used.tables.map((table) => [table.name, table]));
    const derived = new Set(used.derived.map((fact) => fact.name));
    const memberFacts = new Set(used.memberFacts.map((fact) => fact.name));
    return {
        confirmed: vocabulary.parameters.filter((parameter) => parameter.value !== undefined),
        tables: vocabulary.tables.filter((table) => !known.has(table.name) && table.list !== true),
        supplements: vocabulary.tables.flatMap((table) => {
            const added = addedPeriods(table, known.get(table.name) ?? table);
            return added.length === 0 ? [] : [{ table, added }];
        }),
        derived: vocabulary.derived.filter((fact) => !derived.has(fact.name)),
        memberFacts: vocabulary.memberFacts.filter((fact) => !memberFacts.has(fact.name)),
    };
}

/** What a policy adds to the periods of a table: rows before those that each has, references after them, then periods of its own. */
function addedPeriods(table: Table, used: Table): Table['periods'] {
    return table.periods.flatMap((period, place) => {
        const { rows, references } = used.periods[place] ?? { rows: [], references: [] };
        const added = { ...period, rows: period.rows.slice(0, period.rows.length - rows.length), references: period.references.slice(references.length) };
        return added.rows.length === 0 ? [] : [added];
    });
}

function headerText(policy: Policy, uses: string): string {
    const { dates } = policy;
    const force = `en vigueur du ${formatFrenchDate(dates.from)}${dates.to === undefined ? '' : ` au ${formatFrenchDate(dates.to)}`}`;
    const calendar = [
        ...day('délibérée le', dates.deliberated),
        ...day('signée le', dates.signed),
        ...dates.opinions.map((opinion) => `avis ${opinion.body} le ${formatFrenchDate(opinion.day)}`),
        force,
        ...day('bascule des notes le', dates.switchover),
        ...day('évaluation le', dates.evaluation),
    ];
    const lines = [
        ...policy.notices.map((notice) => `avertissement ${quoted(notice)}`),
        ...(policy.territory === undefined ? [] : [`${SIREN.test(policy.territory) ? 'épci' : 'territoire'} ${policy.territory}`]),
        ...(policy.communes === undefined ? [] : [`communes (${items(policy.communes.map((commune) => wordOrText(commune, 'digits')))})`]),
        calendar.join(', '),
        ...(policy.succeeds === undefined ? [] : [`succède à version ${quoted(policy.succeeds)}`]),
        ...policy.citations.map((citation) => `source ${quoted(citation)}`),
        `utilise ${uses}`,
        ...(policy.socles ?? []).map(({ name }) => `applique socle ${name}`),
    ];
    return `${words('politique', policy.name, labelText(policy.label), 'version', quoted(policy.version))}\n${indented(lines.join('\n'))}`;
}

function day(words: string, date: number | undefined): readonly string[] {
    return date === undefined ? [] : [`${words} ${formatFrenchDate(date)}`];
}

/** Clauses of the law, which the policy that applies them holds already: their name and the days of their text. */
function socleText({ name, label, from, to }: AppliedSocle, uses: string): string {
    const force = from === undefined ? '' : `, en vigueur du ${formatFrenchDate(from)}${to === undefined ? '' : ` au ${formatFrenchDate(to)}`}`;
    return `${words('socle', name, labelText(label), 'utilise', uses)}${force} { }`;
}

/** An act, whose clauses are printed with those of the version. */
function actText(policy: Policy, { name, label, dates, citations, notices }: SignedAct): string {
    const force =
        dates.from === undefined ? [] : [`en vigueur du ${formatFrenchDate(dates.from)}${dates.to === undefined ? '' : ` au ${formatFrenchDate(dates.to)}`}`];
    const headers = [
        ...notices.map((notice) => `avertissement ${quoted(notice)}`),
        ...day('délibérée le', dates.deliberated),
        ...day('signée le', dates.signed),
        ...dates.opinions.map((opinion) => `avis ${opinion.body} le ${formatFrenchDate(opinion.day)}`),
        ...force,
        ...citations.map((citation) => `source ${quoted(citation)}`),
    ];
    const head = words('acte', name, labelText(label), 'de', policy.name, 'version', quoted(policy.version));
    return headers.length === 0 ? head : `${head}\n${indented(headers.join(', '))}`;
}

/** The number of an intercommunality. */
const SIREN = /^[0-9]{9}$/;

function confirmationText(parameter: Parameter): string {
    const value = parameter.value === undefined ? '' : literalText(parameter.value, parameter.type);
    return words(
        `confirme ${parameter.name} : ${value}`,
        parameter.confirmedBy === undefined ? '' : `source ${quoted(parameter.confirmedBy)}`,
        parameter.confirmedOn === undefined ? '' : `le ${formatFrenchDate(parameter.confirmedOn)}`,
    );
}

function listText(list: NamedList): string {
    const values = list.values.map((value) => wordOrText(value, 'digits'));
    const head = words('liste', list.name, labelText(list.label), referencesText(list.references));
    const line = `${head} { ${items(values)} }`;
    return line.length <= LONGEST_LINE || values.length === 0 ? line : block(head, values, ' ;');
}

/** The dated lists of one name, one for each period; the label stands on the first. */
function datedListsText({ name, label, periods }: Table): string {
    return periods
        .map(({ start, end, rows, references }, place) => {
            const values = rows.flatMap(({ keys: [word] }) => (word === undefined || word === null ? [] : [wordOrText(word, 'digits')]));
            const until = end === undefined ? '' : `au ${formatFrenchDate(end)}`;
            const head = words('liste', name, `du ${formatFrenchDate(start)}`, until, place === 0 ? labelText(label) : '', referencesText(references));
            return block(head, values, ' ;');
        })
        .join('\n');
}

const LONGEST_LINE = 120;

function exclusionText(context: PrintContext, exclusion: Exclusion): string {
    const condition = beforeWord(context.print(context, exclusion.condition, LEVELS.any), 'à');
    const head = words('exclusion', exclusion.name, labelText(exclusion.label), `: si ${condition}`, exclusion.readAt === 'lease' ? 'à la date du bail' : '');
    const motive = exclusion.motive === undefined ? '' : `, motif ${quoted(exclusion.motive)}`;
    return words(head + motive, referencesText(exclusion.references));
}

function unscoredText(context: PrintContext, { name, label, condition, motive, references }: Unscored): string {
    const head = words('hors cotation', name, labelText(label), `: si ${context.print(context, condition, LEVELS.any)}`);
    return words(`${head}, motif ${quoted(motive)}`, referencesText(references));
}

function signalText(context: PrintContext, signal: Signal): string {
    return words(
        'signale',
        signal.name,
        labelText(signal.label),
        `: ${context.print(context, signal.condition, LEVELS.any)}`,
        referencesText(signal.references),
    );
}

function objectiveText(context: PrintContext, objective: Objective): string {
    const sense = objective.sense === 'at-least' ? 'au moins' : 'au plus';
    const amount = `${sense} ${amountText(objective, objective.amount)} ${objective.counted === 'share' ? 'des baux signés' : 'baux signés'}`;
    const base = objective.base === undefined ? '' : baseText(context, objective.base);
    const head = words('objectif', objective.name, labelText(objective.label), ':', amount, base);
    const steps = objective.trajectory.map((step) => `${step.year} : ${amountText(objective, step.amount)}`);
    const fallback = objective.fallback === undefined ? '' : ` à défaut ${targetText(context, objective.fallback)}`;
    const by = objective.by === undefined ? '' : `, par logement.${objective.by.name}`;
    const months = objective.months === undefined ? '' : `, sur les ${objective.months} derniers mois`;
    const rounding = objectiveRoundingText(objective.rounding ?? []);
    const lines = [
        `vers ${targetText(context, objective.target)}${fallback}${by}${months}${rounding}`,
        ...(objective.references.length === 0 ? [] : [referencesText(objective.references)]),
        ...(steps.length === 0 ? [] : [`trajectoire { ${items(steps)} }`]),
    ];
    return `${head}\n${indented(lines.join('\n'))}`;
}

/** `effet du refus avec (adapté) : ancienneté suspendue 12 mois`. */
function refusalEffectText(context: PrintContext, { label, source, filter, effect, references }: RefusalEffect): string {
    const which = filter === undefined ? '' : `avec (${context.print(insideEvents(context, source), filter, LEVELS.any)})`;
    const done = effect.kind === 'reset' ? 'ancienneté remise à zéro' : `ancienneté suspendue ${durationText(effect.amount, effect.unit)}`;
    return words('effet du refus', labelText(label), which, ':', done, referencesText(references));
}

function analogousText(context: PrintContext, { label, facts, references }: AnalogousDemands): string {
    const named = facts.map((fact) => context.print(context, fact, LEVELS.term));
    return words('demandes analogues', labelText(label), ':', items(named), referencesText(references));
}

/** `, nombre arrondi au plus proche, inférieur à partir de 10 baux`. */
function objectiveRoundingText(steps: NonNullable<Objective['rounding']>): string {
    const texts = steps.map(({ from, direction }) => `${roundingText(direction)}${from === 0 ? '' : ` à partir de ${from} baux`}`);
    return texts.length === 0 ? '' : `, nombre arrondi ${texts.join(', ')}`;
}

/** `25 %` of the leases, or `40` of them. */
function amountText({ counted }: Objective, amount: string): string {
    return counted === 'share' ? percentText(exact(amount)) : numberText(exact(amount));
}

/** The leases that an objective counts: `en qpv`, `hors qpv`, or a condition between parentheses. */
function baseText(context: PrintContext, base: Expression): string {
    if (base.kind === 'fact' || base.kind === 'derived' || base.kind === 'parameter') return `en ${context.print(context, base, LEVELS.term)}`;
    const text = context.print(context, base, LEVELS.any);
    return text.startsWith('hors ') && base.kind === 'compare' ? text : `(${text})`;
}

/** Whom the leases should go to; what ends in « contient … » would take the next word for itself. */
function targetText(context: PrintContext, target: Expression): string {
    const text = context.print(context, target, LEVELS.not);
    return / contient [^\s()]+$/.test(text) ? `(${text})` : text;
}
