import type { DocComment } from './doc-comment.js';
import type { Chapter, Rule } from './grammar-files.js';
import { keywordIndex } from './keyword-index.js';
import { syntaxOf, type Link } from './syntax.js';

const HEAD = `# Référence de la langue

Chaque construction de la langue : ce qu’elle veut dire, comment elle s’écrit, un exemple. Cette page est tirée des commentaires de la
grammaire (\`language/src/grammar\`) ; elle ne se corrige que là. Chaque exemple est compilé par les vérifications de Barème.

Pour apprendre la langue : [guide de l’auteur](guide-de-l-auteur.md). Pour un mot, son nom dans le code et le texte de loi dont il vient :
[glossaire](glossary.md). Pour un constat : [ce que l’outil signale](diagnostics/README.md).`;

const NOTATION = `## Comment lire cette page

- \`mot\` s’écrit tel quel, avec ou sans accents ; l’apostrophe peut être droite ou courbe.
- Un lien, tel que [nom](#nom), tient la place d’une autre construction.
- [ … ] entoure ce qui est facultatif, ( … ) ce qui va ensemble ; une barre \\| sépare deux possibilités.
- … après quelque chose : une ou plusieurs fois. Après un séparateur, tel que [valeur](#valeur) \`;\` … : un ou plusieurs, séparés par lui.

Un exemple qui commence par \`barème\` est un fichier entier ; un vocabulaire est le reste d’un fichier. Un critère ou une rubrique prend place
dans la cotation de la politique d’exemple, une autre règle dans cette politique, une variante ou un exemple après elle : politique et
vocabulaire sont ceux que donne [ce que l’outil signale](diagnostics/README.md).`;

/** The page of the reference; every rule has its French part. */
export function referencePage(chapters: readonly Chapter[]): string {
    const documented = chapters.map(({ doc, rules, file }) => ({ doc: french(doc, file), rules: rules.flatMap(documentedRule) }));
    const rules = documented.flatMap((chapter) => chapter.rules);
    const titles = new Map(rules.map(({ name, doc }) => [name, doc.title]));
    const link: Link = (name) => linkTo(titles.get(name) ?? name);
    const contents = documented.map(({ doc: { title } }) => `- [${title}](#${anchorOf(title)})`);
    const parts = documented.flatMap(({ doc, rules }) => [`## ${doc.title}`, ...doc.paragraphs, ...rules.flatMap((rule) => ruleParts(rule, link))]);
    return `${[HEAD, [...contents, '- [Les mots-clés](#les-mots-clés)'].join('\n'), NOTATION, ...parts, keywordIndex(rules, link)].join('\n\n')}\n`;
}

/** Where a heading is reached. */
export function anchorOf(title: string): string {
    return title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replace(/ /g, '-');
}

function linkTo(title: string): string {
    return `[${title.charAt(0).toLowerCase()}${title.slice(1)}](#${anchorOf(title)})`;
}

type DocumentedRule = Rule & { readonly doc: DocComment };

/** White space has nothing to say to authors. */
function documentedRule(rule: Rule): readonly DocumentedRule[] {
    return rule.hidden && rule.doc === undefined ? [] : [{ ...rule, doc: french(rule.doc, rule.name) }];
}

function french(doc: DocComment | undefined, name: string): DocComment {
    if (doc === undefined) throw new Error(`${name}: no French part (« @fr ») in its comment`);
    return doc;
}

function ruleParts({ doc, shape }: DocumentedRule, link: Link): readonly string[] {
    const written = shape === undefined ? [] : [syntaxOf(shape, link)];
    const example = doc.example === undefined ? [] : [`\`\`\`bareme\n${doc.example}\n\`\`\``];
    return [`### ${doc.title}`, ...doc.paragraphs, ...written, ...example];
}
