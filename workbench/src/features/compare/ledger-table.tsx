import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Badge } from '../../base/badge.js';
import { day, whole } from '../../base/french.js';
import type { LedgerColumn, LedgerLine } from '../../reading/ledger-rows.js';

const ROW_HEIGHT = 34;
const PAGE = 12;

const COLUMNS: readonly { readonly column: LedgerColumn; readonly title: string; readonly number?: true }[] = [
    { column: 'dwelling', title: 'Logement' },
    { column: 'released', title: 'Libéré le' },
    { column: 'commune', title: 'Commune' },
    { column: 'typology', title: 'Type' },
    { column: 'reservee', title: 'Réservataire' },
    { column: 'noteBefore', title: 'Note du premier', number: true },
    { column: 'noteAfter', title: 'Avec la variante', number: true },
    { column: 'change', title: 'Ce qui change' },
    { column: 'cause', title: 'Ce qui l’a déplacé' },
];

const CHANGES = { household: 'autre attributaire', first: 'autre premier', none: 'rien' } as const;

interface LedgerTableProps {
    readonly lines: readonly LedgerLine[];
    readonly order: Uint32Array;
    readonly sort: { readonly column: LedgerColumn; readonly descending: boolean };
    readonly onSort: (column: LedgerColumn) => void;
    /** Key of the vacancy that is open. */
    readonly open: string | undefined;
    readonly onOpen: (key: string) => void;
}

/** The rows that are seen, out of any number: arrows, page and end keys move; Enter opens. */
export function LedgerTable({ lines, order, sort, onSort, open, onOpen }: LedgerTableProps) {
    const scroller = useRef<HTMLDivElement>(null);
    const [current, setCurrent] = useState(0);
    const virtual = useVirtualizer({ count: order.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, overscan: 12 });
    const lineAt = (place: number): LedgerLine | undefined => lines[order[place] ?? -1];
    const go = (place: number): void => {
        const next = Math.max(0, Math.min(order.length - 1, place));
        setCurrent(next);
        virtual.scrollToIndex(next);
    };
    const press = (event: KeyboardEvent): void => {
        const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE, Home: -order.length, End: order.length };
        const move = moves[event.key];
        if (move !== undefined) go(current + move);
        else if (event.key === 'Enter' || event.key === ' ') onOpen(lineAt(current)?.vacancy.key ?? '');
        else return;
        event.preventDefault();
    };
    const active = `bail-${Math.min(current, order.length - 1)}`;
    return (
        <div className="ledger-frame">
            <div
                ref={scroller}
                className="ledger-scroll"
                role="grid"
                aria-label="Logements libérés"
                aria-rowcount={order.length + 1}
                aria-colcount={COLUMNS.length}
                aria-activedescendant={active}
                tabIndex={0}
                onKeyDown={press}
            >
                <Head sort={sort} onSort={onSort} />
                <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
                    {virtual.getVirtualItems().map(({ index, start }) => {
                        const line = lineAt(index);
                        return line === undefined ? null : (
                            <div
                                key={line.vacancy.key}
                                id={`bail-${index}`}
                                role="row"
                                className="ledger-row"
                                aria-rowindex={index + 2}
                                aria-selected={line.vacancy.key === open}
                                data-current={index === current}
                                style={{ transform: `translateY(${start}px)` }}
                                onClick={() => {
                                    setCurrent(index);
                                    onOpen(line.vacancy.key);
                                }}
                            >
                                <Cells line={line} />
                            </div>
                        );
                    })}
                </div>
            </div>
        </div>
    );
}

function Head({ sort, onSort }: Pick<LedgerTableProps, 'sort' | 'onSort'>) {
    return (
        <div role="row" className="ledger-row ledger-head" aria-rowindex={1}>
            {COLUMNS.map(({ column, title, number }) => (
                <span key={column} role="columnheader" className={number && 'number'} aria-sort={sortWord(sort, column)}>
                    <button type="button" onClick={() => onSort(column)}>
                        {title} <span aria-hidden="true">{sort.column === column ? (sort.descending ? '▾' : '▴') : ''}</span>
                    </button>
                </span>
            ))}
        </div>
    );
}

function sortWord(sort: LedgerTableProps['sort'], column: LedgerColumn): 'ascending' | 'descending' | 'none' {
    if (sort.column !== column) return 'none';
    return sort.descending ? 'descending' : 'ascending';
}

function Cells({ line }: { readonly line: LedgerLine }) {
    const cells = [line.dwelling, day(line.released), line.commune, line.typology, line.reservee];
    return (
        <>
            {cells.map((text, place) => (
                <span key={place} role="gridcell" title={text}>
                    {text}
                </span>
            ))}
            <span role="gridcell" className="number">
                {line.noteBefore === undefined ? '–' : whole(line.noteBefore)}
            </span>
            <span role="gridcell" className="number">
                {line.noteAfter === undefined ? '–' : whole(line.noteAfter)}
            </span>
            <span role="gridcell">
                {line.change === 'none' ? (
                    <span className="soft">rien</span>
                ) : (
                    <Badge tone={line.change === 'household' ? 'warn' : 'plain'}>{CHANGES[line.change]}</Badge>
                )}
            </span>
            <span role="gridcell" title={line.cause}>
                {line.cause}
            </span>
        </>
    );
}
