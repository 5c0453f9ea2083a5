import { absurd } from '@bareme/language/ir';
import type { ReplayMode, RuleSet } from '@bareme/language/replay';
import { dayText, integerText, plural } from '../../../french.js';
import { el } from '../../drawing/markup.js';
import { swatch } from '../../drawing/patterns.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { isFew, SMALLEST_CELL } from '../../figures/suppression.js';
import { quoted } from '../../figures/words.js';
import { callout, paragraph, type Section } from '../../drawing/section.js';

/** What was compared, on which data, with which question. */
export function comparedSection(view: ReportView): Section {
    const { report, others } = view;
    return {
        id: 'compare',
        title: 'Ce qui a été comparé',
        content: [
            paragraph(questionText(report.mode)),
            paragraph(volumesText(view)),
            dataTable({
                caption: 'Les règles comparées',
                columns: [
                    { title: 'Règles' },
                    { title: 'Texte suivi' },
                    { title: 'Baux signés', numeric: true },
                    { title: 'Sans preneur', numeric: true },
                    { title: 'Sans candidat', numeric: true },
                ],
                rows: report.ruleSets.map((ruleSet) => ruleSetRow(view, ruleSet)),
            }),
            ...others.filter(({ changesNothing }) => changesNothing).map(({ label }) => callout(noEffect(label))),
        ],
    };
}

/** The sentence that calls out a variant without effect. */
export function noEffect(label: string): string {
    return `La variante ${quoted(label)} ne change rien : sur ces données et cette période, aucune note ni aucun classement n’en dépend.`;
}

/** The question that a mode answers, and the one that it does not. */
export function questionText(mode: ReplayMode): string {
    switch (mode) {
        case 'constat':
            return 'Mode « constat » : les baux réellement signés sont mesurés avec les objectifs de la politique. Rien n’est simulé.';
        case 'constants':
            return 'Mode « à candidats constants » : pour chaque logement, les candidats réellement présentés en commission sont reclassés par chaque règle. On apprend qui serait classé premier parmi eux ; on n’apprend ni qui d’autre aurait pu être présenté, ni les quotas, ni l’équité d’ensemble.';
        case 'vivier':
            return 'Mode « vivier » : pour chaque logement libéré, toutes les demandes ouvertes et compatibles sont classées par chaque règle. Un ménage logé quitte le vivier et ne compte plus pour les logements suivants. Les règles sont comparées entre elles ; ce que rapportent les données figure à côté, pour mémoire.';
        default:
            return absurd(mode);
    }
}

function volumesText({ report }: ReportView): string {
    const { demands, openAtStart, entered, left, vacancies } = report.volumes;
    const { from, to } = report.territory;
    return (
        `Du ${dayText(from)} au ${dayText(to)} : ${plural(vacancies, 'logement libéré', 'logements libérés')} et ${plural(demands, 'demande', 'demandes')}, ` +
        `dont ${integerText(openAtStart)} déjà ouvertes au premier jour ; ${plural(entered, 'est entrée', 'sont entrées')} ensuite, ${isFew(left) ? `moins de ${SMALLEST_CELL} sont sorties` : plural(left, 'est sortie', 'sont sorties')} du fichier pendant la période, relogée${left > 1 ? 's' : ''} ou non.`
    );
}

function ruleSetRow({ report, pattern }: ReportView, ruleSet: RuleSet) {
    const leases = report.volumes.leases.find((entry) => entry.ruleSet === ruleSet.id);
    return [
        el('span', {}, swatch(pattern(ruleSet.id)), ruleSet.label),
        policyText(ruleSet),
        leases === undefined ? '—' : integerText(leases.signed),
        leases === undefined ? '—' : integerText(leases.withoutTaker),
        leases === undefined ? '—' : integerText(leases.withoutCandidate),
    ];
}

function policyText({ policy, versions, variant }: RuleSet): string {
    const dated = versions.map(({ version, from }) => `version ${version} en vigueur du ${dayText(from)}`).join(', puis ');
    return variant === undefined ? `${policy}, ${dated}` : `${policy}, variante ${variant} (${dated})`;
}
