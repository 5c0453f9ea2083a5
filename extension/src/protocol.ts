/** What the extension and its server say to each other beyond the Language Server Protocol. One file, imported by both. */
import { LAST_RUN, SENT_CHANGES, SENT_WORKSPACE, type LastRun, type SentChanges, type SentWorkspace } from '@bareme/language/lsp';
import { NotificationType, RequestType, RequestType0, type Range } from 'vscode-languageserver-protocol';

/** Where something is written. */
export interface Place {
    readonly uri: string;
    readonly range: Range;
}

/** What the last compilation found, folder by folder added up. */
export interface CompiledSummary {
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly vocabularies: number;
    readonly criteria: number;
    readonly examples: number;
    /** Versions that the files hold, in the order of their dates. `from` and `to` are civil days `AAAA-MM-JJ`. */
    readonly versions: readonly VersionSummary[];
}

export interface VersionSummary {
    readonly policy: string;
    readonly label: string;
    readonly version: string;
    readonly from: string;
    readonly to?: string;
}

/** One `exemple` of the files. */
export interface ExampleItem extends Place {
    readonly id: string;
    readonly label: string;
    /** The version or variant that it tries: `valmont 2024.1 / attente_renforcée`. */
    readonly target: string;
    /** The folder of the workspace that holds it. */
    readonly folder: string;
}

export interface ExampleMismatch extends Place {
    readonly criterion?: string;
    readonly expected: string;
    readonly found: string;
}

/** What the policy gives for an example, in words, and where this contradicts what is expected. */
export interface ExampleOutcome {
    readonly id: string;
    readonly passed: boolean;
    readonly found: string;
    readonly mismatches: readonly ExampleMismatch[];
}

/** How many of the examples run gave points by a criterion. */
export interface CriterionCoverage extends Place {
    readonly name: string;
    readonly examples: number;
}

export interface ExamplesRun {
    readonly outcomes: readonly ExampleOutcome[];
    readonly coverage: readonly CriterionCoverage[];
}

/** What an example is about, by its kind: the client has an icon for each. */
export type OutlineKind =
    'policy' | 'version' | 'dates' | 'scoring' | 'rubric' | 'criterion' | 'objective' | 'convention' | 'variant' | 'group' | 'list' | 'route' | 'guarantee';

/** A line of the tree « Politique ». */
export interface OutlineNode {
    readonly kind: OutlineKind;
    readonly label: string;
    readonly description?: string;
    readonly tooltip?: string;
    readonly place?: Place;
    readonly children: readonly OutlineNode[];
}

export interface AnnexRequest {
    readonly uri: string;
}

/** The annex of the policy that a file belongs to: HTML without script, style or address; elements carry `data-uri` and `data-line`. */
export interface Annex {
    readonly title: string;
    readonly html: string;
}

/** A file that a command proposes to write. `path` is relative to the folder. */
export interface DraftFile {
    readonly folder: string;
    readonly path: string;
    readonly text: string;
    /** The line, from 0, below which the author goes on. */
    readonly line?: number;
}

export interface DraftRefusal {
    readonly refused: string;
}

export interface NewPolicyRequest {
    readonly folder: string;
    readonly name: string;
    readonly label: string;
    /** First day, as written. */
    readonly from: string;
}

export interface NewExampleRequest {
    readonly policy: string;
    readonly version: string;
    readonly criterion: string;
}

/** An example to add at the end of a file, which need not be there yet. */
export interface DraftExample {
    readonly uri: string;
    /** What the file begins with when it is not there yet. */
    readonly header: string;
    readonly text: string;
}

export interface NewVersionRequest {
    readonly folder: string;
    readonly policy: string;
    readonly version: string;
    readonly newVersion: string;
    /** First day of the new version, as written. */
    readonly from: string;
}

export interface NewVariantRequest {
    readonly folder: string;
    readonly policy: string;
    readonly version: string;
    readonly name: string;
    readonly label: string;
}

/** A fact of the demand that the national words do not have. */
export interface NewFactRequest {
    readonly folder: string;
    readonly policy: string;
    readonly version: string;
    readonly name: string;
    readonly label: string;
    /** As the language writes it; absent where the fact is one of `values`. */
    readonly type?: string;
    readonly values?: readonly { readonly name: string; readonly label: string }[];
}

/** Edits of files, and one that is not there yet. */
export interface DraftChange {
    readonly edits: readonly (Place & { readonly newText: string })[];
    readonly created?: { readonly uri: string; readonly text: string };
    /** What the author is shown once it is written: the words, in their file. */
    readonly show: { readonly uri: string; readonly words: string };
}

/** A rule set that can be replayed. */
export interface RuleSets {
    readonly folder: string;
    readonly policy: string;
    readonly label: string;
    readonly versions: readonly string[];
    readonly variants: readonly { readonly name: string; readonly label: string; readonly version: string }[];
    /** Correspondances that the files of the folder hold. */
    readonly mappings: readonly string[];
}

export const workspaceFilesNotification = new NotificationType<SentWorkspace>(SENT_WORKSPACE);
export const fileChangesNotification = new NotificationType<SentChanges>(SENT_CHANGES);
export const lastRunNotification = new NotificationType<LastRun | null>(LAST_RUN);
export const compiledNotification = new NotificationType<CompiledSummary>('bareme/compiled');
export const checkRequest = new RequestType0<CompiledSummary, void>('bareme/check');
export const examplesRequest = new RequestType0<readonly ExampleItem[], void>('bareme/examples');
export const runExamplesRequest = new RequestType<{ readonly ids?: readonly string[] }, ExamplesRun, void>('bareme/runExamples');
export const outlineRequest = new RequestType0<readonly OutlineNode[], void>('bareme/outline');
export const annexRequest = new RequestType<AnnexRequest, Annex | null, void>('bareme/annex');
export const ruleSetsRequest = new RequestType0<readonly RuleSets[], void>('bareme/ruleSets');
export const newPolicyRequest = new RequestType<NewPolicyRequest, readonly DraftFile[] | DraftRefusal, void>('bareme/newPolicy');
export const newExampleRequest = new RequestType<NewExampleRequest, DraftExample | DraftRefusal, void>('bareme/newExample');
export const newVersionRequest = new RequestType<NewVersionRequest, readonly DraftFile[] | DraftRefusal, void>('bareme/newVersion');
export const newFactRequest = new RequestType<NewFactRequest, DraftChange | DraftRefusal, void>('bareme/newFact');
export const newVariantRequest = new RequestType<NewVariantRequest, readonly DraftFile[] | DraftRefusal, void>('bareme/newVariant');

export interface ExplainFormRequest {
    readonly folder: string;
    readonly policy: string;
    readonly version: string;
}

/** A fact that the form asks; `hint` is how a value is written. */
export interface FormFact {
    readonly owner: 'demande' | 'logement';
    readonly name: string;
    readonly label: string;
    /** The policy reads it. */
    readonly read: boolean;
    readonly multiple: boolean;
    readonly hint: string;
    readonly choices?: readonly { readonly value: string; readonly label?: string }[];
}

/** The form of a demand, made from the vocabulary. */
export interface ExplainForm {
    readonly title: string;
    /** The first day of the version. */
    readonly from: string;
    readonly facts: readonly FormFact[];
}

/** A demand described by its facts, each value as the language writes it. */
export interface ExplainRequest extends ExplainFormRequest {
    readonly label: string;
    readonly day: string;
    readonly facts: readonly { readonly owner: 'demande' | 'logement'; readonly name: string; readonly value: string }[];
}

export interface ExplainedLine {
    readonly kind: 'criterion' | 'rubric' | 'scoring';
    readonly depth: number;
    readonly label: string;
    readonly points: string;
    readonly kept: string;
    readonly status: string;
    readonly text: string;
}

export type ExplainResult =
    | { readonly kind: 'refused'; readonly findings: readonly string[] }
    | {
          readonly kind: 'explained';
          readonly declared: string;
          readonly verified: string;
          readonly eligibility: string;
          readonly lines: readonly ExplainedLine[];
          /** The same demand as a file that holds an example. */
          readonly example: string;
      };

export const explainFormRequest = new RequestType<ExplainFormRequest, ExplainForm | null, void>('bareme/explainForm');
export const explainRequest = new RequestType<ExplainRequest, ExplainResult, void>('bareme/explain');
