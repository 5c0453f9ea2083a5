import { fractionPercent, dayText, enumerate, integerText, percentText, plural, quoted } from './words/french.js';
import { yearsCovered } from './recorded-leases.js';
import { readsIn } from './changes/meaning.js';
import { SMALLEST_COUNT } from './protect.js';
import type { Block, Edition, Severity, Statement } from './telling.js';
import { sensitivityStatements } from './tell-sensitivity.js';
import { HISTORY } from '../replay/index.js';
import type { TellingInput } from './telling-input.js';

/** How far the figures may be trusted: the data first, the draws, what was assumed. A hole in the data is said here, on the first screen. */
export function tellTrust(input: TellingInput): Block {
    const data = dataStatements(input);
    const draws = drawStatements(input);
    const light = lightOf([...data, ...draws]);
    return {
        id: 'trust',
        reader: 'all',
        title: `Quelle confiance : ${LIGHTS[light]}`,
        statements: [...data, ...draws, ...recordStatements(input), ...sensitivityStatements(input)],
        exhibits: [],
    };
}

type Light = 'green' | 'amber' | 'red';

const LIGHTS: Readonly<Record<Light, string>> = {
    green: 'feu vert, les données répondent à la question',
    amber: 'feu orange, des manques à lire avant de conclure',
    red: 'feu rouge, les données ne suffisent pas à conclure',
};

function lightOf(statements: readonly Statement[]): Light {
    if (statements.some(({ severity }) => severity === 'bad')) return 'red';
    return statements.some(({ severity }) => severity === 'alert' || severity === 'doubt') ? 'amber' : 'green';
}

function said(id: string, text: string, severity: Severity = 'plain'): Statement {
    return { id, text, severity, figures: [] };
}

/** A number of demands, kept back when so few: `moins de 11`. */
function countText(count: number, edition: Edition): string {
    return edition === 'shareable' && isFew(count) ? `moins de ${SMALLEST_COUNT}` : integerText(count);
}

/** `1 204 demandes sur 20 000 ont`; all but a few are `presque toutes les demandes ont`. */
function demandsText(count: number, demands: number, edition: Edition): string {
    if (edition === 'shareable' && isFew(demands - count)) return `Presque toutes les ${integerText(demands)} demandes ont`;
    if (edition === 'shareable' && isFew(count)) return `Moins de ${SMALLEST_COUNT} demandes sur ${integerText(demands)} ont`;
    return `${integerText(count)} ${count > 1 ? 'demandes' : 'demande'} sur ${integerText(demands)} ${count > 1 ? 'ont' : 'a'}`;
}

function isFew(count: number): boolean {
    return count > 0 && count < SMALLEST_COUNT;
}

/** Demands of which something decisive is not known: half of them is red, a tenth amber. */
function dataStatements(input: TellingInput): readonly Statement[] {
    const { report, ruleSets, edition = 'shareable' } = input;
    const baseline = ruleSets[0]?.id;
    const { demands } = report.volumes;
    const count = (reason: string): number => report.volumes.notEvaluated.find((of) => of.reason === reason && of.ruleSet === baseline)?.count ?? 0;
    const tables = tablesOutOfDate(input);
    const [without, undated] = [count('anomaly-table-without-row'), count('anomaly-table-without-period')];
    const rows = [
        ...(undated === 0 ? [] : [`pour ${countText(undated, edition)}, un barème daté (plafonds, seuils, délais) ne couvre pas le jour du bail`]),
        ...(without === 0 ? [] : [`pour ${countText(without, edition)}, un barème daté (plafonds, seuils, délais) n’a pas de ligne`]),
    ];
    const why = tables.length + rows.length === 0 ? '' : ` : ${enumerate([...rows, ...tables])}`;
    const weigh = (part: number): Severity => (2 * part > demands ? 'bad' : 10 * part > demands ? 'alert' : 'plain');
    const [verify, incomplete] = [count('to-verify'), count('incomplete-note')];
    const short = yearsCovered(report).filter(({ complete }) => !complete);
    const [empty, unknown] = [withoutCandidate(input), unknownObjectives(input)];
    return [
        ...empty,
        ...unknown,
        ...(verify === 0 ? [] : [said('to-verify', `${demandsText(verify, demands, edition)} une admissibilité à vérifier${why}.`, weigh(verify))]),
        ...(verify === 0 && tables.length > 0 ? [said('tables', `Barèmes datés à compléter : ${enumerate(tables)}.`, 'alert')] : []),
        ...(incomplete === 0
            ? []
            : [said('incomplete', `${demandsText(incomplete, demands, edition)} une note incomplète : un fait manque.`, weigh(incomplete))]),
        ...(short.length === 0
            ? []
            : [said('years', `Années incomplètes : ${enumerate(short.map(({ year }) => String(year)))}. Aucun verdict n’y est donné.`, 'doubt')]),
        ...(verify + incomplete + short.length + tables.length + empty.length + unknown.length === 0
            ? [said('whole', 'Aucune demande sans note, aucune admissibilité à vérifier, années entières.', 'good')]
            : []),
    ];
}

/** Vacancies for which nobody may be considered: a few are rare dwellings; many, and the two files do not speak of the same places. */
function withoutCandidate({ report: { mode, volumes }, ruleSets }: TellingInput): readonly Statement[] {
    const { vacancies, leases } = volumes;
    const count = leases.find(({ ruleSet }) => ruleSet === ruleSets[0]?.id)?.withoutCandidate ?? 0;
    if (mode !== 'vivier' || 10 * count <= vacancies) return [];
    const text = `${plural(count, 'logement', 'logements')} sur ${integerText(vacancies)} ne trouvent aucun candidat sous les règles en vigueur : les communes, les types ou les réservataires des deux fichiers ne se répondent peut-être pas.`;
    return [said('without-candidate', text, 2 * count > vacancies ? 'bad' : 'alert')];
}

/** Objectives of which more than half of the leases cannot be told: a threshold of another territory or year, or a fact that the file lacks. */
function unknownObjectives({ report, ruleSets }: TellingInput): readonly Statement[] {
    const sides = new Set([ruleSets[0]?.id ?? '', HISTORY]);
    const untold = report.objectives.filter(
        ({ ruleSet, by, unknown, denominator }) => sides.has(ruleSet) && by === undefined && 2 * unknown > denominator + unknown,
    );
    const labels = [...new Set(untold.map(({ label }) => quoted(label)))];
    if (labels.length === 0) return [];
    const text = `Pour plus de la moitié des baux, on ne sait pas si ${enumerate(labels)} ${labels.length === 1 ? 'est atteint' : 'sont atteints'} : un seuil daté ou un seuil de ce territoire manque, ou un fait.`;
    return [said('unknown-objectives', text, 'bad')];
}

/** The dated tables that rules read and that stop before the end of the window: a question to the author, with the command that answers it. */
function tablesOutOfDate({ ruleSets, report }: TellingInput): readonly string[] {
    const { to } = report.territory;
    const policy = [...(ruleSets[0]?.versions ?? [])].sort((a, b) => b.dates.from - a.dates.from).find(({ dates }) => dates.from <= to);
    if (policy === undefined) return [];
    const { scorings, unscored = [], exclusions, adequacies, objectives } = policy;
    const { tables } = readsIn(policy, [scorings, unscored, exclusions, adequacies, objectives]);
    return policy.vocabulary.tables
        .filter(({ name, list }) => tables.has(name) && list !== true)
        .flatMap(({ name, label, periods }) => {
            const ends = periods.map(({ end }) => end);
            if (ends.includes(undefined) || periods.length === 0) return [];
            const last = Math.max(...ends.flatMap((end) => end ?? []));
            return last >= to ? [] : [`${quoted(label ?? name)} s’arrête au ${dayText(last)} (à compléter par « complète table ${name} »)`];
        });
}

function drawStatements({ report }: TellingInput): readonly Statement[] {
    if (report.mode !== 'vivier') return [];
    const draws = report.replications?.seeds.length ?? 1;
    const acceptance = report.steps.find(({ code }) => code === 'acceptance')?.params['acceptance'];
    const follow = report.steps.find(({ code }) => code === 'commission')?.params['followRate'];
    const assumed = [
        ...(acceptance === undefined ? [] : [`${fractionPercent(acceptance)} des propositions acceptées`]),
        ...(follow === undefined ? [] : [`${fractionPercent(follow)} des rangs suivis par la désignation et la commission`]),
    ];
    return [
        said(
            'draws',
            draws === 1
                ? 'Un seul tirage : un petit écart peut n’être que hasard ; plusieurs tirages le diraient.'
                : `${integerText(draws)} tirages : un écart qui change de signe d’un tirage à l’autre n’est pas un effet.`,
            draws === 1 ? 'doubt' : 'plain',
        ),
        ...(assumed.length === 0
            ? []
            : [
                  said(
                      'assumed',
                      `Supposé, de la même façon sous chaque règle : ${enumerate(assumed)}. La cotation classe ; le réservataire désigne ; la commission décide.`,
                  ),
              ]),
    ];
}

/** How far the commission's choices were from the ranking: lawful discretion, not an error. */
function recordStatements({ report }: TellingInput): readonly Statement[] {
    const rank = report.honesty.rankOfRecordedFirst;
    if (rank === undefined) return [];
    const text = `La demande retenue par la commission était première par les règles pour ${plural(rank.first, 'logement', 'logements')} sur ${integerText(rank.count)} (${percentText(rank.first, rank.count)}), au rang ${integerText(rank.median)} en médiane : la commission choisit, le rejeu ne refait pas l’histoire.`;
    return [said('record', text)];
}
