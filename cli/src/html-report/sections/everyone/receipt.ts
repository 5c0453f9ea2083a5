import type { Child } from '../../drawing/markup.js';
import { el } from '../../drawing/markup.js';
import { dataTable } from '../../drawing/table.js';
import { paragraph, type Section } from '../../drawing/section.js';

/** What identifies a run, ready to show. */
export interface ReceiptSummary {
    /** The receipt's own hash. */
    readonly hash: string;
    /** Each input with its hash or value, in words. */
    readonly lines: readonly { readonly what: string; readonly value: string }[];
    /** The command that repeats the run. */
    readonly command: string;
}

/** How the run can be repeated, and proved to be the same. */
export function receiptSection({ hash, lines, command }: ReceiptSummary): Section {
    return {
        id: 'recu',
        title: 'Refaire ce rejeu',
        content: [
            paragraph(
                'Les mêmes fichiers, la même période et la même graine redonnent ce rapport à l’octet près, sur n’importe quelle machine. Cette commande le refait :',
            ),
            el('pre', {}, command),
            paragraph('Empreinte du reçu (SHA-256) : ', el('code', {}, hash)),
            dataTable({
                caption: 'Ce dont ce rapport dépend',
                columns: [{ title: 'Élément' }, { title: 'Valeur ou empreinte' }],
                rows: lines.map(({ what, value }): readonly Child[] => [what, el('code', {}, value)]),
            }),
        ],
    };
}
