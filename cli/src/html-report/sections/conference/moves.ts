import type { Comparison } from '@bareme/language/replay';
import { integerText, percentText, plural } from '../../../french.js';
import { bar } from '../../drawing/bars.js';
import { causeText, sortedCauses } from '../../figures/cause-words.js';
import { el, type Child, type Markup } from '../../drawing/markup.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { dwellingsText } from '../../figures/words.js';
import { paragraph, together, type Section } from '../../drawing/section.js';

/** For how many vacancies the first candidate changes, and because of what. */
export function movesSection(view: ReportView): Section {
    const parts = view.report.comparisons.flatMap((comparison) => comparisonContent(view, comparison));
    const none = paragraph('Il n’y a pas de variante à comparer aux règles en vigueur, ou ce mode ne classe personne.');
    const intro = paragraph(
        'Une clause modifiée fait passer une demande devant une autre : c’est l’effet direct. Dès qu’un autre ménage est logé, les classements des logements suivants changent à leur tour : c’est l’effet de suite, qui grandit au fil de l’année sans qu’aucune règle y soit pour quelque chose.',
    );
    return { id: 'mouvements', title: 'Pourquoi la première demande change', content: parts.length === 0 ? [none] : [intro, ...parts] };
}

function comparisonContent(view: ReportView, comparison: Comparison): readonly Child[] {
    const { ruleSet, firstChanged, causes } = comparison;
    const total = view.report.volumes.vacancies;
    const title = el('h3', {}, view.label(ruleSet));
    const sentence = paragraph(
        `La demande classée première n’est plus la même pour ${dwellingsText(firstChanged, total)}${firstChanged === 0 ? '.' : ', à cause de :'}`,
    );
    return [firstChanged === 0 ? together(title, sentence) : together(title, sentence, causesTable(view, comparison, sortedCauses(causes)))];
}

function causesTable(view: ReportView, { ruleSet, firstChanged }: Comparison, causes: Comparison['causes']): Markup {
    const scale = Math.max(1, ...causes.map(({ count }) => count));
    return dataTable({
        caption: 'Ce qui fait passer une autre demande devant',
        columns: [{ title: 'Cause' }, { title: 'En image' }, { title: 'Logements', numeric: true }, { title: 'Part des changements', numeric: true }],
        rows: causes.map(({ cause, clause, label, count }): readonly Child[] => {
            const words = causeText({ cause, clause, label });
            return [
                words,
                bar({ portion: { value: count, of: scale }, pattern: view.pattern(ruleSet), words: `${words} : ${plural(count, 'logement', 'logements')}` }),
                integerText(count),
                percentText(count, firstChanged),
            ];
        }),
    });
}
