import { useEffect, useRef, useState } from 'react';
import { Button } from '../../base/button.js';
import { Notice } from '../../base/notice.js';
import { shareAddress } from '../../state/links.js';
import { announce, useSession } from '../../state/session.js';

/** An address and the texts that it opens: once they have changed, it is no longer shown. */
interface Made {
    readonly text: string | undefined;
    readonly files: unknown;
    readonly runs: unknown;
}

/** The link that opens the same texts and settings elsewhere: all of it is in the address, and none of it is data. */
export function ShareLink() {
    const files = useSession((state) => state.workspace?.files);
    const runs = useSession((state) => state.runs);
    const field = useRef<HTMLTextAreaElement>(null);
    const [made, setMade] = useState<Made>();
    useEffect(() => {
        let isCurrent = true;
        void shareAddress().then((text) => {
            if (isCurrent) setMade({ text, files, runs });
        });
        return () => {
            isCurrent = false;
        };
    }, [files, runs]);
    const isOfThese = made?.files === files && made?.runs === runs;
    const address = isOfThese ? made?.text : undefined;
    const copy = async (text: string): Promise<void> => {
        try {
            await navigator.clipboard.writeText(text);
            announce('Lien copié.');
        } catch {
            field.current?.select();
            announce('Le navigateur n’a pas copié le lien : il est sélectionné, copiez-le avec Ctrl+C.');
        }
    };
    return (
        <section className="card stack" aria-labelledby="share-link">
            <h2 id="share-link">Le lien</h2>
            <p className="small soft">
                Il ouvre dans un autre atelier les textes tels qu’ils sont et ce qui est à rejouer. Jamais une donnée : ni territoire, ni résultat, ni ménage du
                registre. Rien n’en est envoyé à un serveur : tout est après le « # » de l’adresse.
            </p>
            {isOfThese && address === undefined && (
                <Notice tone="warn">Ces textes sont trop longs pour une adresse : enregistrez le correctif ou les fichiers ci-dessus.</Notice>
            )}
            {address !== undefined && (
                <>
                    <textarea ref={field} className="share-address" readOnly rows={3} value={address} aria-label="Lien à partager" />
                    <div className="row">
                        <Button onClick={() => void copy(address)}>Copier le lien</Button>
                        <span className="small soft">{address.length} lettres</span>
                    </div>
                </>
            )}
        </section>
    );
}
