import { editor, MarkerSeverity, Range, Uri } from 'monaco-editor/editor';
import type { Diagnostic } from '@bareme/language/diagnostics';
import { writeFile } from '../state/workspace.js';
import { BAREME } from './bareme-language.js';

/** Who sets the markers of the checker. */
const OWNER = 'bareme';

/** The address of a policy file in the editor. */
export function uriOf(path: string): Uri {
    return Uri.from({ scheme: 'bareme', path: `/${path}` });
}

/** The path of a policy file from its address. */
export function pathOf(uri: Uri): string {
    return uri.path.slice(1);
}

/** Texts that are being put in by the workspace: they are not edits of the user. */
let fromWorkspace = false;

/** The model of a policy file, made the first time; what is typed in it goes to the workspace. */
export function modelOf(path: string, text: string): editor.ITextModel {
    const uri = uriOf(path);
    const known = editor.getModel(uri);
    if (known !== null) {
        follow(known, text);
        return known;
    }
    const model = editor.createModel(text, BAREME, uri);
    model.onDidChangeContent(() => {
        if (!fromWorkspace) writeFile(path, model.getValue());
    });
    return model;
}

/** Brings a model to the workspace's text, as an edit that can be undone. */
function follow(model: editor.ITextModel, text: string): void {
    if (model.getValue() === text) return;
    fromWorkspace = true;
    try {
        model.pushEditOperations([], [difference(model, text)], () => null);
    } finally {
        fromWorkspace = false;
    }
}

/** The least edit that makes a model of another text: marks and cursors outside of it stay. */
function difference(model: editor.ITextModel, text: string): { readonly range: Range; readonly text: string } {
    const before = model.getValue();
    const shorter = Math.min(before.length, text.length);
    let start = 0;
    while (start < shorter && before[start] === text[start]) start += 1;
    let tail = 0;
    while (tail < shorter - start && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
    const [from, to] = [model.getPositionAt(start), model.getPositionAt(before.length - tail)];
    return { range: new Range(from.lineNumber, from.column, to.lineNumber, to.column), text: text.slice(start, text.length - tail) };
}

/** Makes the models of all the files: a name's uses, and what renaming edits, may be in any. */
export function openModels(files: ReadonlyMap<string, string>): void {
    for (const [path, text] of files) modelOf(path, text);
}

/** Lets go of the models of files that are no more. */
export function forgetModels(paths: ReadonlySet<string>): void {
    for (const model of editor.getModels()) if (model.uri.scheme === 'bareme' && !paths.has(pathOf(model.uri))) model.dispose();
}

const SEVERITIES = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, information: MarkerSeverity.Info } as const;

/** Underlines the findings of a file. */
export function markFindings(model: editor.ITextModel, findings: readonly Diagnostic[]): void {
    const markers = findings.flatMap(({ code, severity, message, remedy, location }): readonly editor.IMarkerData[] => {
        if (location === undefined) return [];
        const range = rangeOf(model, location);
        return [{ ...range, severity: SEVERITIES[severity], message: remedy === '' ? message : `${message}\n${remedy}`, code, source: 'Barème' }];
    });
    editor.setModelMarkers(model, OWNER, markers);
}

/** The lines and columns of two offsets; an empty place takes the character that follows. */
export function rangeOf(model: editor.ITextModel, { start, end }: { readonly start: number; readonly end: number }): Range {
    const from = model.getPositionAt(start);
    const to = model.getPositionAt(Math.max(end, start + 1));
    return new Range(from.lineNumber, from.column, to.lineNumber, to.column);
}
