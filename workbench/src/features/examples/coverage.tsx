import { LinkButton } from '../../base/button.js';
import { whole } from '../../base/french.js';
import { openFile } from '../../state/navigation.js';
import type { ExampleCoverage } from '../../workers/language-protocol.js';

/** The criteria to which no example gives points: what nobody has said yet. */
export function Coverage({ coverage }: { readonly coverage: readonly ExampleCoverage[] }) {
    if (coverage.length === 0) return null;
    return (
        <section className="card stack" aria-labelledby="coverage-title">
            <div>
                <p className="overline">Couverture</p>
                <h2 id="coverage-title">{coverageTitle(coverage)}</h2>
            </div>
            {coverage.map(({ policy, examples, criteria, untried }) => (
                <details key={policy} open={untried.length > 0 && coverage.length === 1}>
                    <summary>
                        <strong>{policy}</strong> : {criteriaWords(criteria, untried.length)} dans{' '}
                        {examples === 1 ? 'son exemple' : `ses ${whole(examples)} exemples`}
                    </summary>
                    <ul className="coverage-untried">
                        {untried.map(({ label, place }) => (
                            <li key={`${place.path} ${place.start}`}>
                                <LinkButton onClick={() => openFile(place.path, place)}>{label}</LinkButton>
                            </li>
                        ))}
                        {untried.length === 0 && <li className="soft">Chaque critère est essayé.</li>}
                    </ul>
                </details>
            ))}
        </section>
    );
}

function criteriaWords(criteria: number, untried: number): string {
    if (criteria === 0) return 'aucun critère à elle n’attend de points';
    if (criteria === 1) return untried === 0 ? 'son critère donne des points' : 'son critère ne donne pas de point';
    return `${whole(criteria - untried)} critères sur ${whole(criteria)} donnent des points`;
}

function coverageTitle(coverage: readonly ExampleCoverage[]): string {
    const untried = coverage.reduce((sum, of) => sum + of.untried.length, 0);
    if (untried === 0) return 'Chaque critère est essayé par un exemple';
    return untried === 1 ? 'Un critère n’est essayé par aucun exemple' : `${whole(untried)} critères ne sont essayés par aucun exemple`;
}
