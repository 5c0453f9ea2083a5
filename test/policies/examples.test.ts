import { describe, expect, it } from 'vitest';
import { exampleOutcome, exampleRuleSet } from './example-outcome.js';
import { compileValmont } from './workspace.js';

const { project } = compileValmont();
const named = project.examples.map((example) => ({ example, title: `${exampleRuleSet(project, example)} : ${example.label}` }));

describe('examples of Valmont', () => {
    it.each(named)('$title', ({ example }) => {
        const { expected, found } = exampleOutcome(project, example);
        expect(found).toEqual(expected);
    });

    it('cover both versions, and each variant that changes a note', () => {
        const ruleSets = new Set(project.examples.map((example) => exampleRuleSet(project, example)));
        expect([...ruleSets].sort()).toEqual([
            'valmont 2021.2',
            'valmont 2024.1',
            'valmont 2024.1 / accords_collectifs',
            'valmont 2024.1 / attente_renforcée',
            'valmont 2024.1 / mixité',
            'valmont 2024.1 / refus_suspensif',
            'valmont 2024.1 / travailleurs_essentiels',
        ]);
    });

    it('have distinct labels within a rule set', () => {
        const titles = named.map(({ title }) => title);
        expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    });
});
