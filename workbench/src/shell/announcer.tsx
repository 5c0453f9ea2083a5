import { useSession } from '../state/session.js';

/** Says what was done to those who listen to the page. */
export function Announcer() {
    const said = useSession((state) => state.said);
    return (
        <div className="visually-hidden" role="status" aria-live="polite">
            {said}
        </div>
    );
}
