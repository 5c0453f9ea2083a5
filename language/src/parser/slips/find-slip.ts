import { bracketSlip } from './brackets.js';
import { misspeltNameSlip, misspeltSlip } from './misspelt.js';
import { numberSlip } from './numbers.js';
import { punctuationSlip, separatorSlip } from './punctuation.js';
import { sentenceSlip, withoutQuotesSlip } from './sentences.js';
import type { Slip, Stumble } from './slip.js';
import { readAsUnitSlip } from './read-as-unit.js';
import { spokenSlip } from './spoken-words.js';
import { signSlip } from './symbols.js';

/** What a parser that stumbles may have met, the surest first. */
const KINDS: readonly ((stumble: Stumble) => Slip | undefined)[] = [
    readAsUnitSlip,
    numberSlip,
    sentenceOfSigns,
    sentenceSlip,
    spokenSlip,
    misspeltSlip,
    separatorSlip,
    bracketSlip,
    withoutQuotesSlip,
    punctuationSlip,
    misspeltNameSlip,
];

/** The slips that would explain why a parser stumbles, the surest first: the first that lets it go further is kept. */
export function* slipsAt(stumble: Stumble): Generator<Slip, undefined, undefined> {
    for (const kind of KINDS) {
        const slip = kind(stumble);
        if (slip !== undefined) yield slip;
    }
    return undefined;
}

/** `==`: each sign is one of the language, together they are none. */
function sentenceOfSigns({ text, tokens, at }: Stumble): Slip | undefined {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (token?.image !== '=' || before?.image !== '=' || before.startOffset !== token.startOffset - 1) return undefined;
    return signSlip(text, before.startOffset, token.startOffset + 1);
}
