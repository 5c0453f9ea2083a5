import type { Root, SourceFile } from '../generated/ast.js';

/** The names through which files depend on each other, each with the word of its kind. */
export interface SharedNames {
    /** Of what the file writes, in whole or in part. */
    readonly written: readonly string[];
    /** After `utilise`, `de`, `reprend`, `applique`, `pour`. */
    readonly read: readonly string[];
}

/** The names that a file shares with others. A statement that the parser left incomplete may lack its own. */
export function sharedNames(file: SourceFile): SharedNames {
    const all = file.roots.map(namesOfRoot);
    return { written: all.flatMap(({ written }) => written), read: all.flatMap(({ read }) => read) };
}

function namesOfRoot(root: Root): SharedNames {
    switch (root.$type) {
        case 'Vocabulary':
            return { written: [vocabulary(root.name)], read: root.uses.map(vocabulary) };
        case 'Socle':
            return { written: [socle(root.name)], read: [vocabulary(root.uses)] };
        case 'Policy':
            return { written: [policy(root.name)], read: root.headers.flatMap(readByHeader) };
        case 'Act':
            return { written: [policy(root.policy)], read: root.headers.flatMap(readByHeader) };
        case 'Variant':
            return { written: [policy(root.policy)], read: [policy(root.policy)] };
        case 'Example':
            return { written: [], read: [policy(root.policy)] };
        case 'Mapping':
            return { written: [], read: [vocabulary(root.vocabulary)] };
    }
}

function readByHeader(header: Extract<Root, { readonly headers: unknown }>['headers'][number]): readonly string[] {
    switch (header.$type) {
        case 'UseHeader':
            return [vocabulary(header.vocabulary)];
        case 'ApplyHeader':
            return [socle(header.socle)];
        case 'InheritHeader':
            return [policy(header.policy)];
        default:
            return [];
    }
}

const vocabulary = (name: string): string => `vocabulaire ${name}`;
const policy = (name: string): string => `politique ${name}`;
const socle = (name: string): string => `socle ${name}`;
