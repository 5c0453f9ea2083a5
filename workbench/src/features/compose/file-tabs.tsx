import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../base/button.js';
import { closeFile, openFile } from '../../state/navigation.js';
import { useSession } from '../../state/session.js';
import { restoreFile } from '../../state/workspace.js';

interface FileTabsProps {
    readonly active: string;
    readonly sheetOpen: boolean;
    readonly onSheet: () => void;
    /** How the file is shown, where there is a choice. */
    readonly children?: ReactNode;
}

/** The open files; arrows move from one to the next. */
export function FileTabs({ active, sheetOpen, onSheet, children }: FileTabsProps) {
    const { openPaths, workspace } = useSession();
    const paths = openPaths.includes(active) ? openPaths : [...openPaths, active];
    const isEdited = (path: string): boolean => workspace?.files.get(path) !== workspace?.opened.get(path);
    const move = (event: KeyboardEvent): void => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        const next = paths[(paths.indexOf(active) + step + paths.length) % paths.length];
        if (step === 0 || next === undefined) return;
        event.preventDefault();
        openFile(next);
        document.getElementById(tabId(next))?.focus();
    };
    return (
        <div className="file-tabs">
            <div role="tablist" aria-label="Fichiers ouverts" onKeyDown={move}>
                {paths.map((path) => (
                    <button
                        key={path}
                        id={tabId(path)}
                        type="button"
                        role="tab"
                        aria-selected={path === active}
                        aria-controls={path === active ? 'editor-panel' : undefined}
                        tabIndex={path === active ? 0 : -1}
                        title={path}
                        onClick={() => openFile(path)}
                    >
                        {shortName(path)}
                        {isEdited(path) && <span aria-label="modifié"> ●</span>}
                    </button>
                ))}
            </div>
            <span className="row">
                {isEdited(active) && (
                    <Button look="quiet" onClick={() => restoreFile(active)}>
                        {workspace?.opened.has(active) === true ? 'Revenir au texte ouvert' : 'Supprimer ce fichier'}
                    </Button>
                )}
                {paths.length > 1 && (
                    <Button look="quiet" onClick={() => closeFile(active)}>
                        Fermer l’onglet
                    </Button>
                )}
                {children}
                <Button aria-pressed={sheetOpen} onClick={onSheet}>
                    Fiche demandeur
                </Button>
            </span>
        </div>
    );
}

function tabId(path: string): string {
    return `onglet-${path.replaceAll(/[^A-Za-z0-9]/g, '-')}`;
}

/** The file and its folder: many folders have a `politique.bareme`. */
function shortName(path: string): string {
    return path
        .split('/')
        .slice(-2)
        .join('/')
        .replace(/\.bareme$/, '');
}
