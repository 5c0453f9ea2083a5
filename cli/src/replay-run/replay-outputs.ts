import { receiptText, type Receipt, type ReplayReport, type RuleSetInput } from '@bareme/language/replay';
import { htmlReport } from '../html-report/html-report.js';
import { landlordBilan } from '../html-report/landlord-bilan.js';
import type { ReportWords } from '../html-report/figures/report-words.js';
import { fluxCsv } from './flux-csv.js';
import { ledgerCsv } from './ledger-csv.js';
import { receiptLines } from './receipt-words.js';

/** The files of a replay's folder. */
export const REPLAY_FILES = ['rapport.html', 'bilan-R441-5-1.html', 'rapport.json', 'registre.csv', 'flux.csv', 'recu.json'] as const;

/** What the files are made of. `command` repeats the run; it holds no path of this machine. */
export interface ReplayOutputs {
    readonly report: ReplayReport;
    readonly receipt: Receipt;
    readonly command: string;
    readonly words: ReportWords;
    readonly ruleSets: readonly RuleSetInput[];
}

/** The content of each file. The same report and receipt give the same bytes. */
export function replayFiles({ report, receipt, command, words, ruleSets }: ReplayOutputs): ReadonlyMap<string, string> {
    const summary = { hash: receipt.inputsSha256, lines: receiptLines(receipt), command };
    const contents: Readonly<Record<(typeof REPLAY_FILES)[number], string>> = {
        'rapport.html': htmlReport({ report, receipt: summary, ruleSets, words }),
        'bilan-R441-5-1.html': landlordBilan(report, words),
        'rapport.json': `${JSON.stringify(report, undefined, 1)}\n`,
        'registre.csv': ledgerCsv(report),
        'flux.csv': fluxCsv(report),
        'recu.json': receiptText(receipt),
    };
    return new Map(REPLAY_FILES.map((name) => [name, contents[name]]));
}
