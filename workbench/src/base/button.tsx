import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
    /** `primary` for the one next action of a screen. */
    readonly look?: 'primary' | 'plain' | 'quiet';
}

/** A button; it never submits a form by accident. */
export function Button({ look = 'plain', ...props }: ButtonProps) {
    return <button type="button" className="button" data-look={look} {...props} />;
}

/** An action that reads as a link in a sentence or a cell. */
export function LinkButton(props: ButtonHTMLAttributes<HTMLButtonElement>) {
    return <button type="button" className="link-button" {...props} />;
}
