import { languages } from 'monaco-editor/editor';
import { CompletionRequest, type CompletionItem, type MarkupContent } from 'vscode-languageserver-protocol';
import { BAREME } from '../bareme-language.js';
import { ask } from './ask.js';
import { placeIn, rangeFrom } from './positions.js';

/** The kinds of the protocol, from 1, by the names that the editor gives them. */
const KINDS = [
    'Text',
    'Method',
    'Function',
    'Constructor',
    'Field',
    'Variable',
    'Class',
    'Interface',
    'Module',
    'Property',
    'Unit',
    'Value',
    'Enum',
    'Keyword',
    'Snippet',
    'Color',
    'File',
    'Reference',
    'Folder',
    'EnumMember',
    'Constant',
    'Struct',
    'Event',
    'Operator',
    'TypeParameter',
] as const satisfies readonly (keyof typeof languages.CompletionItemKind)[];

const SNIPPET = 2;

/** What may be written at the cursor. */
export function registerCompletion(triggerCharacters: readonly string[]): void {
    languages.registerCompletionItemProvider(BAREME, {
        triggerCharacters: [...triggerCharacters],
        async provideCompletionItems(model, position, _context, token) {
            const answer = await ask(CompletionRequest.type, placeIn(model, position), token);
            if (answer === undefined || answer === null) return { suggestions: [] };
            const { items, isIncomplete } = 'items' in answer ? answer : { items: answer, isIncomplete: false };
            return { suggestions: items.flatMap((item) => itemFrom(item)), incomplete: isIncomplete };
        },
    });
}

/** An item that says where it is written; the server always does. */
function itemFrom(item: CompletionItem): readonly languages.CompletionItem[] {
    const { label, kind = 1, detail, documentation, sortText, filterText, textEdit, insertTextFormat } = item;
    if (textEdit === undefined) return [];
    const range = 'range' in textEdit ? rangeFrom(textEdit.range) : rangeFrom(textEdit.replace);
    return [
        {
            label,
            kind: languages.CompletionItemKind[KINDS[kind - 1] ?? 'Text'],
            insertText: textEdit.newText,
            ...(insertTextFormat === SNIPPET ? { insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet } : {}),
            range,
            ...(detail === undefined ? {} : { detail }),
            ...(documentation === undefined ? {} : { documentation: markdownFrom(documentation) }),
            ...(sortText === undefined ? {} : { sortText }),
            ...(filterText === undefined ? {} : { filterText }),
        },
    ];
}

/** Markdown for the editor; it never runs a command. */
export function markdownFrom(content: string | MarkupContent): { readonly value: string } {
    return { value: typeof content === 'string' ? content : content.value };
}
