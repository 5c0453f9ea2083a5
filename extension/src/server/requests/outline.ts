import { policyReach, type PolicyReach } from '@bareme/language';
import { rangeText } from '@bareme/language/lsp';
import {
    formatFrench,
    formatFrenchDate,
    fromFraction,
    rational,
    type Convention,
    type Group,
    type Objective,
    type Policy,
    type Span,
} from '@bareme/language/ir';
import type { OutlineKind, OutlineNode } from '../../protocol.js';
import type { Program } from '../programs.js';

/** The tree « Politique »: for each policy its versions, with acts and dates, grids and their reach, objectives, conventions, variants. */
export function outlineOf(programs: readonly Program[]): readonly OutlineNode[] {
    return programs.flatMap((program) => {
        const names = [...new Set(program.project.policies.map(({ name }) => name))];
        return names.map((name) => policyNode(program, name));
    });
}

function policyNode(program: Program, name: string): OutlineNode {
    const versions = program.project.policies.filter((policy) => policy.name === name);
    const last = versions.at(-1);
    return {
        kind: 'policy',
        label: last?.label ?? name,
        description: name,
        tooltip: last?.notices.join('\n'),
        children: versions.map((version) => versionNode(program, version)).reverse(),
    };
}

function versionNode(program: Program, policy: Policy): OutlineNode {
    const reach = policyReach(policy);
    const node = nodesOf(program);
    const variants = program.project.variants.filter(({ name, version }) => name === policy.name && version === policy.version);
    return node('version', `Version ${policy.version}`, policy.at, {
        description: `en vigueur du ${formatFrenchDate(policy.dates.from)}${policy.dates.to === undefined ? '' : ` au ${formatFrenchDate(policy.dates.to)}`}`,
        children: [
            datesNode(program, policy),
            ...policy.scorings.map((scoring) =>
                node('scoring', scoring.label ?? scoring.name, scoring.at, {
                    description: rangeText(reach.ofScoring(scoring)),
                    children: itemNodes(program, scoring.group, reach),
                }),
            ),
            group(
                'Objectifs',
                policy.objectives.map((objective) =>
                    node('objective', titleOf(objective), objective.at, { description: amountText(objective), tooltip: objective.text }),
                ),
            ),
            group(
                'Conventions',
                policy.conventions.map((item) => node('convention', titleOf(item), item.at, { description: shareText(item), tooltip: item.text })),
            ),
            group(
                'Variantes',
                variants.map((variant) =>
                    node('variant', variant.variant?.label ?? variant.variant?.name ?? '', variant.at, { description: variant.variant?.name }),
                ),
            ),
        ].filter((child) => child.kind !== 'group' || child.children.length > 0),
    });
}

function datesNode(program: Program, policy: Policy): OutlineNode {
    const { deliberated, opinions, from, switchover, evaluation } = policy.dates;
    const lines: readonly (readonly [string, number | undefined])[] = [
        ...opinions.map(({ body, day }) => [`Avis ${body}`, day] as const),
        ['Délibération', deliberated],
        ['Entrée en vigueur', from],
        ['Bascule des notes', switchover],
        ['Évaluation', evaluation],
    ];
    return {
        kind: 'group',
        label: 'Actes et dates',
        children: lines.flatMap(([label, day]) =>
            day === undefined ? [] : [{ kind: 'dates' as const, label, description: formatFrenchDate(day), place: program.placeOf(policy.at), children: [] }],
        ),
    };
}

function itemNodes(program: Program, { items }: Group, reach: PolicyReach): readonly OutlineNode[] {
    const node = nodesOf(program);
    return items.map((item) =>
        node(item.kind === 'rubric' ? 'rubric' : 'criterion', item.label ?? item.name, item.at, {
            description: rangeText(reach.ofItem(item)),
            ...(item.kind === 'rubric' ? { children: itemNodes(program, item.group, reach) } : { tooltip: item.text }),
        }),
    );
}

/** How nodes of a program are made: each leads to where it is written. */
function nodesOf(program: Program) {
    return (kind: OutlineKind, label: string, at: Span, rest: Partial<OutlineNode>): OutlineNode => ({
        kind,
        label,
        place: program.placeOf(at),
        children: [],
        ...rest,
    });
}

function group(label: string, children: readonly OutlineNode[]): OutlineNode {
    return { kind: 'group', label, description: String(children.length), children };
}

function titleOf({ label, name }: { readonly label?: string; readonly name: string }): string {
    return label ?? name;
}

function amountText({ sense, counted, amount }: Objective): string {
    const word = sense === 'at-least' ? 'au moins' : 'au plus';
    return counted === 'share' ? `${word} ${percent(amount)}` : `${word} ${amount} baux`;
}

function shareText({ share, unit: counted, landlord }: Convention): string {
    return `${percent(share)} du flux de ${landlord}, en ${UNITS[counted]}`;
}

const UNITS = { oriented: 'logements orientés', proposed: 'candidats proposés', allotted: 'attributions', signed: 'baux signés' } as const;

function percent(fraction: string): string {
    const value = fromFraction(fraction);
    return value === undefined ? '?' : `${formatFrench(rational(value.n * 100n, value.d), 2)} %`;
}
