import { pick, STREAMS, type Draws } from './draws.js';
import type { GeneratorModel } from './generator-model.js';

/** Who is to be housed, and how they live. Amounts in cents. */
export interface Household {
    readonly persons: number;
    readonly adults: number;
    readonly children: number;
    readonly fourteenAndOver: number;
    readonly youngCouple: boolean;
    readonly handicap: boolean;
    readonly birth: boolean;
    readonly age: number;
    /** Code of the family situation. */
    readonly family: string;
    readonly contract: string;
    /** Absent for those who do not work. */
    readonly job?: string;
    readonly employee: boolean;
    readonly publicAgent: boolean;
    /** Monthly, in euros, per unit of consumption. */
    readonly resourcesPerUnit: number;
    readonly resources: number;
    readonly taxIncome: number;
    readonly formerTaxIncome: number;
}

const WORKING = new Set(['CDI', 'CDD', 'APP', 'ART']);
const HALF = { num: 1, den: 2 };

/** Draws a household. */
export function drawHousehold(model: GeneratorModel, draws: Draws): Household {
    const composition =
        model.compositions[
            pick(
                model.compositions.map(({ weight }) => weight),
                (total) => draws.below(total, STREAMS.composition),
            )
        ];
    const { adults, children } = composition ?? { adults: 1, children: 0 };
    const contract = draws.weighted(model.work.contracts, STREAMS.work);
    const age = draws.between(...agesOf(contract), STREAMS.age);
    const partnerAge = Math.max(18, age + draws.between(-6, 6, STREAMS.couple));
    const fourteenAndOver =
        adults + Array.from({ length: children }, (_, child) => draws.below(18, STREAMS.age, child + 1)).filter((years) => years >= 14).length;
    return {
        persons: adults + children,
        adults,
        children,
        fourteenAndOver,
        youngCouple: adults === 2 && age + partnerAge <= 55,
        handicap: draws.chance(model.handicap, STREAMS.composition, 1),
        birth: age < 42 && draws.chance({ num: 3, den: 100 }, STREAMS.birth),
        age,
        family: draws.weighted(adults === 1 ? FAMILY_ALONE : FAMILY_COUPLE, STREAMS.couple, 1),
        contract,
        ...workOf(model, draws, contract),
        ...incomeOf(model, draws, { contract, persons: adults + children, fourteenAndOver }),
    };
}

const FAMILY_ALONE = [
    ['C', 60],
    ['D', 20],
    ['S', 12],
    ['V', 8],
] as const;
const FAMILY_COUPLE = [
    ['M', 45],
    ['U', 35],
    ['P', 20],
] as const;

function agesOf(contract: string): readonly [number, number] {
    if (contract === 'RET') return [60, 88];
    return contract === 'ETU' || contract === 'APP' ? [18, 27] : [20, 61];
}

function workOf(model: GeneratorModel, draws: Draws, contract: string): Pick<Household, 'job' | 'employee' | 'publicAgent'> {
    const publicAgent = contract === 'CDI' && draws.chance(model.work.publicAgents, STREAMS.agent);
    const seeksWork = contract === 'CHO' && draws.chance(HALF, STREAMS.work, 1);
    const employee = !publicAgent && (seeksWork || (WORKING.has(contract) && contract !== 'ART'));
    return WORKING.has(contract) ? { job: draws.weighted(model.work.jobs, STREAMS.job), employee, publicAgent } : { employee, publicAgent };
}

/** Tenths of units of consumption: 10 for the first person, 5 from 14 years on, 3 below. */
export function unitTenths(persons: number, fourteenAndOver: number): number {
    return 10 + 5 * (fourteenAndOver - 1) + 3 * (persons - fourteenAndOver);
}

function incomeOf(
    model: GeneratorModel,
    draws: Draws,
    { contract, persons, fourteenAndOver }: { readonly contract: string; readonly persons: number; readonly fourteenAndOver: number },
): Pick<Household, 'resourcesPerUnit' | 'resources' | 'taxIncome' | 'formerTaxIncome'> {
    const bands = WORKING.has(contract) ? model.resources.working : model.resources.others;
    const resourcesPerUnit = draws.inBand(bands, STREAMS.resources);
    const euros = Math.floor((resourcesPerUnit * unitTenths(persons, fourteenAndOver)) / 10);
    const taxIncome = Math.floor((euros * 12 * draws.between(65, 98, STREAMS.taxIncome)) / 100);
    const formerTaxIncome = Math.floor((taxIncome * draws.between(80, 112, STREAMS.taxIncome, 1)) / 100);
    return { resourcesPerUnit, resources: euros * 100, taxIncome: taxIncome * 100, formerTaxIncome: formerTaxIncome * 100 };
}
