import type { Act, ClauseChange } from './changes/clause-change.js';
import { enumerate, plural, quoted } from './words/french.js';
import { factsText } from './changes/policy-changes.js';
import type { Block, Statement, Table, TableRow, VariantChanges } from './telling.js';

/** The act that a clause belongs to, and who is asked. */
export const ACT_WORDS: Readonly<Record<Act, { readonly name: string; readonly asked: string }>> = {
    plan: {
        name: 'PPGDID (cotation et classement)',
        asked: 'l’intercommunalité délibère, après avis de la conférence intercommunale du logement et des communes (CCH L.441-2-8)',
    },
    agreement: {
        name: 'Convention intercommunale d’attribution',
        asked: 'l’intercommunalité, les bailleurs, les réservataires et l’État la signent (CCH L.441-1-6)',
    },
    convention: { name: 'Convention de réservation', asked: 'le bailleur et le réservataire la signent (CCH R.441-5)' },
};

/** What the variants change, clause by clause, and which act each clause belongs to. */
export function tellChanges(variants: readonly VariantChanges[]): Block {
    const edited = variants.filter(({ changes }) => changes.length > 0);
    return {
        id: 'changes',
        reader: 'all',
        title: titleOf(variants, edited),
        statements: [...edited.map(editStatement), ...actStatements(edited), ...variants.flatMap(statementsOf)],
        exhibits: edited.length === 0 ? [] : [changesTable(edited)],
    };
}

function titleOf(variants: readonly VariantChanges[], edited: readonly VariantChanges[]): string {
    if (variants.length === 0) return 'Ce qui change : aucune variante n’est comparée';
    if (edited.length === 0) return 'Ce qui change : rien, les variantes disent la même chose que les règles en vigueur';
    const count = edited.reduce((sum, { changes }) => sum + changes.length, 0);
    const [only] = edited;
    return edited.length === 1 && only !== undefined
        ? `Ce qui change : ${quoted(only.label)} modifie ${plural(count, 'clause', 'clauses')}`
        : `Ce qui change : ${plural(edited.length, 'variante', 'variantes')}, ${plural(count, 'clause modifiée', 'clauses modifiées')}`;
}

/** Longer edits are named, not told: their table tells them. */
const LONGEST = 120;

/** The first edit that a sentence holds, then how many others: `« Attente » : Ancienneté, 1 point → 2 points ; 2 autres clauses.` */
function editStatement({ ruleSet, label, changes }: VariantChanges): Statement {
    const told = changes.find(({ text }) => text.length <= LONGEST);
    const others = changes.length - (told === undefined ? 0 : 1);
    const rest = others === 0 ? [] : [told === undefined ? plural(others, 'clause', 'clauses') : plural(others, 'autre clause', 'autres clauses')];
    return {
        id: `edits ${ruleSet}`,
        text: `${quoted(label)} : ${[...(told === undefined ? [] : [told.text]), ...rest].join(' ; ')}.`,
        severity: 'plain',
        figures: [],
    };
}

/** Acts are told apart: who is asked for each, and by which variants. */
function actStatements(edited: readonly VariantChanges[]): readonly Statement[] {
    const acts = [...new Set(edited.flatMap(({ changes }) => changes.map(({ act }) => act)))];
    return acts.map((act) => {
        const own = edited.filter(({ changes }) => changes.some((change) => change.act === act));
        const who = own.length === edited.length ? '' : ` (${enumerate(own.map(({ label }) => quoted(label)))})`;
        return {
            id: `act-${act}`,
            text: `Acte à modifier : ${ACT_WORDS[act].name}${who}. Qui décide : ${ACT_WORDS[act].asked}.`,
            severity: 'plain',
            figures: [],
        };
    });
}

function statementsOf({ ruleSet, label, changes, newlyRead, noLongerRead }: VariantChanges): readonly Statement[] {
    const said = (id: string, text: string, severity: Statement['severity'] = 'plain'): Statement => ({ id: `${id} ${ruleSet}`, text, severity, figures: [] });
    if (changes.length === 0) return [said('same', `${quoted(label)} ne change aucune clause : elle est identique aux règles en vigueur.`, 'alert')];
    return [
        ...(newlyRead.length === 0
            ? []
            : [said('newly-read', `${quoted(label)} fait lire aux règles ce qu’elles ne lisaient pas : ${factsText(newlyRead)}.`, 'alert')]),
        ...(noLongerRead.length === 0 ? [] : [said('no-longer-read', `${quoted(label)} : les règles ne lisent plus ${factsText(noLongerRead)}.`)]),
    ];
}

function changesTable(variants: readonly VariantChanges[]): Table {
    const acts = new Set(variants.flatMap(({ changes }) => changes.map(({ act }) => act)));
    return {
        kind: 'table',
        id: 'changes-table',
        caption: 'Les clauses modifiées, avant et après',
        columns: [
            { title: 'Clause', kind: 'text' },
            { title: 'Règles en vigueur', kind: 'text' },
            { title: 'Variante', kind: 'text' },
            ...(acts.size > 1 ? [{ title: 'Acte', kind: 'text' as const }] : []),
        ],
        rows: variants.flatMap(({ label, changes }) => changes.map((change) => rowOf(change, { group: label, withAct: acts.size > 1 }))),
        notes: [],
    };
}

function rowOf(
    { clause, place, kind, before, after, act, readBy }: ClauseChange,
    { group, withAct }: { readonly group: string; readonly withAct: boolean },
): TableRow {
    const detail = [place ?? '', readBy.length === 0 ? '' : `lu par : ${readBy.join(', ')}`].filter((text) => text !== '').join(' ; ');
    const none = kind === 'edited' ? 'inchangé' : 'absent';
    const gone = kind === 'removed' ? 'retiré' : none;
    const come = kind === 'edited' && before === undefined ? `en plus : ${after ?? ''}` : (after ?? gone);
    return {
        cells: [
            { text: clause, ...(detail === '' ? {} : { detail }) },
            { text: before ?? none },
            { text: come },
            ...(withAct ? [{ text: ACT_WORDS[act].name }] : []),
        ],
        group,
    };
}
