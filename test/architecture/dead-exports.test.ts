import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deadExports } from './rules/dead-exports.js';
import { doorSources, type PackageDoors } from './rules/doors.js';
import { readSources, ROOT } from './rules/source-file.js';

const DOORS = new Set(doorSources(JSON.parse(readFileSync(`${ROOT}language/package.json`, 'utf8')) as PackageDoors).values());
const ROOMS = ['kit', 'columns', 'printing', ...['contract', 'record', 'flux', 'pool', 'run', 'measures'].map((room) => `replay/${room}`)].map(
    (room) => `language/src/${room}/`,
);

/** Given to tests alone, and why. */
const FOR_TESTS: Readonly<Record<string, string>> = {
    'language/src/kit/civil-date.ts daysInMonth': 'the calendar against its whole cycle of 400 years',
    'language/src/kit/civil-date.ts addYears': 'the anniversaries of 29 February, which durations in years rest on',
    'language/src/kit/civil-date.ts yearsElapsed': 'the years of the calendar against its whole cycle',
    'language/src/kit/keyed-random.ts philox4x32': 'the generator against the published vectors',
    'language/src/kit/nearest-name.ts LONGEST_WORD': 'the length beyond which no distance is looked for',
    'language/src/kit/nearest-name.ts editDistance': 'the distance against its definition',
    'language/src/printing/words.ts RESERVED_WORDS': 'the words of the printer against those of the grammar',
    'language/src/printing/words.ts SOFT_WORDS': 'the words of the printer against those of the grammar',
    'language/src/printing/words.ts KEYWORD_PAIRS': 'the words of the printer against those of the grammar',
    'language/src/printing/words.ts isName': 'the names that the printer writes bare against those that the grammar reads',
    'language/src/replay/measures/cumulative-incidence.ts cumulativeIncidence': 'the exact estimator, before it is rounded',
};

const file = (path: string, text: string) => ({ path, text });

describe('what a file gives is taken by another', () => {
    const { unused, testsOnly } = deadExports(readSources(), (path) => ROOMS.some((room) => path.startsWith(room)) && !DOORS.has(path));
    const shown = (names: typeof unused): readonly string[] => names.map(({ path, name }) => `${path} ${name}`);

    it('no export of these rooms is imported by nobody', () => {
        expect(shown(unused)).toEqual([]);
    });

    it('those that tests alone import are listed, with the reason', () => {
        expect(shown(testsOnly).filter((name) => FOR_TESTS[name] === undefined)).toEqual([]);
    });

    it('an export without importer, and one for a test, are seen', () => {
        const found = deadExports(
            [
                file(
                    'language/src/kit/a.ts',
                    'export const used = 1;\nexport interface Dead {}\nexport function tested() {}\nconst own = 2;\nexport { own as shown };',
                ),
                file('language/src/ir/b.ts', "import { used } from '../kit/a.js';\nexport * from '../kit/c.js';"),
                file('language/src/kit/c.ts', 'export type All = 1;'),
                file('test/a.test.ts', "import { tested } from '../language/src/kit/a.js';"),
            ],
            (path) => path.startsWith('language/src/kit/'),
        );
        expect(shown(found.unused)).toEqual(['language/src/kit/a.ts Dead', 'language/src/kit/a.ts shown']);
        expect(shown(found.testsOnly)).toEqual(['language/src/kit/a.ts tested']);
    });
});
