import { receiptText, type Receipt, type ReplayReport, type RuleSetInput } from '@bareme/language/replay';
import { htmlReport } from '../html-report/html-report.js';
import { landlordBilan } from '../html-report/landlord-bilan.js';
import type { ReportWords } from '../html-report/figures/report-words.js';
import { fluxCsv } from './flux-csv.js';
import { ledgerCsv } from './ledger-csv.js';
import { receiptLines } from './receipt-words.js';

/** The files of a replay's folder; `-interne` is in the name of those that hold households one by one. */
export const REPLAY_FILES = ['rapport.html', 'bilan-R441-5-1.html', 'rapport-interne.json', 'registre-interne.csv', 'flux.csv', 'recu.json'] as const;

/** Those of them that hold households one by one. */
export const INTERNAL_FILES = REPLAY_FILES.filter((name) => name.includes('-interne'));

/** What the files are made of. `command` repeats the run; it holds no path of this machine. */
export interface ReplayOutputs {
    readonly report: ReplayReport;
    readonly receipt: Receipt;
    readonly command: string;
    readonly words: ReportWords;
    readonly ruleSets: readonly RuleSetInput[];
}

/** The report as a file: what it holds of households is said first. */
export interface InternalReport extends ReplayReport {
    readonly internal: string;
}

/** What is said of the files that hold households one by one: on the terminal, and first in the JSON (a CSV keeps its header first). */
export const INTERNAL_USE = 'Usage interne : ménages et logements y figurent un par un, sous leur identifiant ; ce fichier ne se diffuse pas.';

function internalReport(report: ReplayReport): InternalReport {
    return { internal: INTERNAL_USE, ...report };
}

/** The content of each file. The same report and receipt give the same bytes. */
export function replayFiles({ report, receipt, command, words, ruleSets }: ReplayOutputs): ReadonlyMap<string, string> {
    const summary = { hash: receipt.inputsSha256, lines: receiptLines(receipt), command };
    const contents: Readonly<Record<(typeof REPLAY_FILES)[number], string>> = {
        'rapport.html': htmlReport({ report, receipt: summary, ruleSets, words }),
        'bilan-R441-5-1.html': landlordBilan(report, words),
        'rapport-interne.json': `${JSON.stringify(internalReport(report), undefined, 1)}\n`,
        'registre-interne.csv': ledgerCsv(report),
        'flux.csv': fluxCsv(report),
        'recu.json': receiptText(receipt),
    };
    return new Map(REPLAY_FILES.map((name) => [name, contents[name]]));
}
