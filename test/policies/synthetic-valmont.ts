import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cellValue, type Table } from '@bareme/language/columns';
import { generateTerritory, readModel, readTerritory, type GeneratorModel } from '@bareme/language/data';
import type { Day, FactValue } from '@bareme/language/ir';
import { compileValmont } from './workspace.js';

/** 2024: days 19,723 (1 January) to 20,088 (31 December), 366 of them. */
export const FROM = 19_723;
export const TO = 20_088;
export const DEMANDS = 6000;
export const LETTINGS = 600;

const text = readFileSync(fileURLToPath(new URL('../../policies/valmont/modele.json', import.meta.url)), 'utf8');
export const model = readModel(text, 'modele.json').model as GeneratorModel;
const generated = generateTerritory({ model, demands: DEMANDS, lettings: LETTINGS, seed: 2024, from: FROM, to: TO });
export const { project } = compileValmont();
export const vocabulary = project.vocabularies.find(({ name }) => name === 'national')!.vocabulary;
export const reading = readTerritory({
    manifest: generated.files.get('territoire.json') ?? '',
    files: new Map([...generated.files].map(([name, content]) => [name, new TextEncoder().encode(content)])),
    vocabulary,
});
export const territory = reading.territory!;

/** Values of a column, row by row. */
export function column(table: Table | undefined, name: string): readonly FactValue[] {
    const held = table?.columns.get(name);
    if (table === undefined || held === undefined) throw new Error(`no column ${name}`);
    return Array.from({ length: table.rows }, (_, row) => cellValue(held, row));
}

/** Words, days and flags of a column; undefined where a cell has none. */
export const words = (table: Table | undefined, name: string): readonly (string | undefined)[] =>
    column(table, name).map((value) => (value.kind === 'word' ? value.value : undefined));
export const days = (table: Table | undefined, name: string): readonly (Day | undefined)[] =>
    column(table, name).map((value) => (value.kind === 'date' ? value.day : undefined));
export const flags = (table: Table | undefined, name: string): readonly (boolean | undefined)[] =>
    column(table, name).map((value) => (value.kind === 'boolean' ? value.value : undefined));

/** One entry per demand: its last row. */
export interface Demand {
    readonly id: string;
    readonly row: number;
    readonly filed: Day;
    readonly exit: Day | undefined;
    readonly housed: boolean;
    readonly motive: string | undefined;
    readonly mutation: boolean;
    readonly dalo: boolean;
    readonly priority: boolean;
    readonly type: string | undefined;
}

function demandsOf(): readonly Demand[] {
    const { demands } = territory;
    const [ids, filed, exits, housed, motives] = [
        words(demands, 'identifiant'),
        days(demands, 'dépôt'),
        days(demands, 'sortie'),
        flags(demands, 'sortie_attribution'),
        words(demands, 'motif_sortie'),
    ];
    const [mutations, dalo, letters, types] = [
        flags(demands, 'mutation'),
        words(demands, 'statut_dalo'),
        column(demands, 'priorités'),
        words(demands, 'typologie_demandée'),
    ];
    const byId = new Map<string, Demand>();
    ids.forEach((id, row) => {
        const held = letters[row];
        const active = dalo[row] === 'ACTIF';
        byId.set(id!, {
            id: id!,
            row,
            filed: filed[row]!,
            exit: exits[row],
            housed: housed[row] ?? false,
            motive: motives[row],
            mutation: mutations[row]!,
            dalo: active,
            priority: active || (held?.kind === 'set' && held.values.length > 0),
            type: types[row],
        });
    });
    return [...byId.values()];
}

export const demands = demandsOf();
/** Filed before the window, within it; housed; left without a letting before its end. */
export const stock = demands.filter(({ filed }) => filed < FROM);
export const arrivals = demands.filter(({ filed }) => filed >= FROM);
export const housed = demands.filter((demand) => demand.housed);
export const leftUnhoused = demands.filter(({ exit, housed: lessee }) => exit !== undefined && !lessee && exit <= TO);

/** Leases signed, by the rows of the dwelling and of the demand. */
export function leases(): readonly { readonly dwelling: number; readonly demand: Demand; readonly day: Day; readonly released: Day }[] {
    const lessees = words(territory.dwellings, 'attributaire');
    const [signed, released] = [days(territory.dwellings, 'date_bail'), days(territory.dwellings, 'libération')];
    const byId = new Map(demands.map((demand) => [demand.id, demand]));
    return lessees.flatMap((id, dwelling) => {
        const demand = byId.get(id ?? '');
        return demand === undefined ? [] : [{ dwelling, demand, day: signed[dwelling]!, released: released[dwelling]! }];
    });
}
