/** An element of a drawing: attributes whose values are never markup. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, ...inside: readonly string[]): string {
    const written = Object.entries(attributes)
        .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
        .join('');
    return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join('')}</${name}>`;
}

/** Text as XML: nothing of it is ever markup; what XML cannot hold becomes the replacement character. */
export function escaped(text: string): string {
    return text
        .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}

/** Text in lines of at most so many letters, cut between words, or inside one that is longer. */
export function wrapped(text: string, most: number): readonly string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ').flatMap((each) => pieces(each, most))) {
        if (line !== '' && line.length + 1 + word.length > most) {
            lines.push(line);
            line = word;
        } else line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}

function pieces(word: string, most: number): readonly string[] {
    return word.length <= most ? [word] : (word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [word]);
}
