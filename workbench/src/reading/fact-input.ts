import { formatIso, parseDate, type FactDeclaration, type FactValue, type Vocabulary } from '@bareme/language/ir';

/** What a form control may give for a fact. */
export type FactControl =
    | { readonly kind: 'choice'; readonly options: readonly { readonly value: string; readonly label: string }[] }
    | { readonly kind: 'several'; readonly options: readonly { readonly value: string; readonly label: string }[] }
    | { readonly kind: 'text'; readonly unit: string; readonly several: boolean }
    | { readonly kind: 'date' }
    /** Events and what no control writes yet: kept as the example gave it. */
    | { readonly kind: 'kept' };

/** How a fact is typed in. */
export function controlOf({ type, multiple }: FactDeclaration, { enumerations }: Vocabulary): FactControl {
    switch (type.kind) {
        case 'boolean':
            return {
                kind: 'choice',
                options: [
                    { value: 'oui', label: 'oui' },
                    { value: 'non', label: 'non' },
                ],
            };
        case 'enumeration': {
            const options = (enumerations.find(({ name }) => name === type.name)?.values ?? []).map(({ name, label }) => ({
                value: name,
                label: label ?? name,
            }));
            return { kind: multiple ? 'several' : 'choice', options };
        }
        case 'date':
            return { kind: 'date' };
        case 'money':
            return { kind: 'text', unit: type.per === undefined ? '€' : `€ par ${type.per}`, several: false };
        case 'number':
            return { kind: 'text', unit: type.unit ?? '', several: false };
        case 'code':
        case 'text':
            return { kind: 'text', unit: '', several: multiple };
        default:
            return { kind: 'kept' };
    }
}

/** A value as its control shows it; empty for `non renseigné`, `*` for `sans objet`. */
export function shownValue(value: FactValue | undefined, { type }: FactDeclaration): string {
    switch (value?.kind) {
        case undefined:
        case 'missing':
        case 'events':
            return '';
        case 'not-applicable':
            return '*';
        case 'set':
            return value.values.join(' ; ');
        case 'boolean':
            return value.value ? 'oui' : 'non';
        case 'word':
            return value.value;
        case 'date':
            return formatIso(value.day);
        case 'duration':
            return String(value.amount);
        case 'number':
            return type.kind === 'money' ? centsText(value.value) : decimalText(value.value);
    }
}

/** What was typed, as a value of the fact; `undefined` where it is none. */
export function readValue(typed: string, fact: FactDeclaration): FactValue | undefined {
    const text = typed.trim();
    if (text === '') return { kind: 'missing' };
    if (text === '*') return { kind: 'not-applicable' };
    if (fact.multiple) return { kind: 'set', values: text.split(/\s*;\s*/).filter(Boolean) };
    switch (fact.type.kind) {
        case 'boolean':
            return { kind: 'boolean', value: text === 'oui' };
        case 'date': {
            const day = parseDate(text);
            return day === undefined ? undefined : { kind: 'date', day };
        }
        case 'money':
            return bounded(fractionOf(text, 2), fact, 2);
        case 'number':
            return bounded(fractionOf(text, fact.type.places), fact, 0);
        default:
            return { kind: 'word', value: text };
    }
}

/** The digits of a French number with at most so many decimals, without its comma: `12,5` with one decimal is 125. */
function fractionOf(text: string, places: number): { readonly digits: bigint; readonly places: number } | undefined {
    const match = /^(-?\d+)(?:[,.](\d+))?$/.exec(text.replaceAll(/[\s\u00a0\u202f]/g, ''));
    const decimals = match?.[2] ?? '';
    return match === null || decimals.length > places ? undefined : { digits: BigInt(`${match[1]}${decimals.padEnd(places, '0')}`), places };
}

/** The number as a fact holds it, if it is within its bounds; money is in cents. */
function bounded(read: ReturnType<typeof fractionOf>, { bounds }: FactDeclaration, scale: number): FactValue | undefined {
    if (read === undefined) return undefined;
    const value = reduced(read.digits, 10n ** BigInt(read.places - scale));
    const amount = Number(read.digits) / 10 ** (read.places - scale);
    if (bounds !== undefined && (amount < numberOf(bounds.low) || amount > numberOf(bounds.high))) return undefined;
    return { kind: 'number', value };
}

function reduced(over: bigint, under: bigint): string {
    let [a, b] = [over < 0n ? -over : over, under];
    while (b !== 0n) [a, b] = [b, a % b];
    const divisor = a === 0n ? 1n : a;
    return under / divisor === 1n ? String(over / divisor) : `${over / divisor}/${under / divisor}`;
}

function numberOf(fraction: string): number {
    const [over = '0', under = '1'] = fraction.split('/');
    return Number(over) / Number(under);
}

function decimalText(fraction: string): string {
    return String(numberOf(fraction)).replace('.', ',');
}

function centsText(cents: string): string {
    return String(numberOf(cents) / 100).replace('.', ',');
}
