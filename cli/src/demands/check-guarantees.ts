import { report, type Diagnostic } from '@bareme/language/diagnostics';
import { checkGuarantee, loadPolicy, type GuaranteeCounts } from '@bareme/language/engine';
import type { Policy } from '@bareme/language/ir';
import { integerText, plural } from '../french.js';
import { demandsOn } from './demands-on.js';
import type { ScoringSetup } from './scoring-setup.js';

/** A guarantee that demands were tested against. */
interface Tested {
    readonly guarantee: Policy['guarantees'][number];
    readonly counts: GuaranteeCounts;
}

/** Tests on the demands open that day what the policy promises of them. */
export function testGuarantees(policy: Policy, { tables, day }: ScoringSetup): readonly Tested[] {
    const loaded = loadPolicy(policy);
    const demands = demandsOn(tables.demands, day).flatMap(({ open, facts }) => (open && facts !== undefined ? [facts] : []));
    return policy.guarantees.flatMap((guarantee) => {
        const { promise } = guarantee;
        return promise.kind === 'unread' ? [] : [{ guarantee, counts: checkGuarantee(loaded, promise, { demands, day }) }];
    });
}

/** What is found: a guarantee that is broken, one of which some demands do not tell. */
export function guaranteeFindings(tested: readonly Tested[]): readonly Diagnostic[] {
    return tested.flatMap(({ guarantee: { name, label = name, at }, counts: { broken, unsure, tested: count } }) => {
        const [path, start, end] = at;
        const location = { path, start, end };
        return [
            ...(broken === 0 ? [] : [report('BAR486', { guarantee: label, broken, tested: count }, location)]),
            ...(unsure === 0 ? [] : [report('BAR487', { guarantee: label, unsure, tested: count }, location)]),
        ];
    });
}

/** One line for each guarantee. */
export function guaranteesText(tested: readonly Tested[]): string {
    if (tested.length === 0) return 'La politique en vigueur ce jour-là n’a pas de garantie à essayer.\n';
    return tested
        .map(({ guarantee: { name, label = name }, counts }) => {
            const { broken, unsure, unknown } = counts;
            const kept = counts.tested - broken - unsure;
            const left = unknown === 0 ? '' : ` ; on ne sait pas si elle en concerne ${plural(unknown, 'autre', 'autres')}`;
            return `Garantie « ${label} » : tenue pour ${plural(kept, 'demande', 'demandes')} sur ${integerText(counts.tested)}${left}.\n`;
        })
        .join('');
}
