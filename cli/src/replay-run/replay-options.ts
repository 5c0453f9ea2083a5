import { report, type Diagnostic } from '@bareme/language/diagnostics';
import { parseDate, type Day } from '@bareme/language/ir';
import type { ReplayMode } from '@bareme/language/replay';
import { POLICY_OPTIONS, OUTPUT_OPTIONS, type OptionSpec } from '../commands/command-syntax.js';
import type { Invocation } from '../invocation.js';

export const REPLAY_MODES = ['constat', 'constants', 'vivier'] as const satisfies readonly ReplayMode[];

const ORIENTATIONS = ['enregistree', 'conventions'] as const;

const SUPPLIES = ['figee', 'chaines'] as const;

/** The options of `rejouer`. */
export const REPLAY_OPTIONS: readonly OptionSpec[] = [
    ...POLICY_OPTIONS,
    { name: 'variante', value: 'NOM', repeated: true, help: 'une variante à comparer : son nom, ou le chemin de son fichier' },
    { name: 'territoire', value: 'DOSSIER', required: true, help: 'le dossier des données, avec son « territoire.json »' },
    { name: 'du', value: 'JOUR', help: 'premier jour rejoué (par défaut, le premier des données)' },
    { name: 'au', value: 'JOUR', help: 'dernier jour rejoué (par défaut, le dernier des données)' },
    { name: 'mode', value: 'MODE', choices: REPLAY_MODES, help: 'vivier (par défaut), constants ou constat' },
    { name: 'graine', value: 'N', help: 'nombre entier dont dépendent les tirages (par défaut, 1)' },
    {
        name: 'orientation',
        value: 'MANIÈRE',
        choices: ORIENTATIONS,
        help: '« enregistree » : le réservataire des données ; « conventions » : celui à qui il est le plus dû (par défaut, ce que dit le territoire)',
    },
    {
        name: 'offre',
        value: 'MANIÈRE',
        choices: SUPPLIES,
        help: '« figee » : les libérations des données ; « chaines » : un logement quitté par une mutation se libère quand le rejeu loge ce ménage (par défaut, ce que dit le territoire)',
    },
    {
        name: 'tirages',
        value: 'N',
        help: 'répète le rejeu avec N graines qui se suivent, et dit ce que les tirages seuls changent (vivier ; par défaut 8, ailleurs 1)',
    },
    {
        name: 'sensibilite',
        help: 'refait le rejeu en déplaçant une à une les hypothèses : acceptations, départs, classement suivi (vivier ; par défaut, si le territoire est petit)',
    },
    { name: 'sans-sensibilite', help: 'ne déplace aucune hypothèse, quelle que soit la taille du territoire' },
    { name: 'recu', value: 'FICHIER', help: 'vérifie que ce rejeu donne le même reçu que celui-ci' },
    OUTPUT_OPTIONS.folder,
    OUTPUT_OPTIONS.force,
];

/** What a replay is asked, once its words are understood. */
export interface ReplayOptions {
    readonly mode: ReplayMode;
    readonly seed: number;
    /** How many seeds, from `seed` on. */
    readonly replications: number;
    /** Assumptions are moved, one at a time; absent: as the size of the replay allows (`triesAssumptions`). */
    readonly sensitivity?: boolean;
    /** Who holds each vacancy; absent: as the territory's assumptions say. */
    readonly orientation?: (typeof ORIENTATIONS)[number];
    /** What releases dwellings; absent: as the territory's assumptions say. */
    readonly supply?: (typeof SUPPLIES)[number];
    readonly from?: Day;
    readonly to?: Day;
}

export type OptionsReading =
    { readonly kind: 'read'; readonly options: ReplayOptions } | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Reads the options that are not paths. */
export function readReplayOptions(invocation: Invocation): OptionsReading {
    const diagnostics: Diagnostic[] = [];
    const seed = readSeed(invocation.value('graine') ?? '1');
    if (seed === undefined) diagnostics.push(report('BAR904', { option: '--graine', expected: 'un nombre entier de 0 à 4 294 967 295' }));
    const days = ['du', 'au'].map((name) => {
        const word = invocation.value(name);
        const day = word === undefined ? undefined : parseDate(word);
        if (word !== undefined && day === undefined) diagnostics.push(report('BAR904', { option: `--${name}`, expected: 'un jour, comme 01/01/2024' }));
        return day;
    });
    const mode = REPLAY_MODES.find((item) => item === invocation.value('mode')) ?? 'vivier';
    const replications = readReplications(invocation.value('tirages') ?? String(mode === 'vivier' ? DEFAULT_REPLICATIONS : 1), mode);
    if (replications === undefined) {
        diagnostics.push(report('BAR904', { option: '--tirages', expected: 'un nombre entier de 1 à 1 000, et 1 seulement hors du mode vivier' }));
    }
    const sensitivity = readSensitivity(invocation);
    if (sensitivity === true && mode !== 'vivier')
        diagnostics.push(report('BAR904', { option: '--mode', expected: '« vivier » : ailleurs, aucune hypothèse ne joue' }));
    if (sensitivity === 'both') diagnostics.push(report('BAR904', { option: '--sensibilite', expected: 'sans « --sans-sensibilite » : l’une ou l’autre' }));
    const orientation = ORIENTATIONS.find((item) => item === invocation.value('orientation'));
    const supply = SUPPLIES.find((item) => item === invocation.value('offre'));
    if (diagnostics.length > 0 || seed === undefined || replications === undefined || sensitivity === 'both') return { kind: 'refused', diagnostics };
    return { kind: 'read', options: { mode, seed, replications, sensitivity, orientation, supply, from: days[0], to: days[1] } };
}

/** What was asked of the assumptions; nothing where neither option is given. */
function readSensitivity(invocation: Invocation): boolean | 'both' | undefined {
    const [tried, not] = [invocation.has('sensibilite'), invocation.has('sans-sensibilite')];
    return tried && not ? 'both' : tried ? true : not ? false : undefined;
}

/** Enough for an interval; each more costs a replay. */
const DEFAULT_REPLICATIONS = 8;

/** More would take days. */
const MOST_REPLICATIONS = 1000;

/** How many replications: digits, from 1; one alone where no letting is simulated. */
function readReplications(word: string, mode: ReplayMode): number | undefined {
    if (!/^[1-9]\d{0,3}$/.test(word)) return undefined;
    const count = Number(word);
    return count <= (mode === 'vivier' ? MOST_REPLICATIONS : 1) ? count : undefined;
}

/** A seed: digits, up to 2^32 − 1. */
export function readSeed(word: string): number | undefined {
    if (!/^\d{1,10}$/.test(word)) return undefined;
    const seed = Number(word);
    return seed <= 0xffff_ffff ? seed : undefined;
}
