/** A text without capitals, accents and ligatures: what authors may leave out when they look for a word. */
export function folded(text: string): string {
    return text
        .normalize('NFD')
        .replace(/[\u0300-\u036F]/g, '')
        .toLowerCase()
        .replace(/œ/g, 'oe')
        .replace(/\u2019/g, "'")
        .replace(/[\u00A0\u202F]/g, ' ');
}
