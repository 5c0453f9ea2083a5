import { Component, type ReactNode } from 'react';
import { Button } from '../base/button.js';
import { EmptyState } from '../base/notice.js';

interface Props {
    readonly children: ReactNode;
}

/** A screen that fails is said so; the others, and the texts being written, remain. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
    override state = { failed: false };

    static getDerivedStateFromError(): { readonly failed: boolean } {
        return { failed: true };
    }

    override render(): ReactNode {
        if (!this.state.failed) return this.props.children;
        return (
            <EmptyState title="Cet écran ne s’affiche pas" action={<Button onClick={() => this.setState({ failed: false })}>Réessayer</Button>}>
                <p>C’est un défaut de l’atelier, et non de vos fichiers. Vos textes sont gardés : les autres écrans y mènent toujours.</p>
            </EmptyState>
        );
    }
}
