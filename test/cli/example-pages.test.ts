import { describe, expect, it } from 'vitest';
import { compileSources } from '@bareme/language';
import { runExample, type ExampleRun } from '../../cli/src/examples/run-example.js';
import { fileOf, PAGES, VOCABULARY } from '../language/diagnostics/pages.js';

/** Runs the example of a page's text; the text that each mismatch underlines, and what it is about. */
function mismatches(printed: string): readonly (readonly [code: string, underlined: string])[] {
    const text = fileOf(printed).replace(/[⟦⟧]/g, '');
    const { project, diagnostics } = compileSources([
        { path: 'page.bareme', text },
        { path: 'vocabulaire.bareme', text: VOCABULARY },
    ]);
    expect(diagnostics).toEqual([]);
    const runs: readonly ExampleRun[] = project.examples.map((example) => runExample(example, project));
    return runs.flatMap((run) =>
        run.mismatches.map(({ criterion, at: [, start, end] }) => [criterion === undefined ? 'BAR601' : 'BAR602', text.slice(start, end)] as const),
    );
}

describe('pages about examples that a policy contradicts', () => {
    it.each(PAGES.filter(({ code }) => code === 'BAR601' || code === 'BAR602').map((page) => [page.code, page] as const))(
        '%s',
        (code, { bad = '', good = '' }) => {
            const marked = /⟦(.*)⟧/.exec(bad)?.[1] ?? '';
            expect(mismatches(bad)).toEqual([[code, marked]]);
            expect(mismatches(good)).toEqual([]);
        },
    );
});
