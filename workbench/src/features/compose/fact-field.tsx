import { useId, useState } from 'react';
import type { FactDeclaration, FactValue, Vocabulary } from '@bareme/language/ir';
import { controlOf, readValue, shownValue, type FactControl } from '../../reading/fact-input.js';

interface FactFieldProps {
    readonly fact: FactDeclaration;
    readonly vocabulary: Vocabulary;
    readonly value: FactValue | undefined;
    readonly onChange: (value: FactValue) => void;
}

/** One fact of the form, by its type; empty is « non renseigné ». */
export function FactField(props: FactFieldProps) {
    const { fact, vocabulary, value, onChange } = props;
    const control = controlOf(fact, vocabulary);
    const label = fact.label ?? fact.name;
    const shown = shownValue(value, fact);
    switch (control.kind) {
        case 'choice':
            return (
                <label className="fact-field">
                    <span>{label}</span>
                    <select value={shown} onChange={({ target }) => onChange(readValue(target.value, fact) ?? { kind: 'missing' })}>
                        <option value="">non renseigné</option>
                        <option value="*">sans objet</option>
                        {control.options.map((option) => (
                            <option key={option.value} value={option.value}>
                                {option.label}
                            </option>
                        ))}
                    </select>
                </label>
            );
        case 'several':
            return <SeveralField {...props} label={label} control={control} />;
        case 'date':
            return (
                <label className="fact-field">
                    <span>{label}</span>
                    <input type="date" value={shown} onChange={({ target }) => onChange(readValue(target.value, fact) ?? { kind: 'missing' })} />
                </label>
            );
        case 'text':
            return <TextField key={fact.name} {...props} label={label} unit={control.unit} />;
        case 'kept':
            return null;
    }
}

function SeveralField({
    label,
    control,
    value,
    onChange,
}: FactFieldProps & { readonly label: string; readonly control: Extract<FactControl, { kind: 'several' }> }) {
    const chosen = value?.kind === 'set' ? value.values : [];
    const toggle = (word: string): void => {
        const next = chosen.includes(word) ? chosen.filter((other) => other !== word) : [...chosen, word];
        onChange(next.length === 0 ? { kind: 'missing' } : { kind: 'set', values: next });
    };
    const words = control.options.filter(({ value: word }) => chosen.includes(word)).map((option) => option.label);
    return (
        <details className="fact-field">
            <summary>
                {label} : <strong>{value?.kind === 'not-applicable' ? 'sans objet' : words.length === 0 ? 'non renseigné' : words.join(' ; ')}</strong>
            </summary>
            {control.options.map((option) => (
                <label key={option.value} className="check small">
                    <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => toggle(option.value)} />
                    <span>{option.label}</span>
                </label>
            ))}
        </details>
    );
}

/** A number, an amount, a code: what is typed counts as soon as it is a value of the fact. */
function TextField({ fact, label, unit, value, onChange }: FactFieldProps & { readonly label: string; readonly unit: string }) {
    const id = useId();
    const shown = shownValue(value, fact);
    const [typed, setTyped] = useState<{ readonly text: string; readonly for: string }>();
    const text = typed?.for === shown ? typed.text : shown;
    const isWrong = readValue(text, fact) === undefined;
    const type = (next: string): void => {
        const read = readValue(next, fact);
        setTyped({ text: next, for: read === undefined ? shown : shownValue(read, fact) });
        if (read !== undefined) onChange(read);
    };
    return (
        <div className="fact-field">
            <label htmlFor={id}>
                {label}
                {unit !== '' && <span className="soft"> ({unit})</span>}
            </label>
            <input
                id={id}
                value={text === '*' ? 'sans objet' : text}
                aria-invalid={isWrong}
                aria-describedby={isWrong ? `${id}-wrong` : undefined}
                onChange={({ target }) => type(target.value)}
            />
            {isWrong && (
                <span id={`${id}-wrong`} className="small file-error">
                    {wrongWords(fact)}
                </span>
            )}
        </div>
    );
}

function wrongWords({ bounds, type }: FactDeclaration): string {
    if (bounds === undefined) return 'Un nombre est attendu, comme 12 ou 12,5.';
    const shown = (amount: string): string => (type.kind === 'money' ? String(Number(amount) / 100) : amount);
    return `Un nombre de ${shown(bounds.low)} à ${shown(bounds.high)} est attendu.`;
}
