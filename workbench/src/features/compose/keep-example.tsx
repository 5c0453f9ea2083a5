import { useState } from 'react';
import { printExample } from '@bareme/language/printing';
import type { Policy, Vocabulary } from '@bareme/language/ir';
import { Button } from '../../base/button.js';
import { exampleFrom, type FactSheet, type SheetResult } from '../../reading/fact-sheet.js';
import { openFile } from '../../state/navigation.js';
import { announce, session } from '../../state/session.js';
import { undoably } from '../../state/undo.js';
import { writeFile } from '../../state/workspace.js';

interface KeepExampleProps {
    readonly sheet: FactSheet;
    readonly result: SheetResult | undefined;
    readonly vocabulary: Vocabulary;
}

/** Keeps a typed household as an example of the version: what it gets today is what will be expected of it. */
export function KeepExample({ sheet, result, vocabulary }: KeepExampleProps) {
    const [label, setLabel] = useState('');
    const name = label.trim() === '' ? 'Ménage de l’atelier' : label.trim().replaceAll('"', '’');
    const example = result && exampleFrom(name, sheet, result);
    const keep = (): void => {
        if (example === undefined || result === undefined) return;
        const path = `${folderOf(result.policy)}/exemples-atelier.bareme`;
        const known = session().workspace?.files.get(path);
        const text = printExample(example, vocabulary);
        undoably(`exemple « ${name} » gardé`, () => {
            writeFile(path, known === undefined ? text : `${known.trimEnd()}\n${text.replace(/^barème 1\n/, '')}`);
            openFile(path);
        });
        announce(`Exemple « ${name} » gardé.`);
    };
    return (
        <div className="stack small">
            <label className="fact-field">
                <span>Garder comme exemple</span>
                <input value={label} placeholder="Nom de l’exemple" maxLength={80} onChange={({ target }) => setLabel(target.value)} />
            </label>
            <div>
                <Button disabled={example === undefined} onClick={keep}>
                    Garder
                </Button>
            </div>
            {example === undefined && <p className="soft">Un exemple attend une note entière : complétez ce qui manque.</p>}
        </div>
    );
}

function folderOf({ at: [path] }: Policy): string {
    return path.split('/').slice(0, -1).join('/');
}
