import type { Policy } from '@bareme/language/ir';
import { Button } from '../../base/button.js';
import { show } from '../../state/navigation.js';

interface VariantChoiceProps {
    readonly variants: readonly Policy[];
    readonly chosen: readonly string[];
    readonly onChange: (chosen: readonly string[]) => void;
}

/** Which variants are compared with the rules in force. */
export function VariantChoice({ variants, chosen, onChange }: VariantChoiceProps) {
    const toggle = (name: string): void => onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
    return (
        <fieldset className="card stack plain-fieldset">
            <legend className="fieldset-title">Ce qui est comparé</legend>
            <p>
                <span aria-hidden="true">●</span> <strong>Règles en vigueur</strong> <span className="soft">(toujours : c’est la référence)</span>
            </p>
            {variants.length === 0 && (
                <p className="soft">
                    Aucune variante encore. <Button onClick={() => show('rediger')}>En écrire une</Button>
                </p>
            )}
            {variants.map(({ variant }) =>
                variant === undefined ? null : (
                    <label key={variant.name} className="check">
                        <input type="checkbox" checked={chosen.includes(variant.name)} onChange={() => toggle(variant.name)} />
                        <span>{variant.label ?? variant.name}</span>
                    </label>
                ),
            )}
        </fieldset>
    );
}
