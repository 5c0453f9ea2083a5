import { ClauseChanges } from './clause-changes.js';
import type { ComparisonProps } from './comparison-props.js';
import { FluxDebts } from './flux-debts.js';
import { Movement } from './movement.js';
import { ObjectiveMatrix } from './objective-matrix.js';
import { Trust } from './trust.js';
import { Winners } from './winners.js';

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
