import { compileSources, createSourceParser, type SourceText } from '@bareme/language';
import { CompletionRequest, HoverRequest, SemanticTokensRequest } from 'vscode-languageserver/node';
import { mutant, randomIntegers } from '../parser/mutants.js';
import { testClient, type TestClient } from './client.js';

/** What a storm is made of. */
export interface StormOptions {
    readonly sources: readonly SourceText[];
    readonly seed: number;
    readonly milliseconds: number;
    /** Called between bursts, the texts being again as they were, with the keys typed so far. */
    readonly onCalm?: (keys: number) => void;
}

/** What a storm did. */
export interface Storm {
    readonly keys: number;
    /** Times that the findings shown were compared with those of a fresh compile. */
    readonly compared: number;
    /** Files whose findings were others, each with both. */
    readonly stale: readonly { readonly path: string; readonly shown: readonly string[]; readonly fresh: readonly string[] }[];
    /** What the server said of its own errors. */
    readonly errors: readonly string[];
}

const BURST = 25;
const LONGEST_PAUSE_MILLISECONDS = 25;

/** Real policies retyped key by key and edited at random through a server, which is asked things meanwhile. */
export async function typingStorm({ sources, seed, milliseconds, onCalm }: StormOptions): Promise<Storm> {
    const client = await testClient();
    const errors: string[] = [];
    const said = console.error;
    console.error = (...words: readonly unknown[]) => void errors.push(words.map(String).join(' '));
    const typist: Typist = { client, next: randomIntegers(seed), texts: new Map(sources.map(({ path, text }) => [path, text])), first: sources };
    const stale: Storm['stale'][number][] = [];
    const end = performance.now() + milliseconds;
    let [keys, compared] = [0, 0];
    try {
        await client.send(Object.fromEntries(sources.map(({ path, text }) => [path, text])));
        for (const { path, text } of sources) await openOnce(client, path, text);
        while (performance.now() < end) {
            for (let burst = 0; burst < BURST; burst += 1) keys += await typeSomething(typist);
            stale.push(...(await staleFindings(typist)));
            compared += 1;
            if (onCalm !== undefined) await restore(typist);
            onCalm?.(keys);
        }
    } finally {
        console.error = said;
        await client.close();
    }
    return { keys, compared, stale, errors };
}

async function restore(typist: Typist): Promise<void> {
    for (const { path, text } of typist.first) if (typist.texts.get(path) !== text) await typeText(typist, path, text);
    await typist.client.settled();
}

interface Typist {
    readonly client: TestClient;
    readonly next: (below: number) => number;
    readonly texts: Map<string, string>;
    readonly first: readonly SourceText[];
}

async function openOnce(client: TestClient, path: string, text: string): Promise<void> {
    const textDocument = { uri: client.uriOf(path), languageId: 'bareme', version: 1, text };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
}

/** A stretch retyped key by key, an edit at random, or the text as it was. Gives how many keys that took. */
async function typeSomething(typist: Typist): Promise<number> {
    const { next, texts, first } = typist;
    const { path, text: original } = first[next(first.length)] ?? { path: '', text: '' };
    const text = texts.get(path) ?? original;
    switch (next(5)) {
        case 0:
            return typeText(typist, path, original);
        case 1:
            return typeText(typist, path, mutant(text, [original], next));
        default:
            return retype(typist, path, text);
    }
}

async function retype(typist: Typist, path: string, text: string): Promise<number> {
    const start = typist.next(text.length + 1);
    const words = text.slice(start, start + 1 + typist.next(12));
    const [before, after] = [text.slice(0, start), text.slice(start + words.length)];
    for (let typed = 0; typed <= words.length; typed += 1) await typeText(typist, path, before + words.slice(0, typed) + after);
    return words.length + 1;
}

async function typeText({ client, next, texts }: Typist, path: string, text: string): Promise<number> {
    texts.set(path, text);
    await client.type(path, text);
    if (next(6) === 0) ask(client, path, { line: next(text.split('\n').length), character: next(40) });
    if (next(3) === 0) await new Promise((resolve) => setTimeout(resolve, next(LONGEST_PAUSE_MILLISECONDS)));
    return 1;
}

/** Nobody waits for the answers: those of a text that has changed since are refused. */
function ask({ connection, uriOf }: TestClient, path: string, position: { readonly line: number; readonly character: number }): void {
    const textDocument = { uri: uriOf(path) };
    connection.sendRequest(CompletionRequest.type, { textDocument, position }).catch(() => undefined);
    connection.sendRequest(HoverRequest.type, { textDocument, position }).catch(() => undefined);
    connection.sendRequest(SemanticTokensRequest.type, { textDocument }).catch(() => undefined);
}

/** Once the server has said everything: where what it shows is not what a fresh compile finds. */
async function staleFindings({ client, texts }: Typist): Promise<Storm['stale']> {
    await client.settled();
    const { diagnostics } = compileSources(
        [...texts].map(([path, text]) => ({ path, text })),
        createSourceParser(),
    );
    return [...texts.keys()].flatMap((path) => {
        const fresh = diagnostics.filter(({ location }) => location?.path === path).map(({ code, message, remedy }) => `${code} ${message}\n${remedy}`);
        const shown = (client.published.get(client.uriOf(path)) ?? []).map(
            ({ code, message }) => `${String(code)} ${typeof message === 'string' ? message : message.value}`,
        );
        return JSON.stringify(fresh) === JSON.stringify(shown) ? [] : [{ path, shown, fresh }];
    });
}
