import { CodeActionKind } from 'vscode-languageserver';
import { isExample, type Example } from '../../generated/ast.js';
import type { Policy } from '../../ir/policy.js';
import type { Span } from '../../ir/span.js';
import type { FixGround } from '../fixes/fix.js';
import { giveFacts } from '../words/fix-words.js';
import { nodeAround } from './node-around.js';
import { plainFact, type PlainFact } from './plain-fact.js';
import type { Refactoring, Selected } from './refactoring.js';

/** What an example lacks for its note to be known, by name; the policy that it was run under. */
export interface LackingExample {
    readonly at: Span;
    readonly policy?: Policy;
    readonly missing: readonly string[];
}

/** Of the example around the cursor, the facts that its note lacks: each with a plain value, which the author replaces. `outcomes` are asked there only. */
export function completeExample({ document, path, text }: FixGround, { start }: Selected, outcomes: () => readonly LackingExample[]): readonly Refactoring[] {
    const example = nodeAround(document, start, isExample);
    const place = example && placeOfFacts(example);
    if (place === undefined) return [];
    const outcome = outcomes().find(({ at }) => at[0] === path && at[1] === example?.$cstNode?.offset);
    const facts = (outcome?.missing ?? []).flatMap((name) => (outcome?.policy && plainFact(outcome.policy, name)) ?? []);
    if (facts.length === 0) return [];
    const layout = layoutAt(text, place);
    const written = (ending: string, valueOf: (fact: PlainFact, rank: number) => string): string =>
        facts.map((fact, rank) => `${fact.name} : ${valueOf(fact, rank)}${ending}`).join('');
    const edit = {
        location: { path, start: place, end: place },
        newText: written(layout, ({ value }) => value),
        // An editor gives the lines of what is filled in the indent of the first.
        snippet: written(layout.replace(/\n.*/, '\n'), ({ value, choices }, rank) => blank(rank + 1, choices.length === 0 ? value : choices)),
    };
    return [{ title: giveFacts(facts.map(({ name }) => name)), kind: CodeActionKind.QuickFix, edits: [edit] }];
}

/** Before the first thing that is no fact: the day, what is expected. */
function placeOfFacts({ items }: Example): number | undefined {
    return items.find(({ $type }) => $type === 'ExampleDate' || $type === 'ExampleExpectation' || $type === 'ExampleProofs')?.$cstNode?.offset;
}

/** What ends each fact: a new line with the indent of what follows where that begins a line; `;` where the other facts are followed by it. */
function layoutAt(text: string, place: number): string {
    const before = text.slice(0, place);
    const indent = /(?:^|\n)([ \t]*)$/.exec(before)?.[1];
    if (indent === undefined) return ' ; ';
    return `${/[^;\s]\s*$/.test(before) ? '' : ' ;'}\n${indent}`;
}

/** A place of a snippet: a value to write over, or one to choose. */
function blank(rank: number, value: string | readonly string[]): string {
    const plain = (words: string): string => words.replace(/[\\$},|]/g, '\\$&');
    return typeof value === 'string' ? `\${${rank}:${plain(value)}}` : `\${${rank}|${value.map(plain).join(',')}|}`;
}
