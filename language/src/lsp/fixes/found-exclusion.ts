import { AstUtils, CstUtils } from 'langium';
import { isExclusion } from '../../generated/ast.js';
import type { Compilation } from '../../compiler/compilation.js';
import { unquoted } from '../../parser/typography.js';
import type { Fix, FixProvider } from './fix.js';
import { addArticle, addMotive } from '../words/fix-words.js';

/** How many texts of law are proposed. */
const MOST_ARTICLES = 6;

/** An exclusion without a text: those that the exclusions of the folder cite. Without a motive: its own label, which the author reads. */
export const foundExclusion: FixProvider = ({ document, path, compilation }, { location }) => {
    const root = document.parseResult.value.$cstNode;
    const leaf = location && root && CstUtils.findLeafNodeAtOffset(root, location.start);
    const exclusion = leaf && AstUtils.getContainerOfType(leaf.astNode, isExclusion);
    const written = exclusion?.$cstNode;
    if (exclusion === undefined || written === undefined) return [];
    const insert = (at: number, newText: string): Fix['edits'] => [{ location: { path, start: at, end: at }, newText }];
    if (exclusion.references.length === 0)
        return articles(compilation).map((article) => ({ title: addArticle(article), edits: insert(written.end, ` réf "${article}"`) }));
    const before = exclusion.references[0]?.$cstNode?.offset;
    if (exclusion.motive !== undefined || exclusion.label === undefined || before === undefined) return [];
    const motive = unquoted(exclusion.label);
    const end = document.textDocument.getText().slice(0, before).trimEnd().length;
    return [{ title: addMotive(motive), edits: insert(end, `, motif "${motive}"`) }];
};

/** What allows the other exclusions, the most cited first. */
function articles({ project }: Compilation): readonly string[] {
    const counts = new Map<string, number>();
    for (const { exclusions } of project.policies)
        for (const { references } of exclusions) for (const { text } of references) counts.set(text, (counts.get(text) ?? 0) + 1);
    return [...counts]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .map(([article]) => article)
        .slice(0, MOST_ARTICLES);
}
