import { URI } from 'langium';
import { createBaremeServices, createCompiler, type CompilationSteps } from '@bareme/language';
import { excerpt, mutant, randomIntegers } from './mutants.js';

/** Which mutants are tried: `count` from the `from`-th of a seed, each made of its own number alone. */
export interface MutantRun {
    readonly texts: readonly string[];
    readonly seed: number;
    readonly from: number;
    readonly count: number;
    /** Told now and then how many were tried. */
    readonly onProgress?: (tried: number) => void;
}

/** What became of the mutants. */
export interface MutantOutcome {
    readonly tried: number;
    /** Those with a finding. */
    readonly faulty: number;
    /** Those refused before they were parsed. */
    readonly refused: number;
}

/** Read right after each mutant: a policy with its own vocabulary, whose representation is known. */
const KNOWN = `barème 1
vocabulaire v "V" { demande { dép : date rôle dépôt ; b : oui/non ; n : entier } déduit d : oui/non = non b }
politique p "P" version "1" en vigueur du 01/01/2024 utilise v
cotation c "C" cumulables { critère x "X" : 12 points si b et n plus de 3 critère y "Y" : 5 points si d }
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;

/** A word, or what stands between two. */
const PIECES = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu;

type Next = (below: number) => number;

/** Parses mutants through the document factory of one set of services. Throws on the first fault, with the mutant. */
export function tryMutants({ texts, seed, from, count, onProgress }: MutantRun): MutantOutcome {
    const services = createBaremeServices();
    const factory = services.shared.workspace.LangiumDocumentFactory;
    const uri = URI.parse('memory:/mutant.bareme');
    const read = (): string => representation(createCompiler(services.shared.bareme.SourceParser).update([{ path: 'p', text: KNOWN }]));
    const known = read();
    if (!known.includes('"critère x"') && !known.includes('"x"')) throw new Error(`the known policy is not understood: ${known}`);
    let faulty = 0;
    let refused = 0;
    for (let index = from; index < from + count; index += 1) {
        const text = numberedMutant(texts, seed, index);
        const blame = (error: unknown): Error => new Error(`mutant ${index} of seed ${seed}: ${String(error)}\n${JSON.stringify(text)}`, { cause: error });
        try {
            const { parseResult } = factory.fromString(text, uri);
            const { findings, sound } = parseResult as unknown as { readonly findings: readonly unknown[]; readonly sound?: unknown };
            if (findings.length > 0) faulty += 1;
            if (sound === undefined) refused += 1;
        } catch (error) {
            throw blame(error);
        }
        if (read() !== known) throw blame('the next file is misread');
        if ((index - from + 1) % 50_000 === 0) onProgress?.(index - from + 1);
    }
    return { tried: count, faulty, refused };
}

/** What is understood once names and types are known; findings of meaning are not looked for. */
function representation(steps: CompilationSteps): string {
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
        if (step.value.kind === 'push') return JSON.stringify([step.value.compilation.project, step.value.compilation.diagnostics]);
    }
    throw new Error('no push');
}

/** The mutant of a number: bytes, words, or ends of two texts. */
export function numberedMutant(texts: readonly string[], seed: number, index: number): string {
    const next = randomIntegers(Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(seed, 0x85ebca6b));
    for (let warm = 0; warm < 4; warm += 1) next(2);
    const pick = (): string => texts[next(texts.length)] ?? '';
    const text = next(256) === 0 ? pick() : excerpt(pick(), next);
    switch (index % 4) {
        case 0:
            return ofBytes(text, next);
        case 1:
            return ofWords(text, pick(), next);
        case 2:
            return text.slice(0, next(text.length + 1)) + ending(excerpt(pick(), next), next);
        default:
            return mutant(text, texts, next);
    }
}

const ending = (text: string, next: Next): string => text.slice(next(text.length + 1));

/** One to four bytes changed, inserted or removed; more often printable ones, since a file with others is refused at once. */
function ofBytes(text: string, next: Next): string {
    const bytes = [...new TextEncoder().encode(text)];
    for (let edits = 1 + next(4); edits > 0; edits -= 1) {
        const byte = next(4) === 0 ? next(256) : 32 + next(95);
        bytes.splice(next(bytes.length + 1), next(2), ...(next(3) === 0 ? [] : [byte]));
    }
    return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** One to four words removed, doubled, exchanged, or taken from another text. */
function ofWords(text: string, other: string, next: Next): string {
    const words = text.match(PIECES) ?? [];
    const others = other.match(PIECES) ?? [''];
    for (let edits = 1 + next(4); edits > 0; edits -= 1) {
        const place = next(words.length + 1);
        const word = words[place] ?? '';
        const inserted = [[], [word, word], [others[next(others.length)] ?? ''], [others[next(others.length)] ?? '', ' ', word]][next(4)] ?? [];
        words.splice(place, 1, ...inserted);
        const last = next(words.length + 1);
        if (next(4) === 0 && words.length > 0) [words[0], words[last % words.length]] = [words[last % words.length] ?? '', words[0] ?? ''];
    }
    return words.join('');
}
