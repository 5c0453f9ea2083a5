import { useMemo, useState } from 'react';
import { versionInForce, type Example, type FactValue, type Policy } from '@bareme/language/ir';
import { Button } from '../../base/button.js';
import { EmptyState } from '../../base/notice.js';
import { territoriesOf, variantsOf } from '../../base/rule-sets.js';
import { factsRead, scoreSheet, sheetOf, type FactSheet as Sheet } from '../../reading/fact-sheet.js';
import type { Compiled } from '../../state/session.js';
import { FactField } from './fact-field.js';
import { KeepExample } from './keep-example.js';
import { SheetNotes } from './sheet-notes.js';

/** A household typed by hand, and what each open rule set gives it, at each key. Nobody of the data is ever in it. */
export function FactSheet({ compiled, onClose }: { readonly compiled: Compiled; readonly onClose: () => void }) {
    const { project } = compiled;
    const territory = territoriesOf(project)[0] ?? '';
    const examples = useMemo(() => newestFirst(project.examples, project.policies, territory), [project, territory]);
    const { sheet, change: fill, undo } = useSheet(examples[0]);
    const policies = useMemo(() => rulesFor(compiled, territory, sheet), [compiled, territory, sheet]);
    const facts = useMemo(() => factsRead(policies), [policies]);
    const results = useMemo(() => (sheet === undefined ? [] : scoreSheet(policies, sheet)), [policies, sheet]);
    const [vocabulary] = policies.map((policy) => policy.vocabulary);
    const pick = (place: number): void => {
        const example = examples[place];
        if (example !== undefined) fill(sheetOf(example));
    };
    if (sheet === undefined || vocabulary === undefined)
        return (
            <EmptyState title="Pas encore de fiche" action={<Button onClick={onClose}>Fermer</Button>}>
                <p>Une fiche part d’un exemple : écrivez-en un, ou ouvrez une politique en vigueur.</p>
            </EmptyState>
        );
    const change = (name: string, value: FactValue): void => fill({ ...sheet, demand: new Map(sheet.demand).set(name, value) });
    return (
        <aside className="fact-sheet stack" aria-labelledby="sheet-title">
            <div className="row letting-head">
                <h2 id="sheet-title">Fiche demandeur</h2>
                <span className="row">
                    <Button look="quiet" disabled={undo === undefined} onClick={undo}>
                        Annuler la saisie
                    </Button>
                    <Button look="quiet" onClick={onClose}>
                        Fermer
                    </Button>
                </span>
            </div>
            <SheetNotes results={results} />
            <label className="stack small">
                Partir d’un exemple
                <select onChange={({ target }) => pick(Number(target.value))}>
                    {examples.map(({ label, variant }, place) => (
                        <option key={place} value={place}>
                            {variant === undefined ? label : `${label} (${variant})`}
                        </option>
                    ))}
                </select>
            </label>
            <div className="fact-fields">
                {facts.map((fact) => (
                    <FactField
                        key={fact.name}
                        fact={fact}
                        vocabulary={vocabulary}
                        value={sheet.demand.get(fact.name)}
                        onChange={(value) => change(fact.name, value)}
                    />
                ))}
            </div>
            <KeepExample sheet={sheet} result={results[0]} vocabulary={vocabulary} />
        </aside>
    );
}

/** A sheet that begins with an example, what fills it, and what takes the last filling back. */
function useSheet(first: Example | undefined) {
    const [past, setPast] = useState<readonly Sheet[]>([]);
    const [sheet, setSheet] = useState<Sheet | undefined>(() => first && sheetOf(first));
    const change = (next: Sheet): void => {
        if (sheet !== undefined) setPast([...past, sheet]);
        setSheet(next);
    };
    const last = past.at(-1);
    const undo = (): void => {
        setSheet(last);
        setPast(past.slice(0, -1));
    };
    return { sheet, change, undo: last === undefined ? undefined : undo };
}

/** The examples of a territory: those of its last version before the others, and those of variants last. */
function newestFirst(examples: readonly Example[], policies: readonly Policy[], territory: string): readonly Example[] {
    const last = policies.filter(({ name }) => name === territory).at(-1)?.version;
    const place = ({ version, variant }: Example): number => (version === last ? 0 : 1) + (variant === undefined ? 0 : 2);
    return examples.filter(({ policy }) => policy === territory).sort((a, b) => place(a) - place(b));
}

/** The version in force on the day of the sheet, then the variants of it. */
function rulesFor({ project }: Compiled, territory: string, sheet: Sheet | undefined): readonly Policy[] {
    const versions = project.policies.filter(({ name }) => name === territory);
    const version = (sheet && versionInForce(versions, sheet.day)) ?? versions.at(-1);
    if (version === undefined) return [];
    return [version, ...variantsOf(project, territory).filter((variant) => variant.version === version.version)];
}
