import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT, sandbox } from './host.js';

/** A fenced block of the guide: what it is, the file it is about, its text. */
interface Block {
    readonly kind: string;
    readonly path: string;
    readonly text: string;
}

const GUIDE = readFileSync(join(ROOT, 'language/docs/guide-de-l-auteur.md'), 'utf8');
const BLOCKS: readonly Block[] = [...GUIDE.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', path = '', text = '']) => ({
    kind,
    path,
    text,
}));

const place = sandbox();
afterAll(place.remove);
for (const shipped of ['policies/national', 'policies/valmont/modele.json']) {
    mkdirSync(dirname(join(place.folder, shipped)), { recursive: true });
    cpSync(join(ROOT, shipped), join(place.folder, shipped), { recursive: true });
}

/** A command as the guide shows it, and what it answers; spaces that do not break are those that one types. */
interface Answer {
    readonly code: number;
    readonly shown: readonly string[];
    readonly answered: readonly string[];
    /** What it says beside: findings of the data, how many lines. */
    readonly beside: string;
}

async function run(text: string): Promise<Answer> {
    const [command = '', ...shown] = text.trimEnd().split('\n');
    const words = command.replace(/^\$ npx bareme /, '').split(' ');
    const { code, out, err } = await place.bareme(...words);
    return {
        code,
        shown,
        answered: out
            .replace(/[\u00A0\u202F]/g, ' ')
            .replaceAll('\r\n', '\n')
            .trimEnd()
            .split('\n'),
        beside: err,
    };
}

/** The lines answered, those that the guide leaves out replaced by its `…`. */
function elided(shown: readonly string[], answered: readonly string[]): readonly string[] {
    const kept: string[] = [];
    let at = 0;
    for (const [step, line] of shown.entries()) {
        if (line !== '…') {
            kept.push(answered[at] ?? '');
            at += 1;
            continue;
        }
        const next = shown[step + 1];
        const found = next === undefined ? answered.length : answered.indexOf(next, at);
        kept.push(found > at ? '…' : `nothing to leave out at ${answered[at] ?? 'the end'}`);
        at = found < 0 ? answered.length : found;
    }
    return [...kept, ...answered.slice(at)];
}

function mend({ path, text }: Block): void {
    const lines = (sign: string): string =>
        text
            .split('\n')
            .filter((line) => line.startsWith(sign))
            .map((line) => line.slice(2))
            .join('\n');
    const before = readFileSync(join(place.folder, path), 'utf8');
    expect(before.split(lines('-')).length, `${path} holds the line once`).toBe(2);
    writeFileSync(join(place.folder, path), before.replace(lines('-'), lines('+')));
}

describe('the guide of the author, step by step in an empty folder', () => {
    it.each(BLOCKS.map((block, step) => [step + 1, block.kind, block.text.split('\n')[0], block] as const))('%i %s %s', async (_step, kind, _first, block) => {
        switch (kind) {
            case 'bareme':
            case 'csv':
                mkdirSync(dirname(join(place.folder, block.path)), { recursive: true });
                return writeFileSync(join(place.folder, block.path), block.text);
            case 'diff':
                return mend(block);
            case 'console': {
                const { code, shown, answered, beside } = await run(block.text);
                expect(code).toBe(/(?:^| )erreur BAR|^avertissement BAR/m.test([...shown, beside].join('\n')) ? 1 : 0);
                return expect(elided(shown, answered)).toEqual(shown);
            }
            default:
                throw new Error(`nothing to do of a block « ${kind} »`);
        }
    });

    it('has each kind of block, and names its files', () => {
        expect(BLOCKS.filter(({ kind }) => kind === 'console').length).toBeGreaterThanOrEqual(11);
        expect(BLOCKS.filter(({ kind, path }) => kind !== 'console' && path === '')).toEqual([]);
    });
});
