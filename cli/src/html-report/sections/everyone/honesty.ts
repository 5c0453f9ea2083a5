import type { Honesty, Ratio } from '@bareme/language/replay';
import { integerText, percentText } from '../../../french.js';
import { el, type Child, type Markup } from '../../drawing/markup.js';
import { isFew, SMALLEST_CELL } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { demandsOf, dwellingsText, shareText } from '../../figures/words.js';
import { missingFigureText, reasonText } from '../../../step-notes.fr.js';
import { list, paragraph, type Section } from '../../drawing/section.js';

/** How far the run can be trusted: three figures kept apart, what chance decided, what could not be evaluated. */
export function honestySection(view: ReportView): Section {
    const { honesty, volumes } = view.report;
    const figures = [
        definition('La note recalculée est-elle celle du fichier ?', ratioText(honesty.recomputedNote, 'notes identiques')),
        definition(
            'Les candidats réellement présentés sont-ils dans le vivier reconstitué ?',
            ratioText(honesty.recordedCandidatesInPool, 'candidats retrouvés'),
        ),
        definition('À quel rang les règles en vigueur classent-elles le premier choix de la commission ?', rankText(honesty)),
    ];
    return {
        id: 'confiance',
        title: 'Quelle confiance accorder à ces chiffres',
        content: [
            paragraph(
                'Trois chiffres séparés confrontent le rejeu à ce que rapportent les données. Le troisième peut être bas sans qu’il y ait erreur : réservataires et commissions ont une latitude que la loi leur donne.',
            ),
            el('dl', {}, figures.flat()),
            rankTable(view),
            ...(honesty.why.length === 0 ? [] : [paragraph('Ce qui n’a pas pu être calculé :'), list(honesty.why.map(missingFigureText))]),
            el('h3', {}, 'Ce que le hasard décide'),
            drawTable(view),
            ...(volumes.notEvaluated.length === 0 ? [] : [el('h3', {}, 'Ce qui n’a pas pu être évalué, ou seulement en partie'), notEvaluatedTable(view)]),
        ],
    };
}

function definition(question: string, answer: string): readonly Markup[] {
    return [el('dt', {}, question), el('dd', {}, answer)];
}

function ratioText(ratio: Ratio | undefined, what: string): string {
    if (ratio === undefined) return 'Les données ne permettent pas de le dire.';
    const { numerator, denominator } = ratio;
    if (isFew(numerator)) return `Moins de ${SMALLEST_CELL} sur ${integerText(denominator)} : ${what}.`;
    if (isFew(denominator - numerator)) return `${integerText(denominator)} sur ${integerText(denominator)}, à moins de ${SMALLEST_CELL} près : ${what}.`;
    return `${shareText(numerator, denominator)} : ${what}.`;
}

function rankText({ rankOfRecordedFirst: rank }: Honesty): string {
    if (rank === undefined) return 'Les données ne permettent pas de le dire.';
    return `Premier pour ${dwellingsText(rank.first, rank.count)} ; parmi les dix premiers pour ${dwellingsText(rank.firstTen, rank.count)} ; rang médian : ${integerText(rank.median)}.`;
}

function rankTable({ report, words }: ReportView): Markup | undefined {
    const rank = report.honesty.rankOfRecordedFirst;
    const groups = rank?.groups.filter(({ count }) => count >= SMALLEST_CELL) ?? [];
    if (groups.length === 0) return undefined;
    return dataTable({
        caption: 'Rang du premier choix de la commission, par type de logement',
        columns: [
            { title: 'Type' },
            { title: 'Logements', numeric: true },
            { title: 'Classé premier', numeric: true },
            { title: 'Dans les dix premiers', numeric: true },
            { title: 'Rang médian', numeric: true },
        ],
        rows: groups.map(({ group, count, first, firstTen, median }): readonly Child[] => [
            group === '' ? 'sans indication' : words.dwelling('typologie', group),
            integerText(count),
            percentText(first, count),
            percentText(firstTen, count),
            integerText(median),
        ]),
    });
}

function drawTable(view: ReportView): Markup {
    const { honesty, volumes } = view.report;
    return dataTable({
        caption: 'Logements dont la première demande tient à une égalité, et ménages dont le départ a dû être supposé',
        columns: [
            { title: 'Règles' },
            { title: 'Égalité de note, départagée par le classement', numeric: true },
            { title: 'Départagés par tirage', numeric: true },
            { title: 'Mois de présence supposés', numeric: true },
        ],
        rows: honesty.tiesDecided.map(({ ruleSet, byTie, byDraw }): readonly Child[] => {
            const imputed = honesty.imputedHouseholdMonths.find((entry) => entry.ruleSet === ruleSet);
            return [
                view.label(ruleSet),
                shareText(byTie, volumes.vacancies),
                shareText(byDraw, volumes.vacancies),
                imputed === undefined ? '—' : integerText(imputed.months),
            ];
        }),
    });
}

/** Reasons by row; rows of the files in a column of their own, then one column per rule set. */
function notEvaluatedTable({ report }: ReportView): Markup {
    const { notEvaluated, demands } = report.volumes;
    const reasons = [...new Set(notEvaluated.map(({ reason }) => reason))];
    const counted = (reason: string, ruleSet: string | undefined) => {
        const entry = notEvaluated.find((item) => item.reason === reason && item.ruleSet === ruleSet);
        // Of rules, demands are counted. Of the files, rows.
        return entry === undefined ? '—' : ruleSet === undefined ? integerText(entry.count) : demandsOf(entry.count, demands);
    };
    return dataTable({
        caption: 'Lignes et demandes comptées à part, jamais comptées pour zéro',
        columns: [{ title: 'Raison' }, { title: 'Fichiers', numeric: true }, ...report.ruleSets.map(({ label }) => ({ title: label, numeric: true }))],
        rows: reasons.map((reason): readonly Child[] => [
            reasonText(reason),
            counted(reason, undefined),
            ...report.ruleSets.map(({ id }) => counted(reason, id)),
        ]),
    });
}

/** How many vacancies a draw decides under a rule set, in words. */
export function drawnShare(view: ReportView, ruleSet: string): string {
    const drawn = view.report.honesty.tiesDecided.find((entry) => entry.ruleSet === ruleSet)?.byDraw ?? 0;
    return dwellingsText(drawn, view.report.volumes.vacancies);
}
