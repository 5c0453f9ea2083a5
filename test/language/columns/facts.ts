import type { FactDeclaration, ValueType } from '../../../language/src/ir/value-type.js';

/** A declared fact, of the demand unless told otherwise. */
export function declare(name: string, type: ValueType, more: Partial<FactDeclaration> = {}): FactDeclaration {
    return { name, owner: 'demande', type, multiple: false, proof: false, references: [], at: ['', 0, 0], ...more };
}
