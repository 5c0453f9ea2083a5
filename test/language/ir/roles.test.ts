import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CANDIDATURE_ROLES, DEMAND_ROLES, DERIVED_ROLES, DWELLING_ROLES, EVENT_ROLES } from '../../../language/src/ir/roles.js';

const GUIDE = readFileSync(new URL('../../../language/docs/guide-de-l-auteur.md', import.meta.url), 'utf8');

it('the guide lists the roles that a vocabulary may give, those and no others', () => {
    const sections = GUIDE.slice(GUIDE.indexOf('### Les rôles'))
        .split(/^\| \*\*/m)
        .slice(1);
    const listed = sections.map((section) => [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, role]) => role));
    expect(listed).toEqual([DEMAND_ROLES, DWELLING_ROLES, CANDIDATURE_ROLES, EVENT_ROLES, DERIVED_ROLES]);
});
