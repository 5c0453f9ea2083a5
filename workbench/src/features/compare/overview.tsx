import { useMemo } from 'react';
import { Button, LinkButton } from '../../base/button.js';
import { ToldBlock, ToldContent, titleOf } from '../../base/told/told-block.js';
import { clauseName } from '../../reading/clause-places.js';
import { openClause } from '../../state/clause.js';
import { show } from '../../state/navigation.js';
import { useSession } from '../../state/session.js';
import { tellRun } from '../../state/telling.js';
import type { Block, Reader } from '@bareme/language/telling';
import type { ComparisonProps } from './comparison-props.js';

const READERS: Readonly<Record<Reader, string>> = {
    all: 'Pour tous',
    council: 'Conseil communautaire',
    conference: 'Conférence intercommunale du logement',
    prefecture: 'Préfecture',
    reservees: 'Réservataires',
    landlords: 'Bailleurs',
    applicants: 'Demandeurs',
};

/** The first screen, in the order and in the words of the report; what stands behind it, reader by reader. */
export function Overview({ run, ruleSet, onLettings }: ComparisonProps & { readonly onLettings: () => void }) {
    const edition = useSession((state) => state.edition);
    const telling = useMemo(() => tellRun(run, edition, ruleSet), [run, edition, ruleSet]);
    const changes = telling.variants.flatMap((variant) => variant.changes);
    return (
        <>
            <header>
                <h1>{telling.title}</h1>
                <p className="soft small">
                    {telling.period.text}. {telling.edition.text}
                </p>
            </header>
            {telling.first.map((block) => (
                <ToldBlock
                    key={block.id}
                    block={block}
                    {...(block.id === 'changes'
                        ? {
                              lead: (text: string, place: number) => {
                                  const change = changes[place];
                                  return change === undefined ? (
                                      text
                                  ) : (
                                      <LinkButton onClick={() => void openClause(run, ruleSet, clauseName(change.id))}>{text}</LinkButton>
                                  );
                              },
                          }
                        : {})}
                >
                    {block.id === 'movement' && (
                        <div>
                            <Button onClick={onLettings}>Voir ces baux un à un</Button>
                        </div>
                    )}
                    {block.id === 'trust' && (
                        <div className="row">
                            <Button onClick={() => show('donnees')}>Voir ce qui manque aux données</Button>
                            {(run.report.replications?.seeds.length ?? 1) === 1 && (
                                <Button onClick={() => show('rejouer')}>Rejouer avec plusieurs tirages</Button>
                            )}
                        </div>
                    )}
                </ToldBlock>
            ))}
            {telling.parts.map((block) => (
                <Part key={block.id} block={block} />
            ))}
        </>
    );
}

/** A part behind the first screen, for whom it is made. */
function Part({ block }: { readonly block: Block }) {
    const { subject, finding } = titleOf(block);
    return (
        <details className="card">
            <summary>
                <span className="overline">{READERS[block.reader]}</span> {subject === '' ? finding : `${subject} : ${finding}`}
            </summary>
            <div className="stack told-part">
                <ToldContent block={block} />
            </div>
        </details>
    );
}
