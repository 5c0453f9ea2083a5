import { useEffect, useMemo, useState } from 'react';
import { isSameObjective, type ObjectiveOutcome } from '@bareme/language/replay';
import { Button } from '../../base/button.js';
import { counted, fractionShare, roughDuration, share, signed, whole } from '../../base/french.js';
import { Notice } from '../../base/notice.js';
import { labelsOf, type Labels } from '../../reading/labels.js';
import { show } from '../../state/navigation.js';
import { useSession, type Trial } from '../../state/session.js';
import { tryTurns, type Turnable } from '../../state/trials.js';
import { turnCount } from '../../reading/turned-policy.js';
import type { TrialDone } from '../../workers/trial-protocol.js';

/** What the numbers tried give over the year, as totals; how old the figures are while new ones are looked for. */
export function TrialFigures({ turnable, revision }: { readonly turnable: Turnable; readonly revision: number }) {
    const { trial, territory } = useSession();
    const { result, failed } = trial;
    if (territory.kind === 'none')
        return (
            <Notice action={<Button onClick={() => show('accueil')}>Ouvrir les données</Button>}>
                <strong>Il manque le territoire.</strong> Les notes des exemples suivent vos réglages ; pour voir les baux et les objectifs bouger, ouvrez un
                territoire.
            </Notice>
        );
    const isCurrent = result !== undefined && result.revision === revision && result.turns === trial.turns;
    return (
        <section className="card stack" aria-labelledby="trial-title">
            <div>
                <p className="overline">Sur l’année rejouée</p>
                <h2 id="trial-title">
                    {result === undefined ? 'Les règles en vigueur se rejouent…' : titleOf(result.figures, turnCount(turnable.knobs, result.turns))}
                </h2>
            </div>
            <Age trial={trial} isCurrent={isCurrent} />
            {failed !== undefined && (
                <Notice
                    tone="bad"
                    action={
                        <Button onClick={failed === 'data' ? () => show('donnees') : tryTurns}>{failed === 'data' ? 'Voir les données' : 'Réessayer'}</Button>
                    }
                >
                    {failed === 'data'
                        ? 'Les données n’ont pas pu être lues.'
                        : failed === 'refused'
                          ? 'Ces règles ne se rejouent pas sur ces données.'
                          : 'Le rejeu s’est arrêté, sans doute faute de mémoire.'}
                </Notice>
            )}
            {result !== undefined && <Tables figures={result.figures} isCurrent={isCurrent} turnable={turnable} />}
        </section>
    );
}

function titleOf({ housedMoved, vacancies }: TrialDone, turned: number): string {
    if (turned === 0) return 'Réglez un nombre pour voir ce qu’il déplace';
    if (housedMoved === 0) return 'Aucun bail ne va à un autre ménage';
    return `${counted(housedMoved, 'bail irait', 'baux iraient')} à d’autres ménages, sur ${whole(vacancies)} logements`;
}

/** Whether the figures are those of the numbers as they are; else how old they are, and how far the new ones have come. */
function Age({ trial: { result, running }, isCurrent }: { readonly trial: Trial; readonly isCurrent: boolean }) {
    const now = useClock(running !== undefined || !isCurrent);
    if (running === undefined && isCurrent)
        return (
            <p className="small soft trial-age" role="status">
                Chiffres à jour, pour un tirage.
            </p>
        );
    const fraction = running === undefined || running.total === 0 ? 0 : running.done / running.total;
    return (
        <div className="trial-age stack">
            <div
                className="progress"
                role="progressbar"
                aria-label="Rejeu de l’essai"
                aria-valuemin={0}
                aria-valuemax={100}
                aria-valuenow={Math.round(fraction * 100)}
            >
                <span style={{ width: `${fraction * 100}%` }} />
            </div>
            <p className="small soft">
                {running?.stage === 'tried' && running.ranked > 0
                    ? `Jusqu’ici, ${counted(running.firstMoved, 'logement a un autre premier', 'logements ont un autre premier')} sur ${whole(running.ranked)} rejoués. `
                    : running?.stage === 'baseline'
                      ? 'Les règles en vigueur d’abord, une seule fois. '
                      : result === undefined
                        ? 'Lecture des données. '
                        : 'L’essai commence. '}
                {result !== undefined &&
                    `Ci-dessous, les chiffres d’il y a ${roughDuration(Math.max(0, now - result.at)).replace('environ ', '')}, pour les réglages d’alors.`}
            </p>
        </div>
    );
}

function useClock(isRunning: boolean): number {
    const [now, setNow] = useState(() => performance.now());
    useEffect(() => {
        if (!isRunning) return undefined;
        const timer = setInterval(() => setNow(performance.now()), 500);
        return () => clearInterval(timer);
    }, [isRunning]);
    return now;
}

interface TablesProps {
    readonly figures: TrialDone;
    readonly isCurrent: boolean;
    readonly turnable: Turnable;
}

function Tables({ figures, isCurrent, turnable }: TablesProps) {
    const { baseline, tried, firstMoved, vacancies } = figures;
    const labels = useMemo(() => labelsOf({ policies: turnable.versions, variants: [] }), [turnable]);
    const objectives = tried.objectives.filter(({ year }) => year === undefined || (year >= figures.years.from && year <= figures.years.to));
    return (
        <div className="stack trial-tables" data-old={!isCurrent}>
            <p>
                {counted(firstMoved, 'logement a', 'logements ont')} un autre premier candidat ({share(firstMoved, vacancies)}).
                {baseline.medianSeniority !== undefined && tried.medianSeniority !== undefined && (
                    <>
                        {' '}
                        La moitié des ménages logés attendaient depuis {whole(tried.medianSeniority)} mois au plus (en vigueur :{' '}
                        {whole(baseline.medianSeniority)}
                        ).
                    </>
                )}
            </p>
            <table className="trial-table">
                <caption>Objectifs</caption>
                <thead>
                    <tr>
                        <th scope="col">Objectif et seuil</th>
                        <th scope="col">En vigueur</th>
                        <th scope="col">Essai</th>
                    </tr>
                </thead>
                <tbody>
                    {objectives.map((objective) => (
                        <ObjectiveRow
                            key={keyOf(objective)}
                            objective={objective}
                            before={baseline.objectives.find((other) => isSameObjective(other, objective))}
                            labels={labels}
                        />
                    ))}
                </tbody>
            </table>
            <Publics baseline={baseline} tried={tried} />
        </div>
    );
}

/** Leases to each public, in force and tried. */
function Publics({ baseline, tried }: Pick<TrialDone, 'baseline' | 'tried'>) {
    return (
        <table className="trial-table">
            <caption>Baux signés, par public</caption>
            <thead>
                <tr>
                    <th scope="col">Public</th>
                    <th scope="col">En vigueur</th>
                    <th scope="col">Essai</th>
                    <th scope="col">Écart</th>
                </tr>
            </thead>
            <tbody>
                {tried.publics.map(({ public: name, label, leases }) => {
                    const before = baseline.publics.find((other) => other.public === name)?.leases ?? 0;
                    return (
                        <tr key={name}>
                            <th scope="row">{label}</th>
                            <td>{whole(before)}</td>
                            <td>{whole(leases)}</td>
                            <td data-move={Math.sign(leases - before)}>{leases === before ? '=' : signed(leases - before)}</td>
                        </tr>
                    );
                })}
            </tbody>
        </table>
    );
}

function keyOf({ objective, year, by }: ObjectiveOutcome): string {
    return `${objective} ${year ?? ''} ${by?.value ?? ''}`;
}

interface ObjectiveRowProps {
    readonly objective: ObjectiveOutcome;
    readonly before: ObjectiveOutcome | undefined;
    readonly labels: Labels;
}

function ObjectiveRow({ objective, before, labels }: ObjectiveRowProps) {
    const { label, year, by, threshold, sense, counted: unit } = objective;
    const bound = unit === 'share' ? fractionShare(threshold) : threshold;
    const part = by?.value === undefined ? undefined : labels.value(by.fact, by.value);
    const name = [label, part, year].filter((word) => word !== undefined).join(', ');
    const moved = before === undefined ? 0 : objective.numerator * before.denominator - before.numerator * objective.denominator;
    return (
        <tr>
            <th scope="row">
                {name}{' '}
                <span className="soft">
                    ({sense === 'at-least' ? 'au moins' : 'au plus'} {bound})
                </span>
            </th>
            <td>{before === undefined ? '–' : figureOf(before)}</td>
            <td data-move={Math.sign(moved)}>
                {moved === 0 ? '= ' : moved > 0 ? '▲ ' : '▼ '}
                {figureOf(objective)}
            </td>
        </tr>
    );
}

function figureOf({ counted: unit, numerator, denominator }: ObjectiveOutcome): string {
    if (unit === 'leases') return whole(numerator);
    return denominator < 20 ? `${whole(numerator)} sur ${whole(denominator)}` : share(numerator, denominator);
}
