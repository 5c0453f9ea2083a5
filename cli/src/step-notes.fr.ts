import type { StepNote } from '@bareme/language/replay';

/** The nine steps of a replay, as the report names them. */
export const STEP_TITLES: Readonly<Record<StepNote['step'], string>> = {
    1: 'Voie d’attribution',
    2: 'Réservataire',
    3: 'Vivier',
    4: 'Classement',
    5: 'Commission',
    6: 'Réponse du ménage',
    7: 'Départs',
    8: 'Logements libérés',
    9: 'Objectifs et comptes',
};

/** Where a step's content comes from. */
export const SOURCE_WORDS: Readonly<Record<StepNote['source'], string>> = { data: 'donnée', assumption: 'hypothèse', 'not-modelled': 'non représenté' };

/** A step note in words. A code without words here is shown as it is: nothing is hidden. */
export function stepNoteText({ code, params }: StepNote): string {
    const words = STEP_NOTES.get(code);
    if (words !== undefined) return words((name) => params[name] ?? '?');
    const given = Object.entries(params).map(([name, value]) => `${name} : ${value}`);
    return [code, ...given].join(' ; ');
}

type Wording = (param: (name: string) => string) => string;

const STEP_NOTES: ReadonlyMap<string, Wording> = new Map();

/** Why a row or a demand could not be evaluated. */
export function notEvaluatedText(reason: string): string {
    return NOT_EVALUATED.get(reason) ?? reason;
}

const NOT_EVALUATED: ReadonlyMap<string, string> = new Map();

/** Why a figure of honesty could not be computed. */
export function missingFigureText(code: string): string {
    return MISSING_FIGURES.get(code) ?? code;
}

const MISSING_FIGURES: ReadonlyMap<string, string> = new Map();
