import { memo, useState } from 'react';
import { Button } from '../../base/button.js';
import type { KnobContext } from '../../reading/knob-words.js';
import type { Knob } from '../../reading/knob.js';
import type { Turns } from '../../reading/turned-policy.js';
import type { Turnable } from '../../state/trials.js';
import { KnobRow } from './knob-row.js';

interface KnobListProps {
    readonly turnable: Turnable;
    readonly turns: Turns;
    readonly texts: ReadonlyMap<string, string>;
}

/** Every number of the grids, clause by clause; a few words find one. */
export function KnobList({ turnable: { version, knobs }, turns, texts }: KnobListProps) {
    const [search, setSearch] = useState('');
    const [onlyTurned, setOnlyTurned] = useState(false);
    const words = folded(search).split(/\s+/).filter(Boolean);
    const isShown = ({ id, owner, scoring, value }: Knob): boolean =>
        (!onlyTurned || (turns.get(id) ?? value) !== value) &&
        words.every((word) => folded(`${owner.label} ${owner.name} ${scoring.label ?? scoring.name}`).includes(word));
    const shown = knobs.filter(isShown);
    const context: KnobContext = { policy: version, knobs, turns, texts };
    return (
        <section className="stack knobs" aria-labelledby="knobs-title">
            <h2 id="knobs-title" className="visually-hidden">
                Les nombres de la grille
            </h2>
            <div className="row">
                <label className="stack small">
                    Chercher un critère
                    <input type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
                </label>
                <label className="check small">
                    <input type="checkbox" checked={onlyTurned} onChange={({ target }) => setOnlyTurned(target.checked)} />
                    Seulement ce qui est réglé
                </label>
            </div>
            {shown.length === 0 && (
                <p className="soft">
                    Aucun nombre à montrer.{' '}
                    <Button
                        look="quiet"
                        onClick={() => {
                            setSearch('');
                            setOnlyTurned(false);
                        }}
                    >
                        Tout montrer
                    </Button>
                </p>
            )}
            {byScoring(shown).map(([title, owners]) => (
                <section key={title} className="card stack" aria-label={title}>
                    <h3>{title}</h3>
                    {owners.map(([key, own]) => (
                        <Owner key={key} knobs={own} context={context} />
                    ))}
                </section>
            ))}
        </section>
    );
}

/** A criterion or a rubric, and its numbers. */
function Owner({ knobs, context }: { readonly knobs: readonly Knob[]; readonly context: KnobContext }) {
    const [first] = knobs;
    if (first === undefined) return null;
    const { owner } = first;
    const title = owner.kind === 'rubric' ? `Rubrique ${owner.label}` : owner.kind === 'scoring' ? 'Toute la cotation' : owner.label;
    return (
        <fieldset className="knob-owner">
            <legend>{title}</legend>
            {knobs.map((knob) => (
                <KnownRow key={knob.id} knob={knob} context={context} />
            ))}
        </fieldset>
    );
}

/** A row is drawn again when its own number, a neighbour or the words around it move. */
const KnownRow = memo(KnobRow, (before, after) => before.knob === after.knob && before.context.turns === after.context.turns);

type Owners = readonly (readonly [key: string, knobs: readonly Knob[]])[];

function byScoring(knobs: readonly Knob[]): readonly (readonly [title: string, owners: Owners])[] {
    const scorings = new Map<string, Map<string, Knob[]>>();
    for (const knob of knobs) {
        const title = `Cotation ${knob.scoring.label ?? knob.scoring.name}`;
        const owners = scorings.get(title) ?? new Map<string, Knob[]>();
        scorings.set(title, owners);
        const key = `${knob.owner.kind} ${knob.owner.name}`;
        owners.set(key, [...(owners.get(key) ?? []), knob]);
    }
    return [...scorings].map(([title, owners]) => [title, [...owners]] as const);
}

function folded(text: string): string {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
