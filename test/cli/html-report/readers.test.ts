import { describe, expect, it } from 'vitest';
import { HISTORY, type FluxOutcome, type LedgerRow, type ReplayReport } from '@bareme/language/replay';
import { htmlReport } from '../../../cli/src/html-report/html-report.js';
import { sampleReport } from '../fixtures/report.js';

const RECEIPT = { hash: '', lines: [], command: '' };

/** What one section of the page says, without markup; no-break spaces as spaces. Empty: the page has no such section. */
function sectionOf(id: string, report: ReplayReport = sampleReport()): string {
    const html = htmlReport({ report: report, receipt: RECEIPT });
    const start = html.indexOf(`<section id="${id}"`);
    if (start < 0) return '';
    return html
        .slice(start, html.indexOf('</section>', start))
        .replace(/<[^>]*>/g, ' ')
        .replace(/[\u00a0\u202f\s]+/g, ' ');
}

const changed = (change: (row: LedgerRow) => Partial<LedgerRow>): ReplayReport => {
    const report = sampleReport();
    return { ...report, ledger: report.ledger.map((row) => ({ ...row, ...change(row) })) };
};

describe('the conventions, for the reservees', () => {
    it('say flux, due, received and balance once where all rule sets agree, then the record', () => {
        const text = sectionOf('conventions');
        // 30 % of 92 is 27.6; 25 signed: 2.6 remain due.
        expect(text).toContain('État et Valmont Habitat (2024, 30 %) Toutes les règles 92 27,6 25 baux signés +2,6 1');
        expect(text).toContain('État et Valmont Habitat (2024, 30 %) Ce que rapportent les données 92 27,6 25 baux signés +2,6 1');
        expect(text).toContain('Relogement Toutes les règles 8 8 2');
    });

    it('say so when the record does not tell what the convention counts', () => {
        const report = sampleReport();
        const untold = report.flux.map(({ balance, ...rest }): FluxOutcome =>
            rest.ruleSet === 'histoire' ? { ...rest, unit: 'allotted' } : { ...rest, balance },
        );
        expect(sectionOf('conventions', { ...report, flux: untold })).toContain('non dit par les données');
    });

    it('are not there where the policy has none, nor anything to impute', () => {
        expect(sectionOf('conventions', sampleReport({ flux: [], imputations: [] }))).toBe('');
        expect(sectionOf('reservataires', sampleReport({ flux: [] }))).toBe('');
    });

    it('tell on whose rights leases weigh', () => {
        const text = sectionOf('conventions');
        expect(text).toContain('Règles Baux Action Logement Services État Imputation inconnue');
        expect(text).toContain('Règles en vigueur 40 12 (dont 5) 27 (dont 20) 1 2');
    });
});

describe('who receives where, for the préfecture', () => {
    it('gives the share of the flux that each holder received, and keeps no number back: dwellings are counted', () => {
        const text = sectionOf('reservataires');
        // 18 of 70, 7 of 22.
        expect(text).toContain('non 70 18 (25,7 %)');
        expect(text).toContain('non renseigné 22 7 (31,8 %)');
        expect(text).toContain('PFONCT 5 % 4,6 3');
        const report = sampleReport();
        const flux = report.flux.map((outcome): FluxOutcome => ({
            ...outcome,
            breakdown: [
                {
                    fact: 'qpv',
                    words: [
                        { word: 'non', flux: 70, oriented: 20, signed: 14 },
                        { word: 'oui', flux: 22, oriented: 8, signed: 11 },
                    ],
                },
            ],
        }));
        // 14 of 70, 11 of 22: the record as well.
        const shares = sectionOf('reservataires', { ...report, flux });
        expect(shares).toContain('état (dû : 30 %) non 70 14 (20 %) oui 22 11 (50 %)');
        expect(shares.split('oui 22 11 (50 %)')).toHaveLength(3);
    });
});

describe('what is to do, for landlords', () => {
    it('counts leases, those outside the ranking, and departures from it', () => {
        // Of 20 vacancies under each rule set, every fourth is let outside the ranking, every fifth to another than the first.
        const report = changed(({ dwelling }) => {
            const place = Number(dwelling.slice(1));
            if (place % 4 === 0) return { decidedBy: 'route', first: undefined };
            return place % 5 === 0 ? { housed: 'autre', offers: 2 } : {};
        });
        // 15 ranked leases; 5, 10 and 15 go to another: 18 offers, 1.2 a lease.
        expect(sectionOf('bailleurs', report)).toContain('Règles en vigueur 20 20 5 3 1,2 3 (20 %) 0');
    });

    it('masks a number of files under 11', () => {
        const report = changed(({ ruleSet, dwelling }) => ({ flags: ruleSet === 'ancienneté' && Number(dwelling.slice(1)) < 4 ? ['housed-to-verify'] : [] }));
        expect(sectionOf('bailleurs', report)).toMatch(/Ancienneté renforcée 20 20 0 3 1 0 \(0 %\) masqué/);
    });

    it('counts signals and proofs of its leases, keeps small ones back with what would give them away', () => {
        // 60 of 280 known leases of Valmont Habitat; the 8 of the other landlord are kept back, and so is the 60 that would give them away.
        const text = sectionOf('bailleurs');
        expect(text).not.toContain('60 sur 280');
        const report = sampleReport();
        const checks = report.checks.map((of) => ({
            ...of,
            signals: of.signals.map((signal) => ({ ...signal, holds: signal.holds + (of.landlord === undefined ? 8 : 4) })),
        }));
        // 64 of 300, 12 of 80, those of which it is not known included: to the ten.
        expect(sectionOf('bailleurs', { ...report, checks })).toContain('Loyer lourd 60 sur 300 (20 %), 20 inconnus 70 sur 300 (23,3 %), 20 inconnus');
        // A quarter of rents of 20 % or less, half of 25 %, three quarters of a third; 300 − 20 leases known.
        expect(text).toContain('Taux d’effort 25 % (de 20 % à 33,3 %), 280 baux environ');
        // Seven files without proof: nothing is said.
        expect(text).not.toContain('Handicap');
    });

    it('gives the vacancy days of the record, and the departures from the ranking', () => {
        const report = sampleReport();
        const vacancies = report.ledger.filter(({ ruleSet }) => ruleSet === 'en-vigueur');
        // Leases after 10 to 200 days, by ten: the 5th, 10th and 15th of twenty. One in four chose the first by the rules.
        const recordLedger = vacancies.map((row, place) => ({ ...row, ruleSet: HISTORY, leaseDay: row.released + 10 * (place + 1) }));
        const ranks = report.ledger.map((row): LedgerRow =>
            row.ruleSet === 'en-vigueur' ? { ...row, recordedRank: 1 + (Number(row.dwelling.slice(1)) % 4) } : row,
        );
        const text = sectionOf('bailleurs', { ...report, ledger: ranks, recordLedger });
        expect(text).toContain('Jours de vacance, de la libération au bail 20 50 jours 100 jours 150 jours');
        expect(text).toContain('dont classé premier 5 (25 %) dont écart au classement 15 (75 %)');
    });

    it('is nothing where no landlord is known, or nothing is simulated', () => {
        expect(
            sectionOf(
                'bailleurs',
                changed(() => ({ landlord: undefined })),
            ),
        ).toBe('');
        expect(sectionOf('bailleurs', sampleReport({ mode: 'constants' }))).toBe('');
    });
});

describe('what a demandeur is owed', () => {
    const marks = (waited: number) => ({ objectives: {}, imputations: {}, signals: [], unproved: [], waited });

    it('is the waiting seen and the notes, by type and by commune', () => {
        // Twenty leases after 1 to 20 months: the 5th, 10th and 15th. Notes of 1 to 20 likewise.
        const report = changed(({ dwelling }) => ({ marks: marks(1 + Number(dwelling.slice(1))), housedNote: String(1 + Number(dwelling.slice(1))) }));
        const text = sectionOf('demandeur', report);
        expect(text).toContain('T3 10 mois (de 5 à 15), 20 baux 10 mois (de 5 à 15), 20 baux');
        expect(text).toContain('99001 10 (de 5 à 15), 20 baux');
    });

    it('says nothing of fewer than 11 leases', () => {
        const report = changed(({ dwelling }) => (Number(dwelling.slice(1)) < 10 ? { marks: marks(8) } : {}));
        expect(sectionOf('demandeur', report)).toContain('T3 — — —');
    });

    it('is not there where nobody waited', () => expect(sectionOf('demandeur')).toBe(''));
});

describe('the publics in wait, for the préfecture', () => {
    it('are told at the start and at the end, by months since they were recognised', () => {
        const text = sectionOf('publics');
        // Start: 50 for two months, 38 for five, 2 not dated, kept back with the next smallest, the class of six months and more (none), then 38.
        expect(text).toContain('Au début, le 01/01/2024 90 50 masqué masqué masqué');
        // End: 30 for a month, 16 for three, 24 for eight, to the ten; nobody is undated.
        expect(text).toContain('À la fin : Règles en vigueur 40 70 30 20 20 0');
        expect(text).toContain('À la fin : Ancienneté renforcée 40 70 30 20 20 0');
        expect(text).toContain('Agent public Règles en vigueur 200 30 180');
    });

    it('say nothing of a public of fewer than 11', () => {
        const report = sampleReport();
        const stocks = report.stocks.map((stock) => ({ ...stock, end: { ...stock.end!, demands: 9, recognised: [{ months: 4, demands: 9 }], undated: 0 } }));
        expect(sectionOf('publics', { ...report, stocks })).toContain('À la fin : Règles en vigueur 40 moins de 11 masqué masqué masqué masqué');
    });
});

describe('refusals, for the CIL', () => {
    it('are told by decision, answer and reason, small ones kept back with the next', () => {
        // 440 candidatures; the 4 of « étage » are kept back, and the 16 without answer, which would give them away.
        const text = sectionOf('refus');
        expect(text).toContain('attribution accepte 380 86,4 % attribution refuse loyer 40 9,1 % attribution refuse étage masqué non_attribution masqué');
        // Twenty vacancies, one offer each, all signed.
        expect(text).toContain('Règles en vigueur 20 0 0 %');
    });

    it('are not there where the record says nothing', () => {
        expect(sectionOf('refus', sampleReport({ answers: [] }))).toBe('');
    });
});

describe('what the policy signals, for the CIL', () => {
    it('gives the share of all leases, and how many are not known', () => {
        // 68 of 380 leases, 20 of which are not known; one more under each following rule set: to the ten.
        expect(sectionOf('signalements')).toContain('Loyer lourd 70 sur 380 (18,4 %), 20 inconnus 70 sur 380 (18,4 %), 20 inconnus');
    });

    it('is not there where the policy signals nothing', () => {
        expect(sectionOf('signalements', sampleReport({ checks: [] }))).toBe('');
    });
});

describe('where demand weighs, for the CIL', () => {
    it('gives the demands that each ranked vacancy found, by type and by commune', () => {
        // Pools of 100 and 140, ten of each: 120 on average, 100 the tenth of twenty, and the least.
        const report = changed(({ dwelling }) => ({ pool: Number(dwelling.slice(1)) % 2 === 0 ? 100 : 140 }));
        expect(sectionOf('tension', report)).toContain('T3 20 120 100 100 0');
        expect(sectionOf('tension', report)).toContain('99001 20 120 100 100 0');
    });

    it('leaves out what the ranking did not let', () => {
        const report = changed(({ dwelling }) => (dwelling === 'L0' ? { end: 'outside' } : dwelling === 'L1' ? { decidedBy: 'route' } : {}));
        expect(sectionOf('tension', report)).toContain('T3 18 120 120 120 0');
    });
});
