import type { Assumptions, WordLabels } from '../columns/territory.js';
import type { Day } from '../ir/value.js';
import { formatIso } from '../kit/civil-date.js';
import type { DataFinding } from './finding.js';
import {
    booleanField,
    choiceField,
    dateField,
    fieldsOf,
    fileNameField,
    inside,
    integerField,
    objectField,
    parseJson,
    probabilityField,
    textField,
    textsField,
    wrong,
    type JsonFields,
    type JsonPlace,
} from './json-fields.js';

/** The file that says what a territory's folder holds. */
export const MANIFEST_FILE = 'territoire.json';

/** What `territoire.json` says that it is. */
export const MANIFEST_FORMAT = 'bareme.territoire';

/** What `territoire.json` says: whose data, over which days, in which files, and what the replay may suppose. */
export interface Manifest {
    readonly name: string;
    readonly synthetic: boolean;
    readonly notices: readonly string[];
    readonly window: { readonly from: Day; readonly to: Day };
    /** File names by table: `demandes`, `logements`, `candidatures`, `occupants`, or the name of an events fact. */
    readonly files: ReadonlyMap<string, string>;
    readonly assumptions: Assumptions;
    /** What words of the dwellings' facts are called: communes, landlords. */
    readonly labels?: WordLabels;
}

const MEMBERS = ['format', 'version', 'nom', 'synthétique', 'avertissements', 'période', 'fichiers', 'hypothèses'];

/** The labels, which a territory may do without. */
const LABELS = 'libellés';

/** Members of `hypothèses`, in the order in which they are written. */
export const ASSUMPTION_MEMBERS = [
    'acceptation',
    'refus_légitimes',
    'sortie_mensuelle',
    'suivi',
    'candidats_par_tour',
    'tours',
    'délai_désignation',
    'délai_examen',
    'délai_bail',
    'offre',
    'orientation',
] as const;

/**
 * Reads `territoire.json` strictly: every member is there, none is unknown, and no assumption has a silent default. Gives nothing as
 * soon as one finding is made. The file's JSON Schema is docs/schemas/territoire.schema.json.
 */
export function readManifest(text: string): { readonly manifest?: Manifest; readonly findings: readonly DataFinding[] } {
    const findings: DataFinding[] = [];
    const json = parseJson(text, MANIFEST_FILE, findings);
    if (json === undefined) return { findings };
    const place: JsonPlace = { file: MANIFEST_FILE, path: '', findings };
    const fields = fieldsOf(json.value, place, MEMBERS, [LABELS]);
    const manifest = fields === undefined ? undefined : manifestOf(fields);
    return findings.length > 0 || manifest === undefined ? { findings } : { manifest, findings };
}

function manifestOf(fields: JsonFields): Manifest | undefined {
    choiceField(fields, 'format', [MANIFEST_FORMAT]);
    choiceField(fields, 'version', [1]);
    const name = textField(fields, 'nom');
    const synthetic = booleanField(fields, 'synthétique');
    const notices = textsField(fields, 'avertissements');
    const window = readWindow(fields);
    const files = readFiles(fields);
    const assumptions = readAssumptions(fields);
    const labels = fields.members.has(LABELS) ? readLabels(fields) : undefined;
    if (name === undefined || synthetic === undefined || notices === undefined) return undefined;
    if (window === undefined || files === undefined || assumptions === undefined) return undefined;
    return { name, synthetic, notices, window, files, assumptions, ...(labels === undefined ? {} : { labels }) };
}

function readWindow(fields: JsonFields): Manifest['window'] | undefined {
    const period = objectField(fields, 'période', ['du', 'au']);
    if (period === undefined) return undefined;
    const from = dateField(period, 'du');
    const to = dateField(period, 'au');
    if (from === undefined || to === undefined) return undefined;
    return from > to ? wrong(inside(period.place, 'au'), 'wrong-value', { expected: 'date' }) : { from, to };
}

/** Any fact, any word: what the data do not hold is of no effect. */
function readLabels(fields: JsonFields): WordLabels | undefined {
    const facts = everyMember(fields, LABELS);
    if (facts === undefined) return undefined;
    const names = [...facts.members.keys()];
    return Object.fromEntries(
        names.map((fact) => {
            const words = everyMember(facts, fact);
            const texts = words === undefined ? [] : [...words.members.keys()].map((word) => [word, textField(words, word) ?? ''] as const);
            return [fact, Object.fromEntries(texts)] as const;
        }),
    );
}

/** An object whose members the territory names. */
function everyMember(fields: JsonFields, name: string): JsonFields | undefined {
    const held = fields.members.get(name);
    return objectField(fields, name, typeof held === 'object' && held !== null ? Object.keys(held) : []);
}

/** Which names are tables depends on the vocabulary: the territory's reader checks them. */
function readFiles(fields: JsonFields): ReadonlyMap<string, string> | undefined {
    const named = fields.members.get('fichiers');
    const tables = typeof named === 'object' && named !== null ? Object.keys(named) : [];
    const files = objectField(fields, 'fichiers', tables);
    if (files === undefined) return undefined;
    return new Map(tables.flatMap((table) => [[table, fileNameField(files, table) ?? ''] as const]));
}

/** The declared assumptions of a manifest or of a generator's model, each checked. */
export function readAssumptions(fields: JsonFields): Assumptions | undefined {
    const held = objectField(fields, 'hypothèses', ASSUMPTION_MEMBERS);
    if (held === undefined) return undefined;
    const acceptance = probabilityField(held, 'acceptation');
    const legitimateRefusal = probabilityField(held, 'refus_légitimes');
    const monthlyExit = probabilityField(held, 'sortie_mensuelle');
    const followRate = probabilityField(held, 'suivi');
    const candidatesPerRound = integerField(held, 'candidats_par_tour', 1, 1000);
    const rounds = integerField(held, 'tours', 1, 1000);
    const designationDelay = integerField(held, 'délai_désignation', 0, 3650);
    const examinationDelay = integerField(held, 'délai_examen', 0, 3650);
    const leaseDelay = integerField(held, 'délai_bail', 0, 3650);
    const supply = choiceField(held, 'offre', ['figée', 'chaînes']);
    const orientation = choiceField(held, 'orientation', ['enregistré', 'conventions']);
    if (acceptance === undefined || legitimateRefusal === undefined || monthlyExit === undefined || followRate === undefined) return undefined;
    if (candidatesPerRound === undefined || rounds === undefined || supply === undefined || orientation === undefined) return undefined;
    if (designationDelay === undefined || examinationDelay === undefined || leaseDelay === undefined) return undefined;
    return {
        acceptance,
        legitimateRefusal,
        monthlyExit,
        followRate,
        candidatesPerRound,
        rounds,
        designationDelay,
        examinationDelay,
        leaseDelay,
        supply,
        orientation,
    };
}

/** The text of `territoire.json` for a manifest: `readManifest` gives it back. */
export function writeManifest({ name, synthetic, notices, window, files, assumptions, labels }: Manifest): string {
    const held = {
        format: MANIFEST_FORMAT,
        version: 1,
        nom: name,
        synthétique: synthetic,
        avertissements: notices,
        période: { du: formatIso(window.from), au: formatIso(window.to) },
        fichiers: Object.fromEntries(files),
        hypothèses: {
            acceptation: assumptions.acceptance,
            refus_légitimes: assumptions.legitimateRefusal,
            sortie_mensuelle: assumptions.monthlyExit,
            suivi: assumptions.followRate,
            candidats_par_tour: assumptions.candidatesPerRound,
            tours: assumptions.rounds,
            délai_désignation: assumptions.designationDelay,
            délai_examen: assumptions.examinationDelay,
            délai_bail: assumptions.leaseDelay,
            offre: assumptions.supply,
            orientation: assumptions.orientation,
        },
        ...(labels === undefined ? {} : { [LABELS]: labels }),
    };
    return `${JSON.stringify(held, undefined, 2)}\n`;
}
