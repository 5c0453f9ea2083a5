import { Badge } from '../base/badge.js';
import { territoriesOf } from '../base/rule-sets.js';
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

function themeOf(word: string): Session['theme'] {
    return word === 'light' || word === 'dark' ? word : 'system';
}

function isSynthetic({ territory, runs }: Pick<Session, 'territory' | 'runs'>): boolean {
    if (territory.kind === 'none') return lastRun({ runs })?.report.territory.synthetic ?? false;
    if (territory.kind === 'read') return territory.answer.territory?.synthetic ?? false;
    return territory.source.kind === 'synthetic';
}
