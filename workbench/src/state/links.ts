import * as demo from 'virtual:bareme-demo';
import { linkOf, readLink, type SharedWork } from '../reading/share-link.js';
import { hashText } from '../workers/receipt.js';
import { openDemo } from './demo.js';
import { show } from './navigation.js';
import { openTexts } from './open-files.js';
import { announce, lastRun, session, update } from './session.js';
import { undoablyReplaced } from './undo.js';
import { compile } from './workspace.js';

/** The address that opens the texts as they are, with what was last replayed; nothing where it would be too long. */
export async function shareAddress(): Promise<string | undefined> {
    const { workspace, runs } = session();
    if (workspace === undefined) return undefined;
    const run = lastRun({ runs });
    const { mode, seed, replications } = run?.settings ?? {};
    const asked = mode === undefined || seed === undefined || replications === undefined ? undefined : { mode, seed, replications };
    const variants = run?.report.ruleSets.flatMap(({ variant }) => variant ?? []) ?? [];
    const replay = asked === undefined ? {} : { replay: { variants, settings: asked } };
    const link = await linkOf({ ...(await textsOf(workspace.origin, workspace.files)), ...replay });
    return link && `${window.location.origin}${window.location.pathname}#${link}`;
}

/** Files that stand on the demonstration are told by what they change of it. */
async function textsOf(origin: 'demo' | 'files', files: ReadonlyMap<string, string>): Promise<SharedWork> {
    if (origin === 'files') return { files: [...files] };
    const opened = new Map(demo.policies);
    return {
        demo: await demoHash(),
        files: [...files].filter(([path, text]) => opened.get(path) !== text),
        removed: [...opened.keys()].filter((path) => !files.has(path)),
    };
}

function demoHash(): Promise<string> {
    return hashText(JSON.stringify(demo.policies));
}

/** Looks for a link in the address: what it brings is offered, never opened by itself. The address forgets it at once. */
export function followLink(): () => void {
    const look = (): void => {
        const { hash } = window.location;
        void readLink(hash).then(async (read) => {
            if (read === undefined) return;
            history.replaceState(undefined, '', '#/accueil');
            const isOther = read.kind === 'work' && read.work.demo !== undefined && read.work.demo !== (await demoHash());
            update({ screen: 'accueil', offered: isOther ? { kind: 'refused', reason: 'other-demo' } : read });
        });
    };
    window.addEventListener('hashchange', look);
    look();
    return () => window.removeEventListener('hashchange', look);
}

/** Opens what the link brought, in the place of what was open; nothing is replayed. */
export async function openOffered(): Promise<void> {
    const { offered } = session();
    if (offered?.kind !== 'work') return;
    const { work } = offered;
    if (work.demo === undefined) undoablyReplaced('lien ouvert', () => openTexts(new Map(inOrder(work.files))));
    else {
        await openDemo();
        overlay(work);
    }
    update({ offered: undefined, ...(work.replay === undefined ? {} : { proposed: work.replay }) });
    announce('Les textes du lien sont ouverts.');
    show(work.demo === undefined ? 'rediger' : 'rejouer');
}

/** Leaves what the link brought. */
export function leaveOffered(): void {
    update({ offered: undefined });
}

function overlay({ files, removed = [] }: SharedWork): void {
    const { workspace } = session();
    if (workspace === undefined) return;
    const kept = [...workspace.files].filter(([path]) => !removed.includes(path));
    update({ workspace: { ...workspace, files: new Map(inOrder([...new Map([...kept, ...files])])), revision: workspace.revision + 1 } });
    compile();
}

function inOrder(files: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
    return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}
