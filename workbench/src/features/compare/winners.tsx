import { useMemo, useState } from 'react';
import { peopleClasses, type PeopleClass } from '@bareme/language/telling';
import { signed, whole } from '../../base/french.js';
import { useSession } from '../../state/session.js';
import type { ComparisonProps } from './comparison-props.js';

const SHOWN = 5;

/** The groups that gain and lose the most, then every group of a breakdown. */
export function Winners({ run, ruleSet }: ComparisonProps) {
    const { report } = run;
    const edition = useSession((state) => state.edition);
    const comparison = report.comparisons.find((item) => item.ruleSet === ruleSet);
    const classes = useMemo(
        () => (comparison === undefined ? [] : peopleClasses(comparison, report.replications, edition === 'interne' ? 'internal' : 'shareable')),
        [report, comparison, edition],
    );
    const { up, down } = extremes(classes);
    const largest = Math.max(1, ...classes.map(({ balance }) => Math.abs(balance.middle)));
    const seeds = report.replications?.seeds.length ?? 1;
    return (
        <section className="card stack" aria-labelledby="winners">
            <div>
                <p className="overline">Qui gagne, qui perd</p>
                <h2 id="winners">{winnersTitle(up[0], down[0])}</h2>
            </div>
            <div className="two-columns">
                <Bars title="Plus de ménages logés" classes={up} largest={largest} seeds={seeds} />
                <Bars title="Moins de ménages logés" classes={down} largest={largest} seeds={seeds} />
            </div>
            <p className="small soft">
                {seeds === 1
                    ? 'Un seul tirage : ces écarts peuvent tenir au hasard des refus. Rejouez avec plusieurs tirages pour avoir un intervalle.'
                    : `Intervalles sur ${seeds} tirages ; grisés quand ils contiennent zéro.`}
                {edition === 'partageable' &&
                    ' Les effectifs sont arrondis à la dizaine ; les classes où un effectif de 1 à 10 ménages se lirait, ou se calculerait, sont réunies à leurs voisines.'}
            </p>
            <Breakdowns classes={classes} />
        </section>
    );
}

/** The classes that gain the most, then those that lose the most. */
function extremes(classes: readonly PeopleClass[]): { readonly up: readonly PeopleClass[]; readonly down: readonly PeopleClass[] } {
    const sorted = [...classes].sort((a, b) => b.balance.middle - a.balance.middle);
    return {
        up: sorted.filter(({ balance }) => balance.middle > 0).slice(0, SHOWN),
        down: sorted
            .filter(({ balance }) => balance.middle < 0)
            .slice(-SHOWN)
            .reverse(),
    };
}

function winnersTitle(up: PeopleClass | undefined, down: PeopleClass | undefined): string {
    if (up === undefined && down === undefined) return 'Aucune classe ne gagne ni ne perd';
    const winner = up === undefined ? 'personne ne gagne' : `« ${up.name} » gagne le plus (${signed(up.balance.middle)})`;
    const loser = down === undefined ? 'personne ne perd' : `« ${down.name} » perd le plus (${signed(down.balance.middle)})`;
    return `${winner} ; ${loser}`;
}

interface BarsProps {
    readonly title: string;
    readonly classes: readonly PeopleClass[];
    readonly largest: number;
    readonly seeds: number;
}

function Bars({ title, classes, largest, seeds }: BarsProps) {
    return (
        <div className="stack">
            <h3>{title}</h3>
            {classes.length === 0 && <p className="soft">Aucune classe assez nombreuse pour être montrée.</p>}
            <ul className="bars">
                {classes.map(({ breakdown, name, balance, unsure }) => (
                    <li key={`${breakdown} ${name}`} data-unsure={seeds > 1 && unsure}>
                        <span className="bar-label">{name}</span>
                        <span className="bar-track" aria-hidden="true">
                            <span
                                className="bar-fill"
                                data-sense={balance.middle < 0 ? 'loss' : 'gain'}
                                style={{ width: `${(Math.abs(balance.middle) / largest) * 100}%` }}
                            />
                        </span>
                        <span className="bar-value">
                            {signed(balance.middle)}
                            {seeds > 1 && (
                                <span className="soft">
                                    {' '}
                                    ({signed(balance.low)} à {signed(balance.high)})
                                </span>
                            )}
                            {seeds > 1 && unsure && <span className="soft"> incertain</span>}
                        </span>
                    </li>
                ))}
            </ul>
        </div>
    );
}

/** Every class of a breakdown that the reader chooses. */
function Breakdowns({ classes }: { readonly classes: readonly PeopleClass[] }) {
    const names = useMemo(() => [...new Set(classes.map(({ breakdownLabel }) => breakdownLabel))].sort((a, b) => a.localeCompare(b, 'fr')), [classes]);
    const [chosen, setChosen] = useState('');
    const name = names.includes(chosen) ? chosen : (names[0] ?? '');
    if (names.length === 0) return null;
    return (
        <details>
            <summary>Toutes les classes, par critère de lecture</summary>
            <div className="stack" style={{ marginTop: '0.75rem' }}>
                <label className="row small">
                    Répartition
                    <select value={name} onChange={({ target }) => setChosen(target.value)}>
                        {names.map((item) => (
                            <option key={item}>{item}</option>
                        ))}
                    </select>
                </label>
                <ClassTable classes={classes.filter(({ breakdownLabel }) => breakdownLabel === name)} name={name} />
            </div>
        </details>
    );
}

const COLUMNS = ['Demandes', 'Logés seulement sous la variante', 'Logés seulement en vigueur', 'Logés en vigueur', 'Logés sous la variante', 'Écart'];

function ClassTable({ classes, name }: { readonly classes: readonly PeopleClass[]; readonly name: string }) {
    return (
        <div className="scroll" tabIndex={0} role="region" aria-label={name}>
            <table className="grid-table">
                <thead>
                    <tr>
                        <th scope="col">{name}</th>
                        {COLUMNS.map((title) => (
                            <th key={title} scope="col" className="number">
                                {title}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {classes.map(({ name: row, demands, gains, losses, housedBefore, housedAfter, balance }) => (
                        <tr key={row}>
                            <th scope="row">{row}</th>
                            {[demands, gains, losses, housedBefore, housedAfter].map((count, place) => (
                                <td key={place} className="number">
                                    {whole(count)}
                                </td>
                            ))}
                            <td className="number">{signed(balance.middle)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
