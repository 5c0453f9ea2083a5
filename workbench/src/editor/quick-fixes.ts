import { languages, type editor } from 'monaco-editor/editor';
import type { Diagnostic } from '@bareme/language/diagnostics';
import { session } from '../state/session.js';
import { BAREME } from './bareme-language.js';
import { modelOf, pathOf, rangeOf } from './models.js';

/** Offers the mends that findings carry, where the cursor is on one. */
export function registerQuickFixes(): void {
    languages.registerCodeActionProvider(BAREME, {
        provideCodeActions(model, range) {
            const path = pathOf(model.uri);
            const actions = findingsOf(path)
                .filter(({ location }) => location !== undefined && rangeOf(model, location).intersectRanges(range) !== null)
                .flatMap((finding) => actionOf(finding));
            return { actions, dispose: () => undefined };
        },
    });
}

function findingsOf(path: string): readonly Diagnostic[] {
    const { compiled, workspace } = session();
    if (compiled === undefined || compiled.revision !== workspace?.revision) return [];
    return compiled.diagnostics.filter(({ location }) => location?.path === path);
}

function actionOf({ fix }: Diagnostic): readonly languages.CodeAction[] {
    if (fix === undefined) return [];
    const edits = fix.edits.flatMap(({ location, newText }): readonly languages.IWorkspaceTextEdit[] => {
        const target = modelFor(location.path);
        return target === undefined ? [] : [{ resource: target.uri, versionId: undefined, textEdit: { range: rangeOf(target, location), text: newText } }];
    });
    return [{ title: fix.title, kind: 'quickfix', isPreferred: true, edit: { edits: [...edits] } }];
}

function modelFor(path: string): editor.ITextModel | undefined {
    const text = session().workspace?.files.get(path);
    return text === undefined ? undefined : modelOf(path, text);
}
