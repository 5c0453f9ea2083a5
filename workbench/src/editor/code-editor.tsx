import type { Place } from '../base/place.js';
import { editor } from 'monaco-editor/editor';
import { useEffect, useRef } from 'react';
import type { Diagnostic } from '@bareme/language/diagnostics';
import { update, useSession } from '../state/session.js';
import { forgetModels, markFindings, modelOf, openModels, rangeOf } from './models.js';
import { setUpMonaco } from './monaco-setup.js';
import { themeName } from './themes.js';
import { useScheme } from './use-scheme.js';

interface CodeEditorProps {
    readonly path: string;
    readonly text: string;
    /** Absent while the text is checked: the marks of the former text move along with it. */
    readonly findings: readonly Diagnostic[] | undefined;
}

const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
    automaticLayout: true,
    fontSize: 13.5,
    lineHeight: 21,
    fontFamily: "'Cascadia Code', 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace",
    minimap: { enabled: false },
    stickyScroll: { enabled: false },
    wordBasedSuggestions: 'off',
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
    wordWrap: 'on',
    wrappingIndent: 'indent',
    scrollBeyondLastLine: false,
    renderLineHighlight: 'line',
    padding: { top: 12, bottom: 12 },
    tabSize: 2,
    lightbulb: { enabled: editor.ShowLightbulbIconMode.On },
    'semanticHighlighting.enabled': true,
    // Shown while Ctrl+Alt is held: hints that make a line wrap otherwise would leave the lenses below it in the wrong place.
    inlayHints: { enabled: 'offUnlessPressed', fontSize: 12 },
    fixedOverflowWidgets: true,
    accessibilitySupport: 'on',
    ariaLabel: 'Texte de la politique. Ctrl+M, puis Tab, pour en sortir.',
};

/** One editor for the file that is shown; each file keeps its own undo. */
export function CodeEditor({ path, text, findings }: CodeEditorProps) {
    const host = useRef<HTMLDivElement>(null);
    const made = useRef<editor.IStandaloneCodeEditor>(undefined);
    const files = useSession((state) => state.workspace?.files);
    const goTo = useSession((state) => state.goTo);
    const scheme = useScheme();
    useEffect(() => {
        if (host.current === null) return undefined;
        setUpMonaco();
        const created = editor.create(host.current, OPTIONS);
        made.current = created;
        return () => created.dispose();
    }, []);
    useEffect(() => editor.setTheme(themeName(scheme)), [scheme]);
    useEffect(() => {
        const model = modelOf(path, text);
        if (made.current?.getModel() !== model) made.current?.setModel(model);
    }, [path, text]);
    useEffect(() => {
        if (findings !== undefined) markFindings(modelOf(path, text), findings);
    }, [path, text, findings]);
    useEffect(() => {
        if (files === undefined) return;
        openModels(files);
        forgetModels(new Set(files.keys()));
    }, [files]);
    useEffect(() => {
        if (goTo?.path === path) reveal(made.current, goTo);
    }, [goTo, path]);
    return <div ref={host} className="code-editor" />;
}

function reveal(target: editor.IStandaloneCodeEditor | undefined, place: Place): void {
    const model = target?.getModel();
    if (target === undefined || model === null || model === undefined) return;
    const range = rangeOf(model, place);
    target.setSelection(range);
    target.revealRangeInCenter(range);
    target.focus();
    update({ goTo: undefined });
}
