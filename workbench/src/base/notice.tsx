import type { ReactNode } from 'react';
import type { Tone } from './badge.js';

interface NoticeProps {
    readonly tone?: Tone;
    readonly children: ReactNode;
    /** The one next action. */
    readonly action?: ReactNode;
}

/** Something to know about the screen, and what to do about it. */
export function Notice({ tone = 'plain', children, action }: NoticeProps) {
    return (
        <div className="notice" data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
            <div>{children}</div>
            {action}
        </div>
    );
}

interface StateProps {
    readonly title: string;
    readonly children?: ReactNode;
    readonly action?: ReactNode;
}

/** A screen that has nothing to show yet: why, and the one next action. */
export function EmptyState({ title, children, action }: StateProps) {
    return (
        <section className="state stack">
            <h1>{title}</h1>
            {children !== undefined && <div className="soft">{children}</div>}
            {action}
        </section>
    );
}
