import { absurd } from '../kit/absurd.js';
import type { CellConversions, CellMeaning, FieldSource, MappedField, Mapping, RowTest, SourceTable } from '../ir/mapping.js';
import type { ValueType } from '../ir/value-type.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import { block, indented, words } from './layout.js';
import { literalText } from './literal-text.js';
import { exact, numberText } from './number-text.js';
import { labelText } from './type-text.js';
import { quoted } from './words.js';

/** The root `correspondance`. */
export function mappingText(mapping: Mapping, vocabulary: Vocabulary): string {
    const head = words('correspondance', mapping.name, labelText(mapping.label), 'pour', mapping.vocabulary);
    return block(
        head,
        mapping.tables.map((table) => sourceTableText(table, vocabulary)),
    );
}

function sourceTableText(table: SourceTable, vocabulary: Vocabulary): string {
    const marks = [
        ...(table.decimal === undefined ? [] : [`décimale ${quoted(table.decimal)}`]),
        ...(table.thousands === undefined ? [] : [`milliers ${quoted(table.thousands)}`]),
    ];
    const rows = table.rows === undefined ? [] : [`lignes où ${table.rows.map(rowTestText).join(' et ')}`];
    const options = [`séparateur ${quoted(table.separator)}`, ...marks, ...(table.headerless === true ? ['sans en-tête'] : []), ...rows].join(', ');
    const types = typesOfTarget(table.target, vocabulary);
    return block(
        `table ${table.target} depuis ${quoted(table.file)} ${options}`,
        table.fields.map((field) => fieldText(field, types.get(field.fact) ?? { kind: 'text' })),
        ' ;',
    );
}

function rowTestText({ column, kind, values }: RowTest): string {
    return `${quoted(column)} ${kind === 'among' ? 'parmi' : 'hors'} (${values.map(quoted).join(' ; ')})`;
}

/** The types of the facts that a table fills, by name. */
function typesOfTarget(target: string, { facts }: Vocabulary): ReadonlyMap<string, ValueType> {
    const owner = OWNERS.get(target);
    const events = facts.find((fact) => fact.owner === 'demande' && fact.name === target);
    if (owner !== undefined) return new Map(facts.filter((fact) => fact.owner === owner).map((fact) => [fact.name, fact.type]));
    const identifiers = facts.filter((fact) => fact.owner === 'demande' && fact.role === 'identifiant');
    return new Map([...(events?.type.kind === 'events' ? events.type.fields : []), ...identifiers].map((field) => [field.name, field.type]));
}

const OWNERS: ReadonlyMap<string, string> = new Map([
    ['demandes', 'demande'],
    ['logements', 'logement'],
    ['candidatures', 'candidature'],
    ['occupants', 'demande'],
]);

function fieldText({ fact, source, approximation }: MappedField, type: ValueType): string {
    return words(`${fact} :`, sourceText(source, type), approximation === undefined ? '' : `approximation ${quoted(approximation)}`);
}

function sourceText(source: FieldSource, type: ValueType): string {
    switch (source.kind) {
        case 'row-number':
            return 'numéro de ligne';
        case 'spread-date':
            return `date répartie année ${quoted(source.year)} ordre ${quoted(source.order)}`;
        case 'constant':
            return `constante ${meaningText(source.value, type)}`;
        case 'column':
            return [`colonne ${quoted(source.column)}`, ...conversionTexts(source, type)].join(', ');
        case 'joined':
            return [`colonnes ${source.columns.map(quoted).join(', ')} jointes par ${quoted(source.by)}`, ...conversionTexts(source, type)].join(', ');
        default:
            return absurd(source);
    }
}

function conversionTexts({ split, codes, factor, time, empty }: CellConversions, type: ValueType): readonly string[] {
    const pairs = codes?.map(([code, meaning]) => `${quoted(code)} : ${meaningText(meaning, type)}`);
    return [
        ...(split === undefined ? [] : [`séparée par ${quoted(split)}`]),
        ...(factor === undefined ? [] : [`multipliée par ${numberText(exact(factor))}`]),
        ...(time === true ? ['avec heure'] : []),
        ...(empty === undefined ? [] : [`vide : ${meaningText(empty, type)}`]),
        ...(pairs === undefined ? [] : [`codes {\n${indented(pairs.join(' ;\n'))}\n}`]),
    ];
}

function meaningText(meaning: CellMeaning, type: ValueType): string {
    if (meaning.kind === 'missing') return 'non renseigné';
    return meaning.kind === 'not-applicable' ? 'sans objet' : literalText(meaning, type);
}
