import { evaluateEligibility, evaluateSignals, explainDemand, loadPolicy, rankingKeyOf } from '@bareme/language/engine';
import type { FactReader } from '@bareme/language/columns';
import { DIAGNOSTICS, nearestNames, report, type Diagnostic } from '@bareme/language/diagnostics';
import type { VersionsOfDay } from '@bareme/language/ir';
import { demandsOn, dwellingOn, type DemandOn } from '../demands/demands-on.js';
import { explanationDocument, type ExplanationDocument } from '../demands/explanation-document.js';
import { explanationLetter } from '../demands/explanation-letter.js';
import { explanationText } from '../demands/explanation-text.js';
import { waitsByPlace } from '../demands/waits-by-place.js';
import { standingOf } from '../demands/standing.js';
import { prepareScoring, SCORING_OPTIONS, type ScoringSetup } from '../demands/scoring-setup.js';
import { territoriesNamed } from '../demands/territories-named.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { findingCode, findingPage, looksLikeCode } from '../report/finding-page.js';
import { jsonText } from '../report/json.js';
import { printFindings } from '../report/print-findings.js';
import { formatOf, type Command } from './command.js';

/** `bareme expliquer`: why one demand has its note, what is missing, what the law asks to tell. */
export const EXPLIQUER: Command = {
    name: 'expliquer',
    alias: 'explain',
    summary: 'dit pourquoi une demande a cette note, et ce qui manque ; ou la page d’un constat',
    positionals: { word: 'CHEMIN…', help: 'fichiers ou dossiers .bareme de la politique et de son vocabulaire', required: false },
    options: [
        { name: 'demande', value: 'ID', required: true, help: 'l’identifiant de la demande' },
        { name: 'logement', value: 'ID', help: 'l’identifiant d’un logement du territoire : la note pour ce logement' },
        ...SCORING_OPTIONS,
    ],
    details: [
        'D’abord la lettre due au demandeur (CCH R.441-2-17) : la note et ce qui la fait, les notes et la position parmi les demandes que la politique dit analogues, le délai constaté, les effets d’un refus, le caractère prioritaire sous réserve. Puis son annexe : une ligne par critère, les points et ceux qui sont retenus, la clause telle qu’elle est écrite et sa place, les faits lus ; enfin les quatre mentions du CRPA (R.311-3-1-2). Sous une variante ou sur des données synthétiques, la lettre est un spécimen sans valeur.',
    ],
    examples: [
        'bareme expliquer BAR401',
        'bareme expliquer policies/national policies/valmont --territoire demo/territoire --demande D-000042 --date 15/03/2024',
    ],
    aside: explainFinding,
    run: explain,
};

/** `bareme expliquer BAR401`: the page of a finding. */
async function explainFinding([word, ...others]: readonly string[], host: Host): Promise<ExitCode | undefined> {
    if (word === undefined || !looksLikeCode(word) || others.length > 0) return undefined;
    const code = findingCode(word);
    if (code !== undefined) {
        host.out.write(await findingPage(code));
        return EXIT.clean;
    }
    const diagnostics = [report('BAR934', { word, nearest: nearestNames(word.toUpperCase(), Object.keys(DIAGNOSTICS)) })];
    printFindings({ command: 'expliquer', diagnostics, texts: new Map(), format: 'humain', stream: 'err' }, host);
    return EXIT.misuse;
}

async function explain(invocation: Invocation, host: Host): Promise<ExitCode> {
    const prepared = await prepareScoring('expliquer', invocation, host);
    if (prepared.kind === 'ended') return prepared.exit;
    const { territories, day, tables, texts } = prepared.setup;
    const format = formatOf(invocation);
    const refused = (diagnostic: Diagnostic, exit: ExitCode): ExitCode => {
        printFindings({ command: 'expliquer', diagnostics: [diagnostic], texts, format, stream: 'err' }, host);
        return exit;
    };
    const id = invocation.value('demande') ?? '';
    const demand = demandsOn(tables.demands, day).find((item) => item.id === id);
    if (demand?.facts === undefined) return refused(report('BAR924', { what: 'aucune demande' }), EXIT.misuse);
    const dwellingId = invocation.value('logement');
    const dwelling = dwellingId === undefined || tables.dwellings === undefined ? undefined : dwellingOn(tables.dwellings, dwellingId, day);
    if (dwellingId !== undefined && dwelling === undefined) return refused(report('BAR924', { what: 'aucun logement' }), EXIT.misuse);
    const named = territoriesNamed(territories, demand);
    if (named.length === 0) return refused(report('BAR929', { territories: territories.map(({ inForce }) => inForce.label ?? inForce.name) }), EXIT.findings);
    const known: Required<DemandOn> = { ...demand, facts: demand.facts };
    const explained = named.map((versions) => ({
        policy: versions.ranking,
        document: explainIn(prepared.setup, versions, known, { id: dwellingId, facts: dwelling }),
    }));
    const [first, ...others] = explained.map(({ document }) => document);
    host.out.write(
        format === 'json'
            ? jsonText(others.length === 0 ? first : { ...first, otherTerritories: others })
            : explained.map(({ document, policy }) => `${explanationLetter(document, policy)}\n${explanationText(document, policy)}`).join('\n'),
    );
    return EXIT.clean;
}

interface DwellingAsked {
    readonly id: string | undefined;
    readonly facts: FactReader | undefined;
}

/** A demand explained by the rules of one territory: notes and ranking of one version, everything else of the one in force. */
function explainIn(
    { day, tables, texts, mapping }: ScoringSetup,
    { inForce, ranking }: VersionsOfDay,
    demand: Required<DemandOn>,
    dwelling: DwellingAsked,
): ExplanationDocument {
    const [rules, notes] = [loadPolicy(inForce), loadPolicy(ranking)];
    const subject = { demand: demand.facts, day, ...(dwelling.facts === undefined ? {} : { dwelling: dwelling.facts }) };
    const explanation = explainDemand(notes, subject);
    const category = rankingKeyOf(notes, subject, explanation.result).find(({ kind }) => kind === 'category');
    return explanationDocument({
        demand: demand.id,
        open: demand.open,
        dwelling: dwelling.id,
        policy: ranking,
        inForce,
        day,
        synthetic: tables.synthetic,
        explanation,
        ...(category?.kind === 'category' ? { category: category.category } : {}),
        origins: { vocabulary: ranking.vocabulary, ...tables, ...(mapping === undefined ? {} : { mapping }) },
        waits: waitsByPlace(tables, demand, day),
        eligibility: evaluateEligibility(rules, subject),
        signals: evaluateSignals(rules, subject),
        proved: demand.facts.proved,
        texts,
        standing: standingOf({ notes, rules }, tables.demands, demand, day),
    });
}
