import type { Receipt } from '@bareme/language/replay';
import { Button } from '../../base/button.js';
import { download, downloadBlob } from '../../base/download.js';
import { Notice } from '../../base/notice.js';
import { show } from '../../state/navigation.js';
import { announce, isStale, useSession, type Run } from '../../state/session.js';
import { tellRun } from '../../state/telling.js';
import { outputText, type OutputName } from './outputs.js';
import { workbookSheets } from './workbook.js';
import { writeWorkbook } from './write-workbook.js';

interface Output {
    readonly name: OutputName;
    readonly title: string;
    readonly help: string;
    readonly type: string;
    /** Its rows speak of households: not for an edition made to be shared, unless they are of nobody. */
    readonly isInternal: boolean;
}

const OUTPUTS: readonly Output[] = [
    {
        name: 'rapport.html',
        title: 'Rapport',
        help: 'La page à lire, à imprimer et à distribuer ; les petits effectifs y sont masqués.',
        type: 'text/html',
        isInternal: false,
    },
    {
        name: 'bilan-R441-5-1.html',
        title: 'Bilan des bailleurs',
        help: 'Le bilan annuel de R.441-5-1, bailleur par bailleur, sur les logements enregistrés ; public.',
        type: 'text/html',
        isInternal: false,
    },
    { name: 'flux.csv', title: 'Comptes de flux', help: 'Convention par convention : dû, orienté, signé, solde.', type: 'text/csv', isInternal: false },
    { name: 'registre-interne.csv', title: 'Registre des baux', help: 'Un logement par ligne, sous chaque règle.', type: 'text/csv', isInternal: true },
    {
        name: 'rapport-interne.json',
        title: 'Tous les chiffres',
        help: 'Ce que la page montre, et le registre, pour un autre outil.',
        type: 'application/json',
        isInternal: true,
    },
    {
        name: 'recu.json',
        title: 'Reçu',
        help: 'Ce qui prouve le rejeu : mêmes fichiers, mêmes octets, sur toute machine.',
        type: 'application/json',
        isInternal: false,
    },
];

/** The files of the last replay. */
export function ReplayFiles({ run, receipt }: { readonly run: Run; readonly receipt: Receipt }) {
    const edition = useSession((state) => state.edition);
    const files = useSession((state) => state.workspace?.files);
    const isOpen = edition === 'interne' || run.report.territory.synthetic;
    const save = ({ name, type, title }: Output): void => {
        download(name, outputText(run, receipt, name), type);
        announce(`${title} : enregistré sous ${name}.`);
    };
    return (
        <section className="card stack" aria-labelledby="replay-files">
            <h2 id="replay-files">Le dernier rejeu</h2>
            {isStale(run, files) && (
                <Notice tone="warn" action={<Button onClick={() => show('rejouer')}>Rejouer</Button>}>
                    <strong>À rejouer.</strong> Les textes ont changé depuis : ces fichiers disent ceux d’alors.
                </Notice>
            )}
            <ul className="outputs">
                {OUTPUTS.map((output) => (
                    <li key={output.name} className="row">
                        <div>
                            <strong>{output.title}</strong> <span className="soft small">{output.name}</span>
                            <p className="small soft">
                                {output.isInternal && !isOpen ? 'Il parle de ménages : passez en édition interne pour l’enregistrer.' : output.help}
                            </p>
                        </div>
                        <Button disabled={output.isInternal && !isOpen} onClick={() => save(output)} aria-label={`Enregistrer : ${output.title}`}>
                            Enregistrer
                        </Button>
                    </li>
                ))}
                <WorkbookFile run={run} receipt={receipt} isOpen={isOpen} />
            </ul>
        </section>
    );
}

/** Every table in one workbook. In the edition made to be shared, as protected as the page. */
function WorkbookFile({ run, receipt, isOpen }: { readonly run: Run; readonly receipt: Receipt; readonly isOpen: boolean }) {
    const edition = useSession((state) => state.edition);
    const name = isOpen ? 'tableaux-interne.xlsx' : 'tableaux.xlsx';
    const save = async (): Promise<void> => {
        const sheets = workbookSheets({ telling: tellRun(run, edition), report: run.report, receipt, withLedger: isOpen });
        downloadBlob(name, await writeWorkbook(sheets));
        announce(`Classeur : enregistré sous ${name}.`);
    };
    return (
        <li className="row">
            <div>
                <strong>Classeur</strong> <span className="soft small">{name}</span>
                <p className="small soft">
                    Les tableaux de la comparaison et les comptes de flux, une feuille chacun{isOpen ? ', avec le registre des baux' : ''}. Aucune cellule n’est
                    une formule.
                </p>
            </div>
            <Button onClick={() => void save()} aria-label="Enregistrer : Classeur">
                Enregistrer
            </Button>
        </li>
    );
}
