import type { LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import { InlayHintKind, type InlayHint, type InlayHintParams } from 'vscode-languageserver';
import type { Policy } from '../ir/policy.js';
import type { ScoringItem } from '../ir/scoring.js';
import type { Places, Span } from '../ir/span.js';
import { policyReach, type PolicyReach } from '../validation/quantities/points-reach.js';
import { itemsOf } from './names/policies.js';
import type { WorkspaceView } from './names/workspace-view.js';
import { silentTiersText } from './words/hint-words.js';
import { boundsText, rangeText } from './words/reach-words.js';

/** A hint after a stretch of the file. */
interface Hint {
    readonly after: Span;
    readonly label: string;
    readonly tooltip: string;
}

/** What the text implies and does not say: the points that each part may give, the bounds of deduced facts, what an unsaid line of a `selon` gives. */
export class BaremeInlayHints implements InlayHintProvider {
    constructor(private readonly view: WorkspaceView) {}

    getInlayHints(document: LangiumDocument, { range }: InlayHintParams): InlayHint[] {
        const path = this.view.pathOf(document);
        const project = this.view.compilation(document)?.project;
        const policies = [...(project?.policies ?? []), ...(project?.variants ?? [])];
        const found = policies.flatMap((policy) => hintsOf(policy));
        const text = document.textDocument;
        const hints = found
            .filter(({ after }) => after[0] === path)
            .map(({ after: [, , end], label, tooltip }): InlayHint => ({
                position: text.positionAt(end),
                label,
                kind: InlayHintKind.Type,
                paddingLeft: true,
                tooltip,
            }));
        const distinct = new Map(hints.map((hint) => [`${hint.position.line} ${hint.position.character}`, hint]));
        return [...distinct.values()].filter(({ position: { line } }) => range.start.line <= line && line <= range.end.line);
    }
}

function hintsOf(policy: Policy): readonly Hint[] {
    const reach = policyReach(policy);
    return [
        ...policy.scorings.flatMap((scoring) => [
            ...pointsHint(scoring, rangeText(reach.ofScoring(scoring)), 'Ce que la cotation peut donner, plafond et plancher compris.'),
            ...itemsOf(scoring.group).flatMap((item) => itemHints(item, reach)),
        ]),
        ...policy.vocabulary.derived.flatMap(({ places, value, type }) => {
            const bounds = NUMERIC.has(type.kind) ? boundsText(reach.ofValue(value), type) : undefined;
            return bounds === undefined || places?.name === undefined
                ? []
                : [{ after: places.name, label: bounds, tooltip: 'Bornes calculées à partir de celles des faits.' }];
        }),
    ];
}

const NUMERIC: ReadonlySet<string> = new Set(['number', 'money', 'ratio']);

function pointsHint({ places }: Places<'name'>, label: string, tooltip: string): readonly Hint[] {
    return places?.name === undefined ? [] : [{ after: places.name, label, tooltip }];
}

/** Points written out say what they give; the others are computed. */
function itemHints(item: ScoringItem, reach: PolicyReach): readonly Hint[] {
    if (item.kind === 'rubric') return pointsHint(item, rangeText(reach.ofItem(item)), 'Ce que la rubrique peut donner, plafond et plancher compris.');
    if (item.points.kind === 'flat') return [];
    const own = pointsHint(item, rangeText(reach.ofItem(item)), 'Ce que le critère peut donner, plafond et plancher compris.');
    if (item.points.kind !== 'tiers') return own;
    const last = item.points.tiers.at(-1);
    const kinds = new Set(item.points.tiers.map(({ test }) => test.kind));
    const silent = silentTiersText({ missing: !kinds.has('missing'), notApplicable: !kinds.has('not-applicable') });
    return last === undefined || silent === undefined ? own : [...own, { after: last.at, ...silent }];
}
