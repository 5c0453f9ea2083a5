import type { LedgerRow } from '@bareme/language/replay';
import { useEffect, useRef } from 'react';
import { Button, LinkButton } from '../../base/button.js';
import { day, decimal, signed, whole, approximate } from '../../base/french.js';
import type { Labels } from '../../reading/labels.js';
import { CAUSES, type LedgerLine } from '../../reading/ledger-rows.js';
import { openClause } from '../../state/clause.js';
import type { Run } from '../../state/session.js';
import { RankedCandidates } from './ranked-candidates.js';

interface LettingDetailProps {
    readonly line: LedgerLine;
    readonly run: Run;
    readonly ruleSet: string;
    readonly labels: Labels;
    readonly onClose: () => void;
}

const ENDS: Readonly<Record<LedgerRow['end'], string>> = {
    leased: 'bail signé',
    'without-taker': 'aucun ménage n’a accepté',
    'without-candidate': 'aucun candidat',
    outside: 'hors du vivier',
    recorded: 'enregistré',
    'not-evaluated': 'non évalué',
};

const DECIDED: Readonly<Record<LedgerRow['decidedBy'], string>> = {
    note: 'la note',
    'tie-break': 'le départage des égalités',
    draw: 'le tirage au sort',
    category: 'la catégorie',
    route: 'la voie d’attribution (sans classement)',
    none: 'pas de second candidat',
};

/** One letting under the baseline and the variant: who, with which note, and the clause that moved it. */
export function LettingDetail({ line, run, ruleSet, labels, onClose }: LettingDetailProps) {
    const heading = useRef<HTMLHeadingElement>(null);
    const { baseline, others, record } = line.vacancy;
    const other = others.get(ruleSet);
    useEffect(() => heading.current?.focus(), [line.vacancy.key]);
    const columns: readonly (readonly [string, LedgerRow | undefined])[] = [
        ['Règles en vigueur', baseline],
        [run.report.ruleSets.find(({ id }) => id === ruleSet)?.label ?? '', other],
    ];
    return (
        <aside className="card stack letting" aria-labelledby="letting-title" onKeyDown={({ key }) => key === 'Escape' && onClose()}>
            <div className="row letting-head">
                <h2 id="letting-title" ref={heading} tabIndex={-1}>
                    {line.typology}, {line.commune}
                </h2>
                <Button look="quiet" onClick={onClose}>
                    Fermer
                </Button>
            </div>
            <p className="soft small">
                Logement {line.dwelling}, libéré le {day(line.released)}. {line.reservee}
                {baseline.landlord !== undefined && `, ${labels.value('bailleur', baseline.landlord)}`}.
            </p>
            <Why other={other} run={run} ruleSet={ruleSet} />
            <RankedCandidates run={run} sides={columns.map(([label, row]) => ({ label, row }))} />
            <table className="grid-table">
                <thead>
                    <tr>
                        <td />
                        {columns.map(([title]) => (
                            <th key={title} scope="col">
                                {title}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {factsOf(columns.map(([, row]) => row)).map(({ title, cells }, fact) => (
                        <tr key={fact}>
                            <th scope="row">{title}</th>
                            {cells.map((cell, place) => (
                                <td key={place}>{cell}</td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
            {record?.recorded !== undefined && (
                <p className="small soft">
                    Enregistré : bail au ménage {record.recorded}
                    {baseline.recordedRank !== undefined && `, au rang ${whole(baseline.recordedRank)} selon les règles en vigueur`}.
                </p>
            )}
            <p className="small soft">« Premier selon les règles » n’est pas « attributaire » : le réservataire désigne, la commission décide.</p>
        </aside>
    );
}

function factsOf(rows: readonly (LedgerRow | undefined)[]): readonly { readonly title: string; readonly cells: readonly string[] }[] {
    const line = (title: string, read: (row: LedgerRow) => string) => ({ title, cells: rows.map((row) => (row === undefined ? '–' : read(row))) });
    return [
        line('Premier selon les règles', ({ first }) => first ?? 'personne'),
        line('Sa note', ({ firstNote }) => (firstNote === undefined ? '–' : decimal(firstNote))),
        line('Note du second', ({ secondNote }) => (secondNote === undefined ? '–' : decimal(secondNote))),
        line('Ce qui les sépare', ({ decidedBy }) => DECIDED[decidedBy]),
        line('Signe le bail', ({ housed }) => housed ?? 'personne'),
        line('Sa note', ({ housedNote }) => (housedNote === undefined ? '–' : decimal(housedNote))),
        line('Fin', ({ end, leaseDay }) => (leaseDay === undefined ? ENDS[end] : `${ENDS[end]} le ${day(leaseDay)}`)),
        line('Demandes au vivier', ({ pool }) => whole(pool)),
        line('Candidats examinés', ({ examined, rounds }) => `${whole(examined)} en ${whole(rounds)} tour${rounds > 1 ? 's' : ''}`),
    ];
}

/** The clause that moved the first candidate, with the way to it. */
function Why({ other, run, ruleSet }: { readonly other: LedgerRow | undefined; readonly run: Run; readonly ruleSet: string }) {
    if (other?.moved === undefined) return <p>Le premier candidat est le même sous les deux règles.</p>;
    const { cause, clause, label, points } = other.moved;
    return (
        <div className="why">
            <p className="overline">Ce qui a déplacé le premier</p>
            <p>
                {label ?? CAUSES[cause]}
                {points !== undefined && <strong> ({signed(approximate(points))} points)</strong>}
            </p>
            {clause !== undefined && <LinkButton onClick={() => void openClause(run, ruleSet, { name: clause })}>Voir la clause dans le texte</LinkButton>}
        </div>
    );
}
