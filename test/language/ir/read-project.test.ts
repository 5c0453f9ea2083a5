import { describe, expect, test } from 'vitest';
import { compileSources, readProject } from '@bareme/language';
import { IR_VERSION, type Project } from '@bareme/language/ir';
import { fileOf, VOCABULARY } from '../diagnostics/pages.js';

const { project } = compileSources([
    { path: 'p', text: fileOf('critère reconnu : 10 points si mutation') },
    { path: 'v', text: VOCABULARY },
]);

/** The project as JSON, its policies said to be of another version. */
const asOf = (irVersion: unknown): string => JSON.stringify({ ...project, policies: project.policies.map((policy) => ({ ...policy, irVersion })) } as Project);

describe('a representation read from its JSON', () => {
    test('is the project that was written, whatever its minor version', () => {
        expect(readProject(JSON.stringify(project))).toEqual({ kind: 'read', project: JSON.parse(JSON.stringify(project)) as unknown });
        expect(readProject(asOf(`${IR_VERSION.split('.')[0] ?? ''}.99`)).kind).toBe('read');
    });

    test.each([['1.1'], ['1.0'], ['2.0'], ['3.0'], [undefined], [null], [{}]])('of the version %j is refused by name', (version) => {
        const read = readProject(asOf(version));
        if (read.kind === 'read') throw new Error('it was read');
        expect(read.diagnostic.code).toBe('BAR340');
        const [{ name } = { name: '' }] = project.policies;
        expect(read.diagnostic.message).toContain(`« ${name} » est écrite dans la version ${typeof version === 'string' ? version : ''}`);
        expect(read.diagnostic.message).toContain(`lit la version ${IR_VERSION}`);
    });

    test.each([[''], ['{'], ['null'], ['[]'], ['{}'], ['{"policies":[]}'], [JSON.stringify({ ...project, variants: [null] })]])('%s is none', (json) => {
        const read = readProject(json);
        expect(read.kind === 'refused' && read.diagnostic.code).toBe('BAR341');
    });
});
