import {
    draftTerritory,
    MANIFEST_FILE,
    readTerritory,
    writeTerritory,
    type DataFinding,
    type GeneratedTerritory,
    type GeneratorRequest,
} from '../data/index.js';
import { at } from '../kit/at.js';
import { runAsAsked, type ReplayFinding, type ReplayProgress, type RuleSetInput } from '../replay/index.js';
import { historyWriter } from './write-history.js';

/** A synthetic territory to draw under rules. */
export interface RuledRequest extends GeneratorRequest {
    /** The rules in force over the window, without variant. */
    readonly rules: RuleSetInput;
    /** A text as UTF-8: the host's encoder. */
    readonly encode: (text: string) => Uint8Array;
}

/** The territory; or why its rules cannot be followed; or what its rules' vocabulary does not read in its files. */
export type DrawnTerritory =
    | { readonly kind: 'drawn'; readonly territory: GeneratedTerritory }
    | { readonly kind: 'refused'; readonly findings: readonly ReplayFinding[] }
    | { readonly kind: 'unreadable'; readonly findings: readonly DataFinding[] };

/**
 * Draws who asks and what is released, then fills each vacancy in turn: routes, holders, publics, ceilings and ranking are those of the
 * rules on the facts that the files hold; reservees and commissions are as free from the ranking as the model says. The same request gives
 * the same bytes. Yields how many vacancies are filled now and then. Throws `RangeError` as `generateTerritory` does.
 */
export function* drawTerritory({ rules, encode, ...request }: RuledRequest): Generator<ReplayProgress, DrawnTerritory> {
    const draft = draftTerritory(request);
    const writer = historyWriter(draft);
    const { files } = writeTerritory(draft, writer.history);
    const bytes = new Map([...files].map(([name, text]) => [name, encode(text)]));
    const { vocabulary } = at(rules.versions, rules.versions.length - 1);
    const { territory, findings } = readTerritory({ manifest: files.get(MANIFEST_FILE) ?? '', files: bytes, vocabulary });
    if (territory === undefined) return { kind: 'unreadable', findings };
    const { seed, from, to, notices } = request;
    const run = yield* runAsAsked({ territory, ruleSets: [rules], mode: 'vivier', from, to, seed }, writer.commission);
    return run.kind === 'refused' ? run : { kind: 'drawn', territory: writeTerritory(draft, writer.history, notices) };
}
