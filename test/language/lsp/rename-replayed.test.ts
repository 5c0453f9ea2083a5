import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileSources, createSourceParser } from '@bareme/language';
import { nameView } from '../../../language/src/lsp/names/name-view.js';
import { editedText } from '../../../language/src/lsp/rename/check-rename.js';
import { planRename } from '../../../language/src/lsp/rename/plan-rename.js';
import { sandbox } from '../../cli/host.js';

const parser = createSourceParser();
const NEW_NAME = 'tout_autre_nom';

/** Renames a fact in every file of the folder, as the editor does. */
function renameFact(folder: string, fact: string): void {
    const sources = globSync('mini/*.bareme', { cwd: folder }).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
    const compilation = compileSources(sources, parser);
    const symbol = nameView(compilation.names).declared.find(({ kind, name }) => kind === 'fact' && name === fact);
    const word = symbol && nameView(compilation.names).declarations(symbol);
    if (word === undefined) throw new Error(`no fact ${fact}`);
    const plan = planRename({ compilation, word, newName: NEW_NAME, parser, isReadOnly: () => false });
    if (plan.kind !== 'edits') throw new Error(JSON.stringify(plan));
    for (const { path, text } of sources) {
        const own = plan.edits.filter(({ location }) => location.path === path);
        writeFileSync(join(folder, path), editedText(text, own));
    }
}

/** What a replay writes, with the former name in the place of the new one, and without the fingerprints of the texts. */
async function replayed(place: ReturnType<typeof sandbox>, fact: string): Promise<Readonly<Record<string, string>>> {
    const args = ['mini', '--territoire', 'mini/territoire', '--variante', 'attente_double', '--graine', '7', '--tirages', '1', '--sans-sensibilite'];
    const ended = await place.bareme('rejouer', ...args, '--sortie', 'sortie', '--force');
    expect(ended.code).toBe(0);
    const read = (name: string): string => readFileSync(join(place.folder, 'sortie', name), 'utf8').replaceAll(NEW_NAME, fact);
    return { ledger: read('registre-interne.csv'), report: read('rapport-interne.json').replace(/"[0-9a-f]{64}"/g, '"…"') };
}

describe('a fact renamed', () => {
    it.each(['personnes', 'situation', 'ressources', 'types'])('« %s » is read from the same column: the same files replay to the same bytes', async (fact) => {
        const place = sandbox('mini');
        afterAll(place.remove);
        const before = await replayed(place, fact);
        const rules = (): string =>
            globSync('mini/*.bareme', { cwd: place.folder })
                .map((path) => readFileSync(join(place.folder, path), 'utf8'))
                .join('');
        const asWritten = rules();
        renameFact(place.folder, fact);
        expect(rules()).not.toBe(asWritten);
        expect(rules()).toContain(`colonne "${fact}"`);
        expect(await replayed(place, fact)).toEqual(before);
    });
});
