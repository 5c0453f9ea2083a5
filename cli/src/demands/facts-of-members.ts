import type { Policy } from '@bareme/language/ir';

type MemberFacts = Policy['vocabulary']['memberFacts'];

/** What is deduced of each member where these clauses are read, after what it is made of itself: a clause shows the name alone. */
export function factsOfMembers(clauses: readonly string[], known: MemberFacts): MemberFacts {
    const words = new Set<string>(clauses.flatMap((clause) => clause.match(/[\p{L}\p{N}_]+/gu) ?? []));
    const named = known.filter(({ name }) => words.has(name));
    if (named.length === 0) return [];
    const formulas = named.map(({ text }) => text.slice(text.indexOf('=')));
    return [
        ...factsOfMembers(
            formulas,
            known.filter((fact) => !named.includes(fact)),
        ),
        ...named,
    ];
}
