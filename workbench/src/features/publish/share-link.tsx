import { useEffect, useRef, useState } from 'react';
import { Button } from '../../base/button.js';
import { Notice } from '../../base/notice.js';
import { shareAddress } from '../../state/links.js';
import { announce, useSession } from '../../state/session.js';

type Address = { readonly kind: 'making' } | { readonly kind: 'made'; readonly text: string } | { readonly kind: 'too-long' };

/** The link that opens the same texts and settings elsewhere: all of it is in the address, and none of it is data. */
export function ShareLink() {
    const files = useSession((state) => state.workspace?.files);
    const runs = useSession((state) => state.runs);
    const field = useRef<HTMLTextAreaElement>(null);
    const [address, setAddress] = useState<Address>({ kind: 'making' });
    useEffect(() => {
        let isCurrent = true;
        void shareAddress().then((text) => {
            if (isCurrent) setAddress(text === undefined ? { kind: 'too-long' } : { kind: 'made', text });
        });
        return () => {
            isCurrent = false;
        };
    }, [files, runs]);
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
            {address.kind === 'too-long' && (
                <Notice tone="warn">Ces textes sont trop longs pour une adresse : enregistrez le correctif ou les fichiers ci-dessus.</Notice>
            )}
            {address.kind === 'made' && (
                <>
                    <textarea ref={field} className="share-address" readOnly rows={3} value={address.text} aria-label="Lien à partager" />
                    <div className="row">
                        <Button onClick={() => void copy(address.text)}>Copier le lien</Button>
                        <span className="small soft">{address.text.length} lettres</span>
                    </div>
                </>
            )}
        </section>
    );
}
