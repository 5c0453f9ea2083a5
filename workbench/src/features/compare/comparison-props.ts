import type { Labels } from '../../reading/labels.js';
import type { VacancyRow } from '../../reading/vacancies.js';
import type { Run } from '../../state/session.js';

/** What every part of the comparison is given. */
export interface ComparisonProps {
    readonly run: Run;
    /** The variant looked at. */
    readonly ruleSet: string;
    readonly vacancies: readonly VacancyRow[];
    readonly labels: Labels;
}
