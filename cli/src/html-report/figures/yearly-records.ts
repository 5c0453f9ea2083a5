import type { FluxOutcome } from '@bareme/language/replay';

/** How far a dwelling went with the reservee, in order. */
export const STAGES = ['oriented', 'proposed', 'allotted', 'signed'] as const;
export type Stage = (typeof STAGES)[number];

/** Dwellings of the flux, and those of them that went to the reservee, stage by stage; absent: not told. */
export type RecordCounts = { readonly flux: number } & { readonly [stage in Stage]?: number };

/** The dwellings of one word of a fact. An empty word: the dwelling does not say. */
export type RecordLine = RecordCounts & { readonly word: string };

/** What a convention gave in one year, on all its territories together, under one rule set or in the record (CCH R.441-5-1). */
export interface YearlyRecord {
    /** The same under every rule set. */
    readonly key: string;
    readonly label: string;
    readonly landlord: string;
    readonly year: number;
    readonly whole: RecordCounts;
    /** By fact of the dwelling: its lines add up to the whole. */
    readonly facts: readonly { readonly fact: string; readonly lines: readonly RecordLine[] }[];
}

/** Whether the policy asks for a yearly record by facts of the dwelling. */
export function hasBreakdown(flux: readonly FluxOutcome[]): boolean {
    return flux.some(isRecorded);
}

/** What a landlord keeps is no reservee's. */
function isRecorded({ convention, breakdown }: FluxOutcome): boolean {
    return convention !== undefined && breakdown.length > 0;
}

/** The yearly record of each convention under one rule set, or in the record. */
export function yearlyRecords(flux: readonly FluxOutcome[], ruleSet: string): readonly YearlyRecord[] {
    const groups = new Map<string, FluxOutcome[]>();
    for (const outcome of flux.filter((of) => of.ruleSet === ruleSet && isRecorded(of))) {
        const key = JSON.stringify([outcome.landlord, outcome.convention, outcome.year]);
        groups.set(key, [...(groups.get(key) ?? []), outcome]);
    }
    return [...groups].flatMap(([key, outcomes]) => outcomes.slice(0, 1).map((first) => recordOf(key, first, outcomes)));
}

function recordOf(key: string, { label, landlord, year }: FluxOutcome, outcomes: readonly FluxOutcome[]): YearlyRecord {
    const parts = outcomes.flatMap(({ breakdown }) => breakdown);
    const facts = [...new Set(parts.map(({ fact }) => fact))].map((fact) => {
        const told = parts.filter((part) => part.fact === fact).flatMap(({ words }) => words);
        const words = [...new Set(told.map(({ word }) => word))].sort(compareWords);
        return { fact, lines: words.map((word) => ({ word, ...added(told.filter((counts) => counts.word === word)) })) };
    });
    return { key, label, landlord, year, whole: added(outcomes), facts };
}

/** In order, what is not said last. */
function compareWords(a: string, b: string): number {
    return Number(a === '') - Number(b === '') || (a < b ? -1 : 1);
}

/** The sum of some counts; a stage that one of them does not tell is not told. */
function added(counts: readonly RecordCounts[]): RecordCounts {
    const stages = STAGES.flatMap((stage) => {
        const told = counts.flatMap((of) => of[stage] ?? []);
        return told.length === counts.length ? [[stage, sum(told)] as const] : [];
    });
    return { flux: sum(counts.map(({ flux }) => flux)), ...Object.fromEntries(stages) };
}

function sum(counts: readonly number[]): number {
    return counts.reduce((all, count) => all + count, 0);
}
