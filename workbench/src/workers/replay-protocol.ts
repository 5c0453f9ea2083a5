import type { Assumptions } from '@bareme/language/columns';
import type { DataFinding, TableCount } from '@bareme/language/data';
import type { Day, Mapping, Vocabulary } from '@bareme/language/ir';
import type { HashedFile, RankedVacancy, Receipt, ReplayFinding, ReplayMode, ReplayReport, RuleSetInput } from '@bareme/language/replay';
import type { TrialAnswer, TrialQuestion } from './trial-protocol.js';

/** Where the data of a territory come from. */
export type TerritorySource =
    /** Drawn from a model, its lettings under the rules: nobody real. Days are civil days; the notices tell how free from the rules they are. */
    | {
          readonly kind: 'synthetic';
          readonly model: string;
          readonly demands: number;
          readonly lettings: number;
          readonly seed: number;
          readonly from: Day;
          readonly to: Day;
          readonly rules: RuleSetInput;
          readonly notices: readonly string[];
      }
    /** Files that the user opened, by their names in the folder. */
    | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Uint8Array> };

/** The words in which data are read. */
export interface DataWords {
    readonly vocabulary: Vocabulary;
    readonly mapping?: Mapping;
}

/** A replay to make, with the hash of the texts its rules come from. */
export interface ReplaySettings {
    readonly mode: ReplayMode;
    readonly seed: number;
    /** How many seeds, from `seed` on. */
    readonly replications: number;
    readonly from?: Day;
    readonly to?: Day;
}

/** What the replay worker is asked. */
export type ReplayQuestion =
    | { readonly kind: 'read'; readonly id: number; readonly source: TerritorySource; readonly words: DataWords }
    | {
          readonly kind: 'replay';
          readonly id: number;
          readonly ruleSets: readonly RuleSetInput[];
          readonly settings: ReplaySettings;
          readonly policies: readonly HashedFile[];
      }
    | TrialQuestion
    | { readonly kind: 'cancel' };

/** A territory as it was read. The rows stay in the worker. */
export interface TerritorySummary {
    readonly name: string;
    readonly synthetic: boolean;
    readonly from: Day;
    readonly to: Day;
    readonly assumptions: Assumptions;
}

/** What reading a territory gives: the territory, or why there is none; `ignored` are files that nothing names. */
export interface TerritoryAnswer {
    readonly kind: 'territory';
    readonly id: number;
    readonly territory?: TerritorySummary;
    readonly findings: readonly DataFinding[];
    readonly counts: readonly TableCount[];
    readonly ignored: readonly string[];
}

/** What the replay worker says. */
export type ReplayAnswer =
    | TerritoryAnswer
    | TrialAnswer
    | {
          readonly kind: 'progress';
          readonly id: number;
          readonly part: number;
          readonly parts: number;
          readonly done: number;
          readonly total: number;
          readonly label: string;
      }
    | {
          readonly kind: 'done';
          readonly id: number;
          readonly report: ReplayReport;
          readonly receipt: Receipt;
          readonly took: number;
          /** The first candidates of each vacancy, in the first draw; nothing where there are too many to keep. */
          readonly candidates: readonly RankedVacancy[];
      }
    | { readonly kind: 'refused'; readonly id: number; readonly findings: readonly ReplayFinding[] }
    | { readonly kind: 'cancelled'; readonly id: number }
    | { readonly kind: 'failed'; readonly id: number; readonly reason: 'no-territory' | 'crash' };
