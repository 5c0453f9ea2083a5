import { readFileSync } from 'node:fs';
import { generateTerritory, readModel, readTerritory, type GeneratorModel } from '@bareme/language/data';
import type { Territory } from '@bareme/language/columns';
import type { RuleSetInput } from '@bareme/language/replay';
import { compileValmont } from './workspace.js';

/** A drawn Valmont, and two rule sets to compare on it. */
export interface SmallValmont {
    readonly territory: Territory;
    readonly ruleSets: readonly RuleSetInput[];
}

/** So many demands and lettings of Valmont between two days, under the rules in force and the variant of seniority. */
export function smallValmont(size: Omit<Parameters<typeof generateTerritory>[0], 'model'>): SmallValmont {
    const project = compileValmont().project;
    const versions = project.policies.filter(({ name }) => name === 'valmont');
    const variant = project.variants.find(({ variant: of }) => of?.name === 'attente_renforcée');
    const model = readModel(readFileSync('policies/valmont/modele.json', 'utf8'), 'modele.json').model as GeneratorModel;
    const { files } = generateTerritory({ model, ...size });
    const bytes = new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)]));
    const vocabulary = versions.at(-1)?.vocabulary;
    if (variant === undefined || vocabulary === undefined) throw new Error('Valmont lacks a version or its variant');
    const { territory } = readTerritory({ manifest: files.get('territoire.json') ?? '', files: bytes, vocabulary });
    if (territory === undefined) throw new Error('the drawn territory does not read');
    return {
        territory,
        ruleSets: [
            { id: 'en-vigueur', label: 'Règles en vigueur', versions },
            { id: 'attente_renforcée', label: 'Attente renforcée', versions, variant },
        ],
    };
}
