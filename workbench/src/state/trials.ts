import type { Fraction, Policy, Project } from '@bareme/language/ir';
import { territoriesOf } from '../base/rule-sets.js';
import type { Knob } from '../reading/knob.js';
import { knobsOf } from '../reading/knobs.js';
import { turnCount, turnedEdits, turnedPolicy, type Turns } from '../reading/turned-policy.js';
import { askWorker, isHeld, nextQuestion, onWorkerNews, readTerritory, type WorkerNews } from './replay-worker.js';
import { announce, NO_TRIAL, session, update, type Trial } from './session.js';
import { writeVariant } from './variants.js';

/** The seed of every trial: two of them differ by their rules alone. */
const SEED = 1;

/** A move waits so long for the next one before it is tried, in milliseconds. */
const REST = 60;

/** The version whose numbers are turned, with its numbers. */
export interface Turnable {
    readonly version: Policy;
    readonly versions: readonly Policy[];
    readonly knobs: readonly Knob[];
}

const knobsByVersion = new WeakMap<Policy, readonly Knob[]>();

/** The last version of the first territory that the files write for. */
export function turnableOf(project: Project | undefined): Turnable | undefined {
    const [territory] = project === undefined ? [] : territoriesOf(project);
    const versions = project?.policies.filter(({ name }) => name === territory) ?? [];
    const version = versions.at(-1);
    if (version === undefined) return undefined;
    const knobs = knobsByVersion.get(version) ?? knobsOf(version);
    knobsByVersion.set(version, knobs);
    return { version, versions, knobs };
}

/** The trial that is under way, and of which turns; none is while the data are read. */
let asked: { readonly id: number; readonly turns: Turns; readonly revision: number } | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** A trial waits for the data. */
let isPending = false;

onWorkerNews(hear);

/** Moves a number: what it gives is looked for at once, and what was being looked for is let go. */
export function turn(id: string, value: Fraction): void {
    const { trial } = session();
    const turns = new Map(trial.turns).set(id, value);
    setTurns(turns, continues(trial, turns) ? trial.before : [...trial.before, trial.turns]);
}

/** Whether a move goes on with the last one: a hand that slides is undone at once. */
function continues({ before, turns }: Trial, next: Turns): boolean {
    const last = before.at(-1);
    const changed = (from: Turns, to: Turns): readonly string[] => [...new Set([...from.keys(), ...to.keys()])].filter((id) => from.get(id) !== to.get(id));
    if (last === undefined) return false;
    const [one, ...more] = changed(last, turns);
    const [other] = changed(turns, next);
    return one !== undefined && more.length === 0 && one === other;
}

/** Puts a number back where the text has it. */
export function turnBack(id: string): void {
    const { trial } = session();
    setTurns(new Map([...trial.turns].filter(([other]) => other !== id)), [...trial.before, trial.turns]);
}

/** Puts every number back. */
export function turnAllBack(): void {
    const { trial } = session();
    setTurns(new Map(), [...trial.before, trial.turns]);
    announce('Tous les nombres ont retrouvé leur place.');
}

/** Takes the last move back. */
export function undoTurn(): void {
    const { before } = session().trial;
    const last = before.at(-1);
    if (last !== undefined) setTurns(last, before.slice(0, -1));
}

function setTurns(turns: Turns, before: Trial['before']): void {
    update({ trial: { ...session().trial, turns, before } });
    clearTimeout(waiting);
    waiting = setTimeout(tryTurns, REST);
}

/** Looks for what the numbers give as they are; the data are read first where they are not. */
export function tryTurns(): void {
    const { territory, compiled, workspace, trial } = session();
    const turnable = turnableOf(compiled?.project);
    if (territory.kind === 'none' || compiled === undefined || workspace === undefined || turnable === undefined) return;
    if (!isHeld(territory.source)) {
        isPending = true;
        return readTerritory(territory.source);
    }
    isPending = false;
    const { version, versions, knobs } = turnable;
    const { result, turns } = trial;
    if (result?.turns === turns && result.revision === compiled.revision) return;
    asked = { id: nextQuestion(), turns, revision: compiled.revision };
    const running = { kind: 'trial-progress', id: asked.id, stage: 'tried', done: 0, total: 0, ranked: 0, firstMoved: 0 } as const;
    update({ trial: { ...without(trial), running } });
    const tried = turnCount(knobs, turns) === 0 ? {} : { tried: turnedPolicy(version, knobs, turns) };
    askWorker({ kind: 'try', id: asked.id, seed: SEED, versions, versionsName: `${compiled.revision}`, ...tried });
}

function without({ turns, before, result }: Trial): Trial {
    return { turns, before, ...(result === undefined ? {} : { result }) };
}

function hear(news: WorkerNews): void {
    const { trial } = session();
    switch (news.kind) {
        case 'territory':
            if (isPending && news.territory !== undefined) tryTurns();
            else if (isPending) update({ trial: { ...without(trial), failed: 'data' } });
            isPending = false;
            return;
        case 'fell':
            if (asked !== undefined || isPending) update({ trial: { ...without(trial), failed: 'crash' } });
            asked = undefined;
            isPending = false;
            return;
        case 'trial-progress':
            if (news.id === asked?.id) update({ trial: { ...trial, running: news } });
            return;
        case 'trial-failed':
            if (news.id !== asked?.id) return;
            asked = undefined;
            return update({ trial: { ...without(trial), failed: news.reason === 'no-territory' ? 'data' : news.reason } });
        case 'trial': {
            if (news.id !== asked?.id) return;
            const { turns, revision } = asked;
            asked = undefined;
            const { turns: now, before } = trial;
            return update({ trial: { turns: now, before, result: { turns, revision, at: performance.now(), figures: news } } });
        }
        default:
            return;
    }
}

/** Writes the numbers as a variant, in its own file, and puts them back. */
export function keepTurns(label: string): void {
    const { compiled, workspace, trial } = session();
    const turnable = turnableOf(compiled?.project);
    if (workspace === undefined || turnable === undefined || turnCount(turnable.knobs, trial.turns) === 0) return;
    const edits = turnedEdits(turnable.version, turnable.knobs, { turns: trial.turns, texts: workspace.files });
    writeVariant({ version: turnable.version, edits, label });
    update({ trial: NO_TRIAL });
}
