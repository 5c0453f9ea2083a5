import { useMemo, useState } from 'react';
import { signed, whole } from '../../base/french.js';
import { extremes, gainsOf, isPublishable, type GroupGain } from '../../reading/winners.js';
import { useSession } from '../../state/session.js';
import type { ComparisonProps } from './comparison-props.js';

const SHOWN = 5;

/** The groups that gain and lose the most, then every group of a breakdown. */
export function Winners({ run, ruleSet }: ComparisonProps) {
    const { report } = run;
    const edition = useSession((state) => state.edition);
    const comparison = report.comparisons.find((item) => item.ruleSet === ruleSet);
    const gains = useMemo(() => (comparison === undefined ? [] : gainsOf(report, comparison)), [report, comparison]);
    const shown = edition === 'interne' ? gains : gains.filter(isPublishable);
    const { up, down } = extremes(shown, SHOWN);
    const largest = Math.max(1, ...shown.map(({ gain }) => Math.abs(gain)));
    const seeds = report.replications?.seeds.length ?? 1;
    return (
        <section className="card stack" aria-labelledby="winners">
            <div>
                <p className="overline">Qui gagne, qui perd</p>
                <h2 id="winners">{winnersTitle(up[0], down[0])}</h2>
            </div>
            <div className="two-columns">
                <Bars title="Plus de ménages logés" gains={up} largest={largest} />
                <Bars title="Moins de ménages logés" gains={down} largest={largest} />
            </div>
            <p className="small soft">
                {seeds === 1
                    ? 'Un seul tirage : ces écarts peuvent tenir au hasard des refus. Rejouez avec plusieurs tirages pour avoir un intervalle.'
                    : `Intervalles sur ${seeds} tirages ; grisés quand ils contiennent zéro.`}
                {edition === 'partageable' && ` Les groupes de 1 à 10 ménages ne sont pas montrés (${whole(gains.length - shown.length)} groupes).`}
            </p>
            <Breakdowns gains={shown} />
        </section>
    );
}

function winnersTitle(up: GroupGain | undefined, down: GroupGain | undefined): string {
    if (up === undefined && down === undefined) return 'Aucun groupe ne gagne ni ne perd';
    const winner = up === undefined ? 'personne ne gagne' : `« ${up.breakdown} : ${up.group} » gagne le plus (${signed(up.gain)})`;
    const loser = down === undefined ? 'personne ne perd' : `« ${down.breakdown} : ${down.group} » perd le plus (${signed(down.gain)})`;
    return `${winner} ; ${loser}`;
}

function Bars({ title, gains, largest }: { readonly title: string; readonly gains: readonly GroupGain[]; readonly largest: number }) {
    return (
        <div className="stack">
            <h3>{title}</h3>
            {gains.length === 0 && <p className="soft">Aucun groupe assez nombreux pour être montré.</p>}
            <ul className="bars">
                {gains.map((item) => (
                    <li key={`${item.outcome.breakdown} ${item.outcome.group}`} data-unsure={item.unsure}>
                        <span className="bar-label">
                            {item.breakdown} : <strong>{item.group}</strong>
                        </span>
                        <span className="bar-track" aria-hidden="true">
                            <span
                                className="bar-fill"
                                data-sense={item.gain < 0 ? 'loss' : 'gain'}
                                style={{ width: `${(Math.abs(item.gain) / largest) * 100}%` }}
                            />
                        </span>
                        <span className="bar-value">
                            {signed(item.gain)}
                            {item.range !== undefined && (
                                <span className="soft">
                                    {' '}
                                    ({signed(item.range.low)} à {signed(item.range.high)})
                                </span>
                            )}
                            {item.unsure && <span className="soft"> incertain</span>}
                        </span>
                    </li>
                ))}
            </ul>
        </div>
    );
}

/** Every group of a breakdown that the reader chooses. */
function Breakdowns({ gains }: { readonly gains: readonly GroupGain[] }) {
    const names = useMemo(() => [...new Set(gains.map(({ breakdown }) => breakdown))].sort((a, b) => a.localeCompare(b, 'fr')), [gains]);
    const [chosen, setChosen] = useState('');
    const name = names.includes(chosen) ? chosen : (names[0] ?? '');
    if (names.length === 0) return null;
    return (
        <details>
            <summary>Tous les groupes, par critère de lecture</summary>
            <div className="stack" style={{ marginTop: '0.75rem' }}>
                <label className="row small">
                    Répartition
                    <select value={name} onChange={({ target }) => setChosen(target.value)}>
                        {names.map((item) => (
                            <option key={item}>{item}</option>
                        ))}
                    </select>
                </label>
                <GroupTable gains={gains.filter(({ breakdown }) => breakdown === name)} name={name} />
            </div>
        </details>
    );
}

function GroupTable({ gains, name }: { readonly gains: readonly GroupGain[]; readonly name: string }) {
    return (
        <div className="scroll" tabIndex={0} role="region" aria-label={name}>
            <table className="grid-table">
                <thead>
                    <tr>
                        <th scope="col">{name}</th>
                        {['Demandes', 'Logés seulement sous la variante', 'Logés seulement en vigueur', 'Logés sous les deux', 'Écart'].map((title) => (
                            <th key={title} scope="col" className="number">
                                {title}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {gains.map(({ group, outcome, gain }) => (
                        <tr key={outcome.group}>
                            <th scope="row">{group}</th>
                            {[outcome.demands, outcome.onlyOther, outcome.onlyBaseline, outcome.both].map((count, place) => (
                                <td key={place} className="number">
                                    {whole(count)}
                                </td>
                            ))}
                            <td className="number">{signed(gain)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
