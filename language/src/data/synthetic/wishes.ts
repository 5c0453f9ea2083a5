import { pick, STREAMS, type Draws } from './draws.js';
import type { GeneratorModel } from './generator-model.js';

/** What a household asks for: a type, the types that it accepts, communes in the order of its wish. */
export interface Wishes {
    readonly type: string;
    readonly types: readonly string[];
    readonly communes: readonly string[];
}

/** Draws wishes for so many persons; a type accepted beside the first is one that may hold them. */
export function drawWishes(model: GeneratorModel, draws: Draws, persons: number): Wishes {
    const { bySize, larger, smaller } = model.wishes;
    const type = draws.weighted(bySize[Math.min(persons, bySize.length) - 1] ?? [], STREAMS.type);
    const order = model.supply.map((supply) => supply.type);
    const place = order.indexOf(type);
    const next = draws.chance(larger, STREAMS.otherType) ? order[place + 1] : undefined;
    const before = draws.chance(smaller, STREAMS.otherType, 1) ? order[place - 1] : undefined;
    const others = [before, next].filter((other): other is string => other !== undefined && holds(model, other, persons));
    return { type, types: [...new Set([type, ...others])], communes: drawCommunes(model, draws) };
}

/** Whether a dwelling of the type may hold so many persons. */
export function holds(model: GeneratorModel, type: string, persons: number): boolean {
    const [low, high] = model.wishes.capacity.get(type) ?? [1, 0];
    return persons >= low && persons <= high;
}

function drawCommunes(model: GeneratorModel, draws: Draws): readonly string[] {
    const wanted = Math.min(Number(draws.weighted(model.wishes.communes, STREAMS.communeCount)), model.communes.length);
    const left = [...model.communes];
    return Array.from({ length: wanted }, (_, rank) => {
        const index = pick(
            left.map(({ demands }) => demands),
            (total) => draws.below(total, STREAMS.commune, rank),
        );
        return left.splice(index, 1)[0]?.code ?? '';
    });
}
