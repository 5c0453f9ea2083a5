import './home.css';
import { useRef, useState, type ChangeEvent, type DragEvent } from 'react';
import { Button } from '../../base/button.js';
import { whole } from '../../base/french.js';
import { Notice } from '../../base/notice.js';
import { openDemo } from '../../state/demo.js';
import { openFiles } from '../../state/open-files.js';
import { KeepChoice } from './keep-choice.js';
import { filesOfDrop } from './dropped-files.js';
import { show } from '../../state/navigation.js';
import { useSession } from '../../state/session.js';
import { size } from 'virtual:bareme-demo';

/** Two doors: a fictitious territory, already compared; or one's own files. */
export function HomeScreen() {
    const workspace = useSession((state) => state.workspace);
    return (
        <div className="page home">
            <header className="home-head">
                <h1>Ce que vos règles d’attribution font aux ménages, avant de les adopter</h1>
                <p className="soft">
                    Barème rejoue les attributions d’une année sous vos règles et sous chaque variante, bail par bail, et dit qui passe devant, pourquoi, et
                    avec quelle certitude.
                </p>
            </header>
            {workspace !== undefined && (
                <Notice action={<Button onClick={() => show('comparer')}>Reprendre</Button>}>
                    {workspace.origin === 'demo' ? 'La démonstration est ouverte.' : 'Vos fichiers sont ouverts.'} Ouvrir autre chose les remplace.
                </Notice>
            )}
            <div className="doors">
                <DemoDoor />
                <FilesDoor />
            </div>
            <KeepChoice />
        </div>
    );
}

function DemoDoor() {
    const [opening, setOpening] = useState(false);
    const open = (): void => {
        setOpening(true);
        void openDemo();
    };
    return (
        <section className="card door stack" aria-labelledby="door-demo">
            <p className="overline">Pour voir en un clic</p>
            <h2 id="door-demo">La démonstration</h2>
            <p>
                Valmont Agglomération : {whole(size.demands)} demandes, {whole(size.lettings)} logements libérés du {size.from} au {size.to}, les règles en
                vigueur et deux variantes déjà comparées.
            </p>
            <p className="small soft">Territoire fictif, données synthétiques : aucune ligne ne décrit une personne réelle.</p>
            <div>
                <Button look="primary" onClick={open} disabled={opening}>
                    {opening ? 'Ouverture…' : 'Ouvrir la démonstration'}
                </Button>
            </div>
        </section>
    );
}

function FilesDoor() {
    const [over, setOver] = useState(false);
    const open = async (chosen: readonly File[]): Promise<void> => {
        if (chosen.length > 0) await openFiles(chosen);
    };
    const drop = (event: DragEvent): void => {
        event.preventDefault();
        setOver(false);
        void filesOfDrop(event.dataTransfer).then(open);
    };
    const hover = (event: DragEvent): void => {
        event.preventDefault();
        setOver(true);
    };
    return (
        <section className="card door stack" aria-labelledby="door-files" data-over={over} onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
            <p className="overline">Pour travailler</p>
            <h2 id="door-files">Mes fichiers</h2>
            <p>
                Un dossier de règles (<code>.bareme</code>) et, pour rejouer, celui d’un territoire (<code>territoire.json</code> et ses tableaux).
                Choisissez-les, ou déposez-les ici.
            </p>
            <p className="small soft">Ils sont lus dans cette page et n’en sortent pas ; rien n’est gardé quand vous la fermez, sauf si vous le demandez.</p>
            <FileButtons onChosen={(chosen) => void open(chosen)} />
        </section>
    );
}

function FileButtons({ onChosen }: { readonly onChosen: (chosen: readonly File[]) => void }) {
    const folder = useRef<HTMLInputElement>(null);
    const files = useRef<HTMLInputElement>(null);
    const taken = ({ target }: ChangeEvent<HTMLInputElement>): void => onChosen([...(target.files ?? [])]);
    return (
        <div className="row">
            <Button onClick={() => folder.current?.click()}>Choisir un dossier</Button>
            <Button look="quiet" onClick={() => files.current?.click()}>
                Choisir des fichiers
            </Button>
            <input ref={folder} type="file" hidden multiple {...{ webkitdirectory: '' }} aria-label="Dossier" onChange={taken} />
            <input ref={files} type="file" hidden multiple aria-label="Fichiers" onChange={taken} />
        </div>
    );
}
