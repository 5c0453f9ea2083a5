import { formatIso } from '../../kit/civil-date.js';
import type { Day } from '../../ir/value.js';
import { euros, NOT_APPLICABLE, yesNo } from './cell-texts.js';
import { STREAMS } from './draws.js';
import { HOUSEHOLD_FACTS, isLeftOut } from './household-facts.js';
import type { GeneratorModel } from './generator-model.js';
import type { SyntheticDemand } from './synthetic-demand.js';

const NONE = 'aucune';

/** The day and motive on which a demand left, as the data know them. */
export interface KnownExit {
    readonly day: Day;
    readonly motive: string;
    readonly housed: boolean;
}

/** How a demand is told at one time: `share` is the percentage of its first resources. */
interface Telling {
    readonly from?: Day;
    readonly to?: Day;
    readonly share: number;
}

/** Titles of `demandes.csv`: those of the model's facts, then one `<fait>.justifié` for each fact that may be proved. */
export function demandTitles(model: GeneratorModel): readonly string[] {
    return ['synthétique', ...FACTS.map(([title]) => title), ...[...model.proved.keys()].map((fact) => `${fact}.justifié`)];
}

/** The rows of a demand: one, or two when its facts changed at a renewal. */
export function demandRows(model: GeneratorModel, demand: SyntheticDemand, exit: KnownExit | undefined): readonly (readonly string[])[] {
    const { updated } = demand.life;
    const changed = updated === undefined || (exit !== undefined && exit.day <= updated) ? undefined : updated;
    const share = demand.draws.between(88, 114, STREAMS.update, 1000);
    const tellings: readonly Telling[] =
        changed === undefined
            ? [{ share: 100 }]
            : [
                  { to: changed - 1, share: 100 },
                  { from: changed, share },
              ];
    const proofs = proofCells(model, demand);
    return tellings.map((telling) => {
        const cells = FACTS.map(([title, write], index) =>
            isLeftOut(model, demand.draws, { title, place: index }) ? '' : write(demand, { model, exit, telling }),
        );
        return ['oui', ...cells, ...proofs];
    });
}

function proofCells({ proved }: GeneratorModel, { draws }: SyntheticDemand): readonly string[] {
    return [...proved.values()].map((chance, index) => yesNo(draws.chance(chance, STREAMS.proved, index)));
}

interface Context {
    readonly model: GeneratorModel;
    readonly exit: KnownExit | undefined;
    readonly telling: Telling;
}

type Write = (demand: SyntheticDemand, context: Context) => string;

/** Columns of a demand, by title, in the order of the file: those of the national vocabulary. */
const FACTS: readonly (readonly [title: string, write: Write])[] = [
    ['identifiant', ({ id }) => id],
    ['date_depot', ({ life }) => formatIso(life.filed)],
    ['date_entree', ({ life }) => formatIso(life.filed)],
    ['date_sortie', (_, { exit }) => day(exit?.day)],
    ['motif_sortie', (_, { exit }) => exit?.motive ?? ''],
    ['sortie_attribution', (_, { exit }) => (exit === undefined ? '' : yesNo(exit.housed))],
    ['valide_du', (_, { telling }) => day(telling.from)],
    ['valide_au', (_, { telling }) => day(telling.to)],
    ['épci_demande', (_, { model }) => model.epci],
    ['département', (_, { model }) => model.department],
    ...HOUSEHOLD_FACTS.map(([title, write]): readonly [string, Write] => [title, ({ household }) => write(household)]),
    ['commune_emploi', ({ workplace }) => workplace ?? NOT_APPLICABLE],
    ['commune_résidence', ({ residence }) => residence],
    ['agent_public', ({ household }) => yesNo(household.publicAgent)],
    ['salarié', ({ household }) => yesNo(household.employee)],
    ['ressources_mensuelles', ({ household }, { telling }) => euros(Math.floor((household.resources * telling.share) / 10_000) * 100)],
    ['revenu_fiscal_n2', ({ household }) => euros(household.taxIncome)],
    ['revenu_fiscal_n1', ({ household }) => euros(household.formerTaxIncome)],
    ['listeModeleLogement', ({ housing }) => several(housing.situations)],
    ['entrée_situation', ({ housing, life }) => formatIso(life.filed - housing.daysBefore)],
    ['motifs', ({ housing }) => several(housing.motives)],
    ['montantMensuelLoyer', ({ housing }) => (housing.rent === undefined ? NOT_APPLICABLE : euros(housing.rent))],
    ['surface_actuelle', ({ housing }) => String(housing.surface ?? NOT_APPLICABLE)],
    ['pièces_actuelles', ({ housing }) => String(housing.rooms ?? NOT_APPLICABLE)],
    ['occupants_actuels', ({ housing }) => String(housing.occupants ?? NOT_APPLICABLE)],
    ['mutation', ({ housing }) => yesNo(housing.mutation)],
    ['bailleur_actuel', ({ housing }) => housing.landlord ?? NOT_APPLICABLE],
    ['typologie_demandée', ({ wishes }) => wishes.type],
    ['typologies_acceptées', ({ wishes }) => several(wishes.types)],
    ['communes_souhaitées', ({ wishes }) => several(wishes.communes)],
    ['statut_dalo', ({ priorities }) => priorities.dalo],
    ['priorités', ({ priorities }) => several(priorities.letters)],
    ['étape_expulsion', ({ priorities }) => priorities.expulsionStep ?? NOT_APPLICABLE],
    ['justificatif', ({ priorities }) => several(priorities.documents)],
    ['relogé_npnru', ({ priorities }) => yesNo(priorities.rehoused === 'npnru')],
    ['relogé_copropriété', ({ priorities }) => yesNo(priorities.rehoused === 'copropriété')],
    ['date_dalo', recognised],
    // Every household with a recognised handicap has the card in these made-up data. Last: the draws of the other columns stay theirs.
    ['cmi_invalidité', ({ household }) => yesNo(household.handicap)],
];

/** The commission recognises a household within a year of its demand. */
function recognised({ draws, life, priorities }: SyntheticDemand): string {
    return priorities.dalo === 'NON' ? NOT_APPLICABLE : formatIso(life.filed + draws.between(0, 365, STREAMS.recognition));
}

function day(value: Day | undefined): string {
    return value === undefined ? '' : formatIso(value);
}

function several(words: readonly string[]): string {
    return words.length === 0 ? NONE : words.join('|');
}
