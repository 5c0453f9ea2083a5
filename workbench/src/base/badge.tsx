import type { ReactNode } from 'react';

/** What a badge says of a state; its words say it too. */
export type Tone = 'good' | 'warn' | 'bad' | 'plain';

/** A state in a word. */
export function Badge({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
    return (
        <span className="badge" data-tone={tone}>
            {children}
        </span>
    );
}
