import { useEffect, useState } from 'react';
import { HISTORY } from '@bareme/language/replay';
import { Button } from '../../base/button.js';
import { roughDuration } from '../../base/french.js';
import type { ReplayState } from '../../state/session.js';

type Under = Extract<ReplayState, { kind: 'starting' | 'running' }>;

/** How far the replay is, how long it will take, and the way to stop it. */
export function Progress({ replay, onCancel }: { readonly replay: Under; readonly onCancel: () => void }) {
    const now = useClock();
    const fraction = fractionOf(replay);
    const spent = now - replay.startedAt;
    const left = fraction > 0.1 ? (spent * (1 - fraction)) / fraction : undefined;
    return (
        <section className="card stack replay-progress" aria-labelledby="progress-title">
            <h1 id="progress-title">Rejeu en cours</h1>
            <p className="soft">{stepWords(replay)}</p>
            <div
                className="progress"
                role="progressbar"
                aria-labelledby="progress-title"
                aria-valuemin={0}
                aria-valuemax={100}
                aria-valuenow={Math.round(fraction * 100)}
            >
                <span style={{ width: `${fraction * 100}%` }} />
            </div>
            <div className="row">
                <Button onClick={onCancel}>Arrêter</Button>
                <span className="small soft" role="timer">
                    {left === undefined ? 'Durée restante : calcul en cours' : `Encore ${roughDuration(left)}`}
                </span>
            </div>
            <p className="small soft">Vous pouvez continuer d’écrire : le rejeu garde les textes tels qu’ils étaient au départ.</p>
        </section>
    );
}

function useClock(): number {
    const [now, setNow] = useState(() => performance.now());
    useEffect(() => {
        const timer = setInterval(() => setNow(performance.now()), 500);
        return () => clearInterval(timer);
    }, []);
    return now;
}

function fractionOf(replay: Under): number {
    if (replay.kind === 'starting' || replay.total === 0) return 0;
    return (replay.part - 1 + replay.done / replay.total) / replay.parts;
}

function stepWords(replay: Under): string {
    if (replay.kind === 'starting') return 'Lecture des données…';
    const label = replay.label === HISTORY ? 'lecture des baux enregistrés' : `« ${replay.label} »`;
    return replay.parts === 1 ? label : `Tirage ${replay.part} sur ${replay.parts}, ${label}`;
}
