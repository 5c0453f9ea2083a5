import type { Labels } from '../../reading/labels.js';
import type { VacancyRow } from '../../reading/vacancies.js';
import type { Run } from '../../state/session.js';
import { ClauseChanges } from './clause-changes.js';
import { FluxDebts } from './flux-debts.js';
import { Movement } from './movement.js';
import { ObjectiveMatrix } from './objective-matrix.js';
import { Trust } from './trust.js';
import { Winners } from './winners.js';

/** What every part of the comparison is given. */
export interface ComparisonProps {
    readonly run: Run;
    /** The variant looked at. */
    readonly ruleSet: string;
    readonly vacancies: readonly VacancyRow[];
    readonly labels: Labels;
}

/** The first screen, in the order in which a council reads it. */
export function Overview(props: ComparisonProps) {
    return (
        <>
            <div className="overview-top">
                <Movement {...props} />
                <ClauseChanges {...props} />
            </div>
            <ObjectiveMatrix {...props} />
            <Winners {...props} />
            <FluxDebts {...props} />
            <Trust {...props} />
        </>
    );
}
