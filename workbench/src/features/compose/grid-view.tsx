import { useMemo } from 'react';
import type { Combination, Policy, ScoringItem } from '@bareme/language/ir';
import { Button } from '../../base/button.js';
import { EmptyState, Notice } from '../../base/notice.js';
import { groupsIn, withCombination, withNumber, withSwapped, type GridGroup } from '../../reading/grid-edits.js';
import type { Knob } from '../../reading/knob.js';
import { knobsOf } from '../../reading/knobs.js';
import type { KnobContext } from '../../reading/knob-words.js';
import { openFile } from '../../state/navigation.js';
import { undoably } from '../../state/undo.js';
import { writeFile } from '../../state/workspace.js';
import { GridCells } from './grid-cells.js';

interface GridViewProps {
    readonly policy: Policy;
    readonly path: string;
    readonly texts: ReadonlyMap<string, string>;
    /** The policy is what the text means now; else nothing may be edited. */
    readonly isFresh: boolean;
    readonly onText: () => void;
}

const COMBINATIONS: readonly { readonly value: Combination; readonly label: string }[] = [
    { value: 'cumulables', label: 'cumulables' },
    { value: 'le plus favorable', label: 'le plus favorable' },
    { value: 'un seul', label: 'un seul' },
    { value: "dans l'ordre", label: 'dans l’ordre' },
];

/** The grids of a file as tables. They are the same text: each edit changes it where it is written, and keeps the rest. */
export function GridView({ policy, path, texts, isFresh, onText }: GridViewProps) {
    const groups = useMemo(() => groupsIn(policy, path), [policy, path]);
    const knobs = useMemo(() => knobsOf(policy), [policy]);
    const context: KnobContext = { policy, knobs, turns: NO_TURNS, texts };
    const text = texts.get(path) ?? '';
    const write = (label: string, edited: string | undefined): void => {
        if (edited !== undefined && edited !== text) undoably(label, () => writeFile(path, edited));
    };
    if (groups.length === 0)
        return (
            <EmptyState title="Aucune grille dans ce fichier" action={<Button onClick={onText}>Voir le texte</Button>}>
                <p>Une grille est une cotation : des critères et leurs points.</p>
            </EmptyState>
        );
    return (
        <div className="grid-view stack" aria-busy={!isFresh}>
            {groups.map((of) => (
                <GroupTable
                    key={`${of.scoring.name} ${of.rubrics.map(({ name }) => name).join(' ')}`}
                    of={of}
                    context={context}
                    isFresh={isFresh}
                    onNumber={(knob, value, label) => write(label, withNumber(text, knob, value))}
                    onCombination={(combination) => write('combinaison changée', withCombination(text, of.group, combination))}
                    swapped={(above, below) => withSwapped(text, above, below)}
                    onSwap={(edited) => write('ordre changé', edited)}
                />
            ))}
        </div>
    );
}

const NO_TURNS: KnobContext['turns'] = new Map();

interface GroupTableProps {
    readonly of: GridGroup;
    readonly context: KnobContext;
    readonly isFresh: boolean;
    readonly onNumber: (knob: Knob, value: string, label: string) => void;
    readonly onCombination: (combination: Combination) => void;
    readonly swapped: (above: ScoringItem, below: ScoringItem) => string | undefined;
    readonly onSwap: (edited: string) => void;
}

/** A cotation or a rubric: how its points combine, its limits, and its clauses in order. */
function GroupTable({ of: { scoring, rubrics, group }, context, isFresh, onNumber, onCombination, swapped, onSwap }: GroupTableProps) {
    const inner = rubrics.at(-1);
    const title = inner === undefined ? `Cotation ${scoring.label ?? scoring.name}` : `Rubrique ${inner.label ?? inner.name}`;
    const owner = inner ?? scoring;
    const kind = inner === undefined ? 'scoring' : 'rubric';
    const own = knobsOfOwner(context.knobs, scoring.name, kind, owner.name);
    const move = (place: number, step: -1 | 1) => {
        const [above, below] = [group.items[step === 1 ? place : place - 1], group.items[step === 1 ? place + 1 : place]];
        const edited = isFresh && above !== undefined && below !== undefined ? swapped(above, below) : undefined;
        return edited === undefined ? undefined : () => onSwap(edited);
    };
    return (
        <div role="group" className="card stack grid-group" data-depth={rubrics.length} aria-label={title}>
            <div className="row">
                <h2 className="grid-title">{title}</h2>
                <CombinationChoice group={group} isFresh={isFresh} onCombination={onCombination} />
                <GridCells knobs={own} context={context} isFresh={isFresh} onNumber={onNumber} />
            </div>
            <table className="grid-table">
                <thead>
                    <tr>
                        <th scope="col">Ordre</th>
                        <th scope="col">Clause</th>
                        <th scope="col">Points, limites et seuils</th>
                    </tr>
                </thead>
                <tbody>
                    {group.items.map((item, place) => (
                        <ClauseRow
                            key={item.name}
                            item={item}
                            knobs={item.kind === 'criterion' ? knobsOfOwner(context.knobs, scoring.name, 'criterion', item.name) : []}
                            up={move(place, -1)}
                            down={move(place, 1)}
                            {...{ context, isFresh, onNumber }}
                        />
                    ))}
                </tbody>
            </table>
        </div>
    );
}

/** How the points of a group add up, where the text says it. */
function CombinationChoice({ group, isFresh, onCombination }: Pick<GroupTableProps, 'isFresh' | 'onCombination'> & Pick<GridGroup, 'group'>) {
    return (
        <label className="row small">
            Points
            <select
                value={group.combination}
                disabled={!isFresh || group.places?.combination === undefined}
                onChange={({ target }) => {
                    const chosen = COMBINATIONS.find(({ value }) => value === target.value);
                    if (chosen !== undefined) onCombination(chosen.value);
                }}
            >
                {COMBINATIONS.map(({ value, label }) => (
                    <option key={value} value={value}>
                        {label}
                    </option>
                ))}
            </select>
        </label>
    );
}

interface ClauseRowProps extends Pick<GroupTableProps, 'context' | 'isFresh' | 'onNumber'> {
    readonly item: ScoringItem;
    readonly knobs: readonly Knob[];
    readonly up: (() => void) | undefined;
    readonly down: (() => void) | undefined;
}

/** A criterion with its numbers, or a rubric that has its own table. */
function ClauseRow({ item, knobs, up, down, context, isFresh, onNumber }: ClauseRowProps) {
    return (
        <tr>
            <td className="grid-order">
                <MoveButton sign="↑" words={`Monter ${item.label ?? item.name}`} act={up} />
                <MoveButton sign="↓" words={`Descendre ${item.label ?? item.name}`} act={down} />
            </td>
            <th scope="row">
                <button type="button" className="link-button" onClick={() => goTo(item)}>
                    {item.label ?? item.name}
                </button>
                {item.kind === 'criterion' && item.condition !== undefined && <span className="block small soft">{conditionOf(item, context.texts)}</span>}
            </th>
            <td>
                {item.kind === 'criterion' ? (
                    <GridCells knobs={knobs} context={context} isFresh={isFresh} onNumber={onNumber} />
                ) : (
                    <span className="small soft">rubrique, ci-dessous</span>
                )}
            </td>
        </tr>
    );
}

function MoveButton({ sign, words, act }: { readonly sign: string; readonly words: string; readonly act: (() => void) | undefined }) {
    return (
        <Button look="quiet" aria-label={words} title={words} disabled={act === undefined} onClick={act}>
            {sign}
        </Button>
    );
}

function knobsOfOwner(knobs: readonly Knob[], scoring: string, kind: Knob['owner']['kind'], name: string): readonly Knob[] {
    return knobs.filter((knob) => knob.scoring.name === scoring && knob.owner.kind === kind && knob.owner.name === name);
}

/** The condition as it is written. */
function conditionOf({ condition }: Extract<ScoringItem, { kind: 'criterion' }>, texts: KnobContext['texts']): string {
    if (condition === undefined) return '';
    const [path, start, end] = condition.at;
    return `si ${(texts.get(path) ?? '').slice(start, end).replaceAll(/\s+/g, ' ')}`;
}

function goTo({ at: [path, start, end] }: ScoringItem): void {
    openFile(path, { path, start, end });
}

/** Said above a grid that may not be edited. */
export function GridNotice({ hasErrors, onText }: { readonly hasErrors: boolean; readonly onText: () => void }) {
    if (!hasErrors) return null;
    return (
        <Notice tone="bad" action={<Button onClick={onText}>Voir le texte</Button>}>
            Le texte a une erreur : la grille est celle d’avant, et se modifie de nouveau quand elle est corrigée.
        </Notice>
    );
}
