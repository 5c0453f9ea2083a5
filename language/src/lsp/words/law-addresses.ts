/** Where a text of law is published: an address, and what following it shows. */
export interface LawAddress {
    readonly target: string;
    readonly tooltip: string;
}

const SEARCH = 'https://www.legifrance.gouv.fr/search/all?tab_selection=all&searchField=ALL&query=';

/** Légifrance looks for an article or a text as it is cited; nothing for what it does not publish. */
export function sourceAddress(cited: string): LawAddress | undefined {
    const article = /\b(CCH|CASF|CGCT|code [a-zàâçéèêëîïôûü ’']+?)\s+(?:article\s+)?([LRD])\.?\s*(\d+(?:-\d+)*)/i.exec(cited);
    if (article !== null) return search(`${article[2] ?? ''}${article[3] ?? ''} ${CODES.get((article[1] ?? '').toUpperCase()) ?? article[1] ?? ''}`);
    return /\b(loi|décret|arrêté|ordonnance)\b/i.test(cited) ? search(cited) : undefined;
}

const CODES: ReadonlyMap<string, string> = new Map([
    ['CCH', 'code de la construction et de l’habitation'],
    ['CASF', 'code de l’action sociale et des familles'],
    ['CGCT', 'code général des collectivités territoriales'],
]);

function search(words: string): LawAddress {
    return { target: `${SEARCH}${encodeURIComponent(words.trim())}`, tooltip: 'Chercher ce texte sur Légifrance' };
}
