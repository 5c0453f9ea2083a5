import type { Territory } from '@bareme/language/columns';
import { yearOf, type Policy } from '@bareme/language/ir';
import { HISTORY, NO_RECORD, replaySteps, type RankedVacancy, type ReplayReport } from '@bareme/language/replay';
import type { TrialAnswer, TrialFigures, TrialQuestion } from './trial-protocol.js';

/** A replay of one rule set, and who came first for each vacancy. */
interface Made {
    readonly figures: TrialFigures;
    readonly firsts: ReadonlyMap<string, string | undefined>;
    readonly housed: ReadonlyMap<string, string | undefined>;
}

/** The replay of the rules in force, of which territory, by their name and their seed. */
interface Baseline {
    readonly territory: Territory;
    readonly name: string;
    readonly made: Made;
}

/** Tries rules: the last that was asked for, whatever was asked before. */
export interface TrialRunner {
    readonly ask: (question: TrialQuestion) => void;
    /** Lets go of what is being tried. */
    readonly stop: () => void;
}

/** A runner over the territory that is held now. Between two steps of a replay it listens: a newer question takes its place at once. */
export function trialRunner(held: () => Territory | undefined, say: (answer: TrialAnswer) => void): TrialRunner {
    let wanted: TrialQuestion | undefined;
    let baseline: Baseline | undefined;
    let isWorking = false;
    const work = async (): Promise<void> => {
        isWorking = true;
        while (wanted !== undefined) {
            const question = wanted;
            const done = await answer(question).catch(() => 'failed' as const);
            // The reason may hold a value of the data: it is not repeated.
            if (done === 'failed') say({ kind: 'trial-failed', id: question.id, reason: 'crash' });
            if (wanted === question) wanted = undefined;
        }
        isWorking = false;
    };
    const answer = async (question: TrialQuestion): Promise<void> => {
        const territory = held();
        const { id, seed, versions, versionsName, tried } = question;
        if (territory === undefined) return say({ kind: 'trial-failed', id, reason: 'no-territory' });
        const name = `${versionsName} ${seed}`;
        if (baseline?.territory !== territory || baseline.name !== name) {
            const made = await play({ territory, versions, seed, onStep: (done, total) => tell(wanted?.id ?? id, { stage: 'baseline', done, total }) }, () => {
                return wanted === undefined || `${wanted.versionsName} ${wanted.seed}` !== name || held() !== territory;
            });
            if (made === undefined) return;
            if (made === 'refused') return say({ kind: 'trial-failed', id, reason: 'refused' });
            baseline = { territory, name, made };
        }
        const { made: base } = baseline;
        if (tried === undefined) return say(doneOf({ id, window: territory.window }, base, base));
        const isObsolete = (): boolean => wanted !== question;
        const rules = versions.map((version) => (version.version === tried.version ? tried : version));
        const onStep = (done: number, total: number, firsts: Made['firsts']): void =>
            tell(id, { stage: 'tried', done, total, ranked: firsts.size, firstMoved: differing(base.firsts, firsts) });
        const made = await play({ territory, versions: rules, seed, onStep }, isObsolete);
        if (made === undefined || isObsolete()) return;
        if (made === 'refused') return say({ kind: 'trial-failed', id, reason: 'refused' });
        say(doneOf({ id, window: territory.window }, base, made));
    };
    const tell = (id: number, progress: Pick<Extract<TrialAnswer, { kind: 'trial-progress' }>, 'stage' | 'done' | 'total'> & Partial<Counts>): void =>
        say({ kind: 'trial-progress', id, ranked: 0, firstMoved: 0, ...progress });
    return {
        ask: (question) => {
            wanted = question;
            if (!isWorking) void work();
        },
        stop: () => {
            wanted = undefined;
        },
    };
}

function doneOf({ id, window }: { readonly id: number; readonly window: Territory['window'] }, base: Made, made: Made): TrialAnswer {
    return {
        kind: 'trial',
        id,
        baseline: base.figures,
        tried: made.figures,
        years: { from: yearOf(window.from), to: yearOf(window.to) },
        vacancies: base.housed.size,
        firstMoved: differing(base.firsts, made.firsts),
        housedMoved: differing(base.housed, made.housed),
    };
}

interface Counts {
    readonly ranked: number;
    readonly firstMoved: number;
}

interface Play {
    readonly territory: Territory;
    readonly versions: readonly Policy[];
    readonly seed: number;
    readonly onStep: (done: number, total: number, firsts: Made['firsts']) => void;
}

/** Replays one rule set over the whole window; nothing where it is not wanted any more. */
async function play({ territory, versions, seed, onStep }: Play, isObsolete: () => boolean): Promise<Made | 'refused' | undefined> {
    const firsts = new Map<string, string | undefined>();
    const told = ({ dwelling, released, candidates }: RankedVacancy): void => {
        const key = `${dwelling} ${released}`;
        if (!firsts.has(key)) firsts.set(key, candidates[0]?.demand);
    };
    const { from, to } = territory.window;
    const ruleSets = [{ id: 'essai', label: 'Essai', versions }];
    const steps = replaySteps({ territory, ruleSets, mode: 'vivier', from, to, seed, candidates: { most: 1, told }, groundwork: () => NO_RECORD });
    for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) return step.value.kind === 'done' ? { ...madeOf(step.value.report), firsts } : 'refused';
        onStep(step.value.done, step.value.total, firsts);
        await new Promise((resolve) => setTimeout(resolve));
        if (isObsolete()) return undefined;
    }
}

function madeOf({ objectives, volumes, stocks, waiting, ledger }: ReplayReport): Omit<Made, 'firsts'> {
    const isOfRun = ({ ruleSet }: { readonly ruleSet: string }): boolean => ruleSet !== HISTORY;
    const median = waiting.find(isOfRun)?.seniorityAtHousing?.median;
    return {
        figures: {
            objectives: objectives.filter(isOfRun),
            signed: volumes.leases.find(isOfRun)?.signed ?? 0,
            publics: stocks.filter(isOfRun).map(({ public: name, label, leases, unsureLeases }) => ({ public: name, label, leases, unsure: unsureLeases })),
            ...(median === undefined ? {} : { medianSeniority: median }),
        },
        housed: new Map(ledger.map(({ dwelling, released, housed }) => [`${dwelling} ${released}`, housed])),
    };
}

/** How many of the keys that both have lead to somebody else. */
function differing(base: ReadonlyMap<string, string | undefined>, other: ReadonlyMap<string, string | undefined>): number {
    let count = 0;
    for (const [key, who] of other) if (base.has(key) && base.get(key) !== who) count += 1;
    return count;
}
