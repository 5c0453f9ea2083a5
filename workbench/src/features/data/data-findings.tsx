import { useMemo, useState } from 'react';
import { dataDiagnostic, readableFindings } from '@bareme/cli/findings';
import type { DataFinding } from '@bareme/language/data';
import type { Severity } from '@bareme/language/diagnostics';
import { Badge, type Tone } from '../../base/badge.js';
import { Button } from '../../base/button.js';
import { counted } from '../../base/french.js';

const TONES: Readonly<Record<Severity, readonly [Tone, string]>> = {
    error: ['bad', '✗ refusé'],
    warning: ['warn', '! à voir'],
    information: ['plain', 'note'],
};

/** Findings listed at once when all are asked for. */
const MOST = 2000;

/** What was refused or is worth seeing, by file, row and column; never the value itself. */
export function DataFindings({ findings, ignored }: { readonly findings: readonly DataFinding[]; readonly ignored: readonly string[] }) {
    const [all, setAll] = useState(false);
    const shown = useMemo(() => (all ? findings.slice(0, MOST).map(dataDiagnostic) : readableFindings(findings)), [findings, all]);
    return (
        <section className="card stack" aria-labelledby="findings">
            <h2 id="findings">{findings.length === 0 ? 'Rien n’a été refusé' : `${counted(findings.length, 'constat', 'constats')} sur ces fichiers`}</h2>
            <ul className="data-findings">
                {shown.map(({ code, severity, message, remedy }, place) => (
                    <li key={`${code} ${place}`}>
                        <Badge tone={TONES[severity][0]}>{TONES[severity][1]}</Badge>
                        <div>
                            <p>{message}</p>
                            {remedy !== '' && <p className="soft small">{remedy}</p>}
                        </div>
                    </li>
                ))}
            </ul>
            {shown.length < findings.length && !all && (
                <div>
                    <Button onClick={() => setAll(true)}>Tout montrer, ligne par ligne</Button>
                </div>
            )}
            {all && findings.length > MOST && <p className="soft small">Les {MOST} premiers ; la ligne de commande les donne tous.</p>}
            {ignored.length > 0 && (
                <p className="small soft">
                    {counted(ignored.length, 'fichier que rien ne nomme n’est pas lu', 'fichiers que rien ne nomme ne sont pas lus')} : {ignored.join(', ')}.
                </p>
            )}
        </section>
    );
}
