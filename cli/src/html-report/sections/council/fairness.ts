import type { Comparison } from '@bareme/language/replay';
import { integerText, plural } from '../../../french.js';
import { chancesOf, otherOf, baselineOf, type GroupChances } from '../../figures/chances.js';
import { el, type Child } from '../../drawing/markup.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { aside, paragraph, together, type Section } from '../../drawing/section.js';

/** Groups shown for each variant among those that rules read, and among those that no rule reads. */
const SHOWN = 8;

/** The chance of being housed, group by group, under each rule set: traits that no rule reads come first. */
export function fairnessSection(view: ReportView): readonly Section[] {
    const compared = view.others.flatMap(({ id, changesNothing }) => (changesNothing ? [] : (view.comparison(id) ?? [])));
    const parts = view.report.mode === 'vivier' ? compared.map((comparison) => ({ comparison, chances: chancesOf(view, comparison) })) : [];
    if (parts.every(({ chances }) => chances.length === 0)) return [];
    return [
        {
            id: 'equite',
            title: 'Audit d’équité : qui a quelle chance d’être logé',
            content: [
                paragraph(
                    `La chance d’un groupe est la part de ses demandes qui seraient logées. ${replicationsText(view)} Une caractéristique que nulle règle ne lit peut tout de même perdre ou gagner, parce qu’elle va avec une autre : c’est ce que ces tableaux cherchent. Au numérateur, les ménages logés ; au dénominateur, toutes les demandes du groupe ouvertes à un moment de la période.`,
                ),
                ...parts.flatMap(({ comparison, chances }) => comparisonContent(view, comparison, chances)),
                aside(
                    'Un ménage appartient à plusieurs groupes. Les groupes de moins de 11 ménages, et ceux qui les feraient retrouver par différence, ne sont pas montrés ; la chance de tous les autres est dans l’annexe.',
                ),
            ],
        },
    ];
}

function replicationsText({ report: { replications } }: ReportView): string {
    return replications === undefined
        ? 'Elle est mesurée sur ce seul rejeu : « --repliques » la mesure sur plusieurs tirages.'
        : `Elle est mesurée sur ${plural(replications.seeds.length, 'répétition', 'répétitions')} : c’est une probabilité devant les tirages.`;
}

function comparisonContent(view: ReportView, comparison: Comparison, chances: readonly GroupChances[]): readonly Child[] {
    const named = chances.filter(({ group }) => !VAGUE.has(group));
    const table = (caption: string, read: boolean): Child => {
        const strongest = named
            .filter((group) => group.read === read)
            .sort((a, b) => gapOf(b) - gapOf(a))
            .slice(0, SHOWN);
        return strongest.length === 0 ? undefined : together(chancesTable(view, comparison, { caption, groups: strongest }));
    };
    return [
        el('h3', {}, `${view.label(comparison.ruleSet)}, comparée à : ${view.label(comparison.baseline)}`),
        table('Caractéristiques que nulle règle ne lit : les plus grands écarts', false),
        table('Caractéristiques que lisent les règles : les plus grands écarts', true),
    ];
}

/** Absences, and the rest of a yes or no. */
const VAGUE = new Set(['inconnu', 'sans objet', 'non', '']);

/** How far apart the two chances are, in ten-thousandths: enough to set groups in order. */
function gapOf({ counts }: GroupChances): number {
    return Math.abs(Math.round((10_000 * (otherOf(counts) - baselineOf(counts))) / counts.demands));
}

interface TableRequest {
    readonly caption: string;
    readonly groups: readonly GroupChances[];
}

function chancesTable(view: ReportView, { ruleSet, baseline }: Comparison, { caption, groups }: TableRequest): Child {
    const numeric = (title: string) => ({ title, numeric: true });
    const replications = view.report.replications?.seeds.length ?? 1;
    return dataTable({
        caption,
        columns: [
            { title: 'Groupe de ménages' },
            numeric('Demandes'),
            numeric(`Logé : ${view.label(baseline)}`),
            numeric(`Logé : ${view.label(ruleSet)}`),
            numeric('Seulement avec les premières | la variante'),
            numeric('Plus tôt | plus tard avec la variante'),
            numeric('Dans aucun cas'),
        ],
        rows: groups.map(({ name, counts, shares }): readonly Child[] => [
            name,
            integerText(Math.round(counts.demands / replications)),
            shares.baseline,
            shares.other,
            `${shares.onlyBaseline} | ${shares.onlyOther}`,
            `${shares.sooner} | ${shares.later}`,
            shares.neither,
        ]),
    });
}
