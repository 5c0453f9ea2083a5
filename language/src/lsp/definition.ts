import type { LangiumDocument } from 'langium';
import type { DefinitionProvider } from 'langium/lsp';
import type { DefinitionParams, LocationLink } from 'vscode-languageserver';
import { rangeOf } from '../workspace/document-findings.js';
import type { WorkspaceView } from './names/workspace-view.js';

/** Where what a word names is declared: in every file and period that declares it, and for each thing that the word may name. */
export class BaremeDefinition implements DefinitionProvider {
    constructor(private readonly view: WorkspaceView) {}

    getDefinition(document: LangiumDocument, { position }: DefinitionParams): LocationLink[] {
        const names = this.view.names(document);
        const found = this.view.namesAt(document, position).flatMap((occurrence) => {
            const { symbol, homonyms = [] } = occurrence;
            return [symbol, ...homonyms].flatMap((each) => names.declarations(each)).map((declaration) => ({ occurrence, declaration }));
        });
        const links = found.flatMap(({ occurrence, declaration }): LocationLink[] => {
            const target = this.view.locationOf(declaration);
            if (target === undefined) return [];
            const { uri, range } = target;
            return [{ originSelectionRange: rangeOf(document, occurrence), targetUri: uri, targetRange: range, targetSelectionRange: range }];
        });
        return [...new Map(links.map((link) => [JSON.stringify([link.targetUri, link.targetRange]), link])).values()];
    }
}
