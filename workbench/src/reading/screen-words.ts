/** What the options of the command line are called on the screens; the longest first. */
const WORDS: readonly (readonly [option: string, words: string])[] = [
    ['avec « --du » et « --au »', 'dans « territoire.json »'],
    ['« --du » et « --au »', 'le début et la fin de la période'],
    ['avec « --politique »', 'en n’ouvrant que son dossier'],
    ['« --mode constat »', '« Constat »'],
    ['« --mode vivier »', '« Tout le vivier »'],
    ['« --graine 2024 »', 'la graine 2024'],
];

/** A remedy as it is obeyed here: findings name the options of the command line, which no screen has. */
export function screenWords(remedy: string): string {
    return WORDS.reduce((text, [option, words]) => text.replaceAll(option, words), remedy);
}
