import type { EntrantsOutcome } from '@bareme/language/replay';
import { toTheTen } from '@bareme/language/telling';
import { enumerate, integerText, percentText, plural } from '../../../french.js';
import { entrantShares, isUnknown, type EntrantShares } from '../../figures/entrant-shares.js';
import { groupLabel } from '../../figures/groups.js';
import type { Child } from '../../drawing/markup.js';
import type { PublishedCount } from '../../figures/suppression.js';
import { dataTable, type Column } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { countText, tenText } from '../../figures/words.js';
import { aside, paragraph, together, type Section } from '../../drawing/section.js';

/** Characteristics shown: those of several classes, each in its table, and those that a household has or not. */
const SHOWN = { classes: 6, yesNo: 8 };

/** Those who enter beside those who occupy, where the territory gives its occupants: for the CIL. */
export function entrantsSection(view: ReportView): readonly Section[] {
    const { entrants } = view.report;
    if (entrants === undefined) return [];
    return [{ id: 'entrants', title: 'Pour la conférence intercommunale : ceux qui entrent, ceux qui occupent', content: contentOf(view, entrants) }];
}

function contentOf(view: ReportView, entrants: EntrantsOutcome): readonly Child[] {
    const { occupants, notInDemands } = entrants;
    const shares = occupants === 0 ? [] : entrantShares(entrants);
    const untold =
        notInDemands.length === 0
            ? []
            : [aside(`Le fichier des demandes ne porte pas : ${enumerate(notInDemands)}. Aucune comparaison n’est faite sur ces points.`)];
    if (shares.length === 0) return [paragraph(nothingText(entrants)), ...untold];
    const [classes, yesNo] = [shares.filter((of) => !of.yesNo), shares.filter((of) => of.yesNo)];
    const rest = [...classes.slice(SHOWN.classes), ...yesNo.slice(SHOWN.yesNo)].map(({ label }) => label);
    return [
        paragraph(
            `Ceux qui occupent sont les ${plural(occupants, 'ménage', 'ménages')} du fichier des occupants. Ceux qui entrent sont les ménages logés dans un logement libéré pendant la période, colonne par colonne ; un locataire du parc qui change de logement en est. Un écart n’est pas un défaut : ceux qui demandent un logement ne ressemblent pas forcément à ceux qui en ont un.`,
        ),
        paragraph(
            'Au numérateur de chaque part, les ménages de la classe ; au dénominateur, ceux de la même colonne dont la réponse est connue. Un montant, un âge ou un autre nombre est réparti selon les quarts des occupants, réunis quand ils finissent au même nombre : ceux qui entrent auraient la part de la colonne « Occupants » s’ils leur ressemblaient.',
        ),
        ...classes.slice(0, SHOWN.classes).map((of) => together(classTable(view, entrants, of))),
        ...(yesNo.length === 0 ? [] : [together(yesNoTable(view, entrants, yesNo.slice(0, SHOWN.yesNo)))]),
        aside(
            'Les effectifs sont donnés à la dizaine, et les parts calculées sur eux. Un effectif de moins de 11 ménages est tu, et avec lui celui qui permettrait de le retrouver par différence ; quand moins de 11 réponses sont inconnues, ces ménages restent au dénominateur.',
        ),
        ...(rest.length === 0 ? [] : [aside(`L’écart est moindre, et les effectifs sont dans rapport-interne.json, pour : ${enumerate(rest)}.`)]),
        ...untold,
    ];
}

function nothingText({ occupants, breakdowns }: EntrantsOutcome): string {
    if (occupants === 0) return 'Le fichier des occupants ne compte aucun ménage : ceux qui entrent ne sont comparés à personne.';
    return breakdowns.length === 0
        ? 'Le fichier des occupants ne porte aucun fait par lequel comparer ceux qui entrent à ceux qui occupent.'
        : 'Les effectifs sont trop petits pour que ceux qui entrent soient comparés à ceux qui occupent.';
}

function columnsOf(view: ReportView, { entrants }: EntrantsOutcome, first: string): readonly Column[] {
    const titles = ['Occupants', ...entrants.map(({ ruleSet }) => `Entrants : ${view.label(ruleSet)}`)];
    return [{ title: first }, ...titles.map((title) => ({ title, numeric: true }))];
}

/** `26,1 % (310)`, to the nearest ten, with what is added to the count; nothing where nobody is known. */
function shareOf(count: PublishedCount, whole: number, added: string): string {
    if (count === 'masked') return countText(count);
    const ten = toTheTen(count);
    return whole === 0 ? '—' : `${percentText(ten, toTheTen(whole))}${added === '' ? '\u00a0' : ' '}(${integerText(ten)}${added})`;
}

/** Each class, then those of whom it is not known, then the denominators. */
function classTable(view: ReportView, entrants: EntrantsOutcome, { label, groups, columns }: EntrantShares): Child {
    const rows = groups.map((group, place): readonly Child[] => [
        groupLabel({ ...group, breakdown: '' }),
        ...columns.map(({ whole, counts }) => {
            const count = counts[place] ?? 'masked';
            return isUnknown(group) ? tenText(count) : shareOf(count, whole, '');
        }),
    ]);
    return dataTable({
        caption: label,
        columns: columnsOf(view, entrants, 'Classe'),
        rows: [...rows, ['Au dénominateur', ...columns.map(({ whole }) => integerText(toTheTen(whole)))]],
    });
}

/** The households that have each characteristic, of those of whom it is known. */
function yesNoTable(view: ReportView, entrants: EntrantsOutcome, shares: readonly EntrantShares[]): Child {
    return dataTable({
        caption: 'Ménages qui ont cette caractéristique',
        columns: columnsOf(view, entrants, 'Caractéristique'),
        rows: shares.map(({ label, groups, columns }) => {
            const yes = groups.findIndex(({ group }) => group === 'oui');
            return [label, ...columns.map(({ whole, counts }) => shareOf(counts[yes] ?? 'masked', whole, `\u00a0sur\u00a0${integerText(toTheTen(whole))}`))];
        }),
    });
}
