import { DefaultLanguageServer } from 'langium/lsp';
import { CodeActionKind, type InitializeParams, type InitializeResult } from 'vscode-languageserver';

/** What every code action of this server is of. */
export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract, `${CodeActionKind.SourceFixAll}.bareme`];

/** The framework's server, which announces besides what this one answers by itself. */
export class BaremeLanguageServer extends DefaultLanguageServer {
    protected override buildInitializeResult(params: InitializeParams): InitializeResult {
        const { capabilities } = super.buildInitializeResult(params);
        return {
            serverInfo: { name: 'barème' },
            capabilities: { ...capabilities, selectionRangeProvider: true, codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] } },
        };
    }
}
