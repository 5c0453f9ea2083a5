import { LinkButton } from '../../base/button.js';
import { changesOf, type ClauseChange } from '../../reading/policy-changes.js';
import { openFile } from '../../state/navigation.js';
import type { ComparisonProps } from './comparison-props.js';

const VERBS = { edited: 'modifié', added: 'ajouté', removed: 'retiré' } as const;

/** What the variant edits, clause by clause, in the words of the text. */
export function ClauseChanges({ run, ruleSet }: ComparisonProps) {
    const variant = run.project.variants.find(({ variant: named }) => named?.name === ruleSet);
    const version = run.project.policies.find(({ name, version: edited }) => name === variant?.name && edited === variant.version);
    const changes = variant === undefined || version === undefined ? [] : changesOf(version, variant);
    return (
        <section className="card stack" aria-labelledby="what-changes">
            <div>
                <p className="overline">Ce qui change dans le texte</p>
                <h2 id="what-changes">{changesTitle(changes.length)}</h2>
            </div>
            <ul className="clauses">
                {changes.map((change) => (
                    <li key={`${change.subject} ${change.name}`}>
                        <Clause change={change} />
                    </li>
                ))}
            </ul>
        </section>
    );
}

function changesTitle(count: number): string {
    if (count === 0) return 'Aucune clause ne change';
    return count === 1 ? 'Une clause change' : `${count} clauses changent`;
}

function Clause({ change }: { readonly change: ClauseChange }) {
    const { kind, subject, label, before, after, place } = change;
    const title = (
        <>
            {label}{' '}
            <span className="soft">
                ({subject}, {VERBS[kind]})
            </span>
        </>
    );
    return (
        <>
            <p className="clause-title">{place === undefined ? title : <LinkButton onClick={() => openFile(place.path, place)}>{title}</LinkButton>}</p>
            {before !== undefined && (
                <p className="clause-text">
                    <span className="overline">Avant</span> <del>{withoutName(before)}</del>
                </p>
            )}
            {after !== undefined && (
                <p className="clause-text">
                    <span className="overline">Après</span> <ins>{withoutName(after)}</ins>
                </p>
            )}
        </>
    );
}

/** The clause without its keyword, its name and its label, which the title says. */
function withoutName(text: string): string {
    return text.replace(/^(critère|objectif|exclusion|adéquation|liste)\s+\S+\s+("[^"]*"\s*)?:?\s*/, '');
}
