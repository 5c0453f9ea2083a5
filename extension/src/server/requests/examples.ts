import { noteText, runExample, type ExampleRun } from '@bareme/cli/examples';
import type { Example, Group, Policy } from '@bareme/language/ir';
import type { CriterionCoverage, ExampleItem, ExampleOutcome, ExamplesRun } from '../../protocol.js';
import type { Program } from '../programs.js';

/** Every example of the programs, in the order of files and places. */
export function exampleItems(programs: readonly Program[]): readonly ExampleItem[] {
    return programs.flatMap((program) =>
        identified(program).map(({ id, example }) => ({
            id,
            label: example.label,
            target: targetOf(example),
            folder: program.folder,
            ...program.placeOf(example.at),
        })),
    );
}

/** Runs the examples of these ids, or all of them. */
export function runExamples(programs: readonly Program[], ids: readonly string[] | undefined): ExamplesRun {
    const wanted = ids === undefined ? undefined : new Set(ids);
    const runs = programs.map((program) => ({
        program,
        runs: identified(program)
            .filter(({ id }) => wanted?.has(id) ?? true)
            .map(({ id, example }) => ({ id, run: runExample(example, program.project) })),
    }));
    return {
        outcomes: runs.flatMap(({ program, runs: done }) => done.map(({ id, run }) => outcomeOf(program, id, run))),
        coverage: runs.flatMap(({ program, runs: done }) =>
            coverageOf(
                program,
                done.map(({ run }) => run),
            ),
        ),
    };
}

/** Examples have no name: file, label, and rank among those of one label keep an id when text moves around them. */
function identified({ folder, project }: Program): readonly { readonly id: string; readonly example: Example }[] {
    const seen = new Map<string, number>();
    return project.examples.map((example) => {
        const key = [folder, example.at[0], targetOf(example), example.label].join('\u001f');
        const rank = seen.get(key) ?? 0;
        seen.set(key, rank + 1);
        return { id: rank === 0 ? key : `${key}\u001f${rank}`, example };
    });
}

function targetOf({ policy, version, variant }: Example): string {
    const named = version === undefined ? policy : `${policy} ${version}`;
    return variant === undefined ? named : `${named} / ${variant}`;
}

function outcomeOf(program: Program, id: string, { policy, explanation, mismatches, example }: ExampleRun): ExampleOutcome {
    if (policy === undefined) {
        const absent = { expected: 'une version de la politique', found: 'aucune version de ce nom', ...program.placeOf(example.at) };
        return { id, passed: false, found: '', mismatches: [absent] };
    }
    return {
        id,
        passed: mismatches.length === 0,
        found: explanation === undefined ? '' : noteText(explanation.result.declared),
        mismatches: mismatches.map(({ criterion, expected, found, at }) => ({
            ...(criterion === undefined ? {} : { criterion }),
            expected,
            found,
            ...program.placeOf(at),
        })),
    };
}

/** By criterion as it is written: a variant's untouched criteria are those of the version. */
function coverageOf(program: Program, runs: readonly ExampleRun[]): readonly CriterionCoverage[] {
    const counts = new Map<string, CriterionCoverage>();
    for (const policy of new Set(runs.flatMap(({ policy: tried }) => tried ?? []))) {
        for (const { name, at } of criteriaOf(policy)) if (!counts.has(at.join())) counts.set(at.join(), { name, examples: 0, ...program.placeOf(at) });
    }
    for (const { explanation } of runs) {
        const given = explanation?.traces.declared.lines.filter(
            ({ kind, points }) => kind === 'criterion' && points.kind === 'exact' && points.points.n !== 0n,
        );
        for (const { at } of given ?? []) {
            const counted = counts.get(at.join());
            if (counted !== undefined) counts.set(at.join(), { ...counted, examples: counted.examples + 1 });
        }
    }
    return [...counts.values()];
}

function criteriaOf({ scorings }: Policy) {
    const criteria = ({ items }: Group): readonly Extract<Group['items'][number], { kind: 'criterion' }>[] =>
        items.flatMap((item) => (item.kind === 'criterion' ? [item] : criteria(item.group)));
    return scorings.flatMap(({ group }) => criteria(group));
}
