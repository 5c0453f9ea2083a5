import { keptText, readKept, type KeptSession } from '../reading/kept-session.js';
import type { ReplaySettings, TerritorySource } from '../workers/replay-protocol.js';
import { eraseKeptFiles, readKeptFile, writeKept } from './kept-files.js';
import { demoRun } from './demo.js';
import { show } from './navigation.js';
import { replayUnderWay, startReplay } from './replays.js';
import { announce, lastRun, NO_TRIAL, session, update, useSession, type Session } from './session.js';
import { compile } from './workspace.js';

const SESSION_FILE = 'session.json';

/** Changes wait so long for the next ones before they are written, in milliseconds. */
const REST = 400;

/** The tab that keeps holds this lock as long as it lives. */
const LOCK = 'bareme-conserver';

let timer: ReturnType<typeof setTimeout> | undefined;
let release: (() => void) | undefined;
/** The data that are written already. */
let written: TerritorySource | undefined;
/** Writings follow one another. */
let writing: Promise<void> = Promise.resolve();

/** Looks at what is kept, and follows the session to keep it where the user chose so; gives what stops it. */
export function followKept(): () => void {
    void readKeptFile(SESSION_FILE)
        .then((file) => file?.text())
        .then((text) => {
            const kept = text === undefined ? undefined : readKept(text);
            if (kept !== undefined && session().keeping.kind === 'off') update({ keeping: { kind: 'off', found: kept.savedAt } });
        });
    return useSession.subscribe((now, before) => {
        if (now.keeping.kind === 'on' && isOther(now, before)) saveSoon();
    });
}

const WATCHED = ['workspace', 'openPaths', 'activePath', 'trial', 'edition', 'runs'] as const;

function isOther(now: Session, before: Session): boolean {
    if (now.territory.kind !== before.territory.kind || now.replay.kind !== before.replay.kind) return true;
    return WATCHED.some((part) => now[part] !== before[part]);
}

function saveSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
        writing = writing.then(save);
    }, REST);
}

/** Keeps the session on this machine from now on, in one tab alone. */
export async function keep(): Promise<void> {
    if (!(await isAlone())) return update({ keeping: { kind: 'other-tab' } });
    update({ keeping: { kind: 'on' } });
    await save();
}

function isAlone(): Promise<boolean> {
    return new Promise((resolve) => {
        void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
            resolve(lock !== null);
            if (lock === null) return undefined;
            return new Promise<void>((free) => {
                release = free;
            });
        });
    });
}

/** Keeps nothing any more, and erases what was. */
export async function erase(): Promise<void> {
    clearTimeout(timer);
    update({ keeping: { kind: 'off' } });
    await writing;
    await eraseKeptFiles();
    written = undefined;
    release?.();
    announce('Ce qui était conservé sur cette machine est effacé.');
}

async function save(): Promise<void> {
    const kept = keptNow();
    if (kept === undefined) return;
    try {
        const { territory } = session();
        const source = territory.kind === 'none' ? undefined : territory.source;
        if (source?.kind === 'files' && source !== written) for (const [name, bytes] of source.files) await writeKept(tableFile(name), new Uint8Array(bytes));
        written = source;
        await writeKept(SESSION_FILE, keptText(kept));
        if (session().keeping.kind === 'on') update({ keeping: { kind: 'on', savedAt: kept.savedAt } });
    } catch {
        release?.();
        update({ keeping: { kind: 'refused' } });
    }
}

/** A table may be in a folder of the territory: its name is made of one word. */
function tableFile(name: string): string {
    return `table-${encodeURIComponent(name)}`;
}

function keptNow(): KeptSession | undefined {
    const { workspace, openPaths, activePath, trial, edition, territory } = session();
    if (workspace === undefined) return undefined;
    const source = territory.kind === 'none' ? undefined : territory.source;
    const replay = replayUnderWay() ?? lastMade();
    return {
        savedAt: Date.now(),
        origin: workspace.origin,
        files: [...workspace.files],
        opened: [...workspace.opened],
        openPaths,
        ...(activePath === undefined ? {} : { activePath }),
        turns: [...trial.turns],
        edition,
        ...(source?.kind === 'synthetic' ? { territory: source } : {}),
        ...(source?.kind === 'files' ? { tables: [...source.files.keys()] } : {}),
        ...(replay === undefined ? {} : { replay }),
    };
}

/** The last replay made here; that of the demonstration comes with the workbench. */
function lastMade(): KeptSession['replay'] {
    const run = lastRun(session());
    if (run?.took === undefined) return undefined;
    return { variants: run.report.ruleSets.flatMap(({ variant }) => variant ?? []), settings: run.settings };
}

/** Opens what is kept; the replay that was under way, or the last one made, is made again. */
export async function resume(): Promise<void> {
    const text = await (await readKeptFile(SESSION_FILE))?.text();
    const kept = text === undefined ? undefined : readKept(text);
    if (kept === undefined) return update({ keeping: { kind: 'off' } });
    const source = await keptSource(kept);
    const { origin, files, opened, openPaths, activePath, turns, edition, replay } = kept;
    const runs = origin === 'demo' ? [await demoRun()] : [];
    update({
        workspace: { origin, files: new Map(files), opened: new Map(opened), revision: (session().workspace?.revision ?? 0) + 1 },
        openPaths,
        activePath,
        edition,
        compiled: undefined,
        findings: undefined,
        examples: undefined,
        runs,
        trial: { ...NO_TRIAL, turns: new Map(turns) },
        territory: source === undefined ? { kind: 'none' } : { kind: 'known', source },
        replay: { kind: 'idle' },
    });
    compile();
    await keep();
    if (replay === undefined) return show('rediger');
    show('rejouer');
    onceCompiled(() => startReplay(replay.variants, replay.settings as ReplaySettings));
}

async function keptSource({ territory, tables }: KeptSession): Promise<TerritorySource | undefined> {
    if (territory !== undefined) return territory as TerritorySource;
    if (tables === undefined) return undefined;
    const files = await Promise.all(
        tables.map(async (name) => {
            const file = await readKeptFile(tableFile(name));
            return file === undefined ? [] : [[name, new Uint8Array(await file.arrayBuffer())] as const];
        }),
    );
    return { kind: 'files', files: new Map(files.flat()) };
}

/** Does something once the texts as they are have been compiled: at once where they are already. */
function onceCompiled(act: () => void): void {
    const isCompiled = ({ compiled, workspace }: Session): boolean => compiled !== undefined && compiled.revision === workspace?.revision;
    if (isCompiled(session())) return act();
    const stop = useSession.subscribe((now) => {
        if (!isCompiled(now)) return;
        stop();
        act();
    });
}
