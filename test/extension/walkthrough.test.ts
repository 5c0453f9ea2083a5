import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileSources } from '@bareme/language';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NATIONAL = globSync('policies/national/*.bareme', { cwd: ROOT })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

/** The block that a page of the walkthrough shows. */
function blockOf(page: string): string {
    const text = readFileSync(join(ROOT, 'extension/walkthrough', `${page}.md`), 'utf8');
    return /```bareme\n([^]*?)```/.exec(text)?.[1] ?? '';
}

/** What the walkthrough shows, put together as its reader does, with the criterion that its example also counts. */
const POLICY = `${blockOf('politique')}
cotation grille "Grille", cumulables {
${blockOf('critere')}
critère hébergé "Hébergé chez un tiers" : 20 points si situations contient chez_particulier
}
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }
${blockOf('exemple')}`;

describe('the walkthrough', () => {
    it('shows lines that its narrow pane holds whole', () => {
        const pages = globSync('extension/walkthrough/*.md', { cwd: ROOT }).map((path) => basename(path, '.md'));
        const long = pages.flatMap((page) => blockOf(page).split('\n')).filter((line) => line.length > 42);
        expect(long).toEqual([]);
    });

    it('shows a policy and an example that compile together', () => {
        const { project, diagnostics } = compileSources([...NATIONAL, { path: 'bourg.bareme', text: POLICY }]);
        const own = diagnostics.filter(({ location, severity }) => location?.path === 'bourg.bareme' && severity === 'error');
        expect(own.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
        expect(project.policies.map(({ name, version }) => `${name} ${version}`)).toEqual(['bourg 1']);
        expect(project.examples).toHaveLength(1);
    });
});
