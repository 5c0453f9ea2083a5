import { addDays, formatFrenchDate } from '../kit/civil-date.js';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { ActDates, Policy, PolicyDates } from '../ir/policy.js';
import type { Span } from '../ir/span.js';
import type { Day } from '../ir/value.js';
import type { Project } from '../ir/project.js';
import { place } from './checking.js';

/** Versions of one territory follow each other: no day without a version between the first and the last, none with two. */
export function validateVersions(project: Project): readonly Diagnostic[] {
    const byName = new Map<string, Policy[]>();
    for (const policy of project.policies) byName.set(policy.name, [...(byName.get(policy.name) ?? []), policy]);
    return [...byName.values()].flatMap((versions) => [
        ...versions.flatMap((version) => [...datesInOrder(version), ...datesOfActs(version)]),
        ...successions(versions),
    ]);
}

/** A version without end runs until the day before its successor's start (language.md, meaning 9). */
function successions(versions: readonly Policy[]): readonly Diagnostic[] {
    return versions.flatMap((version, index) => {
        const next = versions[index + 1];
        const findings = next === undefined ? [] : meeting(version, next);
        const succeeded = versions.find((candidate) => candidate.version === version.succeeds);
        if (succeeded !== undefined && succeeded.dates.from >= version.dates.from) {
            findings.push(report('BAR505', { version: version.version, succeeded: succeeded.version }, successionPlace(version)));
        }
        if (version.succeeds !== undefined && succeeded === undefined) {
            findings.push(
                report('BAR210', { policy: version.name, version: version.succeeds, known: versions.map((known) => known.version) }, successionPlace(version)),
            );
        }
        return findings;
    });
}

function meeting(version: Policy, next: Policy): Diagnostic[] {
    // Two files of one version are one finding: that its name is taken.
    if (version.version === next.version) return [];
    const end = version.dates.to;
    const overlaps =
        next.dates.from === version.dates.from ||
        (end !== undefined && end >= next.dates.from) ||
        (end === undefined && next.succeeds !== version.version && next.succeeds !== undefined);
    if (overlaps) {
        const related = [{ message: `« ${version.version} »`, location: forcePlace(version) }];
        return [
            report('BAR501', { policy: version.name, first: version.version, second: next.version, day: formatFrenchDate(next.dates.from) }, forcePlace(next), {
                related,
            }),
        ];
    }
    if (end === undefined || end >= addDays(next.dates.from, -1)) return [];
    return [
        report(
            'BAR502',
            { policy: version.name, from: formatFrenchDate(addDays(end, 1)), to: formatFrenchDate(addDays(next.dates.from, -1)) },
            forcePlace(next),
        ),
    ];
}

function datesInOrder(policy: Policy): readonly Diagnostic[] {
    const { from, to, deliberated } = policy.dates;
    const findings: Diagnostic[] = [];
    if (to !== undefined && to < from) findings.push(report('BAR506', { first: formatFrenchDate(from), second: formatFrenchDate(to) }, forcePlace(policy)));
    if (deliberated !== undefined && deliberated > from)
        findings.push(
            report('BAR506', { first: formatFrenchDate(deliberated), second: formatFrenchDate(from) }, place(policy.places?.deliberated ?? policy.at)),
        );
    return findings;
}

/** The words that say when a version is in force. */
function forcePlace(version: Policy): Location {
    return place(version.places?.force ?? version.at);
}

/** The version that another says it succeeds. */
function successionPlace(version: Policy): Location {
    return place(version.places?.succeeds ?? version.at);
}

/** What an act says happened on a day, in words. */
interface Dated {
    readonly what: string;
    readonly day: Day | undefined;
}

/**
 * The dates of a version and of the acts beside it, in the order that acts have: opinions, then the vote, then the signature, then the entry
 * into force, then the switch of notes and the evaluation.
 */
function datesOfActs({ dates, acts = [], at }: Policy): readonly Diagnostic[] {
    const force: Dated = { what: 'l’entrée en vigueur', day: dates.from };
    return [
        ...opinions(dates, at),
        ...late({ what: 'La signature', day: dates.signed }, force, dates.places?.signed ?? at),
        ...late({ ...force, what: 'L’entrée en vigueur' }, { what: 'la bascule des notes', day: dates.switchover }, dates.places?.switchover ?? at),
        ...late({ ...force, what: 'L’entrée en vigueur' }, { what: 'l’évaluation', day: dates.evaluation }, dates.places?.evaluation ?? at),
        ...acts.flatMap((act) => {
            const from: Dated = { what: 'l’entrée en vigueur', day: act.dates.from ?? dates.from };
            return [
                ...opinions(act.dates, act.at),
                ...late({ what: 'La délibération', day: act.dates.deliberated }, from, act.dates.places?.deliberated ?? act.at),
                ...late({ what: 'La signature', day: act.dates.signed }, from, act.dates.places?.signed ?? act.at),
                ...late({ what: 'Le début', day: act.dates.from }, { what: 'la fin', day: act.dates.to }, act.dates.places?.force ?? act.at),
            ];
        }),
    ];
}

/** An opinion is given before the vote, or before the signature where nothing is voted. */
function opinions({ deliberated, signed, opinions: given, places }: PolicyDates | ActDates, at: Span): readonly Diagnostic[] {
    const decision: Dated = deliberated === undefined ? { what: 'la signature', day: signed } : { what: 'la délibération', day: deliberated };
    return given.flatMap(({ body, day }, index) => late({ what: `L’avis ${body}`, day }, decision, places?.opinions?.[index] ?? at));
}

/** The finding that what should come first comes last. */
function late(first: Dated, second: Dated, at: Span): readonly Diagnostic[] {
    if (first.day === undefined || second.day === undefined || first.day <= second.day) return [];
    const params = { first: first.what, firstDay: formatFrenchDate(first.day), second: second.what, secondDay: formatFrenchDate(second.day) };
    return [report('BAR491', params, place(at))];
}
