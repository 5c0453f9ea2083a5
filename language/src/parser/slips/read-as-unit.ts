import { report } from '../../diagnostics/report.js';
import { endOf, placeAt, replacing, type Slip, type Stumble } from './slip.js';

/** A number that ends a line, then a name that begins the next: where the number is, and the blank after it, end. */
const NUMBER_THEN_LINE = /([0-9])([ \t\u00A0\u202F]*[\r\n]\s*)$/;

/**
 * The name before an unexpected colon when it begins a line and a number ends the former one: without a `;` between them the name is
 * read as the unit of the number.
 */
export function readAsUnitSlip({ text, tokens, at }: Stumble): Slip | undefined {
    const [name, colon] = [tokens[at - 1], tokens[at]];
    if (colon?.image !== ':' || name?.tokenType.name !== 'ID') return undefined;
    const blank = NUMBER_THEN_LINE.exec(text.slice(0, name.startOffset))?.[2];
    if (blank === undefined) return undefined;
    const end = name.startOffset - blank.length;
    const reading = { start: end, end, text: ' ;' };
    const fix = replacing('Ajouter « ; » après le nombre', reading);
    return { finding: report('BAR112', { name: name.image }, placeAt(name.startOffset, endOf(name)), { fix }), readings: [reading] };
}
