import { AstUtils } from 'langium';
import { CodeActionKind } from 'vscode-languageserver';
import { isCriterion, isRubric, isScoring, type Criterion, type Rubric, type Scoring } from '../../generated/ast.js';
import { containersOf } from '../names/containers.js';
import type { FixGround } from '../fixes/fix.js';
import { EXTRACT_RUBRIC, NEW_RUBRIC } from '../words/fix-words.js';
import type { RefactoringProvider, Selected } from './refactoring.js';

/**
 * The criteria selected, put in a rubrique of their own. Only where points are added: a sum within a sum gives what the sum gave, while the
 * most favourable of some and the most favourable of all need not be the same.
 */
export const extractRubric: RefactoringProvider = (ground, selected) => {
    const [first, ...others] = criteriaSelected(ground, selected);
    const last = others.at(-1) ?? first;
    const [start, end] = [first?.$cstNode?.offset, last?.$cstNode?.end];
    if (first === undefined || start === undefined || end === undefined) return [];
    if (!isAdded(first.$container) || others.some(({ $container }) => $container !== first.$container)) return [];
    const edit = { location: { path: ground.path, start, end }, newText: rubric(ground, { start, end }) };
    return [{ title: EXTRACT_RUBRIC, kind: CodeActionKind.RefactorExtract, edits: [edit] }];
};

/** Nothing but criteria, each with some of it selected, or one whole: a word of a criterion, as a finding underlines it, selects none. */
function criteriaSelected({ document }: FixGround, { start, end }: Selected): readonly Criterion[] {
    const items = AstUtils.streamAst(document.parseResult.value).filter((node) => isCriterion(node) || isRubric(node));
    const touched = items.filter(({ $cstNode }) => $cstNode !== undefined && $cstNode.offset < end && start < $cstNode.end).toArray();
    const around = new Set(touched.flatMap(containersOf));
    const inner = touched.filter((node) => !around.has(node) || isCriterion(node));
    const isWhole = inner.length > 1 || inner.some(({ $cstNode: node }) => node !== undefined && start <= node.offset && node.end <= end);
    return isWhole && inner.every(isCriterion) ? inner : [];
}

function isAdded(container: unknown): container is Scoring | Rubric {
    if (!isScoring(container) && !isRubric(container)) return false;
    const said = container.options.flatMap((option) => (option.$type === 'CombinationOption' ? [option.combination] : []));
    return said.every((combination) => combination === 'cumulables');
}

/** Laid out like the lines that it takes in. */
function rubric({ text, compilation }: FixGround, { start, end }: Selected): string {
    const taken = new Set(compilation.sources.flatMap((source) => source.text.match(NAMES) ?? []));
    const name = [NEW_RUBRIC.name, ...Array.from({ length: taken.size + 1 }, (_, rank) => `${NEW_RUBRIC.name}_${rank + 2}`)].find((word) => !taken.has(word));
    const header = `rubrique ${name ?? NEW_RUBRIC.name} "${NEW_RUBRIC.label}", cumulables {`;
    const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1];
    const written = text.slice(start, end);
    if (indent === undefined) return `${header} ${written} }`;
    const deeper = written.replace(/\n(?=[^\r\n])/g, '\n  ');
    return `${header}\n${indent}  ${deeper}\n${indent}}`;
}

const NAMES = /[\p{L}_][\p{L}\p{N}_]*/gu;
