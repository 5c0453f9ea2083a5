import { Button } from '../../base/button.js';
import { moment } from '../../base/french.js';
import { Notice } from '../../base/notice.js';
import { erase, keep } from '../../state/keeping.js';
import { useSession } from '../../state/session.js';

/** Nothing is kept on the machine until this is chosen; one click erases it. */
export function KeepChoice() {
    const { keeping, workspace } = useSession();
    if (workspace === undefined) return null;
    const isOn = keeping.kind === 'on';
    return (
        <section className="card stack" aria-labelledby="keep-choice">
            <h2 id="keep-choice">Conserver sur cette machine</h2>
            <p className="small soft">
                Vos textes, vos réglages et, s’ils sont ouverts, les fichiers du territoire restent alors dans ce navigateur, sans chiffrement, jusqu’à ce que
                vous les effaciez. Sur un poste partagé, ne le demandez pas.
            </p>
            {keeping.kind === 'refused' && (
                <Notice tone="bad">
                    Le navigateur a refusé de conserver, ou n’a plus de place. Rien n’est perdu tant que la page reste ouverte : enregistrez vos textes dans
                    Partager.
                </Notice>
            )}
            {keeping.kind === 'other-tab' && (
                <Notice tone="warn">Un autre onglet conserve déjà son travail : fermez-le, ou continuez sans conserver ici.</Notice>
            )}
            <div className="row">
                {isOn ? (
                    <Button onClick={() => void erase()}>Ne plus conserver, et effacer</Button>
                ) : (
                    <Button onClick={() => void keep()}>Conserver sur cette machine</Button>
                )}
                {isOn && (
                    <span className="small soft" role="status">
                        {keeping.savedAt === undefined ? 'Enregistrement…' : `Conservé, ${moment(keeping.savedAt)}.`}
                    </span>
                )}
            </div>
        </section>
    );
}
