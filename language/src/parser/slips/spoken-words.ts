import { report } from '../../diagnostics/report.js';
import { lineAround, offsetAt, placeAt, replacing, withoutTexts, type Slip, type Stumble } from './slip.js';

/** How people say what the language says in other words; the first of a list is the likeliest, and several are never chosen between. */
interface Turn {
    readonly said: RegExp;
    readonly words: readonly string[];
    readonly why?: string;
}

const EQUAL = '(?:[ée]gale?s?|[ée]gaux)';
const A = '(?:à|a|au|aux)(?![\\p{L}\\p{N}_])';
const STRICT = '(?:est |sont )?(?:strictement )?';

const turn = (pattern: string, words: readonly string[], why?: string): Turn => ({
    said: new RegExp(`(?<![\\p{L}\\p{N}_])(?:${pattern})(?![\\p{L}\\p{N}_])`, 'giu'),
    words,
    ...(why === undefined ? {} : { why }),
});

const INCLUDED = 'les bornes sont-elles comprises';

const TURNS: readonly Turn[] = [
    turn(`${STRICT}(?:sup[ée]rieure?s?|plus grande?s?|plus [ée]lev[ée]e?s?) ou ${EQUAL} ${A}|plus (?:de|que) ou ${EQUAL} ${A}`, ['au moins']),
    turn(`${STRICT}(?:inf[ée]rieure?s?|plus petite?s?) ou ${EQUAL} ${A}|moins (?:de|que) ou ${EQUAL} ${A}`, ['au plus']),
    turn(`${STRICT}sup[ée]rieure?s? ${A}|${STRICT}plus (?:grande?s? |[ée]lev[ée]e?s? )?que|d[ée]passe|exc[èe]de`, ['plus de']),
    turn(`${STRICT}inf[ée]rieure?s? ${A}|${STRICT}(?:plus petite?s? |moins [ée]lev[ée]e?s? |moins )que`, ['moins de']),
    turn('au minimum', ['au moins']),
    turn('au maximum', ['au plus']),
    turn(`(?:est )?${EQUAL} ${A}|vaut`, ['est']),
    turn('(?:est )?diff[ée]rente?s? de', ['n’est pas']),
    turn("n['’]est pas (?:dans|parmi)", ['hors']),
    turn('(?:est )?dans la liste(?: des?| du)?|fait partie (?:des?|du)', ['parmi']),
    turn('contiennent|comprend|comporte|inclut', ['contient']),
    turn('(?:est )?compris(?:es?)? entre|entre', ['de … à …', 'de … à moins de …'], INCLUDED),
    turn('(?:et/ou)', ['et', 'ou']),
    turn('and|ainsi que', ['et']),
    turn('or|ou bien', ['ou']),
    turn("date (?:de l['’])?examen", ['date d’examen']),
    turn('(?:entre )?en vigueur (?:le|depuis le|à partir du|à compter du)', ['en vigueur du']),
    turn('(?:d[ée]lib[ée]r[ée]e?|vot[ée]e?|adopt[ée]e?|approuv[ée]e?) (?:du|le)', ['délibérée le']),
    turn('à compter de', ['à partir de']),
    turn('à compter du|d[èe]s le', ['à partir du']),
    turn('plafonn[ée]e?s? de|plafond(?: de| à)?|maximum(?: de)?', ['plafonné à']),
    turn('plancher (?:de|à)|minimum(?: de)?', ['plancher']),
    turn('par (?:ann[ée]e|ans)', ['par an']),
    turn('par (mois|an|jour)s? (?:entiers?|complets?|pleins?)', ['par $1 révolu']),
    turn('par (mois|an|jour)s? entam[ée]s?', ['par $1 commencé']),
    turn('pour ?cents?', ['%']),
    turn('pts?', ['points']),
    turn('si et seulement si|lorsque?|quand|d[èe]s que', ['si']),
    turn('sauf si', ['et non'], 'une condition que l’on écarte se nie'),
];

const PER_UNIT = /\/ ?(mois|an|jour)(?![\p{L}\p{N}_])/gu;
const WINDOW = /sur (?:les )?([0-9]+) (?:derniers? |dernières? )?(mois|ans|années|jours)/gu;

/** What people say instead of the words of the language, on the line where the parser stumbled. */
export function spokenSlip(stumble: Stumble): Slip | undefined {
    const { text, at } = stumble;
    const from = offsetAt(stumble, at);
    const line = lineAround(text, from);
    const bare = withoutTexts(line.text);
    // The fault stands where the parser stumbled, or after: a word before it was read.
    const found = (pattern: RegExp): RegExpExecArray | undefined =>
        [...bare.matchAll(pattern)].find(({ 0: said, index }) => line.start + index + said.length > from);
    for (const { said, words, why } of TURNS) {
        const match = found(said);
        if (match !== undefined && !isSaid(match[0], words))
            return turnSlip({ start: line.start + match.index, found: match[0], words: withGroups(words, match), why });
    }
    const perUnit = found(PER_UNIT);
    if (perUnit !== undefined) return turnSlip({ start: line.start + perUnit.index, found: perUnit[0], words: [` par ${perUnit[1] ?? ''}`] });
    const window = found(WINDOW);
    const said =
        window === undefined ? '' : `sur les ${window[1] ?? ''} ${/ann|ans/.test(window[2] ?? '') ? 'dernières années' : `derniers ${window[2] ?? ''}`}`;
    if (window !== undefined && window[0] !== said) return turnSlip({ start: line.start + window.index, found: window[0], words: [said] });
    return undefined;
}

function isSaid(said: string, words: readonly string[]): boolean {
    return words.includes(said) || words.includes(said.replace(/'/g, '’'));
}

function withGroups(words: readonly string[], match: RegExpExecArray): readonly string[] {
    return words.map((word) => word.replace('$1', match[1] ?? ''));
}

interface Said {
    readonly start: number;
    readonly found: string;
    readonly words: readonly string[];
    readonly why?: string | undefined;
}

function turnSlip({ start, found, words, why }: Said): Slip {
    const end = start + found.length;
    const [word, other] = words;
    const told = words.map((each) => each.trim());
    const params = { found, words: told, ...(why === undefined ? {} : { why }) };
    if (word === undefined || other !== undefined || why !== undefined) return { finding: report('BAR119', params, placeAt(start, end)) };
    const reading = { start, end, text: word };
    return { finding: report('BAR119', params, placeAt(start, end), { fix: replacing(`Écrire « ${word.trim()} »`, reading) }), readings: [reading] };
}
