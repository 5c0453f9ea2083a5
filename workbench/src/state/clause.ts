import { ReferencesRequest } from 'vscode-languageserver-protocol';
import type { Place } from '../base/place.js';
import { clausePlace, placeOf, type ClauseName } from '../reading/clause-places.js';
import { addressOf } from '../workers/language-protocol.js';
import { openFile } from './navigation.js';
import { session, type Files, type Run } from './session.js';
import { askLanguage } from './workspace.js';

/**
 * Opens a clause of a rule set where it is written: what the variant says of it, found among the uses of its name; else the clause of the
 * version that the variant edits.
 */
export async function openClause(run: Run, ruleSet: string, clause: ClauseName): Promise<void> {
    const project = session().compiled?.project ?? run.project;
    const variant = project.variants.find(({ variant: named }) => named?.name === ruleSet);
    const territory = run.report.ruleSets.find(({ id }) => id === ruleSet)?.policy;
    const versions = project.policies.filter(({ name, version }) => name === territory && (variant === undefined || version === variant.version));
    const version = versions.at(-1);
    const [own, base] = [variant && clausePlace(variant, clause), version && clausePlace(version, clause)];
    const inVariant = own !== undefined && own.path === variant?.at[0] ? own : undefined;
    const place = inVariant ?? (variant && base && (await editIn(placeOf(variant.at), base))) ?? base ?? (variant && placeOf(variant.at));
    if (place !== undefined) openFile(place.path, place);
}

/** The first use, in a variant, of a name that a version declares. */
async function editIn(variant: Place, declared: Place): Promise<Place | undefined> {
    const { files = new Map() as Files } = session().workspace ?? {};
    const params = { textDocument: { uri: addressOf(declared.path) }, position: positionAt(files.get(declared.path) ?? '', declared.start) };
    try {
        const uses = (await askLanguage(ReferencesRequest.type, { ...params, context: { includeDeclaration: false } })) ?? [];
        const text = files.get(variant.path) ?? '';
        const own = uses
            .filter(({ uri }) => uri === addressOf(variant.path))
            .map(({ range }) => ({ start: offsetAt(text, range.start), end: offsetAt(text, range.end) }));
        const inside = own.filter(({ start, end }) => start >= variant.start && end <= variant.end).sort((a, b) => a.start - b.start)[0];
        return inside && { path: variant.path, ...inside };
    } catch {
        // The server fell, or the text changes as we speak: the version has the clause in any case.
        return undefined;
    }
}

type Position = Parameters<typeof offsetAt>[1];

function positionAt(text: string, offset: number): Position {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function offsetAt(text: string, { line, character }: { readonly line: number; readonly character: number }): number {
    const lines = text.split('\n').slice(0, line);
    return lines.reduce((sum, { length }) => sum + length + 1, 0) + character;
}
