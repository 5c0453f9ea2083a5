import { itemsIn, type Span } from '@bareme/language/ir';
import type { Explained } from './explained.js';

/** The articles by which the law names priority publics: CCH L.441-1, and L.441-2-3 for a decision of the commission of mediation. */
const PRIORITY_ARTICLES = /L\.? ?441-(?:1|2-3)(?![0-9-])/;

/** A criterion that gave points, and the articles that name its ground. */
export interface PriorityEntry {
    readonly criterion: string;
    readonly label?: string;
    readonly references: readonly string[];
}

/** Criteria that gave points for a ground of priority that the law names. */
export function prioritiesOf({ policy, explanation }: Explained): readonly PriorityEntry[] {
    const criteria = new Map(policy.scorings.flatMap(({ group }) => itemsIn(group)).flatMap((item) => (item.kind === 'criterion' ? [[item.name, item]] : [])));
    return explanation.traces.declared.lines.flatMap(({ kind, name, label, points }) => {
        const references = (criteria.get(name)?.references ?? []).map(({ text }) => text).filter((text) => PRIORITY_ARTICLES.test(text));
        const gives = points.kind === 'exact' && points.points.n > 0n;
        return kind === 'criterion' && gives && references.length > 0 ? [{ criterion: name, ...(label === undefined ? {} : { label }), references }] : [];
    });
}

/** The condition of the category that ranks the demand, as written. */
export function categoryOf({ policy, category, texts }: Explained): { readonly category?: string } {
    const key = policy.ranking?.keys.find(({ kind }) => kind === 'category');
    const condition = key?.kind === 'category' && category !== undefined ? key.conditions[category] : undefined;
    return condition === undefined ? {} : { category: writtenAt(texts, condition.at) };
}

/** Criteria that read refusals, and effects on seniority: all that refusing a dwelling does. */
export function refusalsOf({ policy, explanation }: Explained): readonly string[] {
    const refusals = policy.vocabulary.facts.find(({ owner, role }) => owner === 'demande' && role === 'refus')?.name;
    const criteria = explanation.traces.declared.lines.filter(({ facts }) => facts.some(({ name, owner }) => owner === 'demande' && name === refusals));
    const scored = criteria.map(({ name, label, text }) => `${label ?? name} : ${text.replace(/^.*? : /, '')}`);
    return [...scored, ...policy.refusalEffects.map(({ text }) => text)];
}

function writtenAt(texts: Explained['texts'], [path, start, end]: Span): string {
    return (texts.get(path) ?? '').slice(start, end).replace(/\s+/g, ' ');
}
