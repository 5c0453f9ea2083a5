import { formatIso } from '@bareme/language/ir';
import { RECEIPT_VERSION, type HashedFile, type Receipt, type ReceiptInputs } from '@bareme/language/replay';

/** The members of a receipt's inputs, in words. */
const INPUT_WORDS: Readonly<Record<keyof Receipt['inputs'], string>> = {
    engineVersion: 'la version de Barème',
    ruleSets: 'les règles comparées',
    policies: 'les fichiers de la politique',
    data: 'les données',
    mapping: 'la correspondance',
    assumptions: 'les hypothèses',
    mode: 'le mode',
    window: 'la période',
    seed: 'la graine',
    replications: 'le nombre de répétitions',
    sensitivity: 'les hypothèses déplacées',
    random: 'le générateur de tirages',
};

/** Each input of a receipt with its value or hash: what the report shows. */
export function receiptLines({ inputs, resultSha256 }: Receipt): readonly { readonly what: string; readonly value: string }[] {
    const { engineVersion, policies, data, mapping, mode, window, seed, replications = 1, random } = inputs;
    const repeated = replications === 1 ? '' : `, ${replications} répétitions`;
    return [
        { what: 'Version de Barème', value: engineVersion },
        { what: 'Mode, période, graine', value: `${mode}, du ${formatIso(window.from)} au ${formatIso(window.to)}, graine ${seed}${repeated}, ${random}` },
        ...policies.map(({ path, sha256 }) => ({ what: `Politique : ${path}`, value: sha256 })),
        ...data.map(({ path, sha256 }) => ({ what: `Données : ${path}`, value: sha256 })),
        ...(mapping === undefined ? [] : [{ what: `Correspondance : ${mapping.path}`, value: mapping.sha256 }]),
        { what: 'Résultat', value: resultSha256 },
    ];
}

/** The version of an earlier receipt that another version of Barème wrote, whose hashes would mean something else. */
export function foreignVersion(earlier: unknown): string | undefined {
    if (!isReceipt(earlier)) return undefined;
    const version = typeof earlier.receiptVersion === 'string' ? earlier.receiptVersion : '?';
    return majorOf(version) === majorOf(RECEIPT_VERSION) ? undefined : version;
}

/** `1` of `1.0`. */
function majorOf(version: string): string {
    return version.split('.')[0] ?? '';
}

/** What differs between a receipt and an earlier one, in words; empty when they are the same. `undefined`: that is no receipt. */
export function differencesOf(receipt: Receipt, earlier: unknown): readonly string[] | undefined {
    if (!isReceipt(earlier)) return undefined;
    if (earlier.inputsSha256 === receipt.inputsSha256) return earlier.resultSha256 === receipt.resultSha256 ? [] : ['le résultat'];
    const members = Object.keys(INPUT_WORDS).filter((name): name is keyof Receipt['inputs'] => name in INPUT_WORDS);
    const differing = members.filter((name) => JSON.stringify(sorted(receipt.inputs[name])) !== JSON.stringify(sorted(earlier.inputs[name])));
    return differing.map((name) => `${INPUT_WORDS[name]}${filesOf(name, receipt.inputs, earlier.inputs)}`);
}

/** The files that differ, by name. */
function filesOf(name: keyof Receipt['inputs'], inputs: ReceiptInputs, earlier: Partial<ReceiptInputs>): string {
    if (name !== 'policies' && name !== 'data') return '';
    const listed: readonly unknown[] = Array.isArray(earlier[name]) ? earlier[name] : [];
    const before = new Map(listed.filter(isHashedFile).map(({ path, sha256 }) => [path, sha256]));
    const after = new Map(inputs[name].map(({ path, sha256 }) => [path, sha256]));
    const paths = [...new Set([...before.keys(), ...after.keys()])].sort().filter((path) => before.get(path) !== after.get(path));
    return paths.length === 0 ? '' : ` (${paths.join(', ')})`;
}

/** A value with the members of its objects in one order. */
function sorted(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => [name, sorted(member)]);
}

function isHashedFile(value: unknown): value is HashedFile {
    return (
        typeof value === 'object' &&
        value !== null &&
        'path' in value &&
        typeof value.path === 'string' &&
        'sha256' in value &&
        typeof value.sha256 === 'string'
    );
}

interface EarlierReceipt {
    readonly receiptVersion?: unknown;
    readonly inputs: Partial<Receipt['inputs']>;
    readonly inputsSha256: string;
    readonly resultSha256: string;
}

function isReceipt(value: unknown): value is EarlierReceipt {
    if (typeof value !== 'object' || value === null || !('inputs' in value) || !('inputsSha256' in value) || !('resultSha256' in value)) return false;
    return typeof value.inputs === 'object' && value.inputs !== null && typeof value.inputsSha256 === 'string' && typeof value.resultSha256 === 'string';
}
