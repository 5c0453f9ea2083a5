import type { TableCount } from '@bareme/language/data';
import { share, whole } from '../../base/french.js';

/** What became of the rows of each table. */
export function DataTables({ counts }: { readonly counts: readonly TableCount[] }) {
    return (
        <section className="card stack" aria-labelledby="tables">
            <h2 id="tables">Ce qui a été lu</h2>
            <div className="scroll" tabIndex={0} role="region" aria-label="Lignes de chaque tableau">
                <table className="grid-table">
                    <thead>
                        <tr>
                            <th scope="col">Tableau</th>
                            <th scope="col">Fichier</th>
                            {['Lignes', 'Gardées', 'Refusées', 'Cellules refusées'].map((title) => (
                                <th key={title} scope="col" className="number">
                                    {title}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {counts.map(({ table, file, read, kept, refused, refusedCells }) => (
                            <tr key={table}>
                                <th scope="row">{table}</th>
                                <td>{file}</td>
                                <td className="number">{whole(read)}</td>
                                <td className="number">
                                    {whole(kept)} <span className="soft">({share(kept, read)})</span>
                                </td>
                                <td className="number">{whole(refused)}</td>
                                <td className="number">{whole(refusedCells)}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            <p className="small soft">Une cellule refusée est « non renseignée » ; sa ligne est gardée. Une ligne refusée n’est pas rejouée.</p>
        </section>
    );
}
