import type { Table } from '@bareme/language/columns';
import { absurd, type FactDeclaration, type FieldSource, type Mapping, type Vocabulary } from '@bareme/language/ir';
import { factText } from './fact-words.js';

/** Where the value of a fact comes from. A column named here is one of the file that was read. */
export type FactOrigin =
    | { readonly kind: 'column'; readonly column: string; readonly file?: string; readonly approximation?: string }
    | { readonly kind: 'joined'; readonly columns: readonly string[]; readonly file: string; readonly approximation?: string }
    /** The correspondance gives every demand the same value: nobody declared it. */
    | { readonly kind: 'constant'; readonly value: string; readonly approximation?: string }
    | { readonly kind: 'row-number'; readonly approximation?: string }
    | { readonly kind: 'spread-date'; readonly columns: readonly string[]; readonly approximation?: string }
    | { readonly kind: 'file'; readonly file: string }
    | { readonly kind: 'deduced'; readonly rule: string }
    /** No column of the files that were read gives it. */
    | { readonly kind: 'absent' };

/** What was read, and how. */
export interface OriginsRead {
    readonly vocabulary: Vocabulary;
    readonly mapping?: Mapping;
    readonly demands: Table;
    readonly dwellings?: Table;
}

/** The origin of a declared fact. */
export function originOf(fact: FactDeclaration, read: OriginsRead): FactOrigin {
    const isEvents = fact.type.kind === 'events';
    const target = isEvents ? fact.name : fact.owner === 'logement' ? 'logements' : 'demandes';
    const mapped = read.mapping?.tables.find((table) => table.target === target);
    const isRead = (fact.owner === 'logement' ? read.dwellings : read.demands)?.columns.has(fact.name) ?? false;
    if (isEvents) return isRead ? { kind: 'file', file: mapped?.file ?? target } : { kind: 'absent' };
    if (mapped === undefined) return isRead ? { kind: 'column', column: fact.column ?? fact.name } : { kind: 'absent' };
    const field = mapped.fields.find((candidate) => candidate.fact === fact.name);
    if (field === undefined) return { kind: 'absent' };
    return {
        ...mappedOrigin(field.source, { fact, file: mapped.file, read }),
        ...(field.approximation === undefined ? {} : { approximation: field.approximation }),
    };
}

interface Mapped {
    readonly fact: FactDeclaration;
    readonly file: string;
    readonly read: OriginsRead;
}

function mappedOrigin(source: FieldSource, { fact, file, read }: Mapped): FactOrigin {
    switch (source.kind) {
        case 'column':
            return { kind: 'column', column: source.column, file };
        case 'joined':
            return { kind: 'joined', columns: source.columns, file };
        case 'constant':
            return { kind: 'constant', value: factText(source.value, fact.type, read.vocabulary) };
        case 'row-number':
            return { kind: 'row-number' };
        case 'spread-date':
            return { kind: 'spread-date', columns: [source.year, source.order] };
        default:
            return absurd(source);
    }
}

/** The origin in words, with whether the value is declared or proved: `colonne points_final, déclaré`. */
export function originText(origin: FactOrigin, { ofDwelling, proved }: { readonly ofDwelling: boolean; readonly proved: boolean }): string {
    const approximation = 'approximation' in origin && origin.approximation !== undefined ? ` ; approximation : ${origin.approximation}` : '';
    return `${sourceText(origin, ofDwelling)}${isDeclared(origin) && !ofDwelling ? `, ${proved ? 'justifié' : 'déclaré'}` : ''}${approximation}`;
}

/** Whether whoever filed the demand said it. */
export function isDeclared({ kind }: FactOrigin): boolean {
    return kind === 'column' || kind === 'joined' || kind === 'file' || kind === 'spread-date';
}

function sourceText(origin: FactOrigin, ofDwelling: boolean): string {
    switch (origin.kind) {
        case 'column':
            return `colonne ${origin.column}${ofDwelling ? ' du logement' : ''}`;
        case 'joined':
            return `colonnes ${origin.columns.join(' et ')}${ofDwelling ? ' du logement' : ''}`;
        case 'constant':
            return 'constante écrite dans la correspondance, la même pour toutes les demandes';
        case 'row-number':
            return 'numéro de la ligne du fichier';
        case 'spread-date':
            return `date répartie d’après les colonnes ${origin.columns.join(' et ')}`;
        case 'file':
            return `fichier ${origin.file}`;
        case 'deduced':
            return `déduit : ${origin.rule}`;
        case 'absent':
            return 'aucune colonne ne le donne';
        default:
            return absurd(origin);
    }
}
