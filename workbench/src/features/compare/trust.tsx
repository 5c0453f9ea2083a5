import { Badge, type Tone } from '../../base/badge.js';
import { counted, share, whole } from '../../base/french.js';
import type { Run } from '../../state/session.js';
import type { ComparisonProps } from './comparison-props.js';

/** How far the figures may be trusted: the hole in the data first. */
export function Trust({ run, ruleSet }: ComparisonProps) {
    const { report } = run;
    const { tone, title, sentence } = lightOf(run);
    const { recordedCandidatesInPool: found, rankOfRecordedFirst: rank } = report.honesty;
    const ties = report.honesty.tiesDecided.find((item) => item.ruleSet === ruleSet);
    const seeds = report.replications?.seeds.length ?? 1;
    return (
        <section className="card stack" aria-labelledby="trust">
            <div>
                <p className="overline">Jusqu’où s’y fier</p>
                <h2 id="trust">{sentence}</h2>
            </div>
            <p>
                <Badge tone={tone}>{title}</Badge>
            </p>
            <ul className="facts">
                <li>
                    {seeds === 1
                        ? 'Un seul tirage : ce que le hasard change n’est pas mesuré.'
                        : `${whole(seeds)} tirages : les intervalles mesurent le hasard, pas le modèle.`}
                </li>
                {ties !== undefined && (
                    <li>
                        {counted(ties.byTie, 'logement départagé', 'logements départagés')} par l’égalité des notes, {whole(ties.byDraw)} par tirage au sort.
                    </li>
                )}
                {found !== undefined && (
                    <li>{share(found.numerator, found.denominator)} des candidats enregistrés se retrouvent dans le vivier reconstitué.</li>
                )}
                {rank !== undefined && (
                    <li>
                        Le premier de la commission est au rang {whole(rank.median)} selon les règles (médiane) : l’écart dit sa liberté, et ce que les données
                        ne savent pas.
                    </li>
                )}
                {report.territory.synthetic && <li>Les données sont synthétiques : on n’en tire aucune conclusion sur un territoire réel.</li>}
            </ul>
        </section>
    );
}

/** The light of the data: what share of the demands cannot be told eligible or not. */
function lightOf({ report }: Run): { readonly tone: Tone; readonly title: string; readonly sentence: string } {
    const baseline = report.ruleSets[0]?.id;
    const unsure = report.volumes.notEvaluated.find(({ reason, ruleSet }) => reason === 'to-verify' && ruleSet === baseline)?.count ?? 0;
    const part = report.volumes.demands === 0 ? 0 : unsure / report.volumes.demands;
    const sentence =
        unsure === 0
            ? 'Les faits nécessaires sont renseignés'
            : `${counted(unsure, 'demande', 'demandes')} sur ${whole(report.volumes.demands)} ont une admissibilité à vérifier`;
    if (part < 0.05) return { tone: 'good', title: '● Données suffisantes', sentence };
    return part < 0.3 ? { tone: 'warn', title: '◐ Données partielles', sentence } : { tone: 'bad', title: '○ Données très incomplètes', sentence };
}
