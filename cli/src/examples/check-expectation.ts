import type { EligibilityResult, Explanation, NoteResult, PointsResult } from '@bareme/language/engine';
import { absurd, compare, fromFraction, type Expectation, type Fraction, type Rational, type Span } from '@bareme/language/ir';
import { enumerate, pointsText } from '../french.js';

/** An expectation that the policy does not meet: what was expected and found, in words; the criterion where a detail differs. */
export interface Mismatch {
    readonly criterion?: string;
    readonly expected: string;
    readonly found: string;
    readonly at: Span;
}

/** What the policy gives for an example. */
export interface Seen {
    readonly explanation: Explanation;
    readonly eligibility: () => EligibilityResult;
}

/** How an expectation is contradicted; empty when it is met. */
export function checkExpectation(expectation: Expectation, seen: Seen): readonly Mismatch[] {
    switch (expectation.kind) {
        case 'note':
            return checkNote(expectation, seen.explanation);
        case 'incomplete':
            return checkIncomplete(expectation, seen.explanation);
        case 'unscored':
            return checkUnscored(expectation, seen.explanation);
        case 'eligibility':
            return checkEligibility(expectation, seen.eligibility());
        default:
            return absurd(expectation);
    }
}

type Expected<Kind extends Expectation['kind']> = Extract<Expectation, { kind: Kind }>;

function checkNote({ which, note, details, at }: Expected<'note'>, { result, traces }: Explanation): readonly Mismatch[] {
    const found = result[which];
    const met = (found.kind === 'note' && same(found.note, note)) || (found.kind === 'interval' && same(found.fixed, note));
    const word = which === 'verified' ? 'note vérifiée' : 'note';
    const whole = met ? [] : [{ expected: `${word} ${pointsText(note)}`, found: noteText(found), at }];
    return [...whole, ...details.flatMap((detail) => checkDetail(detail, traces[which].lines))];
}

function checkDetail(detail: Expected<'note'>['details'][number], lines: Explanation['traces']['declared']['lines']): readonly Mismatch[] {
    const line = lines.find(({ name, kind }) => name === detail.criterion && kind !== 'scoring');
    const kept = line?.kept;
    if (kept?.kind === 'exact' && same(kept.points, detail.points)) return [];
    const found = kept === undefined ? 'aucun critère de ce nom dans la cotation qui note cette demande' : pointsResultText(kept);
    return [{ criterion: detail.criterion, expected: pointsWords(detail.points), found, at: detail.at }];
}

function checkIncomplete({ low, high, missing, at }: Expected<'incomplete'>, { result }: Explanation): readonly Mismatch[] {
    const found = result.declared;
    const met =
        found.kind === 'incomplete' &&
        (low === undefined || same(found.low, low)) &&
        (high === undefined || same(found.high, high)) &&
        missing.every((name) => found.missing.includes(name));
    if (met) return [];
    const bounds = low === undefined || high === undefined ? '' : ` entre ${pointsText(low)} et ${pointsText(high)}`;
    const lacking = missing.length === 0 ? '' : ` (manque ${enumerate(missing)})`;
    return [{ expected: `incomplète${bounds}${lacking}`, found: noteText(found), at }];
}

function checkUnscored({ clause, at }: Expected<'unscored'>, { result: { declared } }: Explanation): readonly Mismatch[] {
    if (declared.kind === 'unscored' && (clause === undefined || declared.clauses.includes(clause))) return [];
    return [{ expected: withNames(UNSCORED, clause === undefined ? [] : [clause]), found: noteText(declared), at }];
}

const UNSCORED = 'hors cotation';

function checkEligibility({ result, motive, at }: Expected<'eligibility'>, found: EligibilityResult): readonly Mismatch[] {
    const names = found.kind === 'eligible' ? [] : found.exclusions;
    if (found.kind === result && (motive === undefined || names.includes(motive))) return [];
    return [{ expected: withNames(ELIGIBILITY[result], motive === undefined ? [] : [motive]), found: withNames(ELIGIBILITY[found.kind], names), at }];
}

const ELIGIBILITY = { eligible: 'éligible', ineligible: 'inéligible', 'to-verify': 'à vérifier' } as const;

function withNames(word: string, names: readonly string[]): string {
    return names.length === 0 ? word : `${word} (${enumerate(names)})`;
}

/** A note in words: `note 77`, `note 77, de 72 à 82 selon le logement`, `incomplète entre 20 et 37 (manque loyer)`. */
export function noteText(note: NoteResult): string {
    switch (note.kind) {
        case 'note':
            return `note ${pointsText(note.note)}`;
        case 'interval':
            return `note ${pointsText(note.fixed)}, de ${pointsText(note.low)} à ${pointsText(note.high)} selon le logement`;
        case 'incomplete': {
            const lacking = note.missing.length === 0 ? '' : ` (manque ${enumerate(note.missing)})`;
            return `incomplète entre ${pointsText(note.low)} et ${pointsText(note.high)}${lacking}`;
        }
        case 'unscored':
            return withNames(UNSCORED, note.clauses);
        default:
            return absurd(note);
    }
}

/** Points in words: `20 points`, `entre 0 et 20 points`. */
export function pointsResultText(points: PointsResult): string {
    return points.kind === 'exact' ? pointsWords(points.points) : `entre ${pointsText(points.low)} et ${pointsText(points.high)} points`;
}

function pointsWords(points: Fraction | Rational): string {
    const value = typeof points === 'string' ? fromFraction(points) : points;
    const small = value !== undefined && value.n < 2n * value.d && value.n > -2n * value.d;
    return `${pointsText(points)} ${small ? 'point' : 'points'}`;
}

function same(found: Rational, expected: Fraction): boolean {
    const value = fromFraction(expected);
    return value !== undefined && compare(found, value) === 0;
}
