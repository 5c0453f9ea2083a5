import { describeType } from '../../diagnostics/type-words.js';
import type { ValueType } from '../../ir/value-type.js';

/** A literal form to fill in. */
export interface LiteralForm {
    readonly label: string;
    readonly body: string;
    readonly detail: string;
}

/** How a value of a type is written; an enumeration has its values instead. */
export function literalForms(type: ValueType): readonly LiteralForm[] {
    const detail = describeType(type);
    const form = (label: string, body: string): LiteralForm => ({ label, body, detail });
    switch (type.kind) {
        case 'money': {
            const per = type.per === undefined ? '' : ` par ${type.per}`;
            return [form(`400 €${per}`, `\${1:400} €${per}`)];
        }
        case 'ratio':
            return [form('33 %', '${1:33} %')];
        case 'date':
            return [form('01/01/2025', '${1:01}/${2:01}/${3:2025}')];
        case 'duration':
            return [form('12 mois', '${1:12} mois'), form('2 ans', '${1:2} ans'), form('30 jours', '${1:30} jours')];
        case 'number':
            return type.unit === undefined ? [] : [form(`3 ${plural(type.unit)}`, `\${1:3} ${plural(type.unit)}`)];
        case 'boolean':
            return [form('oui', 'oui'), form('non', 'non')];
        default:
            return [];
    }
}

function plural(unit: string): string {
    return /[sx²]$/.test(unit) ? unit : `${unit}s`;
}

/** How often a text of law is cited. */
export function citedTimes(count: number): string {
    return count === 1 ? 'cité une fois dans ces fichiers' : `cité ${count} fois dans ces fichiers`;
}

export const WHOLE_CLAUSE = 'clause entière';
export const PHRASE = 'mot de la langue';
export const CONDITION = 'condition entière';
