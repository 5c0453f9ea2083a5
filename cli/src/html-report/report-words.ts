import type { Vocabulary } from '@bareme/language/ir';

/** The facts of a dwelling that a report shows, by their role. */
export type DwellingRole = 'commune' | 'typologie' | 'réservataire' | 'bailleur';

/** The labels of a vocabulary for the words of the data. */
export interface ReportWords {
    readonly dwelling: (role: DwellingRole, word: string) => string;
}

/** Words as they are. */
export const PLAIN_WORDS: ReportWords = { dwelling: (_role, word) => word };

/** The labels that a vocabulary gives to the values of a dwelling's facts. */
export function wordsOf({ facts, enumerations }: Vocabulary): ReportWords {
    const labels = new Map<string, string>();
    for (const { owner, role, type } of facts) {
        if (owner !== 'logement' || role === undefined || type.kind !== 'enumeration') continue;
        const values = enumerations.find(({ name }) => name === type.name)?.values ?? [];
        for (const value of values) if (value.label !== undefined) labels.set(`${role} ${value.name}`, value.label);
    }
    return { dwelling: (role, word) => labels.get(`${role} ${word}`) ?? word };
}
