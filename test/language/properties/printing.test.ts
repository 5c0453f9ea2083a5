import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSourceParser } from '@bareme/language';
import { printPolicy } from '@bareme/language/printing';
import type { Project } from '@bareme/language/ir';
import { lowerProject } from '../../../language/src/lowering/lower-project.js';
import { withoutPlaces } from '../printing/without-places.js';
import { arbitraryPolicy } from './arbitrary-policy.js';
import { runs } from './draw.js';

const parser = createSourceParser();

/** What the text says, and what is wrong with its words; the checks of meaning, which random policies fail, are not asked. */
function read(text: string): { readonly project: Project; readonly findings: readonly string[] } {
    const source = parser.parse({ path: 'a.bareme', text });
    const { project, diagnostics } = lowerProject([source]);
    const findings = [...source.diagnostics, ...diagnostics].filter(({ severity }) => severity === 'error');
    return { project, findings: findings.map(({ code, message, location }) => `${code} ${message} ⟦${text.slice(location?.start, location?.end)}⟧`) };
}

describe('parse – print – parse', () => {
    test('a random policy gives itself back, and is printed twice alike', () => {
        fc.assert(
            fc.property(arbitraryPolicy, (policy) => {
                const text = printPolicy(policy);
                const { project, findings } = read(text);
                expect(findings).toEqual([]);
                expect(project.policies.map(withoutPlaces)).toEqual([withoutPlaces(policy)]);
                expect(project.policies.map((again) => printPolicy(again))).toEqual([text]);
            }),
            runs(40),
        );
    });
});
