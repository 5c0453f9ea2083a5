import { absurd } from '../../kit/absurd.js';
import type { NamedSymbol } from '../../references/symbol.js';
import { theKind } from './symbol-words.js';

/** Why a name is left as it is. */
export type RenameRefusal =
    | { readonly kind: 'no-name' }
    | { readonly kind: 'undeclared'; readonly symbol: NamedSymbol }
    | { readonly kind: 'spelled'; readonly symbol: NamedSymbol }
    | { readonly kind: 'read-only'; readonly symbol: NamedSymbol; readonly path: string }
    | { readonly kind: 'not-a-name'; readonly name: string; readonly isVersion: boolean }
    | { readonly kind: 'same' }
    | { readonly kind: 'unread'; readonly path: string }
    | { readonly kind: 'events-table'; readonly name: string }
    | { readonly kind: 'word-of-data'; readonly name: string; readonly value: string }
    | { readonly kind: 'collision'; readonly name: string; readonly symbol: NamedSymbol; readonly path: string; readonly line: number }
    | { readonly kind: 'capture'; readonly name: string; readonly captured?: NamedSymbol; readonly path: string; readonly line: number }
    | { readonly kind: 'finding'; readonly message: string }
    | { readonly kind: 'stale' };

/** A refusal in plain French: what stands in the way, where, and what can be done. */
export function refusalText(refusal: RenameRefusal): string {
    switch (refusal.kind) {
        case 'no-name':
            return 'Ce mot n’est pas un nom que l’on puisse changer. Placez le curseur sur un nom.';
        case 'undeclared':
            return `Aucun fichier ne déclare ${theKind(refusal.symbol.kind)} « ${refusal.symbol.name} » : les données ou le rejeu le nomment ainsi.`;
        case 'spelled':
            return `« ${refusal.symbol.name} » est un mot de la langue : il s’écrit toujours ainsi.`;
        case 'read-only':
            return `« ${refusal.symbol.name} » est déclaré dans « ${refusal.path} », un texte national que toutes les politiques partagent : il ne se renomme pas ici.`;
        case 'not-a-name':
            return refusal.isVersion
                ? `« ${refusal.name} » ne peut pas être le nom d’une version : écrivez un texte court, sans guillemets ni retour à la ligne.`
                : `« ${refusal.name} » ne peut pas être un nom : des lettres, des chiffres et « _ », sans espace, sans commencer par un chiffre, et pas un mot réservé.`;
        case 'same':
            return 'Le nouveau nom est le même que l’ancien.';
        case 'unread':
            return `« ${refusal.path} » contient une erreur d’écriture qui en cache une partie : un nom pourrait y rester inchangé. Corrigez-la d’abord.`;
        case 'events-table':
            return `« ${refusal.name} » est lu dans la table de données qui porte son nom : le renommer la perdrait. Écrivez d’abord une correspondance qui nomme cette table.`;
        case 'word-of-data':
            return `Les données nomment déjà ainsi la valeur « ${refusal.value} » : « ${refusal.name} » n’y désignerait plus la même. Choisissez un autre nom.`;
        case 'collision':
            return `« ${refusal.name} » est déjà pris par ${theKind(refusal.symbol.kind)} de ce nom (${refusal.path}, ligne ${refusal.line}). Choisissez un autre nom.`;
        case 'capture':
            return captureText(refusal);
        case 'finding':
            return `Ce nom rendrait la politique fausse : ${refusal.message}`;
        case 'stale':
            return 'Le texte vient de changer. Recommencez.';
        default:
            return absurd(refusal);
    }
}

function captureText({ name, captured, path, line }: Extract<RenameRefusal, { readonly kind: 'capture' }>): string {
    const meaning = captured === undefined ? 'ne désignerait plus la même chose' : `désignerait ${theKind(captured.kind)} « ${captured.name} »`;
    return `Avec ce nom, « ${name} » ${meaning} (${path}, ligne ${line}). Choisissez un autre nom.`;
}
