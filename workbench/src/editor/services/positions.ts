import { Range, Uri, type editor, type IPosition, type IRange, type languages } from 'monaco-editor/editor';
import type { Location, LocationLink, Position, Range as ServerRange, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';

/** The document of a model, as the server names it. */
export function documentOf(model: editor.ITextModel): { readonly textDocument: { readonly uri: string } } {
    return { textDocument: { uri: model.uri.toString() } };
}

/** The document and a place in it. */
export function placeIn(
    model: editor.ITextModel,
    { lineNumber, column }: IPosition,
): { readonly textDocument: { readonly uri: string }; readonly position: Position } {
    return { ...documentOf(model), position: { line: lineNumber - 1, character: column - 1 } };
}

/** A range of the editor, whose lines and columns begin at 1, from one of the server, which counts from 0. */
export function rangeFrom({ start, end }: ServerRange): Range {
    return new Range(start.line + 1, start.character + 1, end.line + 1, end.character + 1);
}

/** A range of the server from one of the editor. */
export function rangeTo({ startLineNumber, startColumn, endLineNumber, endColumn }: IRange): ServerRange {
    return { start: { line: startLineNumber - 1, character: startColumn - 1 }, end: { line: endLineNumber - 1, character: endColumn - 1 } };
}

/** Edits of one text. */
export function editsFrom(edits: readonly TextEdit[] | null | undefined): languages.TextEdit[] {
    return (edits ?? []).map(({ range, newText }) => ({ range: rangeFrom(range), text: newText }));
}

/** Edits of several texts. */
export function workspaceEditFrom({ changes = {} }: WorkspaceEdit): languages.WorkspaceEdit {
    const edits = Object.entries(changes).flatMap(([uri, texts]) =>
        editsFrom(texts).map((textEdit) => ({ resource: Uri.parse(uri), textEdit, versionId: undefined })),
    );
    return { edits };
}

/** Where something is written, whichever way the server says it. */
export function locationsFrom(answer: Location | readonly (Location | LocationLink)[] | null | undefined): languages.Location[] {
    const locations = answer === null || answer === undefined ? [] : 'length' in answer ? answer : [answer];
    return locations.map((location) =>
        'uri' in location
            ? { uri: Uri.parse(location.uri), range: rangeFrom(location.range) }
            : { uri: Uri.parse(location.targetUri), range: rangeFrom(location.targetSelectionRange) },
    );
}
