import { useMemo, useState } from 'react';
import { Button } from '../../base/button.js';
import { counted, whole } from '../../base/french.js';
import { EmptyState } from '../../base/notice.js';
import { ledgerLines, ledgerOrder, type LedgerColumn, type LedgerFilter } from '../../reading/ledger-rows.js';
import { changeUnder } from '../../reading/vacancies.js';
import { update, useSession } from '../../state/session.js';
import { LedgerTable } from './ledger-table.js';
import { LettingDetail } from './letting-detail.js';
import type { ComparisonProps } from './comparison-props.js';

const FILTERS: readonly { readonly value: LedgerFilter['change']; readonly label: string }[] = [
    { value: 'household', label: 'Autre attributaire' },
    { value: 'changed', label: 'Autre attributaire ou autre premier' },
    { value: 'none', label: 'Rien ne change' },
    { value: 'all', label: 'Tous les logements' },
];

/** Every letting, what moves it and why. Rows on real people are not for an edition made to be shared. */
export function Ledger(props: ComparisonProps) {
    const edition = useSession((state) => state.edition);
    if (edition === 'partageable' && !props.run.report.territory.synthetic)
        return (
            <EmptyState
                title="Le registre ne se partage pas"
                action={
                    <Button look="primary" onClick={() => update({ edition: 'interne' })}>
                        Passer en édition interne
                    </Button>
                }
            >
                <p>Chaque ligne y parle d’un ménage. Il ne se montre qu’aux agents habilités, en édition interne.</p>
            </EmptyState>
        );
    return <OpenLedger {...props} />;
}

function OpenLedger({ run, ruleSet, vacancies, labels }: ComparisonProps) {
    const [filter, setFilter] = useState<LedgerFilter>(() => ({ text: '', change: firstFilter(vacancies, ruleSet) }));
    const [sort, setSort] = useState<{ readonly column: LedgerColumn; readonly descending: boolean }>({ column: 'released', descending: false });
    const [open, setOpen] = useState<string>();
    const lines = useMemo(() => ledgerLines(vacancies, ruleSet, labels), [vacancies, ruleSet, labels]);
    const order = useMemo(() => ledgerOrder(lines, filter, sort), [lines, filter, sort]);
    const opened = lines.find(({ vacancy }) => vacancy.key === open);
    const turn = (column: LedgerColumn): void => setSort({ column, descending: sort.column === column && !sort.descending });
    return (
        <section className="ledger" aria-labelledby="ledger-title">
            <h1 id="ledger-title" className="visually-hidden">
                Registre des baux
            </h1>
            <div className="row ledger-tools">
                <label className="row small">
                    Montrer
                    <select value={filter.change} onChange={({ target }) => setFilter({ ...filter, change: changeOf(target.value) })}>
                        {FILTERS.map(({ value, label }) => (
                            <option key={value} value={value}>
                                {label}
                            </option>
                        ))}
                    </select>
                </label>
                <label className="row small">
                    Chercher
                    <input
                        type="search"
                        value={filter.text}
                        placeholder="commune, type, clause…"
                        onChange={({ target }) => setFilter({ ...filter, text: target.value })}
                    />
                </label>
                <span className="small soft" role="status">
                    {counted(order.length, 'logement', 'logements')} sur {whole(lines.length)}
                </span>
            </div>
            <div className="ledger-panes" data-open={opened !== undefined}>
                {order.length === 0 ? (
                    <p className="card soft">
                        Aucun logement ne répond. <Button onClick={() => setFilter({ text: '', change: 'all' })}>Tout montrer</Button>
                    </p>
                ) : (
                    <LedgerTable lines={lines} order={order} sort={sort} onSort={turn} open={open} onOpen={setOpen} />
                )}
                {opened !== undefined && <LettingDetail line={opened} run={run} ruleSet={ruleSet} labels={labels} onClose={() => setOpen(undefined)} />}
            </div>
        </section>
    );
}

function changeOf(word: string): LedgerFilter['change'] {
    return FILTERS.find(({ value }) => value === word)?.value ?? 'all';
}

/** What is shown first: the leases that go to others, or everything where none does. */
function firstFilter(vacancies: ComparisonProps['vacancies'], ruleSet: string): LedgerFilter['change'] {
    return vacancies.some((vacancy) => changeUnder(vacancy, ruleSet) === 'household') ? 'household' : 'all';
}
