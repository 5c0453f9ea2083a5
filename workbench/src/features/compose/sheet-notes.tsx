import { useState } from 'react';
import { formatFrench } from '@bareme/language/ir';
import type { PointsResult, TraceLine } from '@bareme/language/engine';
import { noteWords, type SheetResult } from '../../reading/fact-sheet.js';

/** The note of a household under each rule set, and where its points come from under one of them. */
export function SheetNotes({ results }: { readonly results: readonly SheetResult[] }) {
    const [chosen, setChosen] = useState('');
    const shown = results.find(({ policy }) => nameOf(policy) === chosen) ?? results[0];
    return (
        <div className="stack" aria-live="polite">
            <ul className="sheet-notes">
                {results.map(({ policy, explanation }) => (
                    <li key={nameOf(policy)}>
                        <button type="button" aria-pressed={policy === shown?.policy} onClick={() => setChosen(nameOf(policy))}>
                            <span>{policy.variant === undefined ? `En vigueur (${policy.version})` : (policy.variant.label ?? policy.variant.name)}</span>
                            <strong>{noteWords(explanation.result.declared)}</strong>
                        </button>
                    </li>
                ))}
            </ul>
            {shown !== undefined && <Lines result={shown} />}
        </div>
    );
}

function nameOf(policy: SheetResult['policy']): string {
    return policy.variant?.name ?? '';
}

/** The criteria that give points, or may. */
function Lines({ result: { explanation, policy } }: { readonly result: SheetResult }) {
    const { declared } = explanation.result;
    const lines = explanation.traces.declared.lines.filter(isTelling);
    const labels = new Map(policy.vocabulary.facts.map(({ name, label }) => [name, label ?? name]));
    return (
        <div className="small stack">
            {lines.length === 0 && <p className="soft">Aucun critère ne donne de point.</p>}
            <ul className="sheet-lines">
                {lines.map(({ name, label, kept, status, path }) => (
                    <li key={[...path, name].join('/')} data-status={status}>
                        <span>
                            {label ?? name}
                            {status === 'set-aside' && <span className="soft"> (écarté par la rubrique)</span>}
                            {status === 'unknown' && <span className="soft"> (à compléter)</span>}
                        </span>
                        <strong>{pointsWords(kept)}</strong>
                    </li>
                ))}
            </ul>
            {declared.kind === 'incomplete' && <p>Il manque : {declared.missing.map((name) => labels.get(name) ?? name).join(' ; ')}.</p>}
            {declared.kind === 'interval' && <p className="soft">L’intervalle vient des critères qui lisent le logement proposé.</p>}
        </div>
    );
}

function isTelling({ kind, status, points }: TraceLine): boolean {
    if (kind !== 'criterion' || status === 'not-met') return false;
    return points.kind === 'bounds' || points.points.n !== 0n;
}

function pointsWords(points: PointsResult): string {
    if (points.kind === 'exact') return formatFrench(points.points, 2);
    return `${formatFrench(points.low, 2)} à ${formatFrench(points.high, 2)}`;
}
