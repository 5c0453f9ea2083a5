import type { Policy } from '@bareme/language/ir';
import { fileNameFrom, isBeyondVariant, meaning, nameFrom, variantEdits, variantFile } from '../reading/variant-text.js';
import { openFile } from './navigation.js';
import { announce, session, update, type Files, type Session } from './session.js';
import { undoably } from './undo.js';
import { compile } from './workspace.js';

/** A version whose own text was edited, and what the edits are. */
export interface EditedVersion {
    readonly before: Policy;
    readonly after: Policy;
    /** Paths whose text differs from what was opened. */
    readonly paths: readonly string[];
    readonly edits: readonly string[];
    /** It changes what no variant can say: making one would lose that part. */
    readonly isBeyond: boolean;
}

/** The version that was edited in place since the files were opened, if one was and the texts are sound. */
export function editedVersion({ workspace, compiled }: Pick<Session, 'workspace' | 'compiled'>): EditedVersion | undefined {
    if (workspace === undefined || compiled === undefined || compiled.revision !== workspace.revision) return undefined;
    const { openedProject } = workspace;
    if (openedProject === undefined || compiled.diagnostics.some(({ severity }) => severity === 'error')) return undefined;
    for (const after of compiled.project.policies) {
        const before = openedProject.policies.find(({ name, version }) => name === after.name && version === after.version);
        if (before === undefined || meaning(before) === meaning(after)) continue;
        const paths = after.sources.map(({ path }) => path).filter((path) => workspace.files.get(path) !== workspace.opened.get(path));
        return { before, after, paths, edits: variantEdits(before, after, workspace.files), isBeyond: isBeyondVariant(before, after) };
    }
    return undefined;
}

/**
 * Turns the edits of a version into a variant: its file is written and opened, the version gets back the text that it had. The version
 * in force never changes for having been tried on.
 */
export function makeVariant({ before, paths, edits }: EditedVersion, label: string): void {
    writeVariant({ version: before, edits, label, restored: paths });
}

interface NewVariant {
    readonly version: Policy;
    readonly edits: readonly string[];
    readonly label: string;
    /** Files that get back the text that they had when they were opened. */
    readonly restored?: readonly string[];
}

/** Writes a variant of a version in its own file, and opens it. */
export function writeVariant({ version, edits, label, restored = [] }: NewVariant): void {
    const { workspace } = session();
    if (workspace === undefined) return;
    const path = freePath(workspace.files, folderOf(version), fileNameFrom(label));
    const files = new Map(workspace.files).set(path, variantFile(version, { name: freeName(label), label, edits }));
    for (const edited of restored) {
        const opened = workspace.opened.get(edited);
        if (opened !== undefined) files.set(edited, opened);
    }
    const inOrder = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
    undoably(`variante « ${label} » créée`, () => {
        update({ workspace: { ...workspace, files: inOrder, revision: workspace.revision + 1 } });
        compile();
        openFile(path);
    });
    announce(`Variante « ${label} » créée${restored.length === 0 ? '.' : ' ; la version en vigueur a retrouvé son texte.'}`);
}

/** `policies/valmont/2024.1/politique.bareme` → `policies/valmont/variantes`. */
function folderOf({ at: [path] }: Policy): string {
    const folders = path.split('/').slice(0, -2);
    return [...folders, 'variantes'].join('/');
}

function freePath(files: Files, folder: string, name: string): string {
    for (let count = 1; ; count += 1) {
        const path = `${folder}/${name}${count === 1 ? '' : `-${count}`}.bareme`;
        if (!files.has(path)) return path;
    }
}

function freeName(label: string): string {
    const taken = new Set(session().compiled?.project.variants.flatMap(({ variant }) => variant?.name ?? []));
    const name = nameFrom(label);
    for (let count = 1; ; count += 1) {
        const candidate = count === 1 ? name : `${name}_${count}`;
        if (!taken.has(candidate)) return candidate;
    }
}
