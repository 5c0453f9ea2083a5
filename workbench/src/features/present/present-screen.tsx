import './present.css';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../../base/button.js';
import { EmptyState } from '../../base/notice.js';
import { ToldContent } from '../../base/told/told-block.js';
import { openDemo } from '../../state/demo.js';
import { show } from '../../state/navigation.js';
import { lastRun, useSession, type Run } from '../../state/session.js';
import { tellRun } from '../../state/telling.js';
import { slidesOf, type ActSlide, type Slide } from './slides.js';

/** The meeting room: one finding a page, in large type, by keyboard. Always the edition that may be shared. */
export function PresentScreen() {
    const run = useSession(lastRun);
    const workspace = useSession((state) => state.workspace);
    if (run !== undefined) return <Slides run={run} />;
    return (
        <EmptyState
            title="Rien à présenter encore"
            action={
                workspace === undefined ? (
                    <Button look="primary" onClick={() => void openDemo().then(() => show('presenter'))}>
                        Ouvrir la démonstration
                    </Button>
                ) : (
                    <Button look="primary" onClick={() => show('rejouer')}>
                        Choisir ce qui se rejoue
                    </Button>
                )
            }
        >
            <p>La présentation vient du dernier rejeu : une page par constat.</p>
        </EmptyState>
    );
}

/** What each key does to the page shown: a step, or an end. */
const STEPS: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowDown: 1,
    PageDown: 1,
    ' ': 1,
    ArrowLeft: -1,
    ArrowUp: -1,
    PageUp: -1,
    Home: -Infinity,
    End: Infinity,
};

function Slides({ run }: { readonly run: Run }) {
    const slides = useMemo(() => slidesOf(tellRun(run, 'partageable')), [run]);
    const [place, setPlace] = useState(0);
    const page = useRef<HTMLDivElement>(null);
    useEffect(() => page.current?.focus(), []);
    const slide = slides[Math.min(place, slides.length - 1)];
    const go = (step: number): void => setPlace((before) => Math.max(0, Math.min(slides.length - 1, before + step)));
    const press = (event: KeyboardEvent): void => {
        const step = STEPS[event.key];
        if (event.key === 'Escape') leave();
        else if (step === undefined || (event.key === ' ' && event.target instanceof HTMLButtonElement)) return;
        else go(step);
        event.preventDefault();
    };
    return (
        <div ref={page} className="present" tabIndex={-1} onKeyDown={press} aria-roledescription="présentation">
            {slide !== undefined && <Page slide={slide} />}
            <nav className="row present-bar" aria-label="Pages de la présentation">
                <Button onClick={() => go(-1)} disabled={place === 0}>
                    Précédente
                </Button>
                <span role="status" className="small">
                    Page {place + 1} sur {slides.length}
                </span>
                <Button look="primary" onClick={() => go(1)} disabled={place === slides.length - 1}>
                    Suivante
                </Button>
                <span className="spacer" />
                <Button look="quiet" onClick={fullScreen}>
                    Plein écran
                </Button>
                <Button look="quiet" onClick={leave}>
                    Quitter (Échap)
                </Button>
            </nav>
        </div>
    );
}

function leave(): void {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    show('comparer');
}

/** Where the browser refuses, the page already fills the window. */
function fullScreen(): void {
    document.documentElement.requestFullscreen().catch(() => undefined);
}

function Page({ slide }: { readonly slide: Slide }) {
    return (
        <article className="present-page stack" aria-labelledby="present-title">
            <p className="overline">{slide.subject}</p>
            <h1 id="present-title">{slide.title}</h1>
            {slide.kind === 'cover' && slide.lines.map((line) => <p key={line}>{line}</p>)}
            {slide.kind === 'act' && <Act slide={slide} />}
            {slide.kind === 'finding' && <ToldContent block={slide.block} />}
        </article>
    );
}

/** The two texts of an act, clause by clause. */
function Act({ slide: { asked, changes } }: { readonly slide: ActSlide }) {
    return (
        <>
            <table className="grid-table present-texts">
                <thead>
                    <tr>
                        <th scope="col">Clause</th>
                        <th scope="col">Aujourd’hui</th>
                        <th scope="col">Proposé</th>
                    </tr>
                </thead>
                <tbody>
                    {changes.map(({ id, clause, before, after }) => (
                        <tr key={id}>
                            <th scope="row">{clause}</th>
                            <td>{before ?? 'absent'}</td>
                            <td>{after ?? 'retiré'}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
            <p className="soft">Qui décide : {asked}.</p>
        </>
    );
}
