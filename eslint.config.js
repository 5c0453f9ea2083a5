import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Rooms whose results must not depend on anything but their arguments. */
const PURE_ROOMS = ['kit', 'ir', 'columns', 'engine', 'replay', 'telling'].map((room) => `language/src/${room}/**/*.ts`);

/** Everything in the language but its loader from disk: no clock, no unseeded chance, no locale. */
const TIMELESS = { files: ['language/src/**/*.ts'], ignores: ['language/src/node.ts'] };

const EXACT = 'results are exact: build numbers with kit/exact-number';
const SEEDED = 'results depend on their arguments alone: days come from kit/civil-date, draws from kit/keyed-random';
const LOCALE = 'results depend on no locale: compare code units';

const SHAPES = [
    { selector: 'ExportDefaultDeclaration', message: 'name every export' },
    { selector: 'TSEnumDeclaration', message: 'use a union of literals' },
];
const LOCALE_SHAPES = [{ selector: 'MemberExpression[property.name=/^(localeCompare|toLocale\\w*)$/]', message: LOCALE }];
const FLOAT_SHAPES = [{ selector: 'Literal[raw=/^(\\d[\\d_]*)?\\.\\d|^\\d[\\d_]*[eE]-?\\d/]', message: EXACT }];

/** Globals that would let time, chance, locale or the host in. */
const HOST_GLOBALS = ['Date', 'Intl', 'performance', 'crypto', 'fetch', 'navigator', 'process', 'setTimeout', 'setInterval', 'console', 'eval', 'Function'].map(
    (name) => ({ name, message: SEEDED }),
);
const FLOAT_GLOBALS = [{ name: 'parseFloat', message: EXACT }];
const INEXACT_MATH = ['log', 'log2', 'log10', 'log1p', 'exp', 'expm1', 'pow', 'sqrt', 'cbrt', 'sin', 'cos', 'tan', 'hypot'].map((property) => ({
    object: 'Math',
    property,
    message: EXACT,
}));

export default defineConfig(
    globalIgnores(['**/dist/', '**/generated/', 'coverage/', 'sortie/', 'demo/']),
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
    ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
    {
        files: ['**/*.ts', '**/*.tsx'],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            'no-duplicate-case': 'error',
            'no-unreachable': 'error',
            '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
            '@typescript-eslint/no-floating-promises': 'error',
            '@typescript-eslint/no-misused-promises': 'error',
            '@typescript-eslint/await-thenable': 'error',
            '@typescript-eslint/only-throw-error': 'error',
            '@typescript-eslint/no-deprecated': 'error',
            '@typescript-eslint/no-unsafe-assignment': 'error',
            '@typescript-eslint/no-unsafe-member-access': 'error',
            '@typescript-eslint/no-unsafe-return': 'error',
            '@typescript-eslint/no-base-to-string': 'error',
            '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
            // An index proved by a loop bound may say so with `!`; a reader of user data may not.
            '@typescript-eslint/no-non-null-assertion': 'off',
            eqeqeq: 'error',
            'no-var': 'error',
            'prefer-const': 'error',
            'no-restricted-syntax': ['error', ...SHAPES],
            'max-lines': ['error', 500],
            'max-lines-per-function': ['error', { max: 60, skipComments: true }],
            '@typescript-eslint/max-params': ['error', { max: 4 }],
        },
    },
    { files: ['**/*.js', '**/*.mjs'], rules: { 'no-unused-vars': 'error', 'prefer-const': 'error', eqeqeq: 'error' } },
    {
        ...TIMELESS,
        rules: {
            'no-restricted-globals': ['error', ...HOST_GLOBALS],
            'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: SEEDED }],
            'no-restricted-syntax': ['error', ...SHAPES, ...LOCALE_SHAPES],
            'no-restricted-imports': ['error', { patterns: [{ regex: '^node:', message: 'only language/src/node.ts reads files' }] }],
        },
    },
    {
        files: PURE_ROOMS,
        rules: {
            'no-restricted-globals': ['error', ...HOST_GLOBALS, ...FLOAT_GLOBALS],
            'no-restricted-properties': [
                'error',
                { object: 'Math', property: 'random', message: SEEDED },
                { object: 'Number', property: 'parseFloat', message: EXACT },
                ...INEXACT_MATH,
            ],
            'no-restricted-syntax': ['error', ...SHAPES, ...LOCALE_SHAPES, ...FLOAT_SHAPES],
            'no-restricted-imports': ['error', { patterns: [{ regex: '^[^.]', message: 'kit, ir, columns, engine, replay and telling import no package' }] }],
        },
    },
    {
        files: ['cli/**/*.ts', 'workbench/**/*.{ts,tsx}', 'extension/**/*.ts'],
        rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: 'language/(src|dist)/', message: 'import a door: @bareme/language/…' }] }] },
    },
    { files: ['workbench/src/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
    // The one table of 100,000 rows: its virtualiser gives functions that no compiler may keep, and none is kept.
    { files: ['workbench/src/features/compare/ledger-table.tsx'], rules: { 'react-hooks/incompatible-library': 'off' } },
    {
        files: ['test/**/*.ts', 'vitest.config.ts'],
        rules: { 'max-lines-per-function': 'off', '@typescript-eslint/max-params': 'off' },
    },
    { files: ['vitest.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
