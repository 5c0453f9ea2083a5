import { HISTORY } from '@bareme/language/replay';
import { decimal, whole } from '../../base/french.js';
import { fluxLines, type FluxLine } from '../../reading/flux-debts.js';
import type { ComparisonProps } from './comparison-props.js';

const SHOWN = 6;

/** What each landlord owes to each reservee, the largest debt first. */
export function FluxDebts({ run, ruleSet }: ComparisonProps) {
    const { report } = run;
    const lines = fluxLines(report);
    if (lines.length === 0) return null;
    const columns = [report.ruleSets[0]?.id ?? '', ruleSet, HISTORY];
    const titles = ['Règles en vigueur', report.ruleSets.find(({ id }) => id === ruleSet)?.label ?? '', 'Enregistré'];
    const [worst] = lines;
    return (
        <section className="card stack" aria-labelledby="flux">
            <div>
                <p className="overline">Flux</p>
                <h2 id="flux">{worst !== undefined && worst.debt > 0 ? `La plus grande dette : ${worst.label}` : 'Aucune dette envers un réservataire'}</h2>
            </div>
            <FluxTable lines={lines.slice(0, SHOWN)} columns={columns} titles={titles} name="Dettes les plus grandes" />
            {lines.length > SHOWN && (
                <details>
                    <summary>Les {whole(lines.length)} conventions et années</summary>
                    <FluxTable lines={lines} columns={columns} titles={titles} name="Toutes les conventions" />
                </details>
            )}
            <p className="small soft">
                Logements dus moins logements reçus, dans l’unité de chaque convention ; un nombre négatif dit que le réservataire a reçu plus que son dû.
            </p>
        </section>
    );
}

interface FluxTableProps {
    readonly lines: readonly FluxLine[];
    readonly columns: readonly string[];
    readonly titles: readonly string[];
    readonly name: string;
}

function FluxTable({ lines, columns, titles, name }: FluxTableProps) {
    return (
        <div className="scroll" tabIndex={0} role="region" aria-label={name}>
            <table className="grid-table">
                <thead>
                    <tr>
                        <th scope="col">Convention</th>
                        <th scope="col" className="number">
                            Année
                        </th>
                        {titles.map((title) => (
                            <th key={title} scope="col" className="number">
                                {title}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {lines.map(({ key, label, place, year, outcomes }) => (
                        <tr key={key}>
                            <th scope="row">
                                {label}
                                {place !== undefined && <span className="soft">, commune {place}</span>}
                            </th>
                            <td className="number">{year}</td>
                            {columns.map((id) => {
                                const balance = outcomes.get(id)?.balance;
                                return (
                                    <td key={id} className="number">
                                        {balance === undefined ? <span className="soft">non dit</span> : decimal(balance)}
                                    </td>
                                );
                            })}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
