import { describe, expect, it } from 'vitest';
import { readModel } from '../../../../language/src/data/synthetic/read-model.js';
import valmont from '../../../../policies/valmont/modele.json' with { type: 'json' };

type Json = Record<string, unknown>;

const VALMONT = ['communes', 'valeurs', '99001'];

/** Valmont's model with a member replaced; `undefined` takes it away. */
function changed(path: readonly string[], value: unknown): string {
    const copy = structuredClone(valmont) as Json;
    const holder = path.slice(0, -1).reduce((held, name) => held[name] as Json, copy);
    const last = path.at(-1) ?? '';
    if (value === undefined) Reflect.deleteProperty(holder, last);
    else holder[last] = value;
    return JSON.stringify(copy);
}

function faults(text: string): readonly string[] {
    const { model, findings } = readModel(text, 'modele.json');
    expect(model === undefined).toBe(findings.length > 0);
    return findings.map(({ code, params }) => ('problem' in params ? `${params.path} ${params.problem} ${params.expected}` : code));
}

describe("a generator's model", () => {
    it('of Valmont is read whole', () => {
        const { model, findings } = readModel(JSON.stringify(valmont), 'modele.json');
        expect(findings).toEqual([]);
        expect(model?.communes).toHaveLength(9);
        expect(model?.communes[0]).toMatchObject({ code: '99001', name: 'Valmont', demands: 42, dwellings: 36 });
        // 2015-01-01 is day 16,436; 2024-06-30 and 2024-07-01 are days 19,904 and 19,905.
        expect(model?.communes[0]?.districts).toEqual([
            { name: 'vieux_valmont', weight: 40 },
            { name: 'la_gare', weight: 20 },
            { name: 'faubourg_nord', weight: 10, priority: { from: 19_905 } },
            { name: 'les_peupliers', weight: 18, priority: { from: 16_436 } },
            { name: 'la_tannerie', weight: 12, priority: { from: 16_436, to: 19_904 } },
        ]);
        expect(model?.renewal.first).toEqual({ num: 49, den: 100 });
        expect(model?.ceilings.get('PLUS')?.[0]).toBe(22642);
        expect(model?.supply.find(({ type }) => type === 'T3')).toEqual({ type: 'T3', weight: 38, surface: [58, 74], rooms: 3, rent: [520, 800] });
        expect(model?.wishes.bySize).toHaveLength(6);
    });

    it('may do without occupants', () => {
        const { model, findings } = readModel(changed(['occupants'], undefined), 'modele.json');
        expect([model?.occupants, findings]).toEqual([undefined, []]);
    });

    it('says where each of its groups comes from: a published figure, or « fictif »', () => {
        const groups = Object.entries(valmont as Json).filter(
            ([, group]) => typeof group === 'object' && group !== null && !Array.isArray(group) && 'source' in group,
        );
        expect(groups).toHaveLength(31);
        const unsourced = groups.filter(([, group]) => !/fictif|\(.*\d{4}.*\)|arrêté/.test(String((group as Json)['source'])));
        expect(unsourced.map(([name]) => name)).toEqual([]);
    });

    it.each([
        ['is not JSON', '{', ['BAR701']],
        ['is a list', '[]', [' wrong-type object']],
        ['has no source for a group', changed(['dalo', 'source'], undefined), ['dalo.source missing text']],
        ['has an empty source', changed(['dalo', 'source'], ''), ['dalo.source wrong-value text']],
        ['has an unknown group', changed(['autre'], {}), ['autre unknown nothing']],
        ['has occupants without number', changed(['occupants', 'ménages'], undefined), ['occupants.ménages missing integer']],
        ['has occupants without source', changed(['occupants', 'source'], undefined), ['occupants.source missing text']],
        ['has no group of wishes', changed(['souhaits'], undefined), ['souhaits missing object']],
        ['has a negative weight', changed(['bailleurs', 'poids', 'valmont_habitat'], -1), ['bailleurs.poids.valmont_habitat wrong-value integer']],
        ['has a weight that is a float', changed(['dalo', 'poids', 'ACTIF'], 1.5), ['dalo.poids.ACTIF wrong-type integer']],
        ['has no landlord', changed(['bailleurs', 'poids'], {}), ['bailleurs.poids wrong-value object']],
        ['has no weight above zero', changed(['bailleurs', 'poids'], { a: 0 }), ['bailleurs.poids wrong-value object']],
        ['has a probability above one', changed(['arrivées', 'part'], '3/2'), ['arrivées.part wrong-value fraction']],
        ['has a probability as a float', changed(['handicap', 'part'], 0.06), ['handicap.part wrong-type fraction']],
        ['has a surface upside down', changed(['offre', 'valeurs', 'T1', 'surface'], [35, 20]), ['offre.valeurs.T1.surface wrong-value list']],
        ['has a commune without share', changed(['communes', 'valeurs', '99001', 'demandes'], undefined), ['communes.valeurs.99001.demandes missing integer']],
        ['misspells a member', changed(['communes', 'valeurs', '99001', 'quartier'], '0'), ['communes.valeurs.99001.quartier unknown nothing']],
        ['has a commune without district', changed([...VALMONT, 'quartiers'], {}), ['communes.valeurs.99001.quartiers wrong-value object']],
        [
            'has districts where no dwelling stands',
            changed([...VALMONT, 'quartiers'], { a: { poids: 0 } }),
            ['communes.valeurs.99001.quartiers wrong-value object'],
        ],
        [
            'has a priority district whose first day is missing',
            changed([...VALMONT, 'quartiers', 'la_tannerie'], { poids: 12, qpv_au: '2024-06-30' }),
            ['communes.valeurs.99001.quartiers.la_tannerie.qpv_du missing date'],
        ],
        [
            'has a priority district that ends before it begins',
            changed([...VALMONT, 'quartiers', 'la_tannerie', 'qpv_au'], '2014-12-31'),
            ['communes.valeurs.99001.quartiers.la_tannerie.qpv_au wrong-value date'],
        ],
        [
            'has a day that does not exist',
            changed([...VALMONT, 'quartiers', 'la_tannerie', 'qpv_au'], '2024-06-31'),
            ['communes.valeurs.99001.quartiers.la_tannerie.qpv_au wrong-value date'],
        ],
        ['has a band upside down', changed(['ressources', 'en_emploi'], [{ de: 5, à: 3, poids: 1 }]), ['ressources.en_emploi[0].à wrong-value integer']],
        ['has no band', changed(['ressources', 'en_emploi'], []), ['ressources.en_emploi wrong-value list']],
        ['has six ceilings instead of seven', changed(['plafonds', 'valeurs', 'PLS'], [1, 2, 3, 4, 5, 6]), ['plafonds.valeurs.PLS wrong-value list']],
        ['asks for a type that it does not supply', changed(['souhaits', 'par_taille'], [{ T9: 1 }]), ['souhaits.par_taille wrong-value choice']],
        ['leaves an assumption out', changed(['hypothèses', 'tours'], undefined), ['hypothèses.tours missing integer']],
    ])('that %s is refused, and says where', (_, text, expected) => {
        expect(faults(text)).toEqual(expected);
    });
});
