import { absurd, fromFraction } from '@bareme/language/ir';
import { pointsText } from '../french.js';
import type { ExplanationDocument, PointsEntry } from './explanation-document.js';
import type { NoteEntry } from './note-entry.js';

const SPECIMENS: Readonly<Record<NonNullable<ExplanationDocument['specimen']>, string>> = {
    variant: 'ces règles sont celles d’une variante, qui n’est pas en vigueur',
    synthetic: 'ces données sont synthétiques et ne parlent de personne',
    'variant-and-synthetic': 'ces règles sont celles d’une variante, et ces données sont synthétiques',
};

/** What heads each page of a letter that has no force. */
export function specimenLines(specimen: ExplanationDocument['specimen']): readonly string[] {
    return specimen === undefined ? [] : [`SPÉCIMEN, SANS VALEUR : ${SPECIMENS[specimen]}`, ''];
}

/** A note in words. */
export function noteWords(note: NoteEntry): string {
    switch (note.kind) {
        case 'note':
            return pointsText(note.note);
        case 'interval':
            return `${pointsText(note.fixed)} sans logement désigné ; de ${pointsText(note.low)} à ${pointsText(note.high)} selon le logement`;
        case 'incomplete':
            return `incomplète, entre ${pointsText(note.low)} et ${pointsText(note.high)}${note.large === true ? ' (intervalle large : trop de faits manquent pour le resserrer)' : ''}`;
        case 'unscored':
            return 'hors cotation';
        default:
            return absurd(note);
    }
}

/** Points in words, or the bounds between which they are. */
export function pointsWords(points: PointsEntry): string {
    if ('low' in points) return `${pointsText(points.low)} à ${pointsText(points.high)} points`;
    const value = fromFraction(points.exact);
    const single = value !== undefined && value.n < 2n * value.d && value.n > -2n * value.d;
    return `${pointsText(points.exact)} ${single ? 'point' : 'points'}`;
}
