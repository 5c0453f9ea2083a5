import { window } from 'vscode';
import type { RuleSets } from '../protocol.js';

/** Asks for a line of text; undefined when the user gives up. */
export function askText(
    question: string,
    options: { readonly value?: string; readonly example?: string; readonly refuse?: (text: string) => string | undefined },
) {
    return window.showInputBox({
        title: 'Barème',
        prompt: question,
        value: options.value ?? '',
        placeHolder: options.example ?? '',
        ignoreFocusOut: true,
        validateInput: (text) => (text.trim() === '' ? 'Une réponse est nécessaire.' : options.refuse?.(text)),
    });
}

/** A name made of the words of a label. */
export function nameFromWords(label: string): string {
    return (label.toLowerCase().match(/[a-z0-9à-öø-ÿœ]+/g) ?? []).join('_').replace(/^(?=\d)/, '_');
}

/** A name of the language: what an identifier may be. */
export function refuseName(text: string): string | undefined {
    const name = /^[A-Za-zÀ-ÖØ-öø-ÿŒœŸ_][A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]*$/;
    return name.test(text) ? undefined : 'Des lettres, des chiffres et « _ », sans espace : communauté_du_bourg.';
}

/** A civil day as people write it. */
export function refuseDay(text: string): string | undefined {
    return /^\s*(\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})\s*$/.test(text) ? undefined : 'Une date comme 01/01/2025.';
}

/** A version of a policy of the workspace. */
export interface ChosenVersion {
    readonly folder: string;
    readonly policy: string;
    readonly version: string;
}

/** Asks which version, the newest first; does not ask when there is one. */
export async function askVersion(question: string, ruleSets: readonly RuleSets[]): Promise<ChosenVersion | undefined> {
    const items = ruleSets.flatMap(({ folder, policy, label, versions }) =>
        [...versions].reverse().map((version) => ({ label: `${label}, version ${version}`, description: policy, chosen: { folder, policy, version } })),
    );
    if (items.length === 0) {
        void window.showWarningMessage('Barème : ce dossier ne contient encore aucune politique.');
        return undefined;
    }
    if (items.length === 1) return items[0]?.chosen;
    return (await window.showQuickPick(items, { title: 'Barème', placeHolder: question, ignoreFocusOut: true }))?.chosen;
}
