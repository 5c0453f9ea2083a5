import type { ReportView } from '../../figures/view.js';
import { amountTable, signalTable } from '../landlords/landlord-checks.js';
import { aside, paragraph, together, type Section } from '../../drawing/section.js';

/** What the policy signals of the households housed, on the whole territory: occupation that a mutation repairs, heavy rents. For the CIL. */
export function signalsSection(view: ReportView): readonly Section[] {
    const whole = view.report.checks.filter(({ landlord }) => landlord === undefined);
    if (whole.every(({ signals }) => signals.length === 0)) return [];
    return [
        {
            id: 'signalements',
            title: 'Pour la conférence intercommunale : ce que la politique signale des ménages logés',
            content: [
                paragraph(
                    'La politique désigne des situations que la commission doit voir, sans effet sur la note. Chaque ligne compte les baux signés où la situation est vraie, sur tous les baux ; ceux dont on ne sait pas si elle l’est restent au dénominateur. Les effectifs sont donnés à la dizaine ; un effectif de moins de 11 ménages est tu ; une ligne qui le serait partout n’est pas montrée.',
                ),
                together(signalTable(view, whole)),
                together(amountTable(view, whole)),
                aside('Les baux un par un : registre-interne.csv, colonne « la_politique_signale ».'),
            ],
        },
    ];
}
