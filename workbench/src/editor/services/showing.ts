import { editor, Emitter, languages, Uri } from 'monaco-editor/editor';
import { CodeLensRequest, InlayHintRequest, SemanticTokensRangeRequest, type SemanticTokensLegend } from 'vscode-languageserver-protocol';
import { openFile, show } from '../../state/navigation.js';
import { onCompiled } from '../../state/workspace.js';
import { BAREME } from '../bareme-language.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';
import { documentOf, rangeFrom, rangeTo } from './positions.js';

/** What the server shows in the text: the colours of names, what a clause leaves unsaid, what examples and variants say of it. */
export function registerShowing(legend: SemanticTokensLegend): void {
    const compiled = new Emitter<void>();
    onCompiled(() => compiled.fire());
    languages.registerDocumentRangeSemanticTokensProvider(BAREME, {
        onDidChange: compiled.event,
        getLegend: () => legend,
        async provideDocumentRangeSemanticTokens(model, range, token) {
            const tokens = await ask(SemanticTokensRangeRequest.type, { ...documentOf(model), range: rangeTo(range) }, token);
            return tokens === undefined || tokens === null ? null : { data: Uint32Array.from(tokens.data) };
        },
    });
    registerHints(compiled);
    registerLenses(compiled);
}

function registerHints(compiled: Emitter<void>): void {
    languages.registerInlayHintsProvider(BAREME, {
        onDidChangeInlayHints: compiled.event,
        async provideInlayHints(model, range, token) {
            const answer = await ask(InlayHintRequest.type, { ...documentOf(model), range: rangeTo(range) }, token);
            const hints = (answer ?? []).map(({ label, position, paddingLeft, paddingRight, tooltip }): languages.InlayHint => ({
                label: typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
                position: { lineNumber: position.line + 1, column: position.character + 1 },
                ...(paddingLeft === undefined ? {} : { paddingLeft }),
                ...(paddingRight === undefined ? {} : { paddingRight }),
                ...(typeof tooltip === 'string' ? { tooltip } : {}),
            }));
            return { hints, dispose: () => undefined };
        },
    });
}

function registerLenses(compiled: Emitter<void>): void {
    const lensesChanged = new Emitter<languages.CodeLensProvider>();
    const provider: languages.CodeLensProvider = {
        onDidChange: lensesChanged.event,
        async provideCodeLenses(model, token) {
            const answer = await ask(CodeLensRequest.type, documentOf(model), token);
            const lenses = (answer ?? []).flatMap(({ range, command }): readonly languages.CodeLens[] =>
                command === undefined
                    ? []
                    : [{ range: rangeFrom(range), command: { id: command.command, title: command.title, arguments: command.arguments ?? [] } }],
            );
            return { lenses: [...lenses], dispose: () => undefined };
        },
    };
    languages.registerCodeLensProvider(BAREME, provider);
    compiled.event(() => lensesChanged.fire(provider));
    editor.registerCommand('bareme.rejouer', () => show('rejouer'));
    editor.registerCommand('bareme.montrer', (_accessor, _uri: string, _position: unknown, places: readonly ServerPlace[]) => showFirst(places));
}

interface ServerPlace {
    readonly uri: string;
    readonly range: Parameters<typeof rangeFrom>[0];
}

/** Goes to the first of the places that a lens leads to. */
function showFirst([first]: readonly ServerPlace[]): void {
    if (first === undefined) return;
    const uri = Uri.parse(first.uri);
    const model = editor.getModel(uri);
    const range = rangeFrom(first.range);
    if (model === null) return openFile(pathOf(uri));
    openFile(pathOf(uri), { path: pathOf(uri), start: model.getOffsetAt(range.getStartPosition()), end: model.getOffsetAt(range.getEndPosition()) });
}
