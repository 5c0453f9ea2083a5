import type { LedgerRow, RankedVacancy } from '@bareme/language/replay';
import { decimal } from '../../base/french.js';
import type { Run } from '../../state/session.js';

interface RankedCandidatesProps {
    readonly run: Run;
    /** The vacancy under each rule set shown, with the label of the rules. */
    readonly sides: readonly { readonly label: string; readonly row: LedgerRow | undefined }[];
}

/** What puts a candidate before the next one. */
const BEFORE: Readonly<Record<LedgerRow['decidedBy'], string>> = {
    note: 'devant par sa note',
    'tie-break': 'à égalité, devant par le départage',
    draw: 'à égalité, devant par le tirage',
    category: 'devant par sa catégorie',
    route: 'sans classement',
    none: 'sans suivant',
};

/** The first candidates of a vacancy under each rule set, in rank order, with what puts each before the next. */
export function RankedCandidates({ run, sides }: RankedCandidatesProps) {
    if (run.candidates.length === 0)
        return <p className="small soft">Les candidats suivants ne sont pas gardés : ce rejeu compte trop de logements, ou ne classe personne.</p>;
    return (
        <section className="stack" aria-labelledby="ranked-title">
            <h3 id="ranked-title">Les premiers candidats</h3>
            <div className="ranked-sides">
                {sides.map(({ label, row }) => (
                    <Side key={label} label={label} ranked={row && rankedFor(run.candidates, row)} housed={row?.housed} />
                ))}
            </div>
        </section>
    );
}

/** The last time the vacancy was ranked: it may have come back to the landlord in between. */
function rankedFor(candidates: readonly RankedVacancy[], { dwelling, released, ruleSet }: LedgerRow): RankedVacancy | undefined {
    return candidates.findLast((ranked) => ranked.dwelling === dwelling && ranked.released === released && ranked.ruleSet === ruleSet);
}

function Side({ label, ranked, housed }: { readonly label: string; readonly ranked: RankedVacancy | undefined; readonly housed: string | undefined }) {
    return (
        <div>
            <p className="overline">{label}</p>
            {ranked === undefined || ranked.candidates.length === 0 ? (
                <p className="small soft">Personne n’a été classé.</p>
            ) : (
                <ol className="ranked">
                    {ranked.candidates.map(({ demand, note, before }, place) => (
                        <li key={demand}>
                            <span className="soft">{place + 1}</span>
                            <span>{demand}</span>
                            <span>
                                <strong>{note === undefined ? 'note incomplète' : decimal(note)}</strong> <span className="soft">{BEFORE[before]}</span>
                                {demand === housed && <span> · signe le bail</span>}
                            </span>
                        </li>
                    ))}
                </ol>
            )}
        </div>
    );
}
