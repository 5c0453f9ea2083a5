import type { FactDeclaration } from '../ir/value-type.js';
import type { DerivedFact, Enumeration, Parameter, Vocabulary } from '../ir/vocabulary.js';
import { LEVELS, type PrintContext } from './context.js';
import { printContext } from './expression-text.js';
import { block, indented, words } from './layout.js';
import { literalText } from './literal-text.js';
import { tableText } from './table-text.js';
import { factText, labelText, referencesText, typeText } from './type-text.js';
import { wordOrText } from './words.js';

/** A vocabulary and its name. */
export interface NamedVocabulary {
    readonly name: string;
    readonly label?: string;
    readonly vocabulary: Vocabulary;
}

/** The root `vocabulaire`, complete: it uses no other. */
export function vocabularyText({ name, label, vocabulary }: NamedVocabulary): string {
    const context = printContext(vocabulary);
    const parts = [
        ...vocabulary.enumerations.map(enumerationText),
        ...factBlocks(vocabulary.facts, context),
        vocabulary.parameters.map((parameter) => parameterText(context, parameter)).join('\n'),
        ...vocabulary.tables.map((table) => tableText(context, table)),
        ...vocabulary.memberFacts.map((fact) => derivedText(context, fact, 'membre.')),
        ...vocabulary.derived.map((derived) => derivedText(context, derived)),
    ];
    return `${words('vocabulaire', name, labelText(label))} {\n${indented(
        parts
            .filter((part) => part !== '')
            .map((part) => `\n${part}`)
            .join('\n'),
    )}\n}`;
}

function enumerationText(enumeration: Enumeration): string {
    const head = words(
        'énumération',
        enumeration.name,
        labelText(enumeration.label),
        enumeration.ordered ? 'ordonnée' : '',
        enumeration.multiple ? 'plusieurs' : '',
    );
    const values = enumeration.values.map(({ name, label, codes }) => {
        const written = codes.map((code) => wordOrText(code, 'quoted')).join(', ');
        return words(name, labelText(label), written === '' ? '' : `= ${written}`);
    });
    return words(block(head, values, ' ;'), referencesText(enumeration.references));
}

/** One block for each run of facts of one owner, in the order of the vocabulary. */
function factBlocks(facts: readonly FactDeclaration[], context: PrintContext): readonly string[] {
    const runs: FactDeclaration[][] = [];
    for (const fact of facts) {
        const run = runs.at(-1);
        if (run?.[0]?.owner === fact.owner) run.push(fact);
        else runs.push([fact]);
    }
    return runs.map((run) =>
        block(
            run[0]?.owner ?? 'demande',
            run.map((fact) => factText(fact, context.enumerations)),
            ' ;',
        ),
    );
}

function parameterText(context: PrintContext, parameter: Parameter): string {
    return words(
        `paramètre ${parameter.name} :`,
        typeText(parameter.type, context.enumerations, parameter.bounds),
        labelText(parameter.label),
        'à confirmer',
        parameter.proposed === undefined ? '' : `proposé ${literalText(parameter.proposed, parameter.type)}`,
        referencesText(parameter.references),
    );
}

/** A deduced fact, of the demand or of each member: its formula, then when it has no value. */
export function derivedText(context: PrintContext, derived: DerivedFact, owner: 'membre.' | '' = ''): string {
    const head = words(
        `déduit ${owner}${derived.name} :`,
        typeText(derived.type, context.enumerations, derived.bounds),
        labelText(derived.label),
        derived.role === undefined ? '' : `rôle ${derived.role}`,
        '=',
    );
    const any = (expression: DerivedFact['value']): string => context.print(context, expression, LEVELS.any);
    const clauses = [
        any(derived.value),
        ...(derived.notApplicable === undefined ? [] : [`sans objet si ${any(derived.notApplicable)}`]),
        ...(derived.unknown === undefined ? [] : [`non renseigné si ${any(derived.unknown)}`]),
    ].join(',\n');
    const references = derived.references.length === 0 ? '' : `\n${referencesText(derived.references)}`;
    return `${head}\n${indented(clauses + references)}`;
}
