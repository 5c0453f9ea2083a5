import { HISTORY, type ObjectiveOutcome } from '@bareme/language/replay';
import { Badge, type Tone } from '../../base/badge.js';
import { approximate, fractionShare, share, whole } from '../../base/french.js';
import { FEW_LEASES, matrixColumns, objectiveLines, shareBounds, withoutVerdict, yearsOfLeases } from '../../reading/objective-matrix.js';
import type { ComparisonProps } from './comparison-props.js';

/** Each objective under each rule set, the record first. */
export function ObjectiveMatrix({ run, labels, ruleSet }: ComparisonProps) {
    const { report } = run;
    const columns = matrixColumns(report);
    const lines = objectiveLines(report, columns, labels.value);
    const years = yearsOfLeases(report);
    return (
        <section className="card stack" aria-labelledby="objectives">
            <div>
                <p className="overline">Objectifs</p>
                <h2 id="objectives">Ce que deviennent les engagements</h2>
            </div>
            <div className="scroll" tabIndex={0} role="region" aria-label="Objectifs sous chaque règle">
                <table className="grid-table matrix">
                    <thead>
                        <tr>
                            <th scope="col">Objectif</th>
                            {columns.map(({ id, label }) => (
                                <th key={id} scope="col" data-chosen={id === ruleSet}>
                                    {label}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {lines.map(({ key, label, detail, references, cells }) => (
                            <tr key={key}>
                                <th scope="row">
                                    {label}
                                    {detail !== '' && <span className="soft">, {detail}</span>}
                                    <div className="small soft objective-threshold">{thresholdWords(cells, references)}</div>
                                </th>
                                {cells.map((cell, place) => (
                                    <td key={columns[place]?.id} data-chosen={columns[place]?.id === ruleSet}>
                                        {cell === undefined ? (
                                            <span className="soft">non mesuré</span>
                                        ) : (
                                            <Cell outcome={cell} silence={withoutVerdict(report, cell, years)} />
                                        )}
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            <p className="small soft">
                Un intervalle va de « aucun » à « tous » les baux dont on ne sait pas s’ils atteignent la cible. Une année incomplète n’a pas de verdict : les
                quotas sont annuels. Un rejeu est une simulation : le seuil est dit atteint, jamais « tenu ».
            </p>
        </section>
    );
}

function thresholdWords(cells: readonly (ObjectiveOutcome | undefined)[], references: readonly string[]): string {
    const first = cells.find((cell) => cell !== undefined);
    if (first === undefined) return '';
    const sense = first.sense === 'at-least' ? 'au moins' : 'au plus';
    const amount = first.counted === 'share' ? fractionShare(first.threshold) : whole(approximate(first.threshold));
    return [`${sense} ${amount}`, ...references].join(' · ');
}

interface CellProps {
    readonly outcome: ObjectiveOutcome;
    /** Why there is no verdict. */
    readonly silence: ReturnType<typeof withoutVerdict>;
}

const SILENCES = { 'part-of-year': 'année incomplète : pas de verdict', 'several-years': 'deux années mêlées : pas de verdict' } as const;

function Cell({ outcome, silence }: CellProps) {
    const { numerator, due, sense } = outcome;
    const { low, high, of } = shareBounds(outcome);
    if (of === 0) return <span className="soft">aucun bail</span>;
    const isFew = of < FEW_LEASES;
    return (
        <div className="matrix-cell">
            <span className="matrix-value">
                {isFew
                    ? `${whole(numerator)} sur ${whole(of)}`
                    : low === high
                      ? share(numerator, of)
                      : `${share(Math.round(low * of), of)} à ${share(Math.round(high * of), of)}`}
            </span>
            {!isFew && <Gauge low={low} high={high} threshold={outcome.counted === 'share' ? approximate(outcome.threshold) : undefined} />}
            {silence === undefined ? <Verdict outcome={outcome} /> : <span className="small soft">{SILENCES[silence]}</span>}
            {due > 0 && silence === undefined && (
                <span className="small soft">{sense === 'at-least' ? `il en manque ${whole(due)}` : `${whole(due)} de trop`}</span>
            )}
        </div>
    );
}

/** The share from low to high, and the threshold, on one line. */
function Gauge({ low, high, threshold }: { readonly low: number; readonly high: number; readonly threshold?: number }) {
    return (
        <span className="gauge" aria-hidden="true">
            <span className="gauge-low" style={{ width: `${low * 100}%` }} />
            <span className="gauge-unknown" style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
            {threshold !== undefined && <span className="gauge-threshold" style={{ left: `${threshold * 100}%` }} />}
        </span>
    );
}

function Verdict({ outcome }: { readonly outcome: ObjectiveOutcome }) {
    const { verdict, ruleSet } = outcome;
    const isRecord = ruleSet === HISTORY;
    const words: Readonly<Record<ObjectiveOutcome['verdict'], readonly [Tone, string]>> = {
        met: ['good', isRecord ? '✓ tenu' : '✓ seuil atteint'],
        missed: ['bad', isRecord ? '✗ non tenu' : '✗ seuil manqué'],
        unsure: ['warn', '? incertain'],
        'no-base': ['plain', 'sans objet'],
    };
    const [tone, text] = words[verdict];
    return <Badge tone={tone}>{text}</Badge>;
}
