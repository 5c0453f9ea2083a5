import type { WordLabels } from '@bareme/language/columns';
import type { Vocabulary } from '@bareme/language/ir';

/** The labels of a vocabulary for the words of the data. */
export interface ReportWords {
    /** A word of a fact of the dwelling, by the role or the name of the fact. */
    readonly dwelling: (fact: string, word: string) => string;
    /** A word of a fact of the candidature, by the role of the fact. */
    readonly candidature: (role: string, word: string) => string;
    /** What a fact of the dwelling is, by its name. */
    readonly fact: (name: string) => string;
}

/** Words as they are. */
export const PLAIN_WORDS: ReportWords = { dwelling: (_fact, word) => word, candidature: (_role, word) => word, fact: (name) => name };

/** The labels that a vocabulary gives to the facts of the dwelling and of the candidature and to their values; the territory's own come first. */
export function wordsOf({ facts, enumerations }: Vocabulary, own: WordLabels = {}): ReportWords {
    const labels = new Map<string, string>();
    const named = new Map<string, string>();
    for (const { owner, name, label, role, type } of facts) {
        if (owner === 'demande') continue;
        if (label !== undefined && owner === 'logement') named.set(name, label);
        const keys = role === undefined ? [name] : [name, role];
        if (owner === 'logement')
            for (const [word, text] of Object.entries(own[name] ?? {})) for (const key of keys) labels.set(`${owner} ${key} ${word}`, text);
        const values = type.kind === 'enumeration' ? (enumerations.find((enumeration) => enumeration.name === type.name)?.values ?? []) : [];
        for (const value of values) {
            if (value.label === undefined) continue;
            for (const key of keys) if (!labels.has(`${owner} ${key} ${value.name}`)) labels.set(`${owner} ${key} ${value.name}`, value.label);
        }
    }
    const word = (owner: string) => (key: string, value: string) => labels.get(`${owner} ${key} ${value}`) ?? value;
    return { dwelling: word('logement'), candidature: word('candidature'), fact: (name) => named.get(name) ?? name };
}
