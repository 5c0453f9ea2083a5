import type { Policy, Project } from '@bareme/language/ir';

/** Words for what data and policies name: no identifier reaches a page where somebody gave a word for it. */
export interface Labels {
    /** The label of a value of a fact: a commune, a typology, a landlord. */
    readonly value: (fact: string, word: string) => string;
    /** The label of a reservee or of a code of contingent. */
    readonly reservee: (word: string) => string;
}

/** The words that the policies of a project give. */
export function labelsOf(project: Pick<Project, 'policies' | 'variants'>): Labels {
    const policies = [...project.policies, ...project.variants];
    const enumerations = new Map(policies.flatMap(({ vocabulary }) => vocabulary.enumerations.map((item) => [item.name, item] as const)));
    const facts = new Map(policies.flatMap(({ vocabulary }) => vocabulary.facts.map((fact) => [fact.name, fact] as const)));
    const reservees = new Map(policies.flatMap((policy) => reserveeLabels(policy)));
    const value = (fact: string, word: string): string => {
        const type = facts.get(fact)?.type;
        if (type?.kind !== 'enumeration') return fact === 'commune' ? `commune ${word}` : spoken(word);
        return enumerations.get(type.name)?.values.find(({ name, codes }) => name === word || codes.includes(word))?.label ?? word;
    };
    return { value, reservee: (word) => reservees.get(word) ?? value('réservataire', word) };
}

function reserveeLabels({ reservees }: Policy): readonly (readonly [string, string])[] {
    return reservees.map(({ name, label }) => [name, label ?? name] as const);
}

/** An identifier as people would write it, where nobody gave a word: `valmont_habitat` is « Valmont habitat ». A code stays as it is. */
function spoken(word: string): string {
    return /^\p{Ll}[\p{Ll}\d_]*$/u.test(word) ? `${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll('_', ' ')}` : word;
}
