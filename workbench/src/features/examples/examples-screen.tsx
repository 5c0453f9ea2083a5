import './examples.css';
import { Badge } from '../../base/badge.js';
import { Button, LinkButton } from '../../base/button.js';
import { counted, whole } from '../../base/french.js';
import { EmptyState, Notice } from '../../base/notice.js';
import { openDemo } from '../../state/demo.js';
import { openFile, show } from '../../state/navigation.js';
import { useSession, type Examples } from '../../state/session.js';
import type { ExampleOutcome } from '../../workers/language-protocol.js';
import { Coverage } from './coverage.js';

/** Every example of the files with what the rules give it, run again at each edit. */
export function ExamplesScreen() {
    const { workspace, examples } = useSession();
    if (workspace === undefined)
        return (
            <EmptyState
                title="Aucun exemple ouvert"
                action={
                    <Button look="primary" onClick={() => void openDemo().then(() => show('exemples'))}>
                        Ouvrir la démonstration
                    </Button>
                }
            >
                <p>Un exemple est un ménage inventé et la note qu’il doit avoir : il dit ce que la politique veut.</p>
            </EmptyState>
        );
    if (examples === undefined) return <EmptyState title="Les exemples s’exécutent…" />;
    return <Outcomes examples={examples} isFresh={examples.revision === workspace.revision} />;
}

function Outcomes({ examples: { outcomes, coverage }, isFresh }: { readonly examples: Examples; readonly isFresh: boolean }) {
    const failed = outcomes.filter(({ passed }) => !passed);
    const [first] = failed;
    return (
        <div className="page">
            <header>
                <p className="overline">Exemples</p>
                <h1>{titleOf(outcomes.length, failed.length)}</h1>
                <p className="soft small" role="status">
                    {isFresh ? 'Exécutés sur les textes tels qu’ils sont.' : 'Les textes changent : nouvelle exécution en cours…'}
                </p>
            </header>
            {first !== undefined && (
                <Notice tone="bad" action={<Button onClick={() => open(first.place)}>Aller au premier</Button>}>
                    <strong>{counted(failed.length, 'exemple contredit', 'exemples contredits')}.</strong> La règle a changé, ou l’exemple ne dit plus ce qui
                    est voulu : l’un des deux est à corriger.
                </Notice>
            )}
            {outcomes.length === 0 && (
                <Notice action={<Button onClick={() => show('rediger')}>Ouvrir la fiche</Button>}>
                    Aucun exemple dans ces fichiers. La fiche demandeur, dans Rédiger, garde un ménage comme exemple.
                </Notice>
            )}
            {[...new Set(outcomes.map(({ target }) => target))].map((target) => (
                <OutcomesOf key={target} target={target} outcomes={outcomes.filter((outcome) => outcome.target === target)} />
            ))}
            <Coverage coverage={coverage} />
        </div>
    );
}

function titleOf(count: number, failed: number): string {
    if (count === 0) return 'Aucun exemple encore';
    if (failed === 0) return count === 1 ? 'L’exemple est confirmé' : `Les ${whole(count)} exemples sont confirmés`;
    return `${whole(failed)} sur ${whole(count)} contredits par les règles`;
}

function open(place: ExampleOutcome['place']): void {
    openFile(place.path, place);
}

/** The examples of one version or variant; open where one is contradicted. */
function OutcomesOf({ target, outcomes }: { readonly target: string; readonly outcomes: readonly ExampleOutcome[] }) {
    const failed = outcomes.filter(({ passed }) => !passed);
    return (
        <details className="card" open={failed.length > 0}>
            <summary>
                <strong>{target}</strong> :{' '}
                {failed.length === 0 ? counted(outcomes.length, 'exemple confirmé', 'exemples confirmés') : titleOf(outcomes.length, failed.length)}
            </summary>
            <OutcomeTable name={target} outcomes={[...failed, ...outcomes.filter(({ passed }) => passed)]} />
        </details>
    );
}

function OutcomeTable({ name, outcomes }: { readonly name: string; readonly outcomes: readonly ExampleOutcome[] }) {
    return (
        <div className="scroll" tabIndex={0} role="region" aria-label={name}>
            <table className="grid-table">
                <thead>
                    <tr>
                        <th scope="col">Exemple</th>
                        <th scope="col">Verdict</th>
                        <th scope="col">Ce qui est trouvé</th>
                    </tr>
                </thead>
                <tbody>
                    {outcomes.map((outcome) => (
                        <tr key={`${outcome.place.path} ${outcome.place.start}`}>
                            <th scope="row">
                                <LinkButton onClick={() => open(outcome.place)}>{outcome.label}</LinkButton>
                            </th>
                            <td>
                                <Badge tone={outcome.passed ? 'good' : 'bad'}>{outcome.passed ? '✓ confirmé' : '✗ contredit'}</Badge>
                            </td>
                            <td>
                                {outcome.found}
                                {outcome.mismatches.map((mismatch) => (
                                    <Mismatch key={`${mismatch.criterion ?? ''} ${mismatch.expected}`} mismatch={mismatch} />
                                ))}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}

function Mismatch({ mismatch: { criterion, expected, found, place } }: { readonly mismatch: ExampleOutcome['mismatches'][number] }) {
    return (
        <p className="small">
            {criterion !== undefined && <strong>{criterion} : </strong>}
            attendu {expected}, trouvé {found}. <LinkButton onClick={() => open(place)}>Voir l’attente</LinkButton>
        </p>
    );
}
