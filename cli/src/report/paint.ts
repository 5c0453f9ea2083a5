export type Colour = 'red' | 'yellow' | 'blue' | 'green' | 'bold';

const CODES: Readonly<Record<Colour, number>> = { red: 31, yellow: 33, blue: 34, green: 32, bold: 1 };

/** The text in a terminal's colour, or as it is. */
export function paint(colour: Colour, text: string, on: boolean): string {
    return on ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
}
