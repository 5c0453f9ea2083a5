import { Cancellation, URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { compileSources } from '@bareme/language';
import { createDocumentPaths } from '../../../language/src/workspace/document-paths.js';
import { NameIndex } from '../../../language/src/workspace/name-index.js';
import { memoryWorkspace, type MemoryWorkspace } from './memory-files.js';

const VOCABULARY = 'barème 1\nvocabulaire v "V" { demande { dép : date rôle dépôt ; b : oui/non ; n : entier de 0 à 9 } }';
const policy = (criteria: string): string => `barème 1
politique p "P" version "1" en vigueur du 01/01/2024 utilise v
cotation c "C" cumulables { ${criteria} }
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;
const POLICY = policy('critère x "X" : 1 point si b');
const VARIANT = 'barème 1\nvariante w "W" de p version "1" { fixe critère x : 3 points }';

/** The findings of every document, by path, as the editor has them; those of a fresh compile. */
function shown({ services, uriOf, texts }: MemoryWorkspace): unknown {
    return [...texts.keys()]
        .sort()
        .map((path) => [
            path,
            services.shared.workspace.LangiumDocuments.getDocument(uriOf(path))?.diagnostics?.map(({ code, message, range, data }) => [
                code,
                (typeof message === 'string' ? message : message.value).split('\n')[0],
                range.start.line,
                (data as { finding: { location: unknown } }).finding.location,
            ]),
        ]);
}

function fresh({ texts }: MemoryWorkspace): unknown {
    const { diagnostics } = compileSources([...texts].map(([path, text]) => ({ path, text })));
    return [...texts.keys()]
        .sort()
        .map((path) => [
            path,
            diagnostics
                .filter(({ location }) => location?.path === path)
                .map(({ code, message, location }) => [code, message, (texts.get(path) ?? '').slice(0, location?.start).split('\n').length - 1, location]),
        ]);
}

describe('documents of the framework', () => {
    test('have the findings of a fresh compile, after each change', async () => {
        const workspace = memoryWorkspace();
        const steps: readonly Readonly<Record<string, string | undefined>>[] = [
            { 'v.bareme': VOCABULARY, 'p.bareme': POLICY, 'w.bareme': VARIANT },
            { 'p.bareme': policy('critère x "X" : 1 point si zut') },
            { 'p.bareme': POLICY, 'v.bareme': VOCABULARY.replace('b : oui', 'bb : oui') },
            { 'v.bareme': undefined },
            { 'v.bareme': VOCABULARY },
            { 'p2.bareme': POLICY },
            { 'p.bareme': `${POLICY} @` },
            { 'p.bareme': undefined },
            { 'a b/é.bareme': VARIANT.replace('variante w', 'variante u') },
            { 'p2.bareme': undefined, 'w.bareme': undefined, 'a b/é.bareme': undefined },
            { 'v.bareme': undefined },
        ];
        for (const step of steps) {
            await workspace.write(step);
            expect(shown(workspace)).toEqual(fresh(workspace));
        }
    });

    test('are pushed twice by each build, first without what must be searched', async () => {
        const { services, write } = memoryWorkspace();
        const pushes: string[] = [];
        services.shared.bareme.WorkspaceCompiler.onPush(({ complete, compilation }) =>
            pushes.push(`${complete}: ${compilation.diagnostics.map(({ code }) => code).join(' ')}`),
        );
        await write({ 'v.bareme': VOCABULARY, 'p.bareme': policy('critère x "X" : 1 point si n plus de 12') });
        expect(pushes).toHaveLength(2);
        expect(pushes[0]).toBe('false: ');
        expect(pushes[1]).toMatch(/^true: BAR\d/);
    });

    test('are parsed once by the framework, and only those that changed', async () => {
        const { services, write } = memoryWorkspace();
        await write({ 'v.bareme': VOCABULARY, 'p.bareme': POLICY });
        const trees = services.shared.workspace.LangiumDocuments.all.map(({ parseResult }) => parseResult).toArray();
        await write({ 'p.bareme': policy('critère x "X" : 2 points si b') });
        const { compilation } = services.shared.bareme.WorkspaceCompiler.latest[0] ?? expect.fail('no push');
        expect(compilation.work.parses).toBe(0);
        const kept = services.shared.workspace.LangiumDocuments.all.filter(({ parseResult }) => trees.includes(parseResult)).count();
        expect(kept).toBe(1);
    });

    test('a cancelled build throws, and the next one misses nothing', async () => {
        const workspace = memoryWorkspace();
        await workspace.write({ 'v.bareme': VOCABULARY, 'p.bareme': POLICY });
        const cancelled = Cancellation.CancellationToken.Cancelled;
        await expect(workspace.write({ 'v.bareme': VOCABULARY.replace('b : oui', 'bb : oui') }, cancelled)).rejects.toBeDefined();
        await workspace.write({ 'p.bareme': `${POLICY}\n` });
        expect(shown(workspace)).toEqual(fresh(workspace));
    });
});

test('a build stopped anywhere, then one of no file at all: nothing of what was written is missed', async () => {
    for (let looks = 0; looks < 24; looks += 1) {
        const workspace = memoryWorkspace();
        await workspace.write({ 'v.bareme': VOCABULARY, 'p.bareme': POLICY });
        await workspace.write({ 'p.bareme': policy('critère x "X" : 1 point si zut') }, cancelledAfter(looks)).catch(() => undefined);
        await workspace.write({});
        expect([looks, shown(workspace)]).toEqual([looks, fresh(workspace)]);
    }
});

/** A token that is cancelled once it has been looked at so many times. */
function cancelledAfter(looks: number): Cancellation.CancellationToken {
    let seen = 0;
    return {
        get isCancellationRequested() {
            seen += 1;
            return seen > looks;
        },
        onCancellationRequested: () => ({ dispose: () => undefined }),
    };
}

describe('what a change reaches', () => {
    test('follows « utilise », « de », « reprend » and « applique », and what is written in two files', async () => {
        const { services, write, uriOf } = memoryWorkspace();
        const index = services.shared.workspace.IndexManager;
        expect(index).toBeInstanceOf(NameIndex);
        const files = {
            'v.bareme': VOCABULARY,
            'p.bareme': POLICY,
            'q.bareme': POLICY.replace('politique p', 'politique q').replace('utilise v', 'utilise v reprend (cotations) de p version "1"'),
            'w.bareme': VARIANT,
            'e.bareme': 'barème 1\nexemple "E" de q { dép : 01/01/2024 attendu : 1 point }',
            's.bareme': 'barème 1\nsocle s "S" utilise v { exclusion x : si b }',
            'autre.bareme': 'barème 1\nvocabulaire autre "A" { demande { a : oui/non } }',
        };
        await write(files);
        const reached = (path: string): readonly string[] =>
            Object.keys(files).filter((other) => {
                const document = services.shared.workspace.LangiumDocuments.getDocument(uriOf(other));
                return document !== undefined && index.isAffected(document, new Set([uriOf(path).toString()]));
            });
        expect(reached('autre.bareme')).toEqual(['autre.bareme']);
        expect(reached('e.bareme')).toEqual(['e.bareme']);
        expect(reached('q.bareme')).toEqual(['q.bareme', 'e.bareme']);
        expect(reached('p.bareme')).toEqual(['p.bareme', 'q.bareme', 'w.bareme', 'e.bareme']);
        expect(reached('v.bareme')).toEqual(['v.bareme', 'p.bareme', 'q.bareme', 'w.bareme', 'e.bareme', 's.bareme']);
    });
});

describe('addresses and paths', () => {
    const paths = createDocumentPaths();

    test('below the only root: as the command line says them', () => {
        paths.open([URI.parse('file:///home/é%20è/espace')]);
        const uri = URI.parse('file:///home/%C3%A9%20%C3%A8/espace/pol/a%20b.bareme');
        expect(paths.pathOf(uri)).toBe('pol/a b.bareme');
        expect(paths.uriOf('pol/a b.bareme').toString()).toBe(uri.toString());
        expect(paths.uriOf('pol/autre é.bareme').toString()).toBe('file:///home/%C3%A9%20%C3%A8/espace/pol/autre%20%C3%A9.bareme');
    });

    test('elsewhere, or with several roots: whole addresses', () => {
        paths.open([URI.parse('file:///a'), URI.parse('file:///b')]);
        for (const address of ['file:///a/x.bareme', 'file:///b/x.bareme', 'untitled:Sans-titre-1']) {
            const path = paths.pathOf(URI.parse(address));
            expect(path).toBe(address);
            expect(paths.uriOf(path).toString()).toBe(address);
        }
        paths.open([URI.parse('file:///a')]);
        expect(paths.pathOf(URI.parse('file:///ab/x.bareme'))).toBe('file:///ab/x.bareme');
    });
});
