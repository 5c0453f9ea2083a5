import { useDeferredValue, useMemo } from 'react';
import type { Policy } from '@bareme/language/ir';
import { compare } from '@bareme/language/ir';
import { highOf } from '@bareme/language/engine';
import { noteWords, scoreSheet, sheetOf, type SheetResult } from '../../reading/fact-sheet.js';
import { turnedPolicy, type Turns } from '../../reading/turned-policy.js';
import { show } from '../../state/navigation.js';
import type { Compiled } from '../../state/session.js';
import type { Turnable } from '../../state/trials.js';
import { LinkButton } from '../../base/button.js';

interface TriedExamplesProps {
    readonly compiled: Compiled;
    readonly turnable: Turnable;
    readonly turns: Turns;
}

/** Examples beyond these many are left out: the eye takes in no more. */
const MOST = 40;

/** Households typed by hand: their note and their place among themselves, in force and tried, at each move. */
export function TriedExamples({ compiled, turnable: { version, knobs }, turns }: TriedExamplesProps) {
    const late = useDeferredValue(turns);
    const examples = useMemo(
        () =>
            compiled.project.examples
                .filter(({ policy, version: of, variant }) => policy === version.name && of === version.version && variant === undefined)
                .slice(0, MOST),
        [compiled, version],
    );
    const before = useMemo(() => placed(examples.map((example) => noted(version, sheetOf(example)))), [version, examples]);
    const tried = useMemo(() => turnedPolicy(version, knobs, late), [version, knobs, late]);
    const after = useMemo(() => placed(examples.map((example) => noted(tried, sheetOf(example)))), [tried, examples]);
    if (examples.length === 0)
        return (
            <p className="card small soft">
                Aucun exemple de cette version : <LinkButton onClick={() => show('rediger')}>tapez-en un dans la fiche demandeur</LinkButton>, il suivra vos
                réglages ici.
            </p>
        );
    const rows = examples.map(({ label }, place) => ({ label, before: before[place], after: after[place] }));
    const moved = rows.filter((row) => row.before?.words !== row.after?.words);
    return (
        <details className="card" open>
            <summary>
                {moved.length === 0
                    ? `${examples.length} exemples gardent leur note`
                    : `${moved.length} exemple${moved.length === 1 ? '' : 's'} sur ${examples.length} change${moved.length === 1 ? '' : 'nt'} de note`}
            </summary>
            <table className="trial-table">
                <caption className="visually-hidden">Notes et rangs des exemples</caption>
                <thead>
                    <tr>
                        <th scope="col">Exemple</th>
                        <th scope="col">Note en vigueur</th>
                        <th scope="col">À l’essai</th>
                        <th scope="col">Rang entre eux</th>
                    </tr>
                </thead>
                <tbody>
                    {(moved.length === 0 ? rows.slice(0, 5) : moved).map(({ label, before: old, after: now }) => (
                        <tr key={label}>
                            <th scope="row">{label}</th>
                            <td>{old?.words}</td>
                            <td data-move={Math.sign((old?.rank ?? 0) - (now?.rank ?? 0))}>{now?.words}</td>
                            <td>{old?.rank === now?.rank ? now?.rank : `${old?.rank} → ${now?.rank}`}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </details>
    );
}

function noted(policy: Policy, sheet: ReturnType<typeof sheetOf>): SheetResult | undefined {
    return scoreSheet([policy], sheet)[0];
}

interface Placed {
    readonly words: string;
    readonly rank: number;
}

/** Notes in words, and ranks from the highest; the same note has the same rank. */
function placed(results: readonly (SheetResult | undefined)[]): readonly (Placed | undefined)[] {
    const highs = results.map((result) => result && highOf(result.explanation.result.declared));
    return results.map((result, place) => {
        const own = highs[place];
        if (result === undefined || own === undefined) return undefined;
        const rank = 1 + highs.filter((other) => other !== undefined && compare(other, own) > 0).length;
        return { words: noteWords(result.explanation.result.declared), rank };
    });
}
