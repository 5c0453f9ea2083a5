import { policyReach, type PolicyReach } from '@bareme/language';
import { rangeText } from '@bareme/language/lsp';
import { formatFrenchDate, type Criterion, type Group, type LegalReference, type Policy, type Span } from '@bareme/language/ir';
import type { Annex } from '../../protocol.js';
import type { Program } from '../programs.js';

/** The annex of the policy that a file is about: of the version written in its folder, else of the last one. */
export function annexOf(program: Program, uri: string): Annex | undefined {
    const path = program.pathOf(uri);
    const policy = policyOfFile(program, path);
    if (policy === undefined) return undefined;
    const title = policy.variant === undefined ? `${policy.label ?? policy.name}, version ${policy.version}` : (policy.variant.label ?? policy.variant.name);
    return { title, html: annexHtml(program, policy, title) };
}

function policyOfFile({ project }: Program, path: string): Policy | undefined {
    const all = [...project.variants, ...project.policies];
    const written = all.find(({ at: [file] }) => file === path);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const beside = project.policies.find(({ at: [file] }) => file.startsWith(folder));
    return written ?? beside ?? project.policies.at(-1);
}

function annexHtml(program: Program, policy: Policy, title: string): string {
    const block = blockOf(program);
    const reach = policyReach(policy);
    const { dates } = policy;
    const acts = [
        dates.deliberated === undefined ? [] : [`délibérée le ${formatFrenchDate(dates.deliberated)}`],
        dates.opinions.map(({ body, day }) => `avis ${body} le ${formatFrenchDate(day)}`),
        [`en vigueur du ${formatFrenchDate(dates.from)}${dates.to === undefined ? '' : ` au ${formatFrenchDate(dates.to)}`}`],
    ].flat();
    return [
        block(
            'header',
            policy.at,
            `<h1>${escaped(title)}</h1><p>${escaped(acts.join(', '))}.</p>${policy.notices.map((notice) => `<p class="notice">${escaped(notice)}</p>`).join('')}`,
        ),
        ...policy.scorings.map((scoring) =>
            block(
                'section',
                scoring.at,
                `<h2>${escaped(scoring.label ?? scoring.name)} <small>${rangeText(reach.ofScoring(scoring))}</small></h2>${groupHtml(program, scoring.group, reach)}`,
            ),
        ),
        clauses(program, 'Objectifs', policy.objectives),
        clauses(program, 'Qui est traité hors cotation', policy.unscored ?? []),
        clauses(program, 'Qui ne peut recevoir de proposition', policy.exclusions),
        clauses(program, 'Adéquation du logement', policy.adequacies),
        clauses(program, 'Routes', policy.routes),
        clauses(program, 'Conventions de réservation', policy.conventions),
    ].join('');
}

/** A table of criteria for what stands side by side, a heading for each rubric. */
function groupHtml(program: Program, { items, combination }: Group, reach: PolicyReach): string {
    const block = blockOf(program);
    const criteria = items.filter((item) => item.kind === 'criterion');
    const rubrics = items.filter((item) => item.kind === 'rubric');
    const rows = criteria.map((item) => criterionRow(program, item, reach)).join('');
    const table = criteria.length === 0 ? '' : `<table><thead><tr><th>Critère</th><th>Points</th><th>Clause</th></tr></thead><tbody>${rows}</tbody></table>`;
    const below = rubrics.map((item) =>
        block(
            'div',
            item.at,
            `<h3>${escaped(item.label ?? item.name)} <small>${rangeText(reach.ofItem(item))}</small></h3>${groupHtml(program, item.group, reach)}`,
        ),
    );
    return `<p class="combination">${escaped(COMBINATIONS[combination] ?? combination)}</p>${table}${below.join('')}`;
}

const COMBINATIONS: Readonly<Record<string, string>> = {
    cumulables: 'Les points s’additionnent.',
    'le plus favorable': 'Seul le plus favorable compte.',
    'un seul': 'Un seul peut s’appliquer.',
    "dans l'ordre": 'Le premier qui s’applique compte.',
};

function criterionRow(program: Program, criterion: Criterion, reach: PolicyReach): string {
    const proof = criterion.proof ? ' <em>justificatif exigé</em>' : '';
    const cells = `<td>${escaped(criterion.label ?? criterion.name)}${proof}${references(criterion.references)}</td><td>${rangeText(reach.ofItem(criterion))}</td><td>${escaped(withoutReferences(criterion.text))}</td>`;
    return blockOf(program)('tr', criterion.at, cells);
}

interface Clause {
    readonly name: string;
    readonly label?: string;
    readonly text: string;
    readonly references: readonly LegalReference[];
    readonly at: Span;
}

function clauses(program: Program, title: string, items: readonly Clause[]): string {
    if (items.length === 0) return '';
    const lines = items.map((item) =>
        blockOf(program)('li', item.at, `<strong>${escaped(item.label ?? item.name)}</strong> : ${escaped(clauseOf(item.text))}${references(item.references)}`),
    );
    return `<section><h2>${escaped(title)}</h2><ul>${lines.join('')}</ul></section>`;
}

/** What the clause says, without the words by which it is named. */
function clauseOf(text: string): string {
    return withoutReferences(text.replace(/^\S+\s+\S+(\s+"[^"]*")?\s*:?\s*/, ''));
}

/** Texts of law have a place of their own. */
function withoutReferences(text: string): string {
    return text.replace(/\s*réf\s+"[^"]*"/g, '');
}

function references(items: readonly LegalReference[]): string {
    return items.length === 0 ? '' : `<span class="law">${items.map(({ text }) => escaped(text)).join(' ; ')}</span>`;
}

/** An element that knows where its clause is written, for the cursor to be followed. */
function blockOf(program: Program) {
    return (tag: string, at: Span, inner: string): string => {
        const { uri, range } = program.placeOf(at);
        return `<${tag} data-uri="${escaped(uri)}" data-line="${range.start.line}" data-end="${range.end.line}">${inner}</${tag}>`;
    };
}

function escaped(text: string): string {
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
