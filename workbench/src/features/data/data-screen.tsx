import './data.css';
import { useEffect } from 'react';
import type { TerritorySource } from '../../workers/replay-protocol.js';
import { Button } from '../../base/button.js';
import { day, whole } from '../../base/french.js';
import { EmptyState, Notice } from '../../base/notice.js';
import { show } from '../../state/navigation.js';
import { readTerritory } from '../../state/replay-worker.js';
import { useSession, type TerritoryState } from '../../state/session.js';
import { DataFindings } from './data-findings.js';
import { DataTables } from './data-tables.js';

/** What was read of the data, what was refused and why, and what they can answer. */
export function DataScreen() {
    const territory = useSession((state) => state.territory);
    const compiled = useSession((state) => state.compiled);
    const isKnown = territory.kind === 'known' && compiled !== undefined;
    const source = territory.kind === 'none' ? undefined : territory.source;
    useEffect(() => {
        if (isKnown && source !== undefined) readTerritory(source);
    }, [isKnown, source]);
    switch (territory.kind) {
        case 'none':
            return (
                <EmptyState
                    title="Aucune donnée ouverte"
                    action={
                        <Button look="primary" onClick={() => show('accueil')}>
                            Ouvrir des données
                        </Button>
                    }
                >
                    <p>Un territoire est un dossier avec « territoire.json » et ses tableaux : demandes, logements, candidatures.</p>
                </EmptyState>
            );
        case 'known':
        case 'reading':
            return (
                <EmptyState
                    title={compiled === undefined ? 'Les données attendent les règles' : 'Lecture des données…'}
                    action={compiled === undefined && <Button onClick={() => show('accueil')}>Ouvrir les règles</Button>}
                >
                    <p>
                        {compiled === undefined
                            ? 'Le vocabulaire des règles dit ce que veut dire chaque colonne.'
                            : 'Chaque cellule est vérifiée ; rien n’est écarté en silence.'}
                    </p>
                </EmptyState>
            );
        case 'read':
        case 'refused':
            return <Reading territory={territory} />;
    }
}

function Reading({ territory }: { readonly territory: Extract<TerritoryState, { kind: 'read' | 'refused' }> }) {
    const { answer, source } = territory;
    const summary = answer.territory;
    return (
        <div className="page">
            <header className="stack">
                <h1>{summary === undefined ? 'Ces données ne se lisent pas' : readTitle(answer.counts)}</h1>
                <p className="soft">
                    {summary === undefined
                        ? 'Un fichier ou une colonne dont rien ne tient lieu manque, ou ne peut être cru. Corrigez-le et ouvrez le dossier à nouveau.'
                        : `${summary.name}, du ${day(summary.from)} au ${day(summary.to)}.`}
                </p>
            </header>
            <Origin source={source} isSynthetic={summary?.synthetic ?? false} />
            {answer.counts.length > 0 && <DataTables counts={answer.counts} />}
            <DataFindings findings={answer.findings} ignored={answer.ignored} />
            <div>
                <Button look="primary" onClick={() => show(summary === undefined ? 'accueil' : 'rejouer')}>
                    {summary === undefined ? 'Ouvrir un autre dossier' : 'Rejouer avec ces données'}
                </Button>
            </div>
        </div>
    );
}

function readTitle(counts: readonly { readonly kept: number; readonly refused: number }[]): string {
    const kept = counts.reduce((sum, { kept: rows }) => sum + rows, 0);
    const refused = counts.reduce((sum, { refused: rows }) => sum + rows, 0);
    return refused === 0 ? `${whole(kept)} lignes lues, aucune refusée` : `${whole(kept)} lignes lues, ${whole(refused)} refusées`;
}

function Origin({ source, isSynthetic }: { readonly source: TerritorySource; readonly isSynthetic: boolean }) {
    if (source.kind === 'synthetic')
        return (
            <Notice tone="warn">
                <strong>Données synthétiques.</strong> {whole(source.demands)} demandes et {whole(source.lettings)} logements tirés d’un modèle, dans cette page
                : personne de réel n’y figure.
            </Notice>
        );
    return isSynthetic ? (
        <Notice tone="warn">Ces fichiers se disent synthétiques.</Notice>
    ) : (
        <Notice>
            <strong>Données personnelles.</strong> Elles restent dans la mémoire de cette page ; la fermer les efface.
        </Notice>
    );
}
