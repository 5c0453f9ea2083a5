import { balanceAxis } from './chart-scale.js';
import { integerText, percentText, quoted, signedText } from './words/french.js';
import { readingOf, type RulesReading } from './rules-reading.js';
import { peopleClasses, type PeopleClass } from './people-classes.js';
import type { Comparison, GroupOutcome } from '../replay/index.js';
import { wordOf } from './words/data-words.js';
import type { Block, IntervalLine, Statement, Table, TableRow } from './telling.js';
import { labelOfRules, type TellingInput } from './telling-input.js';

/** Gains and losses shown on the first screen, of each variant. */
const SHOWN = 5;

/** Of one variant: its label, and its classes. */
interface VariantPeople {
    readonly ruleSet: string;
    readonly label: string;
    readonly classes: readonly PeopleClass[];
}

/** Who gains and who loses: the five largest of each, greyed where the draws do not tell a gain from a loss. */
export function tellPeople(input: TellingInput): Block {
    const variants = variantsOf(input);
    const told = variants.map((variant) => ({ ...variant, shown: strongest(variant.classes) }));
    const rows = told.flatMap(({ label, shown }) => shown.map((of) => ({ of, label }))).map(({ of, label }, line) => rowOf(of, label, { line }));
    const lines = told.flatMap(({ ruleSet, shown }) => shown.map((of) => lineOf(of, ruleSet)));
    return {
        id: 'people',
        reader: 'all',
        title: titleOf(input, told),
        statements: [...drawStatement(input), ...told.flatMap(({ ruleSet, label, shown }) => extremes(ruleSet, label, shown))],
        exhibits: rows.length === 0 ? [] : [chart(lines), table('people-table', 'Les cinq plus forts gains et les cinq plus fortes pertes', rows, [])],
    };
}

/** Every class of every variant, for who audits: what rules read of it, or not. */
export function tellEveryone(input: TellingInput): Block {
    const reading = readingOf(input.ruleSets);
    const rows = variantsOf(input).flatMap(({ label, classes }) =>
        classes.map((of): TableRow => rowOf(of, label, { more: [{ text: chancesText(of) }, { text: readingText(reading, of) }] })),
    );
    return {
        id: 'everyone',
        reader: 'council',
        title: 'Qui gagne, qui perd : toutes les classes de ménages',
        statements: [],
        exhibits:
            rows.length === 0
                ? []
                : [
                      table('everyone-table', 'Ménages par classe, et ce que les règles en lisent', rows, [
                          { title: 'Chances d’être logé, en vigueur → variante', kind: 'text' },
                          { title: 'Lu par les règles', kind: 'text' },
                      ]),
                  ],
    };
}

function variantsOf({ report, ruleSets, words, edition = 'shareable' }: TellingInput): readonly VariantPeople[] {
    if (report.mode !== 'vivier') return [];
    return report.comparisons.map((comparison) => ({
        ruleSet: comparison.ruleSet,
        label: labelOfRules({ report }, comparison.ruleSet),
        classes: peopleClasses(withCommuneLabels(comparison, { ruleSets, words }), report.replications, edition),
    }));
}

/** Communes by their labels where a fact of the demand gives their codes: those wished, that of a workplace. */
function withCommuneLabels(comparison: Comparison, { ruleSets, words }: Pick<TellingInput, 'ruleSets' | 'words'>): Comparison {
    const facts = ruleSets
        .flatMap(({ versions }) => versions.flatMap(({ vocabulary }) => vocabulary.facts))
        .filter(({ owner, type }) => owner === 'demande' && type.kind === 'code');
    const [codes, wished] = [facts, facts.filter(({ role }) => role === 'communes_souhaitées')].map((some) => new Set(some.map(({ name }) => `fait:${name}`)));
    const labelOf = ({ breakdown, group, groupLabel }: GroupOutcome): string => {
        if (groupLabel !== group || SILENT.has(group) || codes?.has(breakdown) !== true) return groupLabel;
        const label = words.dwelling('commune', group);
        return label === group && wished?.has(breakdown) === true ? wordOf(words, 'commune', group) : label;
    };
    return { ...comparison, groups: comparison.groups.map((group) => ({ ...group, groupLabel: labelOf(group) })) };
}

/** The strongest gains, then the strongest losses, the largest of each first; « non » and absences say nothing, nor do two classes of the same counts. */
function strongest(classes: readonly PeopleClass[]): readonly PeopleClass[] {
    const telling = classes.filter(
        ({ groups, balance, gains, losses }) => balance.middle !== 0 && gains + losses > 0 && !groups.some(({ group }) => SILENT.has(group)),
    );
    const weight = ({ balance, gains, losses }: PeopleClass): number => (balance.middle * balance.middle) / (gains + losses);
    const ordered = [...telling].sort((a, b) => Number(a.unsure) - Number(b.unsure) || weight(b) - weight(a) || (a.name < b.name ? -1 : 1));
    const distinct = ordered.filter(
        (of, place) => ordered.findIndex((other) => other.demands === of.demands && other.gains === of.gains && other.losses === of.losses) === place,
    );
    // Chosen by how little chance explains them, shown by how much they move.
    const shown = (direction: 1 | -1): readonly PeopleClass[] =>
        distinct
            .filter(({ balance }) => balance.middle * direction > 0)
            .slice(0, SHOWN)
            .sort((a, b) => Number(a.unsure) - Number(b.unsure) || direction * (b.balance.middle - a.balance.middle));
    return [...shown(1), ...shown(-1)];
}

const SILENT: ReadonlySet<string> = new Set(['non', 'inconnu', 'sans objet', '']);

function titleOf({ report }: TellingInput, told: readonly { readonly shown: readonly PeopleClass[] }[]): string {
    if (report.mode !== 'vivier') return 'Qui gagne, qui perd : ce mode ne loge personne';
    const sure = told.flatMap(({ shown }) => shown.filter(({ unsure }) => !unsure));
    const [gain, loss] = [sure.find(({ balance }) => balance.middle > 0), sure.find(({ balance }) => balance.middle < 0)];
    if (gain === undefined && loss === undefined) return 'Qui gagne, qui perd : aucun écart que les tirages distinguent de zéro';
    const parts = [gain === undefined ? [] : [`y gagne ${quoted(gain.name)}`], loss === undefined ? [] : [`y perd ${quoted(loss.name)}`]].flat();
    return `Qui gagne, qui perd : ${parts.join(', ')}`;
}

function drawStatement({ report, edition = 'shareable' }: TellingInput): readonly Statement[] {
    if (report.mode !== 'vivier') return [];
    const rounded = edition === 'shareable' ? ' Les effectifs sont donnés à la dizaine ; les classes trop petites sont réunies à leurs voisines.' : '';
    const draws =
        report.replications === undefined
            ? 'Un seul tirage : aucun intervalle, un écart peut n’être que hasard.'
            : `Intervalles sur ${report.replications.seeds.length} tirages ; en gris, ceux qui contiennent zéro.`;
    return [{ id: 'draws', text: `${draws}${rounded}`, severity: report.replications === undefined ? 'doubt' : 'plain', figures: [] }];
}

function extremes(ruleSet: string, label: string, shown: readonly PeopleClass[]): readonly Statement[] {
    if (shown.length > 0) return [];
    return [
        {
            id: `none ${ruleSet}`,
            text: `${quoted(label)} : aucune classe de ménages n’a d’effectifs assez grands et assez inégaux pour être citée.`,
            severity: 'plain',
            figures: [],
        },
    ];
}

function balanceText({ balance, unsure }: PeopleClass): string {
    const range = balance.low === balance.high ? '' : ` (de ${signedText(balance.low)} à ${signedText(balance.high)})`;
    return `${signedText(balance.middle)}${range}${unsure ? ', incertain' : ''}`;
}

function rowOf(of: PeopleClass, group: string, { more = [], line }: { readonly more?: TableRow['cells']; readonly line?: number }): TableRow {
    const count = (value: number): TableRow['cells'][number] => ({ text: integerText(value), order: value });
    return {
        cells: [
            { text: of.name },
            count(of.demands),
            count(of.gains),
            count(of.losses),
            { text: balanceText(of), order: of.balance.middle, ...(line === undefined ? {} : { mark: { chart: 'people-chart', line } }) },
            ...more,
        ],
        ...(of.unsure ? { quiet: true as const } : {}),
        group,
    };
}

function lineOf(of: PeopleClass, side: string): IntervalLine {
    const { balance, name, unsure } = of;
    return { label: name, side, ...balance, thresholds: [], quiet: unsure, text: `${name} : ${balanceText(of)}` };
}

function chart(lines: readonly IntervalLine[]): Block['exhibits'][number] {
    return {
        kind: 'intervals',
        id: 'people-chart',
        title: 'Ménages logés en plus, ou en moins',
        description:
            'Pour chaque classe, les ménages logés seulement par la variante moins ceux logés seulement par les règles en vigueur, avec l’intervalle des tirages.',
        table: 'people-table',
        axis: balanceAxis(lines),
        lines,
    };
}

function table(id: string, caption: string, rows: readonly TableRow[], more: Table['columns']): Table {
    return {
        kind: 'table',
        id,
        caption,
        columns: [
            { title: 'Ménages', kind: 'text' },
            { title: 'Demandes', kind: 'number', minor: true },
            { title: 'Logés en plus', kind: 'number', minor: true },
            { title: 'Plus logés', kind: 'number', minor: true },
            { title: 'Solde', kind: 'number' },
            ...more,
        ],
        rows,
        notes: [],
    };
}

/** A share of the demands of the class, from the counts that are told. */
function chancesText({ demands, housedBefore, housedAfter }: PeopleClass): string {
    return `${percentText(housedBefore, demands)} → ${percentText(housedAfter, demands)}`;
}

function readingText(reading: RulesReading, { breakdown, groups }: PeopleClass): string {
    switch (reading(breakdown, groups[0]?.read === true)) {
        case 'read':
            return 'oui';
        case 'through':
            return 'en partie : une règle lit ce dont elle dépend';
        case 'unread':
            return 'nulle règle ne la lit';
    }
}
