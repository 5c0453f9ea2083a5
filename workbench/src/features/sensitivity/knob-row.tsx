import { useId, useState } from 'react';
import { printNumber } from '@bareme/language/printing';
import { Button } from '../../base/button.js';
import { approximate } from '../../base/french.js';
import { knobWords, withUnit, type KnobContext } from '../../reading/knob-words.js';
import type { Knob } from '../../reading/knob.js';
import { mayTurn, typedNumber } from '../../reading/turned-policy.js';
import { turn, turnBack } from '../../state/trials.js';

interface KnobRowProps {
    readonly knob: Knob;
    readonly context: KnobContext;
}

/** One number: a slider, a field for an exact one, and the way back. */
export function KnobRow({ knob, context }: KnobRowProps) {
    const id = useId();
    const { turns, knobs } = context;
    const value = turns.get(knob.id) ?? knob.value;
    const isTurned = value !== knob.value;
    const words = knobWords(knob, context);
    const name = `${knob.owner.label}, ${words}`;
    const slide = (text: string): void => {
        const next = typedNumber(text);
        if (next !== undefined && mayTurn(knob, knobs, turns, next)) turn(knob.id, next);
    };
    return (
        <div className="knob" data-turned={isTurned}>
            <span className="knob-words" id={id}>
                {words}
                {isTurned && <span className="small soft"> (en vigueur : {withUnit(knob.value, knob.unit)})</span>}
            </span>
            <input
                type="range"
                aria-label={name}
                aria-valuetext={withUnit(value, knob.unit)}
                min={knob.low}
                max={knob.high}
                step={knob.step}
                value={approximate(value)}
                onChange={({ target }) => slide(target.value)}
            />
            <NumberField knob={knob} context={context} name={name} value={value} />
            <Button look="quiet" disabled={!isTurned} aria-label={`Remettre : ${name}`} title="Remettre" onClick={() => turnBack(knob.id)}>
                ↺
            </Button>
        </div>
    );
}

/** A number typed: it counts as soon as it may stand there; else it says why not. */
function NumberField({ knob, context, name, value }: KnobRowProps & { readonly name: string; readonly value: string }) {
    const id = useId();
    const [typed, setTyped] = useState<{ readonly text: string; readonly for: string }>();
    const text = typed?.for === value ? typed.text : printNumber(value);
    const read = typedNumber(text);
    const problem = read === undefined ? 'Un nombre est attendu.' : mayTurn(knob, context.knobs, context.turns, read) ? undefined : refusal(knob);
    const type = (next: string): void => {
        const number = typedNumber(next);
        const isTaken = number !== undefined && mayTurn(knob, context.knobs, context.turns, number);
        setTyped({ text: next, for: isTaken ? number : value });
        if (isTaken) turn(knob.id, number);
    };
    return (
        <span className="knob-number">
            <input
                inputMode="decimal"
                aria-label={`${name}, nombre exact`}
                value={text}
                aria-invalid={problem !== undefined}
                aria-describedby={problem === undefined ? undefined : id}
                size={6}
                onChange={({ target }) => type(target.value)}
                onBlur={() => setTyped(undefined)}
            />
            <span className="small soft">{knob.unit}</span>
            {problem !== undefined && (
                <span id={id} className="small file-error">
                    {problem}
                </span>
            )}
        </span>
    );
}

function refusal({ what, whole }: Knob): string {
    if (what.kind === 'bound') return 'Il doit rester entre les limites voisines.';
    if (what.kind === 'cap' || what.kind === 'floor') return 'Le plafond doit rester au-dessus du plancher.';
    return whole ? 'Un nombre entier est attendu.' : 'Ce nombre ne peut pas être écrit ici.';
}
