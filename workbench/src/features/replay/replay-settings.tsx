import type { ReplayMode } from '@bareme/language/replay';
import type { ReplaySettings } from '../../workers/replay-protocol.js';

const MODES: readonly { readonly value: ReplayMode; readonly label: string; readonly help: string }[] = [
    { value: 'vivier', label: 'Tout le vivier', help: 'Chaque logement est proposé à toutes les demandes ouvertes et compatibles.' },
    {
        value: 'constants',
        label: 'Candidats présentés',
        help: 'Seuls les candidats que la commission a vus sont reclassés : on n’en déduit ni quotas ni équité.',
    },
    { value: 'constat', label: 'Constat', help: 'Ce qui a été fait, mesuré avec les objectifs ; rien n’est simulé.' },
];

const DRAWS = [1, 5, 20];
const LARGEST_SEED = 0xffff_ffff;

interface ReplaySettingsFormProps {
    readonly settings: ReplaySettings;
    readonly onChange: (settings: ReplaySettings) => void;
}

/** The question asked and how many draws; the seed stays out of sight until asked. */
export function ReplaySettingsForm({ settings, onChange }: ReplaySettingsFormProps) {
    const { mode, replications, seed } = settings;
    const setSeed = (text: string): void => {
        const value = Number(text);
        if (/^\d+$/.test(text) && value <= LARGEST_SEED) onChange({ ...settings, seed: value });
    };
    return (
        <fieldset className="card stack plain-fieldset">
            <legend className="fieldset-title">La question</legend>
            {MODES.map(({ value, label, help }) => (
                <label key={value} className="check">
                    <input
                        type="radio"
                        name="mode"
                        checked={mode === value}
                        onChange={() => onChange({ ...settings, mode: value, replications: value === 'vivier' ? replications : 1 })}
                    />
                    <span>
                        {label}
                        <span className="soft small block">{help}</span>
                    </span>
                </label>
            ))}
            {mode === 'vivier' && (
                <label className="row">
                    Tirages
                    <select value={replications} onChange={({ target }) => onChange({ ...settings, replications: Number(target.value) })}>
                        {DRAWS.map((count) => (
                            <option key={count} value={count}>
                                {count === 1 ? 'un seul (rapide, sans intervalle)' : `${count} (avec intervalles)`}
                            </option>
                        ))}
                    </select>
                </label>
            )}
            <details>
                <summary>Graine des tirages</summary>
                <label className="row small">
                    Nombre entier dont dépendent les tirages
                    <input inputMode="numeric" defaultValue={seed} onChange={({ target }) => setSeed(target.value)} size={10} />
                </label>
            </details>
        </fieldset>
    );
}
