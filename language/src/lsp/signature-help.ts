import type { LangiumDocument } from 'langium';
import type { SignatureHelpProvider } from 'langium/lsp';
import type { SignatureHelp, SignatureHelpOptions, SignatureHelpParams } from 'vscode-languageserver';
import type { NamedSymbol } from '../references/symbol.js';
import type { Project } from '../ir/project.js';
import type { Table } from '../ir/vocabulary.js';
import type { WorkspaceView } from './names/workspace-view.js';
import { writtenScope } from './names/written-scope.js';
import { folded } from './names/written-text.js';
import { roundingSignature, tableSignature, type Signature } from './words/signature-words.js';

/** What a table is read by, key after key, and what `arrondi` takes. */
export class BaremeSignatureHelp implements SignatureHelpProvider {
    readonly signatureHelpOptions: SignatureHelpOptions = { triggerCharacters: ['('], retriggerCharacters: [';'] };

    constructor(private readonly view: WorkspaceView) {}

    provideSignatureHelp(document: LangiumDocument, { position }: SignatureHelpParams): SignatureHelp | undefined {
        const offset = document.textDocument.offsetAt(position);
        const call = callBefore(document.textDocument.getText().slice(0, offset));
        const signature = call && this.signatureOf(document, offset, call.words);
        if (call === undefined || signature === undefined) return undefined;
        const parameters = signature.parameters.map((label) => ({ label }));
        return {
            signatures: [{ label: signature.label, documentation: signature.documentation, parameters }],
            activeSignature: 0,
            activeParameter: Math.min(call.index, Math.max(0, parameters.length - 1)),
        };
    }

    private signatureOf(document: LangiumDocument, offset: number, words: string): Signature | undefined {
        const rounding = /arrondi (inferieur|superieur|au plus proche)$/.exec(folded(words).replace(/\s+/g, ' '));
        if (rounding !== null) return roundingSignature(words.trim().replace(/^.*?(?=arrondi)/is, ''));
        const name = /[\p{L}\p{N}_]+$/u.exec(words)?.[0];
        const compilation = this.view.compilation(document);
        if (compilation === undefined) return undefined;
        const scope = writtenScope(compilation, { document, path: this.view.pathOf(document), offset });
        const symbol = this.view
            .names(document)
            .visible(scope)
            .find((each) => each.kind === 'table' && each.name === name);
        const table = symbol && tableOf(compilation.project, symbol);
        return table && tableSignature(table);
    }
}

function tableOf({ policies, vocabularies }: Project, { name }: NamedSymbol): Table | undefined {
    const words = [...policies, ...vocabularies].map(({ vocabulary }) => vocabulary);
    return words.flatMap(({ tables }) => tables).find((table) => table.name === name);
}

/** The words before the parenthesis that is open at the end of a text, and how many `;` follow it. */
function callBefore(text: string): { readonly words: string; readonly index: number } | undefined {
    let depth = 0;
    let index = 0;
    for (let place = text.length - 1; place >= 0; place -= 1) {
        const sign = text[place];
        if (sign === '{' || sign === '}') return undefined;
        if (sign === ')') depth += 1;
        if (sign === ';' && depth === 0) index += 1;
        if (sign === '(' && depth > 0) depth -= 1;
        else if (sign === '(') return { words: text.slice(Math.max(0, place - 80), place).trimEnd(), index };
    }
    return undefined;
}
