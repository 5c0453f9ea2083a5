import { replayDiagnostic } from '@bareme/cli/findings';
import { Button } from '../../base/button.js';
import { Notice } from '../../base/notice.js';
import { screenWords } from '../../reading/screen-words.js';
import { show } from '../../state/navigation.js';
import { useSession } from '../../state/session.js';

/** Why the last replay asked for gave nothing. */
export function ReplayOutcome() {
    const replay = useSession((state) => state.replay);
    switch (replay.kind) {
        case 'cancelled':
            return <Notice>Rejeu arrêté : rien n’en est gardé.</Notice>;
        case 'refused':
            return (
                <Notice tone="bad" action={<Button onClick={() => show('donnees')}>Voir les données</Button>}>
                    {replay.findings.map((finding) => {
                        const { message, remedy } = replayDiagnostic(finding);
                        return (
                            <p key={message}>
                                <strong>{message}</strong> {screenWords(remedy)}
                            </p>
                        );
                    })}
                </Notice>
            );
        case 'failed':
            return replay.reason === 'data' ? (
                <Notice tone="bad" action={<Button onClick={() => show('donnees')}>Voir les données</Button>}>
                    <strong>Les données ne se lisent pas.</strong> Le rejeu attend un territoire lisible.
                </Notice>
            ) : (
                <Notice tone="bad">
                    <strong>Le rejeu s’est interrompu.</strong> Le plus souvent, la mémoire manque : fermez d’autres onglets ou réduisez les tirages, puis
                    relancez. Vos textes sont intacts.
                </Notice>
            );
        default:
            return null;
    }
}
