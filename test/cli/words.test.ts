import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIAGNOSTICS, type DiagnosticCode } from '@bareme/language/diagnostics';
import type { MissingFigure, NotEvaluatedReason, ReplayFinding, ReplayFindingCode, StepNote, VacancyFlag } from '@bareme/language/replay';
import { replayDiagnostic } from '../../cli/src/replay-run/replay-diagnostics.js';
import { missingFigureText, reasonText, stepNoteText } from '../../cli/src/step-notes.fr.js';
import { humanDiagnostic } from '../../cli/src/report/human.js';
import { sampleFindings } from './finding-samples.js';
import { ROOT, sandbox } from './host.js';

/** A union of codes in a schema: words, or unions of others. */
interface CodeSchema {
    readonly enum?: readonly string[];
    readonly const?: string;
    readonly anyOf?: readonly CodeSchema[];
    readonly $ref?: string;
}

const SCHEMA = JSON.parse(readFileSync(join(ROOT, 'language/docs/schemas/rapport.schema.json'), 'utf8')) as {
    readonly definitions: Readonly<Record<string, CodeSchema>>;
};

/** Every code of a kind that a report may hold, as its published schema lists them. */
function codesOf<Code extends string>(kind: string): readonly Code[] {
    const codesIn = (part: CodeSchema | undefined): readonly string[] => [
        ...(part?.enum ?? []),
        ...(part?.const === undefined ? [] : [part.const]),
        ...(part?.anyOf ?? []).flatMap(codesIn),
        ...(part?.$ref === undefined ? [] : codesIn(SCHEMA.definitions[part.$ref.replace('#/definitions/', '')])),
    ];
    return codesIn(SCHEMA.definitions[kind]) as readonly Code[];
}

/** Whatever a step may hold, as a number that every wording can read. */
const ANY_PARAMS: StepNote['params'] = new Proxy({}, { get: () => '1' });

/** Words for people: no code, nothing left out of a sentence. */
const UNWORDED = /undefined|NaN|\?|^[a-z-]+$/;

describe('every code of the replay has words', () => {
    it('steps', () => {
        const codes = codesOf<StepNote['code']>('StepCode');
        expect(codes.length).toBeGreaterThanOrEqual(38);
        for (const code of codes)
            expect(
                stepNoteText({ step: 1, code, source: 'data', params: ANY_PARAMS }, (id) => id),
                code,
            ).not.toMatch(UNWORDED);
    });

    it('reasons, marks and figures that could not be made', () => {
        const reasons = codesOf<NotEvaluatedReason>('NotEvaluatedReason');
        const flags = codesOf<VacancyFlag>('VacancyFlag');
        const figures = codesOf<MissingFigure>('MissingFigure');
        expect(reasons.length).toBeGreaterThanOrEqual(24);
        expect(flags.length).toBeGreaterThanOrEqual(22);
        expect(figures).toHaveLength(6);
        for (const code of [...reasons, ...flags]) expect(reasonText(code), code).not.toMatch(UNWORDED);
        for (const code of figures) expect(missingFigureText(code), code).not.toMatch(UNWORDED);
    });
});

describe('every reason to refuse a replay has its finding', () => {
    const PARAMS = {
        ruleSet: 'r',
        territory: 't',
        other: 'o',
        version: '1',
        day: '19723',
        days: '3',
        from: '19723',
        to: '19724',
        dataFrom: '1',
        dataTo: '2',
        assumption: 'a',
        table: 'demandes',
        role: 'dépôt',
        left: 'points c\ncap g',
    };
    const CODES: Readonly<Record<ReplayFindingCode, string>> = {
        'no-rule-set': 'BAR801',
        'rule-set-id-taken': 'BAR802',
        'several-territories': 'BAR803',
        'variant-without-version': 'BAR804',
        'no-version-in-force': 'BAR805',
        'no-vacancy-in-communes': 'BAR818',
        'several-versions-in-force': 'BAR806',
        'policy-without-ranking': 'BAR807',
        'policy-without-scoring': 'BAR808',
        'policy-to-set': 'BAR641',
        'window-inverted': 'BAR809',
        'window-outside-data': 'BAR810',
        'seed-invalid': 'BAR811',
        'assumption-invalid': 'BAR812',
        'role-missing': 'BAR813',
        'no-demand': 'BAR814',
        'no-vacancy': 'BAR815',
        'no-recorded-lease': 'BAR816',
        'no-recorded-candidates': 'BAR817',
    };

    it.each(Object.entries(CODES))('%s is %s', (code, expected) => {
        const finding = { code, params: PARAMS } as ReplayFinding;
        const diagnostic = replayDiagnostic(finding);
        expect(diagnostic.code).toBe(expected);
        expect(`${diagnostic.message} ${diagnostic.remedy}`).not.toMatch(/undefined|NaN|19723/);
    });
});

describe('the families of data, replay and command', () => {
    const samples = sampleFindings();

    it('have one sample per code', () => {
        const own = Object.keys(DIAGNOSTICS).filter((code) => /^BAR[789]/.test(code));
        expect(samples.map(({ code }) => code).sort()).toEqual(own.sort());
    });

    it.each(samples.map((diagnostic) => [diagnostic.code, diagnostic] as const))('%s has a title, words, and a page that shows them', (code, diagnostic) => {
        const { title } = DIAGNOSTICS[code as DiagnosticCode];
        expect(title).toMatch(/^[A-ZÀ-Ý].*[^.]$/);
        const words = `${diagnostic.message} ${diagnostic.remedy}`;
        expect(words).not.toMatch(/undefined|NaN|\[object|[<>]|'/);
        expect(diagnostic.message).toMatch(/[.]$/);
        expect(diagnostic.remedy).toMatch(/[.?»]$/);
        const page = readFileSync(join(ROOT, 'language/docs/diagnostics', `${code}.md`), 'utf8');
        expect(page).toContain(`# ${code} : ${title}\n`);
        expect(page).toContain(`\`\`\`text\n${humanDiagnostic(diagnostic, { texts: new Map(), colour: false })}\`\`\`\n`);
        expect(page).toMatch(/\n## Comment corriger\n\n[^\n]/);
    });
});

describe('no value of a row in a message (REQ-22)', () => {
    const MARKER = 'valeur-secrète-42';

    it('from a file in which every cell is a marker, through every command', async () => {
        const place = sandbox('mini');
        const path = join(place.folder, 'mini/territoire/demandes.csv');
        const [header = ''] = readFileSync(path, 'utf8').split('\n');
        writeFileSync(
            path,
            `${header}\n${header
                .split(';')
                .map((column) => (column === 'synthétique' ? 'oui' : MARKER))
                .join(';')}\n`,
        );
        const ended = [
            await place.bareme('rejouer', 'mini', '--territoire', 'mini/territoire', '--sortie', 'rapport'),
            await place.bareme('rejouer', 'mini', '--territoire', 'mini/territoire', '--sortie', 'rapport', '--format', 'json'),
            await place.bareme(
                'expliquer',
                'mini',
                '--demandes',
                'mini/territoire/demandes.csv',
                '--date',
                '15/03/2024',
                '--demande',
                'x',
                '--format',
                'sarif',
            ),
            await place.bareme('noter', 'mini', '--demandes', 'mini/territoire/demandes.csv', '--date', '15/03/2024', '--sortie', 'notes.csv'),
        ];
        place.remove();
        for (const { out, err } of ended) expect(`${out}${err}`).not.toContain(MARKER);
        expect(ended.map(({ err }) => err).join()).toContain('BAR718');
    });
});
