/** What a message needs of a type; the representation's own types have this shape. */
export interface TypeShape {
    readonly kind: string;
    readonly unit?: string;
    readonly per?: string;
    readonly name?: string;
}

/** A type in the words of an author: « un montant par mois », « un nombre de personnes ». */
export function describeType(type: TypeShape): string {
    switch (type.kind) {
        case 'number':
            return type.unit === undefined ? 'un nombre' : `un nombre ${ofWord(plural(type.unit))}`;
        case 'money':
            return type.per === undefined ? 'un montant' : `un montant par ${type.per}`;
        case 'enumeration':
            return `une valeur de « ${type.name ?? ''} »`;
        default:
            return SIMPLE_TYPES.get(type.kind) ?? 'une valeur';
    }
}

const SIMPLE_TYPES = new Map([
    ['ratio', 'un pourcentage ou un rapport'],
    ['date', 'une date'],
    ['duration', 'une durée'],
    ['boolean', 'une condition (oui ou non)'],
    ['code', 'un code'],
    ['text', 'un texte'],
    ['events', 'des événements'],
]);

/** `de personnes`, `d’enfants`. */
function ofWord(word: string): string {
    return /^[aeiouyàâäéèêëîïôöûüœh]/i.test(word) ? `d’${word}` : `de ${word}`;
}

/** A unit after several. */
export function plural(unit: string): string {
    return /[sx²]$/.test(unit) ? unit : `${unit}s`;
}
