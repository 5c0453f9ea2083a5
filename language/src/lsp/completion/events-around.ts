const NAME = String.raw`([\p{L}_][\p{L}\p{N}_]*)`;
const MEMBER = /un membre avec$/iu;
const COUNTED = new RegExp(String.raw`(?:nombre de|des|par)\s+${NAME}(?:\s+sur les?\s[^()]*)?\s+avec$`, 'iu');
const CONTAINING = new RegExp(String.raw`${NAME}\s+contient$`, 'iu');
const FOLDED = /(?:somme de|le plus grand de|le plus petit de)$/iu;

/** Events whose fields may be named: those of a fact of the demand; of any, where the sentence names them only after. */
export type EventsAround = { readonly kind: 'of'; readonly fact: string } | { readonly kind: 'any' };

/** The events that the condition or the value around the cursor reads one by one: `un membre avec (…`, `refus contient (…`, `somme de (…`. */
export function eventsAround(before: string): EventsAround | undefined {
    let end = before.length;
    for (let open = openingBefore(before, end); open >= 0; open = openingBefore(before, end)) {
        const head = before.slice(0, open).trimEnd();
        const fact = MEMBER.test(head) ? 'membres' : (COUNTED.exec(head) ?? CONTAINING.exec(head))?.[1];
        if (fact !== undefined) return { kind: 'of', fact };
        if (FOLDED.test(head)) return { kind: 'any' };
        end = open;
    }
    return undefined;
}

/** The last parenthesis opened before a place in the same clause and not closed; -1 where there is none. */
function openingBefore(text: string, end: number): number {
    let closed = 0;
    for (let at = end - 1; at >= 0; at -= 1) {
        const character = text[at];
        if (character === '{' || character === '}') return -1;
        if (character === ')') closed += 1;
        if (character === '(' && closed === 0) return at;
        if (character === '(') closed -= 1;
    }
    return -1;
}
