import { counted, share, whole } from '../../base/french.js';
import { movementUnder } from '../../reading/vacancies.js';
import type { ComparisonProps } from './comparison-props.js';

/** How much moves: leases that go to other households, then the rest. */
export function Movement({ run, ruleSet, vacancies }: ComparisonProps) {
    const { report } = run;
    const rules = report.ruleSets.find(({ id }) => id === ruleSet);
    const comparison = report.comparisons.find((item) => item.ruleSet === ruleSet);
    if (rules === undefined || comparison === undefined) return null;
    const { leases, newcomers, dwellings, firsts } = movementUnder(report, vacancies, ruleSet);
    return (
        <section className="card stack headline" aria-labelledby="how-much">
            <p className="overline">Ce que cela déplace</p>
            <h1 id="how-much">
                {rules.changesNothing || newcomers === 0
                    ? `« ${rules.label} » ne change aucun ménage logé`
                    : `« ${rules.label} » : ${counted(newcomers, 'ménage sur', 'ménages sur')} ${whole(leases)} seraient d’autres`}
            </h1>
            <p className="headline-figure">
                <strong>{share(newcomers, leases)}</strong> des baux vont à un ménage qui, sous les règles en vigueur, ne serait pas logé dans l’année ; autant
                de ménages ne le sont plus.
            </p>
            <StackedBar comparison={comparison} />
            <p className="small soft">
                {counted(dwellings, 'logement change', 'logements changent')} d’attributaire, permutations comprises ; le premier candidat diffère{' '}
                {counted(firsts, 'fois', 'fois')}, car un ménage logé ailleurs en déplace d’autres à sa suite.
            </p>
        </section>
    );
}

interface Counts {
    readonly onlyBaseline: number;
    readonly onlyOther: number;
    readonly sooner: number;
    readonly later: number;
    readonly sameDay: number;
}

/** What becomes of the households housed under either rule set, in one bar with its table of words. */
function StackedBar({ comparison }: { readonly comparison: Counts }) {
    const { onlyBaseline, onlyOther, sooner, later, sameDay } = comparison;
    const parts = [
        { key: 'in', label: 'logés grâce à la variante', count: onlyOther },
        { key: 'sooner', label: 'logés plus tôt', count: sooner },
        { key: 'same', label: 'logés le même jour', count: sameDay },
        { key: 'later', label: 'logés plus tard', count: later },
        { key: 'out', label: 'plus logés', count: onlyBaseline },
    ];
    const total = parts.reduce((sum, { count }) => sum + count, 0);
    return (
        <figure className="stacked">
            <div className="stacked-bar" aria-hidden="true">
                {parts.map(({ key, count }) => (
                    <span key={key} data-part={key} style={{ flexGrow: count }} />
                ))}
            </div>
            <figcaption>
                <ul>
                    {parts.map(({ key, label, count }) => (
                        <li key={key}>
                            <span className="swatch" data-part={key} aria-hidden="true" />
                            <strong>{whole(count)}</strong> {label} <span className="soft">({share(count, total)})</span>
                        </li>
                    ))}
                </ul>
            </figcaption>
        </figure>
    );
}
