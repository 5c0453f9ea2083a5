/** A probability num/den. */
interface Chance {
    readonly num: number;
    readonly den: number;
}

/** How free a synthetic history is from the rules that it was drawn from, in one sentence for its notices. */
export function freedomNotice({ designation, commission }: { readonly designation: Chance; readonly commission: Chance }): string {
    return (
        'Histoire tirée des règles en vigueur, avec une liberté déclarée : ' +
        `${oftenText(designation)}, la demande suivante du classement n’est pas désignée ; ${oftenText(commission)}, la commission place un autre candidat en tête.`
    );
}

/** Said of a history that follows no rule. */
export const UNRULED_NOTICE = 'Histoire tirée sans règles : elle ne dit rien de ce que les règles en vigueur donneraient.';

function oftenText({ num, den }: Chance): string {
    return `${num} fois sur ${den}`;
}
