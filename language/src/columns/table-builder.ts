import type { FactValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import { columnBuilder, type ColumnBuilder } from './column-builder.js';
import type { Table } from './column.js';

/** Gathers rows of facts into a table. */
export interface TableBuilder {
    /**
     * Adds a row: facts by name, and the names of those proved. A fact that the row does not carry is `non renseigné`; one that the
     * table does not have is left aside. Gives the names of the facts whose value their column cannot hold: those cells are
     * `non renseigné`, and the caller has something to report.
     */
    readonly add: (row: ReadonlyMap<string, FactValue>, proved?: ReadonlySet<string>) => readonly string[];
    readonly rows: () => number;
    readonly build: () => Table;
}

const MISSING: FactValue = { kind: 'missing' };

/** A table of these facts, without row. Of two facts of one name, the last one counts. */
export function tableBuilder(facts: readonly FactDeclaration[]): TableBuilder {
    const builders = new Map<string, ColumnBuilder>(facts.map((fact) => [fact.name, columnBuilder(fact)]));
    let rows = 0;
    return {
        add: (row, proved) => {
            const refused: string[] = [];
            for (const [name, builder] of builders) {
                if (!builder.push(row.get(name) ?? MISSING, proved?.has(name) ?? false)) refused.push(name);
            }
            rows += 1;
            return refused;
        },
        rows: () => rows,
        build: () => ({ rows, columns: new Map([...builders].map(([name, builder]) => [name, builder.build()])) }),
    };
}
