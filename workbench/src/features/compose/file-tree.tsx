import type { Diagnostic } from '@bareme/language/diagnostics';
import { openFile } from '../../state/navigation.js';
import type { Workspace } from '../../state/session.js';

interface FileTreeProps {
    readonly workspace: Workspace;
    readonly active: string;
    readonly findings: readonly Diagnostic[];
}

/** A folder: folders first, then files, each by its path. */
interface Folder {
    readonly folders: Map<string, Folder>;
    readonly files: string[];
}

/** The policy files by folder; the folder of the active file is open. */
export function FileTree({ workspace, active, findings }: FileTreeProps) {
    const faulty = new Set(findings.filter(({ severity }) => severity === 'error').flatMap(({ location }) => location?.path ?? []));
    const edited = new Set([...workspace.files].filter(([path, text]) => workspace.opened.get(path) !== text).map(([path]) => path));
    return (
        <nav className="file-tree" aria-label="Fichiers de règles">
            <FolderContent folder={treeOf([...workspace.files.keys()])} prefix="" active={active} faulty={faulty} edited={edited} />
        </nav>
    );
}

function treeOf(paths: readonly string[]): Folder {
    const root: Folder = { folders: new Map(), files: [] };
    for (const path of paths) {
        let folder = root;
        for (const name of path.split('/').slice(0, -1)) {
            const next = folder.folders.get(name) ?? { folders: new Map(), files: [] };
            folder.folders.set(name, next);
            folder = next;
        }
        folder.files.push(path);
    }
    return root;
}

interface FolderProps {
    readonly folder: Folder;
    readonly prefix: string;
    readonly active: string;
    readonly faulty: ReadonlySet<string>;
    readonly edited: ReadonlySet<string>;
}

function FolderContent({ folder, prefix, ...rest }: FolderProps) {
    return (
        <ul>
            {[...folder.folders].map(([name, inner]) => (
                <li key={name}>
                    <details open={rest.active.startsWith(`${prefix}${name}/`) || folder.folders.size === 1}>
                        <summary>{name}</summary>
                        <FolderContent folder={inner} prefix={`${prefix}${name}/`} {...rest} />
                    </details>
                </li>
            ))}
            {folder.files.map((path) => (
                <li key={path}>
                    <button type="button" className="file" aria-current={path === rest.active ? 'true' : undefined} onClick={() => openFile(path)}>
                        {path
                            .split('/')
                            .at(-1)
                            ?.replace(/\.bareme$/, '')}
                        {rest.edited.has(path) && (
                            <span title="modifié">
                                {' '}
                                ●<span className="visually-hidden"> modifié</span>
                            </span>
                        )}
                        {rest.faulty.has(path) && (
                            <span className="file-error" title="en erreur">
                                {' '}
                                ✗<span className="visually-hidden"> en erreur</span>
                            </span>
                        )}
                    </button>
                </li>
            ))}
        </ul>
    );
}
