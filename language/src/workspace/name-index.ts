import { DefaultIndexManager, type LangiumDocument, type URI } from 'langium';
import type { SourceFile } from '../generated/ast.js';
import { sharedNames, type SharedNames } from './shared-names.js';

/**
 * Which documents a change may reach: those that read a name that a changed one writes, or write the same, and so on. The framework's own
 * index has nothing to hold: the grammar has no cross-reference.
 */
export class NameIndex extends DefaultIndexManager {
    private readonly names = new Map<string, SharedNames>();
    private readonly gone = new Set<string>();

    /** What the document wrote is needed to know whom its loss reaches: it is forgotten when the next document is read. */
    override remove(uri: URI): void {
        this.gone.add(uri.toString());
    }

    /** The same, for a document that changed: its former names are kept until the new ones are known. */
    override removeContent(): void {
        // See `updateContent`.
    }

    override removeReferences(): void {
        // None is held.
    }

    override updateContent(document: LangiumDocument): Promise<void> {
        for (const uri of this.gone) this.names.delete(uri);
        this.gone.clear();
        this.names.set(document.uri.toString(), sharedNames(document.parseResult.value as SourceFile));
        return Promise.resolve();
    }

    override updateReferences(): Promise<void> {
        return Promise.resolve();
    }

    override isAffected(document: LangiumDocument, changed: Set<string>): boolean {
        return this.reachedFrom(changed).has(document.uri.toString());
    }

    private reachedFrom(changed: ReadonlySet<string>): ReadonlySet<string> {
        const reached = new Set(changed);
        const written = new Set([...changed].flatMap((uri) => this.names.get(uri)?.written ?? []));
        for (let before = -1; before !== reached.size;) {
            before = reached.size;
            for (const [uri, names] of this.names) {
                if (reached.has(uri) || ![...names.read, ...names.written].some((name) => written.has(name))) continue;
                reached.add(uri);
                names.written.forEach((name) => written.add(name));
            }
        }
        return reached;
    }
}
