import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EmptyFileSystem, GrammarAST } from 'langium';
import { createLangiumGrammarServices } from 'langium/grammar';
import { readDocComment, type DocComment } from './doc-comment.js';
import { shapeOf, type Shape } from './shape.js';

const FOLDER = fileURLToPath(new URL('../../../language/src/grammar/', import.meta.url));

/** The files of the grammar, in the order in which an author reads them. */
const READING_ORDER = ['bareme', 'vocabulary', 'values', 'criteria', 'policy', 'flux', 'tests', 'mapping', 'terminals'];

/** A rule of the grammar. */
export interface Rule {
    readonly name: string;
    /** Absent where its comment says nothing to authors. */
    readonly doc: DocComment | undefined;
    /** How it is written; absent for a terminal, whose text says it. */
    readonly shape?: Shape;
    /** Read by nobody: white space, comments. */
    readonly hidden: boolean;
}

/** A file of the grammar. */
export interface Chapter {
    readonly file: string;
    readonly doc: DocComment | undefined;
    readonly rules: readonly Rule[];
}

const FIRST_COMMENT = /^\/\*\*[\s\S]*?\*\//;

const { grammar } = createLangiumGrammarServices(EmptyFileSystem);

/** Every file of the grammar with its rules; those that the reading order forgets come last. */
export function readGrammar(): readonly Chapter[] {
    const files = readdirSync(FOLDER)
        .map((name) => name.replace(/\.langium$/, ''))
        .sort();
    const ordered = [...READING_ORDER, ...files.filter((file) => !READING_ORDER.includes(file))];
    return ordered.map((file) => readChapter(file, readFileSync(`${FOLDER}${file}.langium`, 'utf8')));
}

/** A file of the grammar; its own comment is the first. */
export function readChapter(file: string, text: string): Chapter {
    const { value, parserErrors } = grammar.parser.LangiumParser.parse<GrammarAST.Grammar>(text);
    if (parserErrors.length > 0) throw new Error(`${file}.langium: ${parserErrors[0]?.message ?? ''}`);
    return { file, doc: readDocComment(FIRST_COMMENT.exec(text)?.[0] ?? ''), rules: value.rules.map(readRule) };
}

function readRule(rule: GrammarAST.AbstractRule): Rule {
    const hidden = GrammarAST.isTerminalRule(rule) && rule.hidden;
    const shape = GrammarAST.isParserRule(rule) ? shapeOf(rule.definition) : undefined;
    return { name: rule.name, doc: docOf(rule), hidden, ...(shape === undefined ? {} : { shape }) };
}

function docOf(rule: GrammarAST.AbstractRule): DocComment | undefined {
    return readDocComment(grammar.documentation.CommentProvider.getComment(rule) ?? '');
}
