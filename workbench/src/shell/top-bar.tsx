import { Badge } from '../base/badge.js';
import { Button } from '../base/button.js';
import { territoriesOf } from '../base/rule-sets.js';
import { redo, undo } from '../state/undoing.js';
import { lastRun, update, useSession, type Session } from '../state/session.js';

/** What is open, whether it is fictitious, for whom pages are made, and the theme. */
export function TopBar() {
    const { workspace, compiled, edition, theme, territory, runs } = useSession();
    const policy = compiled?.project.policies.find(({ name }) => name === territoriesOf(compiled.project)[0]);
    const synthetic = isSynthetic({ territory, runs });
    return (
        <div className="bar">
            <span className="place">{workspace === undefined ? 'Aucun dossier ouvert' : (policy?.label ?? policy?.name ?? 'Règles ouvertes')}</span>
            {synthetic && <Badge tone="warn">Données synthétiques, territoire fictif</Badge>}
            <span className="spacer" />
            <UndoButtons />
            {workspace !== undefined && (
                <label className="small">
                    <span className="visually-hidden">Édition</span>
                    <select value={edition} onChange={({ target }) => update({ edition: target.value === 'interne' ? 'interne' : 'partageable' })}>
                        <option value="partageable">Édition partageable</option>
                        <option value="interne">Édition interne</option>
                    </select>
                </label>
            )}
            <label className="small">
                <span className="visually-hidden">Couleurs</span>
                <select value={theme} onChange={({ target }) => update({ theme: themeOf(target.value) })}>
                    <option value="system">Couleurs du système</option>
                    <option value="light">Clair</option>
                    <option value="dark">Sombre</option>
                </select>
            </label>
        </div>
    );
}

/** What was done last can be taken back, wherever it was done. */
function UndoButtons() {
    const { undoable, redoable } = useSession();
    const [last, next] = [undoable.at(-1)?.label, redoable.at(-1)?.label];
    if (last === undefined && next === undefined) return null;
    return (
        <span className="row undo">
            <Button look="quiet" disabled={last === undefined} title={last} aria-label={last === undefined ? 'Annuler' : `Annuler : ${last}`} onClick={undo}>
                ↶<span className="undo-word">Annuler</span>
            </Button>
            <Button look="quiet" disabled={next === undefined} title={next} aria-label={next === undefined ? 'Rétablir' : `Rétablir : ${next}`} onClick={redo}>
                ↷<span className="undo-word">Rétablir</span>
            </Button>
        </span>
    );
}

function themeOf(word: string): Session['theme'] {
    return word === 'light' || word === 'dark' ? word : 'system';
}

function isSynthetic({ territory, runs }: Pick<Session, 'territory' | 'runs'>): boolean {
    if (territory.kind === 'none') return lastRun({ runs })?.report.territory.synthetic ?? false;
    if (territory.kind === 'read') return territory.answer.territory?.synthetic ?? false;
    return territory.source.kind === 'synthetic';
}
