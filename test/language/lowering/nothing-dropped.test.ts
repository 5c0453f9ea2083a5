import { globSync, readFileSync } from 'node:fs';
import { AstUtils, GrammarAST, GrammarUtils } from 'langium';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSourceParser, type SourceText } from '@bareme/language';
import { printPolicy } from '@bareme/language/printing';
import { BaremeGrammar } from '../../../language/src/generated/grammar.js';
import type { SourceFile } from '../../../language/src/generated/ast.js';
import { readGrammar } from '../../tools/reference/grammar-files.js';
import { fileOf, PAGES, VOCABULARY } from '../diagnostics/pages.js';
import { arbitraryPolicy } from '../properties/arbitrary-policy.js';
import { runs, TIME_LIMIT } from '../properties/draw.js';
import { DropHunt, type Dropped } from './drop-hunt.js';
import { EVERY_CONSTRUCT } from './every-construct.js';
import { EVERY_PLACE } from './every-place.js';
import { writtenParts } from './written-parts.js';

/**
 * Parts whose absence says the same, with the reason: a default spelt out, a name that could go without its owner, a unit that a bare number
 * takes from what it is compared to. Nothing else may go unseen.
 */
const SAME_WITHOUT: ReadonlyMap<string, string> = new Map([
    ['CombinationOption.combination', '« cumulables » is what a grid without the word means'],
    ['Scoring.options', 'same'],
    ['Rubric.options', 'same'],
    ['CombineItem.options', 'same'],
    ['SourceTable.options', 'the separator and the decimal mark that are taken without the option'],
    ['SeparatorOption.value', 'same'],
    ['DecimalOption.value', 'same'],
    ['Convention.clauses', '« solde remis à zéro » is what a convention without the words means'],
    ['BalanceClause.carried', 'same'],
    ['ExpectedNote.which', 'a note is the declared one'],
    ['Rounding.places', 'an amount is rounded to the cent, a number to the unit'],
    ['Reference.owner', 'some rules read facts of the dwelling by their bare names'],
    ['SetPoints.scoring', 'one cotation alone has the criterion'],
    ['RemoveItem.scoring', 'same'],
    ['ReplaceCriterion.scoring', 'same'],
    ['AddItem.scoring', 'same'],
    ['CombineItem.scoring', 'same'],
    ['NumberLiteral.unit', 'a bare number takes the unit of what it is compared to'],
    ['LiteralNumber.unit', 'same'],
    ['CellNumber.unit', 'an amount of a table is in euros'],
    ['Test.relation', '« contient parmi » and « parmi » ask the same of a fact of several values'],
]);

/**
 * Places where a finding answers whatever is written: events are no type of one value, keys of tables are words and whole numbers, the
 * headers of a version are no headers of an act, guarantees and analogous demands read the demand. Values written out have their own test.
 */
const IS_REFUSED =
    /> Literal|> TypeReference\.fields|^TableKey\.type > TypeReference\.(?:places|per)|^Act\.headers > |^(?:MonotonePromise\.along|GuaranteedDemands\.fact|AnalogousDemands\.facts) > Reference\.owner/;

const isExplained = ({ property, change }: Dropped): boolean => change === 'without' && SAME_WITHOUT.has(property);

/** What is dropped of the first of these files, or of all: each part, or so many drawn. */
function droppedOf(sources: readonly SourceText[], { drawn, all = false }: { readonly drawn?: number; readonly all?: boolean } = {}): readonly Dropped[] {
    const hunt = new DropHunt(sources);
    const parts = hunt.parts.filter(([file]) => all || file === 0);
    const step = drawn === undefined ? 1 : Math.max(1, Math.floor(parts.length / drawn));
    const first = drawn === undefined ? 0 : Number(process.env.BAREME_SEED ?? 20_240_101) % step;
    return parts.filter((_, place) => place % step === first).flatMap((part) => hunt.tried(part).filter((each) => !isExplained(each)));
}

const sourceOf = (path: string): SourceText => ({ path, text: readFileSync(path, 'utf8') });
/** With `BAREME_RUNS`, every part of every text; else what the continuous verification can afford. */
const isWhole = process.env.BAREME_RUNS !== undefined;

describe('without a finding, every clause, condition and literal written is in the representation', () => {
    const words: SourceText = { path: 'v', text: VOCABULARY };
    const blocks = [
        ...PAGES.flatMap(({ code, good }) => (good !== undefined && /^BAR[1-6]/.test(code) ? [[code, good] as const] : [])),
        ...readGrammar()
            .flatMap(({ rules }) => rules)
            .flatMap(({ name, doc }) => (doc?.example === undefined ? [] : [[name, doc.example] as const])),
    ];

    test(
        'in a file that uses every construct: taken away or changed, each part is heard',
        () => {
            expect(droppedOf([{ path: 'e', text: EVERY_CONSTRUCT }], isWhole ? {} : { drawn: 60 })).toEqual([]);
            expect(droppedOf([{ path: 'e', text: EVERY_PLACE }], isWhole ? {} : { drawn: 60 })).toEqual([]);
        },
        TIME_LIMIT,
    );

    test(
        'in the blocks of the pages and of the reference',
        () => {
            const dropped = blocks.flatMap(([name, block]) => droppedOf([{ path: name, text: fileOf(block) }, words], isWhole ? {} : { drawn: 1 }));
            expect(dropped).toEqual([]);
        },
        TIME_LIMIT,
    );

    test(
        'in the policies of the repository',
        () => {
            const valmont = globSync('policies/{national,valmont}/**/*.bareme').sort().map(sourceOf);
            const stockholm = globSync('test/stockholm/*.bareme').sort().map(sourceOf);
            expect(droppedOf(valmont, isWhole ? { all: true } : { all: true, drawn: 12 })).toEqual([]);
            expect(droppedOf(stockholm, isWhole ? { all: true } : { all: true, drawn: 12 })).toEqual([]);
        },
        TIME_LIMIT,
    );

    test(
        'in random policies',
        () => {
            fc.assert(
                fc.property(arbitraryPolicy, (policy) => {
                    expect(droppedOf([{ path: 'r', text: printPolicy(policy) }], { drawn: 12 })).toEqual([]);
                }),
                runs(3),
            );
        },
        TIME_LIMIT,
    );

    test('together these texts use every property of the grammar', () => {
        const parser = createSourceParser();
        const texts = [EVERY_CONSTRUCT, EVERY_PLACE, VOCABULARY, ...blocks.map(([, block]) => fileOf(block))];
        const used = new Set(
            texts.flatMap((text) => {
                const { root } = parser.parse({ path: 'a', text });
                return root === undefined ? [] : writtenParts(root, text).map(({ property }) => property);
            }),
        );
        expect(propertiesOfGrammar().filter((property) => !used.has(property))).toEqual([]);
    });

    test('together these texts use every property of the grammar in every place where it may be written', () => {
        const parser = createSourceParser();
        const texts = [EVERY_CONSTRUCT, EVERY_PLACE, VOCABULARY, ...blocks.map(([, block]) => fileOf(block))];
        const used = new Set(
            texts.flatMap((text) => {
                const { root } = parser.parse({ path: 'a', text });
                return root === undefined ? [] : placesUsed(root);
            }),
        );
        expect(placesOfGrammar().filter((place) => !used.has(place) && !IS_REFUSED.test(place))).toEqual([]);
    });

    test('what is left unsaid is seen: a clause that lowering forgets', () => {
        const text = fileOf('critère attente : 1 point par mois révolu depuis dépôt');
        const parser = createSourceParser();
        const { root } = parser.parse({ path: 'a', text });
        const parts = root === undefined ? [] : writtenParts(root, text);
        const points = parts.find(({ property, start }) => property === 'PointsLiteral.value' && text.slice(start, start + 1) === '1');
        expect(points?.altered).toEqual(['2', '1,5'].map((other) => text.replace('1 point par mois', `${other} point par mois`)));
        const criteria = parts.find(({ property }) => property === 'Scoring.items');
        expect(criteria?.without[0]).toBe(text.replace(/critère attente.*/, ' '));
    });
});

/** `Criterion.limits` for each property that a rule of the grammar gives. */
function propertiesOfGrammar(): readonly string[] {
    const found = new Set<string>();
    for (const rule of BaremeGrammar().rules) {
        if (!GrammarAST.isParserRule(rule)) continue;
        let type = rule.inferredType?.name ?? rule.name;
        for (const node of AstUtils.streamAllContents(rule)) {
            if (GrammarAST.isAction(node)) type = node.inferredType?.name ?? type;
            if (GrammarAST.isAssignment(node)) found.add(`${type}.${node.feature}`);
        }
    }
    return [...found];
}

/** `Objective.steps > TrajectoryStep.share`: each property that a node may have, in each place where the grammar lets the node stand; expressions apart, which one function lowers wherever they are. */
function placesOfGrammar(): readonly string[] {
    const found = new Set<string>();
    for (const rule of BaremeGrammar().rules) {
        if (!GrammarAST.isParserRule(rule)) continue;
        let type = rule.inferredType?.name ?? rule.name;
        for (const node of AstUtils.streamAllContents(rule)) {
            if (GrammarAST.isAction(node)) type = node.inferredType?.name ?? type;
            if (!GrammarAST.isAssignment(node)) continue;
            for (const held of rulesCalled(node.terminal))
                for (const property of propertiesMade(held)) found.add(`${sameHolder(`${type}.${node.feature}`)} > ${property}`);
        }
    }
    return [...found];
}

function rulesCalled(terminal: GrammarAST.AbstractElement): readonly GrammarAST.ParserRule[] {
    return [terminal, ...AstUtils.streamAllContents(terminal)].flatMap((node) =>
        GrammarAST.isRuleCall(node) && GrammarAST.isParserRule(node.rule.ref) && !GrammarUtils.isDataTypeRule(node.rule.ref) ? [node.rule.ref] : [],
    );
}

/** The properties of the nodes that a rule makes: its own, or those of the rules that it passes on. */
function propertiesMade(rule: GrammarAST.ParserRule): readonly string[] {
    if (rule.name === 'Expression' || rule.inferredType?.name === 'Expression') return [];
    let type = rule.inferredType?.name ?? rule.name;
    return AstUtils.streamAllContents(rule)
        .toArray()
        .flatMap((node) => {
            if (GrammarAST.isAction(node)) type = node.inferredType?.name ?? type;
            if (GrammarAST.isAssignment(node)) return [`${type}.${node.feature}`];
            const isPassedOn = GrammarAST.isRuleCall(node) && AstUtils.getContainerOfType(node, GrammarAST.isAssignment) === undefined;
            return isPassedOn && GrammarAST.isParserRule(node.rule.ref) && !GrammarUtils.isDataTypeRule(node.rule.ref) ? propertiesMade(node.rule.ref) : [];
        });
}

/** The rules of an act, of a socle, or that a variant replaces are lowered as those of a version. */
function sameHolder(holder: string): string {
    return /^(?:Act|Socle)\.items$/.test(holder) ? 'Policy.items' : holder;
}

/** The same, of what a file writes. */
function placesUsed(root: SourceFile): readonly string[] {
    return AstUtils.streamAst(root)
        .toArray()
        .flatMap(({ $container, $containerProperty, ...node }) => {
            if ($container === undefined) return [];
            const written = Object.entries(node as Readonly<Record<string, unknown>>).filter(
                ([key, value]) => !key.startsWith('$') && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
            );
            const holder = sameHolder(`${$container.$type}.${$containerProperty ?? ''}`);
            return written.map(([key]) => `${holder} > ${node.$type}.${key}`);
        });
}
