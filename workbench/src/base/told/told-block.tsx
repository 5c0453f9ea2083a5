import './told.css';
import type { Block, IntervalChart, Statement, Table } from '@bareme/language/telling';
import { useId, type ReactNode } from 'react';
import { StackFigure } from './told-marks.js';
import { Sign, ToldTable } from './told-table.js';

interface ToldBlockProps {
    readonly block: Block;
    /** What the name of a row leads to, by its place in its table. */
    readonly lead?: (text: string, place: number) => ReactNode;
    /** Said under the block: what leads on from there. */
    readonly children?: ReactNode;
}

/** One finding of a telling, in a card: what it is about, the finding as its title, its sentences, then what proves it. */
export function ToldBlock({ block, lead, children }: ToldBlockProps) {
    const id = useId();
    const { subject, finding } = titleOf(block);
    return (
        <section className="card stack" aria-labelledby={id} data-block={block.id}>
            <div>
                <p className="overline">{subject}</p>
                <h2 id={id}>{finding}</h2>
            </div>
            <ToldContent block={block} lead={lead} />
            {children}
        </section>
    );
}

/** The sentences of a block and what proves them, without its title. */
export function ToldContent({ block, lead }: Pick<ToldBlockProps, 'block' | 'lead'>) {
    const { statements, exhibits } = block;
    const charts = exhibits.filter((exhibit): exhibit is IntervalChart => exhibit.kind === 'intervals');
    const tables = exhibits.filter((exhibit): exhibit is Table => exhibit.kind === 'table');
    const stacks = exhibits.flatMap((exhibit) => (exhibit.kind === 'stack' ? [exhibit] : []));
    const legends = new Set(stacks.filter(({ bars }) => bars.length === 1).map(({ table }) => table));
    return (
        <>
            {statements.length > 0 && (
                <ul className="told-statements">
                    {statements.map((statement) => (
                        <Said key={`${statement.id} ${statement.text}`} statement={statement} />
                    ))}
                </ul>
            )}
            {stacks.map((chart) => (
                <StackFigure key={chart.id} chart={chart} table={tables.find(({ id }) => id === chart.table)} />
            ))}
            {tables
                .filter(({ id }) => !legends.has(id))
                .map((table) => (
                    <ToldTable key={table.id} table={table} charts={charts} lead={lead} />
                ))}
        </>
    );
}

function Said({ statement: { text, severity } }: { readonly statement: Statement }) {
    return (
        <li className="said" data-severity={severity}>
            <Sign severity={severity} />
            {text}
        </li>
    );
}

/** What a title is about, and what it says: « Ce qui bouge » and « 67 baux iraient à d’autres ménages ». */
export function titleOf({ title }: Pick<Block, 'title'>): { readonly subject: string; readonly finding: string } {
    const [subject = '', ...rest] = title.split(' : ');
    const finding = rest.join(' : ');
    return finding === '' ? { subject: '', finding: subject } : { subject, finding: `${finding.charAt(0).toLocaleUpperCase('fr')}${finding.slice(1)}` };
}
