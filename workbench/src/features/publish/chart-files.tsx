import { useMemo } from 'react';
import { titleOf } from '../../base/told/told-block.js';
import type { Chart } from '@bareme/language/telling';
import { Button } from '../../base/button.js';
import { download, downloadBlob } from '../../base/download.js';
import { announce, useSession, type Run } from '../../state/session.js';
import { tellRun } from '../../state/telling.js';
import { chartPng } from './chart-png.js';
import { chartPicture, type ChartPicture } from './chart-svg.js';

/** How the files of charts are called. */
const NAMES: Readonly<Record<string, string>> = {
    'movement-chart': 'menages-loges',
    'objectives-chart': 'objectifs',
    'people-chart': 'gains-et-pertes',
    'objective-parts-chart': 'engagements-annuels',
    'objective-years-chart': 'objectifs-annees-incompletes',
};

interface NamedPicture {
    readonly id: string;
    readonly title: string;
    readonly name: string;
    readonly picture: ChartPicture;
}

/** Each chart of the last replay as a picture, to be put in a document. */
export function ChartFiles({ run }: { readonly run: Run }) {
    const edition = useSession((state) => state.edition);
    const pictures = useMemo(() => picturesOf(run, edition), [run, edition]);
    const savePng = async ({ name, title, picture }: NamedPicture): Promise<void> => {
        downloadBlob(`${name}.png`, await chartPng(picture));
        announce(`${title} : enregistré sous ${name}.png.`);
    };
    return (
        <section className="card stack" aria-labelledby="chart-files">
            <h2 id="chart-files">Les graphiques</h2>
            <p className="small soft">
                Chacun avec son titre, ses unités, ses seuils et ce qu’il faut en savoir. SVG pour l’imprimer net, PNG pour un diaporama.
            </p>
            <ul className="outputs">
                {pictures.map((named) => (
                    <li key={named.id} className="row">
                        <div>
                            <strong>{named.title}</strong> <span className="soft small">{named.name}</span>
                        </div>
                        <span className="row">
                            <Button
                                onClick={() => download(`${named.name}.svg`, named.picture.svg, 'image/svg+xml')}
                                aria-label={`Enregistrer en SVG : ${named.title}`}
                            >
                                SVG
                            </Button>
                            <Button onClick={() => void savePng(named)} aria-label={`Enregistrer en PNG : ${named.title}`}>
                                PNG
                            </Button>
                        </span>
                    </li>
                ))}
            </ul>
        </section>
    );
}

function picturesOf(run: Run, edition: 'partageable' | 'interne'): readonly NamedPicture[] {
    const { first, parts, warnings, period, edition: said } = tellRun(run, edition);
    const overline = `${run.report.territory.name} · ${period.text}`;
    const notes = [...warnings, said.text];
    return [...first, ...parts].flatMap((block) => {
        const { subject, finding } = titleOf(block);
        const charts = block.exhibits.filter((exhibit): exhibit is Chart => exhibit.kind !== 'table');
        return charts.map((chart) => ({
            id: chart.id,
            title: subject === '' ? finding : `${subject} : ${chart.title}`,
            name: NAMES[chart.id] ?? chart.id,
            picture: chartPicture(chart, { overline, finding, notes }),
        }));
    });
}
