import { describeType } from '../../diagnostics/type-words.js';
import type { Table } from '../../ir/vocabulary.js';

/** How something is called. */
export interface Signature {
    readonly label: string;
    readonly documentation: string;
    readonly parameters: readonly string[];
}

export function tableSignature({ name, label, keys, type, references }: Table): Signature {
    const parameters = keys.map((key) => `${key.name} : ${describeType(key.type)}`);
    const law = references.length === 0 ? '' : ` Réf : ${references.map(({ text }) => text).join(' ; ')}.`;
    return {
        label: `${name}(${parameters.join(' ; ')}) : ${describeType(type)}`,
        documentation: `${label ?? `Table « ${name} »`}. La ligne lue est celle en vigueur à la date de la règle.${law}`,
        parameters,
    };
}

export function roundingSignature(words: string): Signature {
    const parameters = ['valeur : un nombre, un montant ou un rapport', 'nombre de décimales'];
    return {
        label: `${words} (${parameters.join(' ; ')})`,
        documentation: 'Arrondit une valeur, dans le sens écrit. Sans nombre de décimales : à l’entier ; d’un montant, les décimales sont celles de l’euro.',
        parameters,
    };
}
