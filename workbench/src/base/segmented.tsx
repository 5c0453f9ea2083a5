import { useId } from 'react';

interface SegmentedProps<Value extends string> {
    readonly legend: string;
    readonly value: Value;
    readonly options: readonly { readonly value: Value; readonly label: string }[];
    readonly onChange: (value: Value) => void;
}

/** One choice among a few, all seen. */
export function Segmented<Value extends string>({ legend, value, options, onChange }: SegmentedProps<Value>) {
    const name = useId();
    return (
        <fieldset style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
            <legend className="visually-hidden">{legend}</legend>
            <div className="segmented">
                {options.map((option) => (
                    <label key={option.value}>
                        <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
                        {option.label}
                    </label>
                ))}
            </div>
        </fieldset>
    );
}
