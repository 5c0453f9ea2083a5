import './sensitivity.css';
import { useEffect, type KeyboardEvent } from 'react';
import { Button } from '../../base/button.js';
import { EmptyState, Notice } from '../../base/notice.js';
import { turnCount } from '../../reading/turned-policy.js';
import { openDemo } from '../../state/demo.js';
import { openFile, show } from '../../state/navigation.js';
import { useSession, type Compiled, type Workspace } from '../../state/session.js';
import { tryTurns, turnableOf, turnAllBack, undoTurn, type Turnable } from '../../state/trials.js';
import { KeepVariant } from './keep-variant.js';
import { KnobList } from './knob-list.js';
import { TrialFigures } from './trial-figures.js';
import { TriedExamples } from './tried-examples.js';

/** The numbers of the grid under the hand, and what they do while it moves. */
export function SensitivityScreen() {
    const { workspace, compiled } = useSession();
    if (workspace === undefined)
        return (
            <EmptyState
                title="Aucune grille à essayer encore"
                action={
                    <Button look="primary" onClick={() => void openDemo().then(() => show('sensibilite'))}>
                        Ouvrir la démonstration
                    </Button>
                }
            >
                <p>Ouvrez la démonstration, ou vos fichiers depuis l’accueil.</p>
            </EmptyState>
        );
    const turnable = turnableOf(compiled?.project);
    if (compiled === undefined)
        return (
            <EmptyState title="Lecture des règles…">
                <p>Les textes sont vérifiés avant d’être essayés.</p>
            </EmptyState>
        );
    if (turnable === undefined || turnable.knobs.length === 0)
        return (
            <EmptyState title="Rien à régler" action={<Button onClick={() => show('rediger')}>Ouvrir les textes</Button>}>
                <p>Les fichiers ouverts n’ont pas de cotation : ni points, ni plafonds, ni seuils.</p>
            </EmptyState>
        );
    return <Sensitivity workspace={workspace} compiled={compiled} turnable={turnable} />;
}

interface SensitivityProps {
    readonly workspace: Workspace;
    readonly compiled: Compiled;
    readonly turnable: Turnable;
}

function Sensitivity({ workspace, compiled, turnable }: SensitivityProps) {
    const { trial, territory } = useSession();
    const { version, knobs } = turnable;
    const count = turnCount(knobs, trial.turns);
    const error = compiled.diagnostics.find(({ severity }) => severity === 'error');
    const isSound = error === undefined;
    useEffect(() => {
        if (isSound) tryTurns();
    }, [isSound, compiled, territory.kind]);
    const undo = (event: KeyboardEvent): void => {
        // A text field has its own undo.
        const isText = event.target instanceof HTMLInputElement && event.target.type !== 'range';
        if (isText || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        undoTurn();
    };
    return (
        <div className="page sensitivity" onKeyDown={undo}>
            <header className="stack">
                <p className="overline">Sensibilité</p>
                <h1>{count === 0 ? 'Ce que chaque nombre de la grille déplace' : count === 1 ? 'Un nombre à l’essai' : `${count} nombres à l’essai`}</h1>
                <p className="soft">
                    Version {version.version}, en vigueur : son texte ne bouge pas. L’année est rejouée pendant que vous réglez, avec les mêmes ménages et les
                    mêmes tirages ; seuls des totaux et des ménages tapés à la main sont montrés.
                </p>
            </header>
            {error !== undefined && (
                <Notice tone="bad" action={<Button onClick={() => openFile(error.location?.path ?? '', error.location)}>Aller à l’erreur</Button>}>
                    <strong>Les textes ont une erreur.</strong> Corrigez-la avant d’essayer d’autres nombres.
                </Notice>
            )}
            <div className="row">
                <KeepVariant turnable={turnable} disabled={count === 0} />
                <Button disabled={trial.before.length === 0} onClick={undoTurn}>
                    Annuler le dernier réglage
                </Button>
                <Button look="quiet" disabled={count === 0} onClick={turnAllBack}>
                    Tout remettre
                </Button>
            </div>
            <div className="sensitivity-panes">
                <KnobList turnable={turnable} turns={trial.turns} texts={workspace.files} />
                <div className="sensitivity-results stack">
                    <TrialFigures turnable={turnable} revision={compiled.revision} />
                    <TriedExamples compiled={compiled} turnable={turnable} turns={trial.turns} />
                </div>
            </div>
        </div>
    );
}
