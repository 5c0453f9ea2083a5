import type { LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens, Command } from 'vscode-languageserver';
import type { Compilation } from '../compiler/compilation.js';
import type { Span } from '../ir/span.js';
import type { Occurrence } from '../references/occurrences.js';
import { rangeOf } from '../workspace/document-findings.js';
import type { LastRun } from './client-messages.js';
import type { ExampleRunner } from './host.js';
import { useOf } from './names/name-use.js';
import type { WorkspaceView } from './names/workspace-view.js';
import { decidedLeases, editingVariants, exampleTitle, EXPLAIN, REPLAY } from './words/hint-words.js';

/** What lenses show besides the text. */
export interface LensServices {
    readonly examples: ExampleRunner;
    /** The last replay, while the text is what it replayed. */
    readonly lastRun: () => LastRun | undefined;
}

/** Commands that the client knows. */
const COMMANDS = { show: 'bareme.montrer', replay: 'bareme.rejouer', explain: 'bareme.expliquer', tests: 'bareme.montrerExemples' } as const;

/** Above clauses: what examples give, the variants that change them, the leases that they decided, what can be done from there. */
export class BaremeCodeLenses implements CodeLensProvider {
    constructor(
        private readonly view: WorkspaceView,
        private readonly services: LensServices,
    ) {}

    provideCodeLens(document: LangiumDocument): CodeLens[] {
        const compilation = this.view.compilation(document);
        if (compilation === undefined) return [];
        const path = this.view.pathOf(document);
        const lens = (at: Span, command: Command): CodeLens[] => (at[0] === path ? [{ range: rangeOf(document, { start: at[1], end: at[1] }), command }] : []);
        return [...this.policyLenses(compilation, lens), ...this.exampleLenses(compilation, path, lens), ...this.clauseLenses(document)];
    }

    private policyLenses({ project }: Compilation, lens: (at: Span, command: Command) => CodeLens[]): readonly CodeLens[] {
        return project.policies.flatMap(({ at, name, version }) => [
            ...lens(at, { title: REPLAY, command: COMMANDS.replay, arguments: [{ policy: name, version }] }),
            ...lens(at, { title: EXPLAIN, command: COMMANDS.explain, arguments: [{ policy: name, version }] }),
        ]);
    }

    /** Examples are run when a file that shows them asks. */
    private exampleLenses(compilation: Compilation, path: string, lens: (at: Span, command: Command) => CodeLens[]): readonly CodeLens[] {
        if (!compilation.project.examples.some(({ at }) => at[0] === path)) return [];
        const outcomes = this.services.examples(compilation);
        return outcomes.flatMap(({ at, passed, found }) => lens(at, { title: exampleTitle(passed, found), command: COMMANDS.tests, arguments: [] }));
    }

    private clauseLenses(document: LangiumDocument): readonly CodeLens[] {
        const names = this.view.names(document);
        const declared = names.inFile(this.view.pathOf(document)).filter(({ role, symbol }) => role === 'declaration' && EDITED.has(symbol.kind));
        return declared.flatMap((declaration) => {
            const edits = names.of(declaration.symbol).filter((occurrence) => occurrence.role === 'reference' && useOf(names, occurrence) === 'variant');
            return [...this.variantLens(document, declaration, edits), ...this.decidedLens(document, declaration)];
        });
    }

    private variantLens(document: LangiumDocument, declaration: Occurrence, edits: readonly Occurrence[]): readonly CodeLens[] {
        const variants = [...new Set(edits.map(({ path, start }) => this.view.names(document).scopeAt(path, start)?.id.split(' ')[1] ?? ''))];
        if (variants.length === 0) return [];
        const range = rangeOf(document, declaration);
        const places = edits.flatMap((edit) => this.view.locationOf(edit) ?? []);
        return [{ range, command: { title: editingVariants(variants), command: COMMANDS.show, arguments: [document.uri.toString(), range.start, places] } }];
    }

    private decidedLens(document: LangiumDocument, { symbol, start, end }: Occurrence): readonly CodeLens[] {
        const run = this.services.lastRun();
        const clause = run?.clauses.find(({ name, scope }) => name === symbol.name && scope === symbol.scope);
        if (clause === undefined || symbol.kind !== 'criterion') return [];
        return [{ range: rangeOf(document, { start, end }), command: { title: decidedLeases(clause.leases), command: COMMANDS.replay, arguments: [] } }];
    }
}

const EDITED: ReadonlySet<string> = new Set(['criterion', 'rubric', 'scoring', 'list', 'route', 'convention']);
