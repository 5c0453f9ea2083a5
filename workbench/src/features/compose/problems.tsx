import type { Diagnostic } from '@bareme/language/diagnostics';
import { Badge, type Tone } from '../../base/badge.js';
import { Button, LinkButton } from '../../base/button.js';
import { openFile } from '../../state/navigation.js';
import { session } from '../../state/session.js';
import { undoably } from '../../state/undo.js';
import { writeFile } from '../../state/workspace.js';

interface ProblemsProps {
    readonly findings: readonly Diagnostic[];
    /** The file that is shown: its findings come first, as others often follow from them. */
    readonly path: string;
    /** The findings are those of the texts as they are now. */
    readonly isFresh: boolean;
    /** Nothing more is looked for. */
    readonly isComplete: boolean;
    /** The checker fell and starts again at the next edit. */
    readonly fell: boolean;
}

const TONES: Readonly<Record<Diagnostic['severity'], readonly [Tone, string]>> = {
    error: ['bad', '✗ erreur'],
    warning: ['warn', '! à voir'],
    information: ['plain', 'note'],
};

/** What is wrong in all the files, the remedy, and the way there. */
export function Problems({ findings: all, path, isFresh, isComplete, fell }: ProblemsProps) {
    const findings = ordered(all, path);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return (
        <section className="problems" aria-labelledby="problems-title">
            <h2 id="problems-title">
                {findings.length === 0 && !isComplete ? '' : problemsTitle(findings.length, errors)}{' '}
                <span className="soft small">{isComplete ? '' : 'Vérification…'}</span>
            </h2>
            {fell && <p className="soft small">La vérification s’est arrêtée ; elle reprend à la prochaine frappe.</p>}
            <ul>
                {findings.map((finding) => (
                    <li key={`${finding.code} ${finding.location?.path} ${finding.location?.start} ${finding.message}`}>
                        <Problem finding={finding} canFix={isFresh} />
                    </li>
                ))}
            </ul>
        </section>
    );
}

/** Errors first, those of the file that is shown before the others. */
function ordered(findings: readonly Diagnostic[], path: string): readonly Diagnostic[] {
    const place = ({ severity, location }: Diagnostic): number => (severity === 'error' ? 0 : 2) + (location?.path === path ? 0 : 1);
    return [...findings].sort((a, b) => place(a) - place(b));
}

function problemsTitle(count: number, errors: number): string {
    if (count === 0) return 'Aucun problème';
    if (errors === 0) return count === 1 ? 'Un point à voir' : `${count} points à voir`;
    return errors === 1 ? 'Une erreur' : `${errors} erreurs`;
}

function Problem({ finding, canFix }: { readonly finding: Diagnostic; readonly canFix: boolean }) {
    const { severity, message, remedy, location, fix } = finding;
    const [tone, word] = TONES[severity];
    return (
        <div className="problem">
            <Badge tone={tone}>{word}</Badge>
            <div>
                <p>{location === undefined ? message : <LinkButton onClick={() => openFile(location.path, location)}>{message}</LinkButton>}</p>
                {remedy !== '' && <p className="soft small">{remedy}</p>}
            </div>
            {fix !== undefined && canFix && <Button onClick={() => apply(fix)}>{fix.title}</Button>}
        </div>
    );
}

/** Puts the texts of a mend in their files, from the last place to the first. */
function apply({ title, edits }: NonNullable<Diagnostic['fix']>): void {
    const { workspace } = session();
    const fromLast = [...edits].sort((a, b) => b.location.start - a.location.start);
    const files = new Map(workspace?.files);
    for (const { location, newText } of fromLast) {
        const text = files.get(location.path);
        if (text !== undefined) files.set(location.path, text.slice(0, location.start) + newText + text.slice(location.end));
    }
    undoably(title, () => {
        for (const path of new Set(fromLast.map(({ location }) => location.path))) writeFile(path, files.get(path) ?? '');
    });
}
