import { define, oneOf, suggestion } from './definition.js';

/** BAR45x and BAR46x: routes, reservees, conventions, orientation. */
export const FLUX = {
    BAR450: define<{ name: string; nearest: readonly string[] }>('error', 'Périmètre ou bilan par un fait qui ne s’y prête pas', {
        message: ({ name }) => `Un périmètre ou un bilan se dit par un fait du logement qui est un mot : « ${name} » n’en est pas un.`,
        remedy: ({ nearest }) => suggestion(nearest, 'Nommez un fait du logement de type code, texte, oui/non ou énumération, par exemple la commune.'),
    }),
    BAR451: define<{ name: string; count: number }>('error', 'Part d’une convention absente ou double', {
        message: ({ name, count }) =>
            count === 0 ? `La convention « ${name} » ne dit pas quelle part du flux elle réserve.` : `La convention « ${name} » dit sa part ${count} fois.`,
        remedy: () => 'Écrivez une seule ligne « part : … % du flux, décompte : … ».',
    }),
    BAR452: define<{ kind: string; name: string; nearest: readonly string[] }>('error', 'Nom inconnu dans une clause de flux', {
        message: ({ kind, name }) => `« ${name} » n’est le nom d’aucun élément de ce genre : ${kind}.`,
        remedy: ({ nearest }) => suggestion(nearest, 'Déclarez-le, ou corrigez le nom.'),
    }),
    BAR453: define<{ landlord: string; total: string; conventions: readonly string[] }>('error', 'Plus de 100 % du flux', {
        message: ({ landlord, total, conventions }) =>
            `Ensemble, ${conventions.length === 1 ? 'la convention' : 'les conventions'} ${listed(conventions)} réservent ${total} du flux de « ${landlord} ».`,
        remedy: () => 'Réduisez les parts : ce que les conventions ne réservent pas reste au bailleur.',
    }),
    BAR454: define<{ first: string; second: string }>('error', 'Deux conventions pour les mêmes droits', {
        message: ({ first, second }) => `« ${first} » et « ${second} » lient le même titulaire au même bailleur sur le même périmètre.`,
        remedy: () => 'Gardez-en une seule : il n’y a qu’une convention par bailleur et par réservataire sur un périmètre.',
    }),
    BAR455: define<{ name: string; code: string; why: 'foreign' | 'larger' }>('error', 'Sous-part impossible', {
        message: ({ name, code, why }) =>
            why === 'foreign'
                ? `« ${code} » n’est pas un contingent du titulaire que nomme « ${name} ».`
                : `La sous-part de « ${code} » dépasse la part de « ${name} », dans laquelle elle est comprise.`,
        remedy: ({ why }) =>
            why === 'foreign' ? 'Nommez un contingent que ce titulaire déclare.' : 'La sous-part est un plafond à l’intérieur de la part : réduisez-la.',
    }),
    BAR456: define<{ code: string; first: string; second: string }>('error', 'Contingent partagé', {
        message: ({ code, first, second }) => `Le contingent « ${code} » est à la fois celui de « ${first} » et celui de « ${second} ».`,
        remedy: () => 'Un contingent n’a qu’un titulaire : retirez-le à l’un des deux.',
    }),
    BAR457: define<{ name: string }>('information', 'Titulaire sans public', {
        message: ({ name }) => `« ${name} » ne dit pas quel est son public : toute demande pourrait être désignée sur ses droits.`,
        remedy: () => 'Ajoutez « : public … » à son contingent, si la convention ou la loi en fixe un.',
    }),
    BAR458: define<{ name: string; first: string; second: string }>('error', 'Effets contraires d’une route', {
        message: ({ name, first, second }) => `La route « ${name} » dit à la fois « ${first} » et « ${second} ».`,
        remedy: () => 'Gardez l’effet que le texte prévoit.',
    }),
    BAR459: define<{ landlord: string; route: string; year: string; why: 'twice' | 'in-flux' }>('error', 'Soustraction prévue sans objet', {
        message: ({ landlord, route, year, why }) =>
            why === 'twice'
                ? `« ${landlord} » prévoit deux fois les soustractions de « ${route} » pour ${year}.`
                : `« ${landlord} » prévoit de soustraire « ${route} », qui est dans le flux.`,
        remedy: ({ why }) =>
            why === 'twice' ? 'Gardez une seule prévision par route et par année.' : 'Ajoutez cette route à « hors flux : … », ou retirez la prévision.',
    }),
    BAR460: define<Record<never, never>>('warning', 'Orientation sans convention', {
        message: () => 'Aucune convention ne dit ce qui est dû à qui : toute vacance resterait au bailleur.',
        remedy: () => 'Ajoutez les conventions, ou retirez l’orientation.',
    }),
    BAR461: define<{ name: string; fact: string }>('warning', 'Règle qui lit le contingent enregistré', {
        message: ({ name, fact }) =>
            `« ${name} » lit « ${fact} », le contingent que les données enregistrent, alors que l’orientation en choisit un autre dans un rejeu par les conventions.`,
        remedy: () => 'Dites le public de chaque réservataire dans sa déclaration : « titulaire … { … : public … } ».',
    }),
    BAR462: define<{ first: string; second: string }>('warning', 'Route jamais prise', {
        message: ({ first, second }) => `La route « ${second} » a la condition de « ${first} », qui vient avant : elle n’est jamais prise.`,
        remedy: () => 'Supprimez-la, ou corrigez sa condition.',
    }),
    BAR466: define<{ landlord: string; conventions: readonly string[]; flux: string; rights: string }>('information', 'Droits arrondis au-delà du flux', {
        message: ({ landlord, conventions, flux, rights }) =>
            `Arrondis, les droits de ${listed(conventions)} peuvent dépasser ce que « ${landlord} » libère : sur ${flux}, ils font ${rights} droits.`,
        remedy: () => 'Si l’accord ne le veut pas, écrivez « droits arrondis inférieur » ; sinon, la part du bailleur sera négative ces années-là.',
    }),
    BAR467: define<{ name: string; why: 'leases' | 'order' }>('error', 'Arrondi d’objectif sans effet', {
        message: ({ name, why }) =>
            why === 'leases'
                ? `« ${name} » est un nombre de baux : il n’y a rien à arrondir.`
                : `« ${name} » donne un arrondi à partir d’un nombre de baux qui ne dépasse pas le précédent : il ne servirait jamais.`,
        remedy: ({ why }) =>
            why === 'leases' ? 'Retirez l’arrondi, ou écrivez une part en « % ».' : 'Écrivez les tailles de la plus petite à la plus grande.',
    }),
    BAR464: define<{ name: string }>('error', 'Conversion impossible d’un stock de droits', {
        message: ({ name }) => `« ${name} » convertit en flux plus de droits qu’il n’y a de logements, ou aucun logement.`,
        remedy: () => 'Écrivez deux nombres entiers : les droits de réservation, puis les logements du patrimoine qui les portent.',
    }),
    BAR465: define<{ name: string; first: string; second: string }>('error', 'Convention mise deux fois en commun', {
        message: ({ name, first, second }) =>
            first === second ? `« ${first} » nomme deux fois « ${name} ».` : `« ${name} » est à la fois dans « ${first} » et dans « ${second} ».`,
        remedy: () => 'Une convention n’a qu’un solde : gardez-la dans une seule mise en commun.',
    }),
    BAR463: define<{ name: string; before: string }>('warning', 'Ligne d’imputation jamais atteinte', {
        message: ({ name, before }) => `« ${before} » n’a pas de condition : la ligne « ${name} », qui vient après, ne sert jamais.`,
        remedy: () => 'Placez en dernier la ligne sans condition, ou supprimez celle qui la suit.',
    }),
} as const;

/** `« a », « b » et « c »`. */
function listed(words: readonly string[]): string {
    return oneOf(words).replace(' ou « ', ' et « ');
}
