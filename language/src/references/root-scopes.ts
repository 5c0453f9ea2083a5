import { unquoted } from '../parser/typography.js';
import type * as ast from '../generated/ast.js';
import type { RootScope } from './occurrences.js';

/** A version without its quotation marks. */
export const bare = (version: string | undefined): string => unquoted(version ?? '');

/** The scope of a version and of the acts beside it. */
export function versionScope(policy: string, version: string | undefined): string {
    return `politique ${policy} « ${bare(version)} »`;
}

/** The scope that the names declared in a root enter, and in which its mentions are read. */
export function scopeOf(root: ast.Root, path: string): string {
    switch (root.$type) {
        case 'Vocabulary':
            return `vocabulaire ${root.name}`;
        case 'Socle':
            return `socle ${root.name}`;
        case 'Policy':
            return versionScope(root.name, root.version);
        case 'Act':
            return versionScope(root.policy, root.version);
        case 'Variant':
            return variantScope(root);
        case 'Example':
            return `exemple ${path} ${root.$cstNode?.offset ?? 0}`;
        case 'Mapping':
            return `correspondance ${root.name}`;
    }
}

function variantScope({ policy, version, name }: Pick<ast.Variant, 'policy' | 'version' | 'name'>): string {
    return `variante ${name} de ${versionScope(policy, version)}`;
}

/** The scope of a root, with the roots whose names it reads; `versions` are those of every policy. */
export function rootScope(root: ast.Root, path: string, versions: readonly ast.Policy[]): RootScope {
    const { offset = 0, end = 0 } = root.$cstNode ?? {};
    return { id: scopeOf(root, path), path, start: offset, end, parents: parentsOf(root, versions) };
}

function parentsOf(root: ast.Root, versions: readonly ast.Policy[]): readonly string[] {
    switch (root.$type) {
        case 'Vocabulary':
            return root.uses.map((name) => `vocabulaire ${name}`);
        case 'Socle':
            return [`vocabulaire ${root.uses}`];
        case 'Policy':
        case 'Act':
            return root.headers.flatMap(headerParents);
        case 'Variant':
            return [versionScope(root.policy, root.version)];
        case 'Example':
            return exampleParents(root, versions);
        case 'Mapping':
            return [`vocabulaire ${root.vocabulary}`];
    }
}

function headerParents(header: ast.PolicyHeader): readonly string[] {
    if (header.$type === 'UseHeader') return [`vocabulaire ${header.vocabulary}`];
    if (header.$type === 'ApplyHeader') return [`socle ${header.socle}`];
    return header.$type === 'InheritHeader' ? [versionScope(header.policy, header.version)] : [];
}

/** An example without version speaks of every version of its policy: that of its day is one of them. */
function exampleParents({ policy, version, variant }: ast.Example, versions: readonly ast.Policy[]): readonly string[] {
    const known = version === undefined ? versions.filter(({ name }) => name === policy).map((each) => each.version) : [version];
    return known.map((each) => (variant === undefined ? versionScope(policy, each) : variantScope({ policy, version: each, name: variant })));
}
