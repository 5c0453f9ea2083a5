import type { DocumentValidator, LangiumDocument } from 'langium';
import type { Diagnostic as Finding, Severity } from '../diagnostics/diagnostic.js';

/** A finding as editors show it. */
export type DocumentDiagnostic = NonNullable<LangiumDocument['diagnostics']>[number];

/** What a diagnostic carries to whoever offers to mend it. */
export interface FindingData {
    readonly finding: Finding;
}

/** The severities of the protocol of language servers. */
const SEVERITIES: Readonly<Record<Severity, 1 | 2 | 3>> = { error: 1, warning: 2, information: 3 };

/** The documents that findings lead to. */
export interface FoundIn {
    readonly document: LangiumDocument;
    /** The document of a path; nothing for a file that is not open in the workspace. */
    readonly documentOf: (path: string) => LangiumDocument | undefined;
}

/** A finding of a document in the form of the protocol, its places as lines and columns. */
export function documentDiagnostic(finding: Finding, { document, documentOf }: FoundIn): DocumentDiagnostic {
    const relatedInformation = finding.related.flatMap(({ message, location }) => {
        const other = documentOf(location.path);
        return other === undefined ? [] : [{ message, location: { uri: other.uri.toString(), range: rangeOf(other, location) } }];
    });
    const data: FindingData = { finding };
    return {
        code: finding.code,
        source: 'barème',
        severity: SEVERITIES[finding.severity],
        message: `${finding.message}\n${finding.remedy}`,
        range: rangeOf(document, finding.location ?? { start: 0, end: 0 }),
        ...(relatedInformation.length === 0 ? {} : { relatedInformation }),
        data,
    };
}

/** A stretch of a document's text as lines and columns. */
export function rangeOf({ textDocument }: LangiumDocument, { start, end }: { readonly start: number; readonly end: number }): DocumentDiagnostic['range'] {
    return { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
}

/** The framework asks document by document; the compilation has looked at all of them. */
export class DocumentFindings implements DocumentValidator {
    /** `found` gives the findings of the last compilation in a document. */
    constructor(private readonly found: (document: LangiumDocument) => readonly DocumentDiagnostic[]) {}

    validateDocument(document: LangiumDocument): Promise<DocumentDiagnostic[]> {
        // The framework adds what is given here to what the document has, and the compilation has already given it the same.
        delete document.diagnostics;
        return Promise.resolve([...this.found(document)]);
    }
}
