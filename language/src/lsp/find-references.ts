import type { LangiumDocument } from 'langium';
import type { ReferencesProvider } from 'langium/lsp';
import type { Location, ReferenceParams } from 'vscode-languageserver';
import type { Occurrence } from '../references/occurrences.js';
import { symbolId } from '../references/symbol.js';
import { NAME_USES, useOf, type NameUse } from './names/name-use.js';
import type { WorkspaceView } from './names/workspace-view.js';

/** Every place that names what a word names: declarations, then what reads it in its own file and beside, then edits by variants. */
export class BaremeFindReferences implements ReferencesProvider {
    constructor(private readonly view: WorkspaceView) {}

    findReferences(document: LangiumDocument, { position, context }: ReferenceParams): Location[] {
        const names = this.view.names(document);
        const symbols = this.view.namesAt(document, position).flatMap(({ symbol, homonyms = [] }) => [symbol, ...homonyms]);
        const distinct = [...new Map(symbols.map((symbol) => [symbolId(symbol), symbol])).values()];
        const found = distinct.flatMap((symbol) => names.of(symbol));
        const wanted = context.includeDeclaration ? found : found.filter(({ role }) => role === 'reference');
        const ranked = distinctPlaces(wanted).map((occurrence) => ({ occurrence, rank: rankOf(occurrence, useOf(names, occurrence)) }));
        return ranked.sort((a, b) => a.rank - b.rank).flatMap(({ occurrence }) => this.view.locationOf(occurrence) ?? []);
    }
}

function rankOf({ role }: Occurrence, use: NameUse): number {
    return role === 'declaration' ? -1 : NAME_USES.indexOf(use);
}

function distinctPlaces(occurrences: readonly Occurrence[]): readonly Occurrence[] {
    return [...new Map(occurrences.map((occurrence) => [`${occurrence.path} ${occurrence.start} ${occurrence.end}`, occurrence])).values()];
}
