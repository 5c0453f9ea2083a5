import { noneOfKind, ofAnother } from '../kind-words.js';
import { define, oneOf, suggestion } from './definition.js';

export interface UnknownName {
    readonly name: string;
    readonly nearest: readonly string[];
}

/** BAR2xx: a name that nothing, or too many things, declare. */
export const NAMES = {
    BAR201: define<UnknownName & { among?: string; fieldOf?: string }>('error', 'Fait inconnu', {
        message: ({ name }) => `Aucun fait, aucun fait déduit ni aucun paramètre ne s’appelle « ${name} ».`,
        remedy: ({ name, nearest, among, fieldOf }) =>
            among !== undefined
                ? `Si c’est une autre valeur du même fait, écrivez « ${among} ».`
                : fieldOf !== undefined
                  ? `${fieldOf === 'membres' ? 'Chaque membre du ménage' : `Chaque événement de « ${fieldOf} »`} en porte un : lisez-le dans « ${fieldOf === 'membres' ? 'un membre avec' : `${fieldOf} contient`} (${name} …) ».`
                  : suggestion(nearest, 'Déclarez ce fait dans le vocabulaire, ou définissez-le avec « déduit ».'),
    }),
    BAR202: define<UnknownName & { type: string }>('error', 'Valeur inconnue', {
        message: ({ name, type }) => `« ${name} » n’est pas une valeur de l’énumération « ${type} ».`,
        remedy: ({ nearest }) => suggestion(nearest, 'Choisissez une valeur déclarée par l’énumération, ou ajoutez-la au vocabulaire.'),
    }),
    BAR203: define<UnknownName & { kind: string }>('error', 'Nom introuvable', {
        message: ({ name, kind }) => `${noneOfKind(kind)} ne s’appelle « ${name} ».`,
        remedy: ({ nearest }) => suggestion(nearest, 'Vérifiez l’orthographe, ou déclarez cet élément.'),
    }),
    BAR204: define<{ name: string; kind: string }>('error', 'Nom déjà pris', {
        message: ({ name, kind }) => `« ${name} » est déjà le nom ${ofAnother(kind)}.`,
        remedy: () => 'Donnez à l’un des deux un autre nom ; si l’un répète l’autre, comparez-les avant d’en ôter un.',
    }),
    BAR205: define<UnknownName>('error', 'Vocabulaire introuvable', {
        message: ({ name }) => `Aucun des fichiers lus ne contient le vocabulaire « ${name} » que « utilise » demande.`,
        remedy: ({ nearest }) =>
            suggestion(nearest, 'Ouvrez aussi, ou nommez dans la commande, le dossier qui contient ce vocabulaire (souvent « policies/national »).'),
    }),
    BAR206: define<{ chain: readonly string[] }>('error', 'Vocabulaires en boucle', {
        message: ({ chain }) => `Ces vocabulaires s’utilisent les uns les autres en boucle : ${chain.join(' → ')}.`,
        remedy: () => 'Retirez l’un de ces « utilise » ; placez les mots communs dans un vocabulaire que les autres utilisent.',
    }),
    BAR207: define<{ name: string }>('error', 'Fait du logement sans « logement. »', {
        message: ({ name }) => `« ${name} » est un fait du logement, pas de la demande : la règle dépendrait du logement sans le montrer.`,
        remedy: ({ name }) => `Écrivez « logement.${name} ».`,
    }),
    BAR208: define<{ name: string; places: readonly string[] }>('error', 'Nom ambigu', {
        message: ({ name, places }) => `« ${name} » existe dans plusieurs cotations : ${oneOf(places)}.`,
        remedy: ({ name, places }) => `Précisez laquelle, par exemple « ${places[0] ?? ''}.${name} ».`,
    }),
    BAR209: define<{ chain: readonly string[] }>('error', 'Définition en boucle', {
        message: ({ chain }) => `Ces faits déduits se définissent les uns par les autres : ${chain.join(' → ')}.`,
        remedy: () => 'Rompez la boucle : l’un d’eux doit se définir par des faits de la demande ou du logement.',
    }),
    BAR210: define<{ policy: string; version: string; known: readonly string[] }>('error', 'Version introuvable', {
        message: ({ policy, version }) => `La politique « ${policy} » n’a pas de version « ${version} » dans les fichiers lus.`,
        remedy: ({ known }) => (known.length === 0 ? 'Ajoutez à la commande le fichier de cette version.' : `Les fichiers lus contiennent ${oneOf(known)}.`),
    }),
    BAR211: define<{ name: string; owner: string; known: readonly string[] }>('error', 'Porteur du fait inconnu', {
        message: ({ name, owner }) => `« ${owner} » ne désigne ni la demande, ni le logement, ni la candidature : « ${owner}.${name} » ne veut rien dire.`,
        remedy: ({ known }) => `Écrivez ${oneOf(known)} avant le point.`,
    }),
    BAR212: define<UnknownName & { known: readonly string[] }>('error', 'Rôle inconnu', {
        message: ({ name, known }) => `Le rejeu ne connaît pas le rôle « ${name} » ici ; il connaît ${known.join(', ')}.`,
        remedy: ({ nearest }) => suggestion(nearest, 'Choisissez l’un de ces rôles, ou retirez « rôle … ».'),
    }),
} as const;
