import type { Location } from '../diagnostics/diagnostic.js';
import type { Policy } from '../ir/policy.js';
import type { Span } from '../ir/span.js';

/** Where a span of a policy stands, by the path of its file. */
export function locate(policy: Pick<Policy, 'sources'>, [file, start, end]: Span): Location {
    return { path: policy.sources[file]?.path ?? '', start, end };
}
