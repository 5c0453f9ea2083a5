import type { Day } from '../../ir/value.js';
import { formatIso } from '../../kit/civil-date.js';
import { MANIFEST_FILE, writeManifest, type Manifest } from '../manifest.js';
import { writeCsv } from '../write-csv.js';
import { euros, yesNo } from './cell-texts.js';
import { demandRows, demandTitles, type KnownExit } from './demand-rows.js';
import type { SyntheticHistory } from './hearing.js';
import { drawHistory } from './history.js';
import { draftTerritory, type GeneratorRequest, type TerritoryDraft } from './draft-territory.js';
import type { GeneratorModel } from './generator-model.js';
import { occupantsText } from './occupants.js';
import type { SyntheticDemand } from './synthetic-demand.js';
import type { SyntheticDwelling } from './synthetic-dwelling.js';

/** The files of a synthetic territory, by name, `territoire.json` among them. */
export interface GeneratedTerritory {
    readonly manifest: Manifest;
    readonly files: ReadonlyMap<string, string>;
}

/** Says, beside the files, that they are made up. */
export const LABEL_FILE = 'README-SYNTHETIQUE.txt';

/**
 * Makes a synthetic territory whose history follows no rule: demands with their lives, vacancies, their lettings, and some occupants. The
 * same request gives the same bytes on any machine. Every row says « synthétique », and so do the manifest and a file beside it. Throws
 * `RangeError` when a number is not an integer it can use, or when the window ends before it begins: a caller's bug.
 */
export function generateTerritory(request: GeneratorRequest): GeneratedTerritory {
    const draft = draftTerritory(request);
    return writeTerritory(draft, drawHistory(draft), request.notices);
}

/** The files of a draft with a history of its lettings; `notices` come after those of the model. */
export function writeTerritory(draft: TerritoryDraft, history: SyntheticHistory, notices: readonly string[] = []): GeneratedTerritory {
    const { model, seed, window, demands } = draft;
    const occupants = occupantsText(model, seed);
    const tables = occupants === undefined ? TABLES : [...TABLES, 'occupants'];
    const manifest: Manifest = {
        name: model.name,
        synthetic: true,
        notices: [...model.notices, ...notices],
        window,
        files: new Map(tables.map((table) => [table, `${table}.csv`])),
        assumptions: model.assumptions,
        labels: { commune: Object.fromEntries(model.communes.map(({ code, name }) => [code, name])), bailleur: model.landlordNames },
    };
    const files = new Map([
        [MANIFEST_FILE, writeManifest(manifest)],
        [LABEL_FILE, `${manifest.notices.join('\n')}\n`],
        ['demandes.csv', demandsText(model, demands, { history, known: window.to + model.assumptions.leaseDelay })],
        ['logements.csv', dwellingsText(draft, history)],
        ['candidatures.csv', candidaturesText(history)],
        ['refus.csv', refusalsText(history)],
        ...(occupants === undefined ? [] : [['occupants.csv', occupants] as const]),
    ]);
    return { manifest, files };
}

const TABLES = ['demandes', 'logements', 'candidatures', 'refus'];

/** An exit later than `known` is not in the data yet: the demand still waits in them. */
function demandsText(
    model: GeneratorModel,
    demands: readonly SyntheticDemand[],
    { history, known }: { readonly history: SyntheticHistory; readonly known: Day },
): string {
    const rows = demands.flatMap((demand) => demandRows(model, demand, knownExit(demand, history, known)));
    return writeCsv(demandTitles(model), rows);
}

function knownExit({ id, life }: SyntheticDemand, { leases }: SyntheticHistory, known: Day): KnownExit | undefined {
    const lease = leases.get(id);
    if (lease !== undefined) return { day: lease, motive: 'RADATT', housed: true };
    return life.exit === undefined || life.exit.day > known ? undefined : { ...life.exit, housed: false };
}

/** Who took the dwelling, and when. */
interface Letting {
    readonly model: GeneratorModel;
    readonly lessee: SyntheticDemand | undefined;
    readonly lease: Day | undefined;
}

type DwellingWrite = (dwelling: SyntheticDwelling, letting: Letting) => string;

const DWELLING_FACTS: readonly (readonly [title: string, write: DwellingWrite])[] = [
    ['synthétique', () => 'oui'],
    ['identifiant', ({ id }) => id],
    ['libération', ({ released }) => formatIso(released)],
    ['ordre', ({ order }) => String(order)],
    ['commune', ({ commune }) => commune],
    ['quartier', ({ district }) => district],
    ['épci', (_, { model }) => model.epci],
    ['typologie', ({ type }) => type],
    ['financement', ({ financing }) => financing],
    ['zone', (_, { model }) => model.zone],
    ['surface', ({ surface }) => String(surface)],
    ['pièces', ({ rooms }) => String(rooms)],
    ['loyer', ({ rent }) => euros(rent)],
    ['qpv', ({ qpv }) => yesNo(qpv)],
    ['construction', ({ built }) => built],
    ['département', (_, { model }) => model.department],
    ['bailleur', ({ landlord }) => landlord],
    ['réservataire', ({ reservee }) => reservee],
    ['première_location', ({ firstLetting }) => yesNo(firstLetting)],
    // What a subsidy of PLAI adapté makes of a dwelling is known of each, and published of none: the territory has none.
    ['plai_adapté', () => yesNo(false)],
    ['voie', (dwelling, { lessee }) => wayOf(dwelling, lessee)],
    ['adapté', ({ adapted }) => yesNo(adapted)],
    ['date_examen', ({ examined }) => formatIso(examined)],
    ['date_bail', (_, { lease }) => (lease === undefined ? '' : formatIso(lease))],
    ['attributaire', (_, { lessee }) => lessee?.id ?? ''],
];

/** By which way a dwelling was let, in the words of the vocabulary: what the household housed says of it. */
function wayOf({ sold, landlord }: SyntheticDwelling, lessee: SyntheticDemand | undefined): string {
    if (sold) return 'vente';
    if (lessee?.priorities.rehoused === 'npnru') return 'relogement_npnru';
    if (lessee?.priorities.rehoused === 'copropriété') return 'relogement_copropriété';
    if (lessee?.housing.mutation !== true) return 'ordinaire';
    return lessee.housing.landlord === landlord ? 'mutation_interne' : 'mutation_inter_bailleurs';
}

function dwellingsText({ model, dwellings, demands }: TerritoryDraft, history: SyntheticHistory): string {
    const byId = new Map(demands.map((demand) => [demand.id, demand]));
    const rows = dwellings.map((dwelling) => {
        const lessee = history.lessees.get(dwelling.id) ?? '';
        const letting = { model, lessee: byId.get(lessee), lease: history.leases.get(lessee) };
        return DWELLING_FACTS.map(([, write]) => write(dwelling, letting));
    });
    return writeCsv(
        DWELLING_FACTS.map(([title]) => title),
        rows,
    );
}

function candidaturesText({ candidatures }: SyntheticHistory): string {
    return writeCsv(
        ['synthétique', 'logement', 'demande', 'rang', 'décision', 'réponse', 'motif'],
        candidatures.map(({ dwelling, demand, rank, decision, answer, reason }) => [
            'oui',
            dwelling,
            demand,
            String(rank),
            decision,
            answer ?? '',
            reason ?? '',
        ]),
    );
}

function refusalsText({ refusals }: SyntheticHistory): string {
    return writeCsv(
        ['synthétique', 'demande', 'date', 'adapté', 'légitime'],
        refusals.map(({ demand, day, adapted, legitimate }) => ['oui', demand, formatIso(day), yesNo(adapted), yesNo(legitimate)]),
    );
}
