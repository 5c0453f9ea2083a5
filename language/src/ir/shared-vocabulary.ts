import type { Vocabulary } from './vocabulary.js';

/** The words in which the data of several policies are read: those of every one, each once; of two of one name, the last. */
export function sharedVocabulary(policies: readonly { readonly vocabulary: Vocabulary }[]): Vocabulary {
    const vocabularies = policies.map(({ vocabulary }) => vocabulary);
    return {
        enumerations: distinct(vocabularies.flatMap(({ enumerations }) => enumerations)),
        facts: [...new Map(vocabularies.flatMap(({ facts }) => facts).map((fact) => [`${fact.owner} ${fact.name}`, fact])).values()],
        derived: distinct(vocabularies.flatMap(({ derived }) => derived)),
        memberFacts: distinct(vocabularies.flatMap(({ memberFacts }) => memberFacts)),
        parameters: distinct(vocabularies.flatMap(({ parameters }) => parameters)),
        tables: distinct(vocabularies.flatMap(({ tables }) => tables)),
    };
}

function distinct<Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] {
    return [...new Map(items.map((item) => [item.name, item])).values()];
}
