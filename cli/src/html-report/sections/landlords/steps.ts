import type { StepNote } from '@bareme/language/replay';
import type { Child } from '../../drawing/markup.js';
import { dataTable } from '../../drawing/table.js';
import type { ReportView } from '../../figures/view.js';
import { SOURCE_WORDS, STEP_TITLES, stepNoteText, type RuleSetLabel } from '../../../step-notes.fr.js';
import { paragraph, type Section } from '../../drawing/section.js';

/** Step by step: what is data, what is assumption, what is not modelled. */
export function stepsSection(view: ReportView): Section {
    return {
        id: 'etapes',
        title: 'Étape par étape : données et hypothèses',
        content: [
            paragraph(
                'Un rejeu raconte « ce qui serait arrivé si ». Chaque étape repose sur des données, sur une hypothèse déclarée, ou n’est pas représentée. Les hypothèses sont les mêmes pour toutes les règles.',
            ),
            dataTable({
                caption: 'D’où vient chaque étape',
                columns: [{ title: 'Étape' }, { title: 'Ce que le rejeu emploie' }, { title: 'Nature' }],
                rows: view.report.steps.map((note) => stepRow(note, view.label)),
            }),
        ],
    };
}

function stepRow(note: StepNote, label: RuleSetLabel): readonly Child[] {
    return [`${note.step}. ${STEP_TITLES[note.step]}`, stepNoteText(note, label), SOURCE_WORDS[note.source]];
}
