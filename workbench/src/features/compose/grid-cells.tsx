import { useId, useState } from 'react';
import { printNumber } from '@bareme/language/printing';
import { knobWords, type KnobContext } from '../../reading/knob-words.js';
import type { Knob } from '../../reading/knob.js';
import { mayTurn, typedNumber } from '../../reading/turned-policy.js';

interface GridCellsProps {
    readonly knobs: readonly Knob[];
    readonly context: KnobContext;
    readonly isFresh: boolean;
    readonly onNumber: (knob: Knob, value: string, label: string) => void;
}

/** The numbers of a clause, each with what it is. */
export function GridCells({ knobs, context, isFresh, onNumber }: GridCellsProps) {
    return (
        <span className="grid-cells">
            {knobs.map((knob) => (
                <GridCell key={knob.id} knob={knob} context={context} isFresh={isFresh} onNumber={onNumber} />
            ))}
        </span>
    );
}

type GridCellProps = Omit<GridCellsProps, 'knobs'> & { readonly knob: Knob };

/** A number; it is written in the text when it is left, or at Enter. */
function GridCell({ knob, context, isFresh, onNumber }: GridCellProps) {
    const id = useId();
    const [typed, setTyped] = useState<string>();
    const words = knobWords(knob, context);
    const text = typed ?? printNumber(knob.value);
    const value = typedNumber(text);
    const isWrong = value === undefined || !mayTurn(knob, context.knobs, context.turns, value);
    const commit = (): void => {
        if (isWrong || !isFresh) return;
        setTyped(undefined);
        if (value !== knob.value) onNumber(knob, value, `${knob.owner.label} : ${printNumber(knob.value)} → ${printNumber(value)}`);
    };
    return (
        <label className="grid-cell small">
            <span className="soft">{words}</span>
            <span className="grid-number">
                <input
                    inputMode="decimal"
                    size={5}
                    value={text}
                    readOnly={!isFresh}
                    aria-label={`${knob.owner.label}, ${words}`}
                    aria-invalid={isWrong}
                    aria-describedby={isWrong ? id : undefined}
                    onChange={({ target }) => setTyped(target.value)}
                    onBlur={commit}
                    onKeyDown={({ key }) => {
                        if (key === 'Enter') commit();
                        if (key === 'Escape') setTyped(undefined);
                    }}
                />
                <span className="soft">{knob.unit}</span>
            </span>
            {isWrong && (
                <span id={id} className="file-error">
                    {value === undefined ? 'Un nombre est attendu.' : 'Ce nombre ne tient pas entre les autres.'}
                </span>
            )}
        </label>
    );
}
