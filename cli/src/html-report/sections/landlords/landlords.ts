import type { LedgerRow } from '@bareme/language/replay';
import { integerText, percentText, pointsText } from '../../../french.js';
import { rational } from '@bareme/language/ir';
import { el, type Child } from '../../drawing/markup.js';
import { swatch } from '../../drawing/patterns.js';
import { publishWhole } from '../../figures/suppression.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { countText } from '../../figures/words.js';
import { landlordChecks } from './landlord-checks.js';
import { landlordRecordTable, recordRowsOf } from './landlord-record.js';
import { aside, paragraph, together, type Section } from '../../drawing/section.js';

/** What each landlord has to do under each rule set: candidates to examine, files to verify, departures from the ranking. */
export function landlordsSection(view: ReportView): readonly Section[] {
    const landlords = [...new Set(view.report.ledger.flatMap(({ landlord }) => landlord ?? []))].sort();
    const { mode } = view.report;
    if (mode === 'constants' || landlords.length === 0) return [];
    return [
        {
            id: 'bailleurs',
            title: 'Pour les bailleurs : instruire et examiner',
            content: [
                paragraph(
                    'Ce que chaque bailleur aurait eu à faire, et ce que rapportent les données. Un dossier à vérifier manque d’un fait dont dépend l’admissibilité, la note ou le public du titulaire. Un écart au classement est un bail signé par une autre demande que la première : après un refus du ménage, qui n’est pas le fait du bailleur, ou parce que la commission en a décidé autrement, ce qu’elle peut.',
                ),
                aside(
                    'Le bilan annuel dû à chaque réservataire avant le 28 février (CCH R.441-5-1) est un fichier à part, ',
                    el('code', {}, 'bilan-R441-5-1.html'),
                    ' : les logements enregistrés seuls, convention par convention. Rien de ce qui suit n’a valeur de bilan.',
                ),
                ...landlords.flatMap((landlord) => [
                    together(el('h3', {}, view.words.dwelling('bailleur', landlord)), mode === 'vivier' ? workTable(view, landlord) : undefined),
                    recordRowsOf(view).length === 0 ? undefined : together(landlordRecordTable(view, landlord)),
                    ...landlordChecks(view, landlord).map((table) => together(table)),
                ]),
                aside(
                    'Les jours de vacance sont ceux des données : dans le rejeu, le délai entre la libération et le bail est une hypothèse. Les dossiers un par un : registre-interne.csv, colonnes « bailleur », « rang_de_l_enregistrée », « la_politique_signale » et « pièces_à_vérifier ».',
                ),
            ],
        },
    ];
}

function workTable(view: ReportView, landlord: string): Child {
    const rules = view.report.ruleSets.map(({ id }) => id);
    const own = rules.map((id) => view.report.ledger.filter((row) => row.landlord === landlord && row.ruleSet === id));
    const toVerify = own.map((rows) => {
        const has = rows.filter(isToVerify).length;
        return publishWhole({ has, lacks: rows.filter(({ end }) => end === 'leased').length - has });
    });
    return dataTable({
        caption: 'Sous chaque jeu de règles',
        columns: [
            { title: 'Règles' },
            { title: 'Logements libérés', numeric: true },
            { title: 'Baux signés', numeric: true },
            { title: 'dont hors classement', numeric: true },
            { title: 'Candidats examinés par tour', numeric: true },
            { title: 'Propositions par bail classé', numeric: true },
            { title: 'Écarts au classement', numeric: true },
            { title: 'Dossiers à vérifier', numeric: true },
        ],
        rows: rules.map((id, place) => workRow(view, { id, rows: own[place] ?? [], toVerify: countText(toVerify[place] ?? 'masked') })),
    });
}

function workRow(
    view: ReportView,
    { id, rows, toVerify }: { readonly id: string; readonly rows: readonly LedgerRow[]; readonly toVerify: string },
): readonly Child[] {
    const leased = rows.filter(({ end }) => end === 'leased');
    const ranked = leased.filter(({ decidedBy }) => decidedBy !== 'route');
    const departures = ranked.filter(({ first, housed }) => first !== housed).length;
    const per = (count: (row: LedgerRow) => number): string =>
        ranked.length === 0 ? '—' : pointsText(rational(Math.round((10 * ranked.reduce((sum, row) => sum + count(row), 0)) / ranked.length), 10));
    return [
        el('span', {}, swatch(view.pattern(id)), view.label(id)),
        integerText(rows.length),
        integerText(leased.length),
        integerText(leased.length - ranked.length),
        examinedPerRound(ranked),
        per(({ offers }) => offers),
        `${integerText(departures)} (${percentText(departures, ranked.length)})`,
        toVerify,
    ];
}

/** The candidates of one round (three by law, R.441-3), not those seen until one says yes. */
function examinedPerRound(rows: readonly LedgerRow[]): string {
    const sum = (count: (row: LedgerRow) => number): number => rows.reduce((all, row) => all + count(row), 0);
    const rounds = sum((row) => row.rounds);
    return rounds === 0 ? '—' : pointsText(rational(Math.round((10 * sum(({ examined }) => examined)) / rounds), 10));
}

const DOUBTS: ReadonlySet<string> = new Set([
    'housed-to-verify',
    'housed-incomplete-note',
    'housed-adequacy-unknown',
    'housed-public-unknown',
    'housed-unscored-unknown',
]);

function isToVerify({ flags }: LedgerRow): boolean {
    return flags.some((flag) => DOUBTS.has(flag));
}
