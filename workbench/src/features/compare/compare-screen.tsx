import './compare.css';
import { useMemo, useState } from 'react';
import { Button } from '../../base/button.js';
import { day } from '../../base/french.js';
import { EmptyState, Notice } from '../../base/notice.js';
import { Segmented } from '../../base/segmented.js';
import { labelsOf } from '../../reading/labels.js';
import { vacanciesOf } from '../../reading/vacancies.js';
import { openDemo } from '../../state/demo.js';
import { show } from '../../state/navigation.js';
import { isStale, lastRun, session, useSession, type Run } from '../../state/session.js';
import { Ledger } from './ledger.js';
import { Overview } from './overview.js';

type View = 'ensemble' | 'registre';

const VIEWS: readonly { readonly value: View; readonly label: string }[] = [
    { value: 'ensemble', label: 'Vue d’ensemble' },
    { value: 'registre', label: 'Registre des baux' },
];

/** What the variants change, against the rules in force. */
export function CompareScreen() {
    const run = useSession(lastRun);
    const workspace = useSession((state) => state.workspace);
    if (run !== undefined) return <Comparison key={run.id} run={run} />;
    if (workspace === undefined)
        return (
            <EmptyState
                title="Rien à comparer encore"
                action={
                    <Button look="primary" onClick={() => void openDemo()}>
                        Ouvrir la démonstration
                    </Button>
                }
            >
                <p>Ouvrez la démonstration, ou vos fichiers depuis l’accueil.</p>
            </EmptyState>
        );
    return (
        <EmptyState
            title="Aucun rejeu encore"
            action={
                <Button look="primary" onClick={() => show('rejouer')}>
                    Choisir ce qui se rejoue
                </Button>
            }
        >
            <p>La comparaison vient d’un rejeu des règles en vigueur et d’une variante au moins.</p>
        </EmptyState>
    );
}

function Comparison({ run }: { readonly run: Run }) {
    const { report } = run;
    const files = useSession((state) => state.workspace?.files);
    const others = report.ruleSets.slice(1);
    const [chosen, setChosen] = useState(() => newestOf(run, others) ?? '');
    const [view, setView] = useState<View>('ensemble');
    const vacancies = useMemo(() => vacanciesOf(report), [report]);
    const labels = useMemo(() => labelsOf(run.project), [run.project]);
    return (
        <div className="page compare">
            {isStale(run, files) && (
                <Notice tone="warn" action={<Button onClick={() => show('rejouer')}>Rejouer</Button>}>
                    <strong>À rejouer.</strong> Les textes ont changé depuis ce rejeu : les chiffres ci-dessous sont ceux des textes d’alors.
                </Notice>
            )}
            <div className="row compare-choice">
                {others.length > 0 && (
                    <Segmented legend="Variante comparée" value={chosen} options={others.map(({ id, label }) => ({ value: id, label }))} onChange={setChosen} />
                )}
                <span className="spacer" />
                <Button onClick={() => show('presenter')}>Présenter</Button>
                <Segmented legend="Ce qui est montré" value={view} options={VIEWS} onChange={setView} />
            </div>
            <p className="soft small">
                {report.territory.name}, logements libérés du {day(report.territory.from)} au {day(report.territory.to)}. {modeWords(report.mode)}
            </p>
            {view === 'ensemble' ? (
                <Overview run={run} ruleSet={chosen} vacancies={vacancies} labels={labels} onLettings={() => setView('registre')} />
            ) : (
                <Ledger run={run} ruleSet={chosen} vacancies={vacancies} labels={labels} />
            )}
        </div>
    );
}

/** The variant to show first: one that the replay before did not have, else the first. */
function newestOf(run: Run, others: Run['report']['ruleSets']): string | undefined {
    const { runs } = session();
    const before = runs[runs.indexOf(run) - 1];
    const known = new Set(before?.report.ruleSets.map(({ id }) => id));
    return (before === undefined ? undefined : others.find(({ id }) => !known.has(id))?.id) ?? others[0]?.id;
}

/** What question the replay answers, in a sentence. */
function modeWords(mode: Run['report']['mode']): string {
    switch (mode) {
        case 'vivier':
            return 'Chaque logement est proposé à toutes les demandes ouvertes et compatibles : premier selon les règles ne veut pas dire attributaire.';
        case 'constants':
            return 'Seuls les candidats réellement présentés sont reclassés : ni les quotas ni l’équité ne s’en déduisent.';
        case 'constat':
            return 'Rien n’est simulé : ce sont les baux enregistrés.';
    }
}
