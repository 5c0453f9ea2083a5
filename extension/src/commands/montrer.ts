import { commands, Location, Position, Range, Uri } from 'vscode';
import type { Place } from '../protocol.js';

/** Shows places beside the clause that they are about: the edits of variants. */
export async function showPlaces(uri: string, position: Place['range']['start'], places: readonly Place[]): Promise<void> {
    const at = ({ line, character }: Place['range']['start']): Position => new Position(line, character);
    const locations = places.map(({ uri: file, range }) => new Location(Uri.parse(file), new Range(at(range.start), at(range.end))));
    await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), at(position), locations);
}

/** Opens the view of tests, where each example is run and told. */
export async function showExamples(): Promise<void> {
    await commands.executeCommand('workbench.view.testing.focus');
}
