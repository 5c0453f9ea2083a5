import { Button } from '../../base/button.js';
import { download } from '../../base/download.js';
import { unifiedDiff } from '../../reading/unified-diff.js';
import { show } from '../../state/navigation.js';
import type { Workspace } from '../../state/session.js';

/** The texts that differ from what was opened, one by one and as one patch. */
export function PolicyFiles({ workspace }: { readonly workspace: Workspace }) {
    const changed = [...workspace.files].filter(([path, text]) => workspace.opened.get(path) !== text);
    const patch = changed.map(([path, text]) => unifiedDiff(path, workspace.opened.get(path), text)).join('');
    return (
        <section className="card stack" aria-labelledby="policy-files">
            <h2 id="policy-files">Les textes modifiés</h2>
            {changed.length === 0 && (
                <p className="soft">
                    Aucun texte ne diffère de ce qui a été ouvert. <Button onClick={() => show('rediger')}>Rédiger</Button>
                </p>
            )}
            <ul className="outputs">
                {changed.map(([path, text]) => (
                    <li key={path} className="row">
                        <div>
                            <strong>{path.split('/').at(-1)}</strong> <span className="soft small">{path}</span>
                        </div>
                        <Button onClick={() => download(path.split('/').at(-1) ?? path, text, 'text/plain')} aria-label={`Enregistrer : ${path}`}>
                            Enregistrer
                        </Button>
                    </li>
                ))}
            </ul>
            {changed.length > 0 && (
                <div>
                    <Button onClick={() => download('modifications.patch', patch, 'text/x-diff')}>Toutes les modifications, en un correctif (.patch)</Button>
                </div>
            )}
        </section>
    );
}
