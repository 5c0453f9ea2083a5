import { beforeAll, describe, expect, test } from 'vitest';
import { compileSources } from '@bareme/language';
import { loadWorkspace } from '@bareme/language/node';
import type { Span } from '@bareme/language/ir';
import { edited } from '../diagnostics/pages.js';
import { COLLISIONS, compileParts } from './colliding-policies.js';

describe('a name that the sentence repeats is underlined where it is wrong', () => {
    test.each(COLLISIONS)('$what', ({ policy, code, mended }) => {
        const { found, sources, marks } = compileParts(policy('mutation'));
        const wrong = found.filter((finding) => finding.code === code);
        expect(wrong.map(({ location }) => location)).toEqual(marks);
        if (mended === undefined) return;
        const [finding] = wrong;
        const text = sources.find(({ path }) => path === finding?.location?.path)?.text ?? '';
        expect(finding?.fix?.edits.map((edit) => edit.location)).toEqual(marks);
        expect(edited(text, finding?.fix?.edits ?? [])).toContain(mended);
    });
});

describe('the representation knows where its words are', () => {
    const texts = new Map<string, string>();
    const words: (readonly [word: string, at: Span])[] = [];

    beforeAll(async () => {
        const { sources } = await loadWorkspace(['policies', 'test/stockholm'], { root: process.cwd() });
        for (const { path, text } of sources) texts.set(path, text);
        const { project } = compileSources(sources.filter(({ path }) => !path.includes('-bad')));
        collect(project);
    });

    /** Every word that a node holds and says the place of. */
    function collect(node: unknown): void {
        if (Array.isArray(node)) return node.forEach(collect);
        if (typeof node !== 'object' || node === null) return;
        const held = node as Readonly<Record<string, unknown>>;
        for (const [property, place] of Object.entries((held.places ?? {}) as Readonly<Record<string, Span | readonly Span[]>>)) {
            const value = property === 'variant' ? (held.variant as { name?: string }).name : held[property];
            if (typeof value === 'string' && SPOKEN.has(property)) words.push([value, place as Span]);
            if (Array.isArray(value) && SPOKEN.has(property))
                value.forEach((word: unknown, index) => words.push([String(word), (place as readonly Span[])[index]!]));
        }
        Object.entries(held).forEach(([key, value]) => key !== 'places' && collect(value));
    }

    const SPOKEN = new Set([
        'name',
        'variant',
        'exclusive',
        'countsIn',
        'leftOutOf',
        'code',
        'waived',
        'reservee',
        'landlord',
        'title',
        'outside',
        'apart',
        'conventions',
        'route',
        'criterion',
        'missing',
        'motive',
        'policy',
        'proved',
    ]);

    test('at each of these places the text is the word', () => {
        expect(words.length).toBeGreaterThan(1000);
        const wrong = words.filter(([word, [path, start, end]]) => {
            const text = texts.get(path)?.slice(start, end).replace(/^"|"$/g, '');
            return text !== word && word !== 'membres';
        });
        expect(wrong).toEqual([]);
    });
});
