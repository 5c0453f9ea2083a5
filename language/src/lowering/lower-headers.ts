import type * as ast from '../generated/ast.js';
import type { ActDates, AppliedSocle, Policy, PolicyDates, SignedAct } from '../ir/policy.js';
import { fail, headSpan, nameIn, optional, placeOf, spanOf, unquote, wordSpan, type FileContext } from './context/context.js';
import { lowerDate } from './expressions/lower-literal.js';

type Headed = ast.Policy | ast.Act;

/** A root that makes a version, or is part of one, with its file. */
interface Part {
    readonly context: FileContext;
    readonly node: ast.Policy | ast.Act | ast.Socle;
}

/** The texts that headers of a kind give. */
export function textsOf(node: Headed, type: 'SourceHeader' | 'NoticeHeader'): string[] {
    return node.headers.flatMap((header) => (header.$type === type && 'text' in header ? [unquote(header.text) ?? ''] : []));
}

/** The dates of a version; a version without entry into force is refused. */
export function lowerDates(context: FileContext, node: ast.Policy): PolicyDates | undefined {
    const { from, to, ...dates } = datesOf(context, node);
    if (!node.headers.some((header) => header.$type === 'ForceHeader')) return fail(context, 'BAR504', { policy: node.name }, placeOf(context, node, 'name'));
    if (from === undefined) return undefined;
    const switchover = dateOf(context, node, 'bascule des notes le');
    const evaluation = dateOf(context, node, 'évaluation le');
    return {
        ...dates,
        from,
        ...optional('to', to),
        ...optional('switchover', switchover?.day),
        ...optional('evaluation', evaluation?.day),
        places: { ...dates.places, ...optional('switchover', switchover?.at), ...optional('evaluation', evaluation?.at) },
    };
}

/** The dates that versions and acts may have. */
function datesOf(context: FileContext, node: Headed): ActDates & Required<Pick<ActDates, 'places'>> {
    const deliberated = dateOf(context, node, 'délibérée le');
    const signed = dateOf(context, node, 'signée le') ?? dateOf(context, node, 'signé le');
    const force = node.headers.find((header) => header.$type === 'ForceHeader');
    const opinions = node.headers.flatMap((header) => {
        const day = header.$type === 'OpinionHeader' ? lowerDate(context, placeOf(context, header, 'date'), header.date) : undefined;
        return header.$type === 'OpinionHeader' && day !== undefined ? [{ body: header.body, day, at: spanOf(context, header) }] : [];
    });
    return {
        ...optional('deliberated', deliberated?.day),
        ...optional('signed', signed?.day),
        opinions: opinions.map(({ body, day }) => ({ body, day })),
        ...optional('from', force && lowerDate(context, placeOf(context, force, 'start'), force.start)),
        ...optional('to', force?.end === undefined ? undefined : lowerDate(context, placeOf(context, force, 'end'), force.end)),
        places: {
            ...optional('deliberated', deliberated?.at),
            ...optional('signed', signed?.at),
            ...optional('force', force && headSpan(context, force, ['start', 'end'])),
            opinions: opinions.map(({ at }) => at),
        },
    };
}

function dateOf(
    context: FileContext,
    node: Headed,
    kind: ast.DateHeader['kind'],
): { readonly day: number; readonly at: ReturnType<typeof spanOf> } | undefined {
    const header = node.headers.find((candidate) => candidate.$type === 'DateHeader' && candidate.kind === kind);
    const day = header?.$type === 'DateHeader' ? lowerDate(context, placeOf(context, header, 'date'), header.date) : undefined;
    return header === undefined || day === undefined ? undefined : { day, at: spanOf(context, header) };
}

/** What stands beside a version: the acts that others sign, the clauses of the law that it applies. */
export function beside(parts: readonly Part[]): Pick<Policy, 'acts' | 'socles'> {
    const acts = parts.flatMap(({ context, node }) => (node.$type === 'Act' ? [lowerAct(context, node)] : []));
    const socles = parts.flatMap(({ context, node }) => (node.$type === 'Socle' ? [lowerApplied(context, node)] : []));
    return { ...(acts.length === 0 ? {} : { acts }), ...(socles.length === 0 ? {} : { socles }) };
}

function lowerAct(context: FileContext, node: ast.Act): SignedAct {
    for (const header of node.headers) if (!isOfActs(header)) fail(context, 'BAR334', { name: node.name }, spanLocation(context, header));
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        dates: datesOf(context, node),
        citations: textsOf(node, 'SourceHeader'),
        notices: textsOf(node, 'NoticeHeader'),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

/** Headers that say something of an act; the others are those of a version. */
function isOfActs(header: ast.PolicyHeader): boolean {
    if (header.$type === 'DateHeader') return header.kind !== 'bascule des notes le' && header.kind !== 'évaluation le';
    return ['OpinionHeader', 'ForceHeader', 'SourceHeader', 'NoticeHeader'].includes(header.$type);
}

function spanLocation(context: FileContext, node: ast.PolicyHeader): { readonly path: string; readonly start: number; readonly end: number } {
    const [path, start, end] = spanOf(context, node);
    return { path, start, end };
}

function lowerApplied(context: FileContext, node: ast.Socle): AppliedSocle {
    const day = (property: 'start' | 'end'): number | undefined => {
        const text = node[property];
        return text === undefined ? undefined : lowerDate(context, placeOf(context, node, property), text);
    };
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        ...optional('from', day('start')),
        ...optional('to', day('end')),
        at: wordSpan(context, node, 'name'),
    };
}
