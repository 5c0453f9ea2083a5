import { absurd } from '../kit/absurd.js';
import { formatFrenchDate } from '../kit/civil-date.js';
import type { Example, Expectation } from '../ir/example.js';
import type { EventRecord, FactValue } from '../ir/value.js';
import type { FactDeclaration, FactOwner, ValueType } from '../ir/value-type.js';
import type { Vocabulary } from '../ir/vocabulary.js';
import { block, items, words } from './layout.js';
import { literalText, wordText } from './literal-text.js';
import { exact, numberText } from './number-text.js';
import { quoted } from './words.js';

/** The root `exemple`; a fact of events without event is not written: that is what its absence means. */
export function exampleText(example: Example, vocabulary: Vocabulary): string {
    const head = words(
        `exemple ${quoted(example.label)} de ${example.policy}`,
        example.version === undefined ? '' : `version ${quoted(example.version)}`,
        example.variant === undefined ? '' : `variante ${example.variant}`,
    );
    const typeOf = typesOf(vocabulary, 'demande');
    const lines = [
        ...example.demand.flatMap(([name, value]) => factLines(name, value, typeOf(name))),
        ...(example.dwelling === undefined || example.dwelling.length === 0
            ? []
            : [fieldsBlock('logement :', example.dwelling, typesOf(vocabulary, 'logement'))]),
        ...(example.proved.length === 0 ? [] : [`justifiés : (${items(example.proved)})`]),
        `date d'examen : ${formatFrenchDate(example.day)}`,
        ...example.expectations.map((expectation) => `attendu : ${expectationText(expectation)}`),
    ];
    return block(head, lines, ' ;');
}

type TypeOf = (name: string) => ValueType;

const TEXT: ValueType = { kind: 'text' };

function typesOf(vocabulary: Vocabulary, owner: FactOwner): TypeOf {
    const facts = new Map<string, ValueType>(vocabulary.facts.filter((fact) => fact.owner === owner).map((fact) => [fact.name, fact.type]));
    const derived = new Map(owner === 'demande' ? vocabulary.derived.map((fact) => [fact.name, fact.type]) : []);
    return (name) => facts.get(name) ?? derived.get(name) ?? TEXT;
}

function factLines(name: string, value: FactValue, type: ValueType): readonly string[] {
    if (value.kind !== 'events') return [`${name} : ${factValueText(value, type)}`];
    const fields = new Map((type.kind === 'events' ? type.fields : []).map((field: FactDeclaration) => [field.name, field.type]));
    return value.events.map((event) => fieldsBlock(`${name} :`, event, (field) => fields.get(field) ?? TEXT));
}

function fieldsBlock(head: string, fields: EventRecord, typeOf: TypeOf): string {
    return `${head} { ${items(fields.map(([name, value]) => `${name} : ${factValueText(value, typeOf(name))}`))} }`;
}

/** A value of a fact: one, several, or one of the two absences. */
function factValueText(value: FactValue, type: ValueType): string {
    switch (value.kind) {
        case 'missing':
            return 'non renseigné';
        case 'not-applicable':
            return 'sans objet';
        case 'set':
            return setText(value.values.map((word) => wordText(word, type)));
        case 'events':
            return '';
        default:
            return literalText(value, type);
    }
}

function setText(texts: readonly string[]): string {
    const [only] = texts;
    return texts.length === 1 && only !== undefined ? only : `(${items(texts)})`;
}

function expectationText(expectation: Expectation): string {
    switch (expectation.kind) {
        case 'note': {
            const details = expectation.details.map(({ criterion, points }) => `${criterion} ${numberText(exact(points))}`).join(', ');
            const which = expectation.which === 'verified' ? 'vérifiée' : '';
            return words('note', which, numberText(exact(expectation.note)), details === '' ? '' : `dont ${details}`);
        }
        case 'incomplete': {
            const { low, high, missing } = expectation;
            const bounds = low === undefined || high === undefined ? '' : `entre ${numberText(exact(low))} et ${numberText(exact(high))}`;
            return words('incomplète', bounds, missing.length === 0 ? '' : `manque (${items(missing)})`);
        }
        case 'unscored':
            return words('hors cotation', expectation.clause);
        case 'eligibility':
            return words(RESULTS[expectation.result], expectation.motive);
        default:
            return absurd(expectation);
    }
}

const RESULTS = { eligible: 'éligible', ineligible: 'inéligible', 'to-verify': 'à vérifier' } as const;
