import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from './code-actions.js';

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
