import { absurd } from '@bareme/language/ir';
import { report, type Diagnostic, type ParamsOf } from '@bareme/language/diagnostics';
import type { ReplayFinding, ReplayReport, RuleSetInput } from '@bareme/language/replay';
import { dayText } from '../french.js';
import type { ReportWords } from '../html-report/figures/report-words.js';

/** A reason to refuse a replay, in words. */
export function replayDiagnostic({ code, params }: ReplayFinding): Diagnostic {
    const text = (name: string) => params[name] ?? '';
    const day = (name: string) => dayText(Number(text(name)));
    const ruleSet = text('ruleSet');
    const version = text('version');
    switch (code) {
        case 'no-rule-set':
            return report('BAR801', {});
        case 'rule-set-id-taken':
            return report('BAR802', { ruleSet });
        case 'several-territories':
            return report('BAR803', { ruleSet, territory: text('territory'), other: text('other') });
        case 'variant-without-version':
            return report('BAR804', { ruleSet, version });
        case 'no-version-in-force':
            return report('BAR805', { ruleSet, day: day('day'), days: text('days') });
        case 'no-vacancy-in-communes':
            return report('BAR818', { ruleSet });
        case 'several-versions-in-force':
            return report('BAR806', { ruleSet, version, other: text('other'), day: day('day') });
        case 'policy-without-ranking':
            return report('BAR807', { ruleSet, version });
        case 'policy-without-scoring':
            return report('BAR808', { ruleSet, version });
        case 'policy-to-set':
            return report('BAR641', { policy: `${ruleSet} ${version}`, left: leftOf(text('left')) });
        case 'window-inverted':
            return report('BAR809', { from: day('from'), to: day('to') });
        case 'window-outside-data':
            return report('BAR810', { from: day('from'), to: day('to'), dataFrom: day('dataFrom'), dataTo: day('dataTo') });
        case 'seed-invalid':
            return report('BAR811', {});
        case 'assumption-invalid':
            return report('BAR812', { assumption: text('assumption') });
        case 'role-missing':
            return report('BAR813', { table: text('table'), role: text('role') });
        case 'no-demand':
            return report('BAR814', {});
        case 'no-vacancy':
            return report('BAR815', { from: day('from'), to: day('to') });
        case 'no-recorded-lease':
            return report('BAR816', {});
        case 'no-recorded-candidates':
            return report('BAR817', {});
        default:
            return absurd(code);
    }
}

/** What a replay was made with. */
interface Replayed {
    readonly report: ReplayReport;
    readonly ruleSets: readonly RuleSetInput[];
    readonly words: ReportWords;
}

/** What a finished replay calls out: variants that change nothing, dwellings that no policy ranks, places and landlords without label. */
export function reportDiagnostics(replayed: Replayed): readonly Diagnostic[] {
    const { ruleSets, volumes } = replayed.report;
    const idle = ruleSets.filter(({ variant, changesNothing }) => variant !== undefined && changesNothing);
    const outside = volumes.notEvaluated.filter(({ reason }) => reason === 'commune-without-rules');
    return [
        ...idle.map(({ label }) => report('BAR830', { variant: label })),
        ...outside.map(({ ruleSet = '', count }) => report('BAR831', { ruleSet: labelOf(ruleSets, ruleSet), count })),
        ...withoutLabel(replayed, 'commune'),
        ...withoutLabel(replayed, 'landlord'),
    ];
}

/** Words of a finding named at most. */
const NAMED = 5;

/** The words of the dwellings that the page shows as the data write them. */
function withoutLabel({ report: { ledger }, ruleSets, words }: Replayed, what: ParamsOf<'BAR840'>['what']): readonly Diagnostic[] {
    const role = what === 'commune' ? 'commune' : 'bailleur';
    const shown = new Set(ledger.flatMap(({ commune, landlord }) => (what === 'commune' ? commune : landlord) ?? []));
    const bare = [...shown].filter((word) => word !== '' && words.dwelling(role, word) === word).sort();
    const facts = ruleSets.flatMap(({ versions }) => versions.flatMap(({ vocabulary }) => vocabulary.facts));
    const fact = facts.find((of) => of.owner === 'logement' && of.role === role)?.name ?? role;
    return bare.length === 0 ? [] : [report('BAR840', { what, fact, count: bare.length, words: bare.slice(0, NAMED) })];
}

function labelOf(ruleSets: ReplayReport['ruleSets'], id: string): string {
    return ruleSets.find((ruleSet) => ruleSet.id === id)?.label ?? id;
}

/** What is left to be set, one a line: what it is, then whose. */
function leftOf(text: string): ParamsOf<'BAR641'>['left'] {
    const known = ['points', 'cap', 'floor', 'increase'] as const;
    return text.split('\n').flatMap((line) => known.filter((what) => line.startsWith(`${what} `)).map((what) => ({ what, of: line.slice(what.length + 1) })));
}
