import './gallery.css';
import { useState, type ReactNode } from 'react';
import { Badge } from '../../base/badge.js';
import { Button, LinkButton } from '../../base/button.js';
import { Notice } from '../../base/notice.js';
import { Segmented } from '../../base/segmented.js';

/** Every component with its states, for who designs a screen: reached by its address alone, `#/galerie`. */
export function GalleryScreen() {
    return (
        <div className="page gallery">
            <header className="stack">
                <p className="overline">Pour les concepteurs</p>
                <h1>Galerie des composants</h1>
            </header>
            <Specimen name="Boutons">
                <Button look="primary">Action première</Button>
                <Button>Action</Button>
                <Button look="quiet">Action discrète</Button>
                <Button disabled>Indisponible</Button>
                <span>
                    Une phrase et <LinkButton>une action dedans</LinkButton>.
                </span>
            </Specimen>
            <Specimen name="Badges">
                <Badge tone="good">✓ tenu</Badge>
                <Badge tone="warn">! à voir</Badge>
                <Badge tone="bad">✗ erreur</Badge>
                <Badge>note</Badge>
            </Specimen>
            <Specimen name="Avis">
                <Notice>À savoir.</Notice>
                <Notice tone="good" action={<Button>Continuer</Button>}>
                    C’est fait.
                </Notice>
                <Notice tone="warn" action={<Button>Rejouer</Button>}>
                    <strong>À rejouer.</strong> Les textes ont changé.
                </Notice>
                <Notice tone="bad" action={<Button>Réessayer</Button>}>
                    Cela n’a pas marché.
                </Notice>
            </Specimen>
            <Choices />
            <Specimen name="Avancement">
                <div className="progress gallery-progress" role="progressbar" aria-label="Avancement" aria-valuemin={0} aria-valuemax={100} aria-valuenow={60}>
                    <span style={{ width: '60%' }} />
                </div>
            </Specimen>
            <Specimen name="Couleurs">
                {['paper', 'surface', 'sunken', 'accent', 'accent-wash', 'gain', 'loss', 'good', 'warn', 'bad'].map((name) => (
                    <span key={name} className="gallery-colour">
                        <span className="gallery-swatch" style={{ background: `var(--${name})` }} /> {name}
                    </span>
                ))}
            </Specimen>
            <Specimen name="Lettres">
                <h2>Un titre dit la conclusion</h2>
                <p>Le texte courant, avec des chiffres alignés : 4 000, 17,1 %.</p>
                <p className="small soft">Le texte secondaire.</p>
            </Specimen>
        </div>
    );
}

function Choices() {
    const [choice, setChoice] = useState('un');
    return (
        <Specimen name="Choix">
            <Segmented
                legend="Un choix parmi deux"
                value={choice}
                options={[
                    { value: 'un', label: 'Un' },
                    { value: 'deux', label: 'Deux' },
                ]}
                onChange={setChoice}
            />
            <label className="check">
                <input type="checkbox" defaultChecked /> <span>Coché</span>
            </label>
            <label>
                Liste{' '}
                <select>
                    <option>première</option>
                    <option>seconde</option>
                </select>
            </label>
            <label>
                Champ <input defaultValue="12,5" />
            </label>
            <label>
                Champ en erreur <input defaultValue="douze" aria-invalid="true" />
            </label>
            <label>
                Glissière <input type="range" defaultValue={40} />
            </label>
        </Specimen>
    );
}

function Specimen({ name, children }: { readonly name: string; readonly children: ReactNode }) {
    return (
        <section className="card stack" aria-label={name}>
            <p className="overline">{name}</p>
            <div className="row">{children}</div>
        </section>
    );
}
