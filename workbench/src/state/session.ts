import type { Diagnostic } from '@bareme/language/diagnostics';
import type { Project } from '@bareme/language/ir';
import type { RankedVacancy, Receipt, ReplayFinding, ReplayReport } from '@bareme/language/replay';
import { create } from 'zustand';
import type { Place } from '../base/place.js';
import type { ReadLink, SharedWork } from '../reading/share-link.js';
import type { Turns } from '../reading/turned-policy.js';
import type { ExampleAnswer } from '../workers/language-protocol.js';
import type { TrialDone, TrialProgress } from '../workers/trial-protocol.js';
import type { ReplaySettings, TerritoryAnswer, TerritorySource } from '../workers/replay-protocol.js';

/** The screens, in the order of the menu, then the one that only its address leads to. */
export const SCREENS = ['accueil', 'comparer', 'rejouer', 'rediger', 'sensibilite', 'exemples', 'donnees', 'presenter', 'partager', 'galerie'] as const;
export type Screen = (typeof SCREENS)[number];

/** Policy files by path, with their text. */
export type Files = ReadonlyMap<string, string>;

/** The policy files opened. */
export interface Workspace {
    readonly origin: 'demo' | 'files';
    readonly files: Files;
    /** As they were opened: what an edited file is compared with. */
    readonly opened: Files;
    /** What they meant then, once it is known. */
    readonly openedProject?: Project;
    /** Changes with each edit. */
    readonly revision: number;
}

/** What the files of one revision mean. */
export interface Compiled {
    readonly revision: number;
    readonly project: Project;
    readonly diagnostics: readonly Diagnostic[];
}

/** What is wrong with the files of one revision: known before all that they mean. */
export interface Findings {
    readonly revision: number;
    readonly diagnostics: readonly Diagnostic[];
}

/** What the examples of one revision give. */
export type Examples = ExampleAnswer;

/** The data, and how far reading them has come. */
export type TerritoryState =
    | { readonly kind: 'none' }
    | { readonly kind: 'known'; readonly source: TerritorySource }
    | { readonly kind: 'reading'; readonly source: TerritorySource }
    | { readonly kind: 'read' | 'refused'; readonly source: TerritorySource; readonly answer: TerritoryAnswer };

/** A replay that was made, with the rules it was made of. */
export interface Run {
    readonly id: number;
    readonly report: ReplayReport;
    /** Absent of the replay that came with the workbench. */
    readonly receipt?: Receipt;
    readonly project: Project;
    readonly files: Files;
    readonly settings: ReplaySettings;
    /** The first candidates of each vacancy; none where there are too many vacancies. */
    readonly candidates: readonly RankedVacancy[];
    /** In milliseconds; absent of the replay that came with the workbench. */
    readonly took?: number;
}

/** How far the replay asked for has come. */
export type ReplayState =
    | { readonly kind: 'idle' }
    | { readonly kind: 'starting'; readonly startedAt: number }
    | {
          readonly kind: 'running';
          readonly startedAt: number;
          readonly part: number;
          readonly parts: number;
          readonly done: number;
          readonly total: number;
          readonly label: string;
      }
    | { readonly kind: 'refused'; readonly findings: readonly ReplayFinding[] }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'failed'; readonly reason: 'data' | 'crash' };

/** Numbers of the version in force that are being tried, and what they give. */
export interface Trial {
    readonly turns: Turns;
    /** What the turns were, the last one last: what can be undone. */
    readonly before: readonly Turns[];
    readonly running?: TrialProgress;
    /** What the last trial that ended gave, of which turns, and when (milliseconds of `performance.now`). */
    readonly result?: { readonly turns: Turns; readonly revision: number; readonly at: number; readonly figures: TrialDone };
    readonly failed?: 'refused' | 'data' | 'crash';
}

/** Everything that the screens share. It lives in memory alone. */
export interface Session {
    readonly screen: Screen;
    readonly theme: 'system' | 'light' | 'dark';
    readonly edition: 'partageable' | 'interne';
    readonly workspace: Workspace | undefined;
    readonly findings: Findings | undefined;
    readonly compiled: Compiled | undefined;
    readonly examples: Examples | undefined;
    readonly compiling: boolean;
    /** The language worker fell: said, and started again at the next edit. */
    readonly languageFell: boolean;
    readonly territory: TerritoryState;
    readonly runs: readonly Run[];
    readonly replay: ReplayState;
    readonly trial: Trial;
    readonly openPaths: readonly string[];
    readonly activePath: string | undefined;
    /** Where the editor should go, until it has gone there. */
    readonly goTo: Place | undefined;
    /** What was last done, said aloud. */
    readonly said: string;
    /** What was done, the last thing last, and what was taken back. */
    readonly undoable: readonly Undoable[];
    readonly redoable: readonly Undoable[];
    readonly keeping: Keeping;
    /** Files chosen last that were not taken, until they are read of. */
    readonly refusedFiles: readonly RefusedFile[];
    /** What the link of the address brought, until it is opened or left. */
    readonly offered: OfferedLink | undefined;
    /** What a link or a receipt asks to replay: where the replay form starts. */
    readonly proposed: SharedWork['replay'];
}

/** Texts of files by path; nothing where a file is not there. */
export type FileTexts = ReadonlyMap<string, string | undefined>;

/** Tabs and numbers tried: what an action puts elsewhere beside texts. */
export type Around = Pick<Session, 'openPaths' | 'activePath' | 'trial'>;

/** Everything that opening other files replaces. */
export type Whole = Pick<Session, 'workspace' | 'compiled' | 'findings' | 'examples' | 'territory' | 'runs' | 'openPaths' | 'activePath' | 'trial' | 'edition'>;

/** Something done that can be taken back, or taken back that can be done again. */
export type Undoable =
    /** Files that it changed, as they were and as it left them. */
    | { readonly kind: 'files'; readonly label: string; readonly before: FileTexts; readonly after: FileTexts; readonly around: Around }
    /** Other files were opened in the place of these. */
    | { readonly kind: 'whole'; readonly label: string; readonly whole: Whole };

/** Whether the session is kept on this machine, and what is found kept there when the page opens (milliseconds since 1970). */
export type Keeping =
    | { readonly kind: 'off'; readonly found?: number }
    | { readonly kind: 'on'; readonly savedAt?: number }
    /** The browser refused, or has no room; another tab keeps its own. */
    | { readonly kind: 'refused' | 'other-tab' };

/** A file that was not taken, and why; without a path, none was. */
export interface RefusedFile {
    readonly path?: string;
    readonly reason: string;
}

/** What a link brought, or why it cannot be opened. */
export type OfferedLink = ReadLink | { readonly kind: 'refused'; readonly reason: 'other-demo' };

/** Nothing tried. */
export const NO_TRIAL: Trial = { turns: new Map(), before: [] };

const EMPTY: Session = {
    screen: 'accueil',
    theme: 'system',
    edition: 'partageable',
    workspace: undefined,
    findings: undefined,
    compiled: undefined,
    examples: undefined,
    compiling: false,
    languageFell: false,
    territory: { kind: 'none' },
    runs: [],
    replay: { kind: 'idle' },
    trial: NO_TRIAL,
    openPaths: [],
    activePath: undefined,
    goTo: undefined,
    said: '',
    undoable: [],
    redoable: [],
    keeping: { kind: 'off' },
    refusedFiles: [],
    offered: undefined,
    proposed: undefined,
};

/** The session, as a store: components read what they need of it. */
export const useSession = create<Session>(() => EMPTY);

/** The session now. */
export const session = (): Session => useSession.getState();

/** Changes part of the session. */
export const update = (part: Partial<Session>): void => useSession.setState(part);

/** Says something to those who listen to the page. */
export const announce = (said: string): void => update({ said });

/** The last replay made, if any. */
export function lastRun({ runs }: Pick<Session, 'runs'>): Run | undefined {
    return runs.at(-1);
}

/** Whether the texts have changed since a run. */
export function isStale(run: Run, files: Files | undefined): boolean {
    if (files === undefined || files === run.files) return false;
    return files.size !== run.files.size || [...files].some(([path, text]) => run.files.get(path) !== text);
}
