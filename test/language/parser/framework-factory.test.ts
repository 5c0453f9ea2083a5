import { createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject, URI, type LangiumDocument } from 'langium';
import { describe, expect, test } from 'vitest';
import { BaremeGeneratedModule, BaremeGeneratedSharedModule } from '../../../language/src/generated/module.js';
import type { BaremeParseResult } from '../../../language/src/parser/bareme-parser.js';
import { PARSER_MODULE } from '../../../language/src/parser/source-parser.js';
import { VALID_FILES } from './valid-files.js';

const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), BaremeGeneratedSharedModule);
const services = inject(createDefaultCoreModule({ shared }), BaremeGeneratedModule, PARSER_MODULE);
shared.ServiceRegistry.register(services);
const factory = shared.workspace.LangiumDocumentFactory;

/** Texts that need much of the stack, and are within the limits. */
const DEEP = `barème 1
vocabulaire v { demande { b : oui/non } }
politique p version "1" en vigueur du 01/01/2024 utilise v
cotation c cumulables { critère x : 1 point si ${'('.repeat(55)}b${')'.repeat(55)} }`;
/** Beyond every limit. */
const HOSTILE = DEEP.replace('(b)', `${'('.repeat(5_000)}b${')'.repeat(5_000)}`);

let count = 0;
function documentOf(text: string): LangiumDocument & { readonly parseResult: BaremeParseResult } {
    count += 1;
    return factory.fromString(text, URI.parse(`memory:/${count}.bareme`)) as LangiumDocument & { readonly parseResult: BaremeParseResult };
}

function shape(text: string): string {
    const hidden = new Set(['$container', '$cstNode', '$document', '$containerProperty', '$containerIndex']);
    return JSON.stringify(documentOf(text).parseResult.value, (key, value: unknown) => (hidden.has(key) ? undefined : value));
}

const codes = (text: string): readonly string[] => documentOf(text).parseResult.findings.map(({ code }) => code);

/** How many calls of `under` fit in the stack from here. */
function depthOfStack(): number {
    let fits = 0;
    for (let step = 65_536; step >= 1; step /= 2) {
        try {
            under(fits + step, () => undefined);
            fits += step;
        } catch {
            // So many do not fit.
        }
    }
    return fits;
}

/** Runs at the bottom of so many calls. */
function under<Result>(calls: number, run: () => Result): Result {
    return calls <= 0 ? run() : under(calls - 1, run);
}

describe('the document factory of the framework', () => {
    test('reads each valid text as a new parser does, after any overflow', () => {
        const shapes = VALID_FILES.map(shape);
        const whole = depthOfStack();
        let overflows = 0;
        for (let share = 50; share <= 95; share += 1) {
            const found = under(Math.floor((whole * share) / 100), () => codes(DEEP));
            if (found.length > 0) overflows += 1;
            expect(found.every((code) => code === 'BAR104')).toBe(true);
            const place = share % VALID_FILES.length;
            expect(shape(VALID_FILES[place] ?? '')).toBe(shapes[place]);
        }
        expect(overflows).toBeGreaterThan(5);
        expect(codes(DEEP)).toEqual([]);
    });

    test('refuses what the command line refuses, in the same words', () => {
        expect(codes(HOSTILE)).toEqual(['BAR104']);
        expect(codes('')).toEqual(['BAR105']);
        expect(codes('barème 1\n\u0000')).toEqual(['BAR106']);
        expect(codes(DEEP.normalize('NFD'))).toEqual(['BAR107']);
        expect(codes('barème 1 @')).toEqual(['BAR102']);
    });

    test('keeps the text of the file, not what the lexer reads of it: an edit of an unknown stretch is seen', () => {
        const { parseResult } = documentOf('barème 1 @@');
        expect(parseResult.value.$cstNode?.root.fullText).toBe('barème 1 @@');
    });

    test('keeps unfinished statements in the tree, and leaves them out of what is lowered', () => {
        const broken = DEEP.replace('critère x', 'critère w : 2 points si\n critère x');
        const { value, sound } = documentOf(broken).parseResult;
        const names = (root: unknown): readonly string[] =>
            [
                ...JSON.stringify(root, (key, item: unknown) => (key.startsWith('$') && key !== '$type' ? undefined : item)).matchAll(
                    /"Criterion","name":"(\w+)"/g,
                ),
            ].map(([, name]) => name ?? '');
        expect(names(value)).toEqual(['w', 'x']);
        expect(names(sound)).not.toContain('w');
    });
});
