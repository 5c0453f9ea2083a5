import './replay.css';
import { useState } from 'react';
import { Button, LinkButton } from '../../base/button.js';
import { EmptyState, Notice } from '../../base/notice.js';
import { territoriesOf, variantsOf } from '../../base/rule-sets.js';
import { openDemo } from '../../state/demo.js';
import { openFile, show } from '../../state/navigation.js';
import { cancelReplay, startReplay } from '../../state/replays.js';
import { useSession, type Compiled } from '../../state/session.js';
import type { ReplaySettings } from '../../workers/replay-protocol.js';
import { Progress } from './progress.js';
import { ReplayOutcome } from './replay-outcome.js';
import { ReplaySettingsForm } from './replay-settings.js';
import { VariantChoice } from './variant-choice.js';

/** Choose what is replayed, follow it, stop it. */
export function ReplayScreen() {
    const { workspace, compiled, compiling, territory, replay } = useSession();
    if (workspace === undefined)
        return (
            <EmptyState
                title="Rien à rejouer encore"
                action={
                    <Button look="primary" onClick={() => void openDemo()}>
                        Ouvrir la démonstration
                    </Button>
                }
            >
                <p>Il faut des règles et un territoire : ouvrez la démonstration, ou vos fichiers depuis l’accueil.</p>
            </EmptyState>
        );
    if (territory.kind === 'none')
        return (
            <EmptyState
                title="Il manque le territoire"
                action={
                    <Button look="primary" onClick={() => show('accueil')}>
                        Ouvrir les données
                    </Button>
                }
            >
                <p>Vos règles sont ouvertes. Pour les rejouer, ouvrez le dossier qui contient « territoire.json » et ses tableaux.</p>
            </EmptyState>
        );
    if (compiled === undefined || (compiling && compiled.revision !== workspace.revision && replay.kind === 'idle'))
        return (
            <EmptyState title="Lecture des règles…">
                <p>Les textes sont vérifiés avant d’être rejoués.</p>
            </EmptyState>
        );
    if (replay.kind === 'starting' || replay.kind === 'running')
        return (
            <div className="page replay">
                <Progress replay={replay} onCancel={cancelReplay} />
            </div>
        );
    return <ReplayForm compiled={compiled} />;
}

const FIRST_SETTINGS: ReplaySettings = { mode: 'vivier', seed: 1, replications: 1 };

function ReplayForm({ compiled }: { readonly compiled: Compiled }) {
    const { runs, proposed } = useSession();
    const territory = territoriesOf(compiled.project)[0] ?? '';
    const variants = variantsOf(compiled.project, territory);
    const names = variants.flatMap(({ variant }) => variant?.name ?? []);
    const before = runs.at(-1)?.report.ruleSets.flatMap(({ variant }) => variant ?? []) ?? [];
    const [chosen, setChosen] = useState<readonly string[]>(
        () =>
            proposed?.variants.filter((name) => names.includes(name)) ?? [
                ...names.filter((name) => before.includes(name)),
                ...newest(names, runs.at(-1)?.project),
            ],
    );
    const [settings, setSettings] = useState<ReplaySettings>(proposed?.settings ?? runs.at(-1)?.settings ?? FIRST_SETTINGS);
    const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    return (
        <div className="page replay">
            <header className="stack">
                <h1>Rejouer l’année</h1>
                <p className="soft">Les règles en vigueur et les variantes choisies, sur les mêmes ménages, les mêmes logements et les mêmes tirages.</p>
            </header>
            <ReplayOutcome />
            {first !== undefined && (
                <Notice tone="bad" action={<Button onClick={() => openFile(first.location?.path ?? '', first.location)}>Aller à la première</Button>}>
                    <strong>Les textes ont {errors.length === 1 ? 'une erreur' : `${errors.length} erreurs`}.</strong> Une politique qui a une erreur ne se
                    rejoue pas.
                </Notice>
            )}
            <VariantChoice variants={variants} chosen={chosen} onChange={setChosen} />
            <ReplaySettingsForm settings={settings} onChange={setSettings} />
            <div className="row">
                <Button look="primary" disabled={errors.length > 0} onClick={() => startReplay(chosen, settings)}>
                    Rejouer
                </Button>
                {runs.length > 0 && <LinkButton onClick={() => show('comparer')}>Revenir à la dernière comparaison</LinkButton>}
            </div>
        </div>
    );
}

/** Variants that the last replay did not know: the user has just made them. */
function newest(names: readonly string[], known: Compiled['project'] | undefined): readonly string[] {
    if (known === undefined) return names.slice(0, 2);
    const old = new Set(known.variants.map(({ variant }) => variant?.name));
    return names.filter((name) => !old.has(name));
}
