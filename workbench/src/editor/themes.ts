import { editor } from 'monaco-editor/editor';

/** Words of the language, then names by what they name: facts, deduced facts, criteria, values, parameters, parts of a policy. */
const RULES = {
    light: {
        keyword: '14566a',
        identifier: '1b242d',
        string: '7c4a00',
        number: '9c2531',
        'number.date': '9c2531',
        comment: '5d6a5f',
        operator: '525d67',
        property: '2d5f3a',
        function: '2d5f3a',
        method: '5b3a86',
        class: '5b3a86',
        enum: '7c4a00',
        enumMember: '7c4a00',
        variable: '8a2f5c',
        struct: '8a2f5c',
        namespace: '1b242d',
        interface: '1b242d',
        event: '5b3a86',
    },
    dark: {
        keyword: '84c9dd',
        identifier: 'e8eaec',
        string: 'ecc060',
        number: 'f49aa2',
        'number.date': 'f49aa2',
        comment: '8fa392',
        operator: 'a9b3bb',
        property: '9fd3a8',
        function: '9fd3a8',
        method: 'c9b2ee',
        class: 'c9b2ee',
        enum: 'ecc060',
        enumMember: 'ecc060',
        variable: 'f0a9cd',
        struct: 'f0a9cd',
        namespace: 'e8eaec',
        interface: 'e8eaec',
        event: 'c9b2ee',
    },
} as const;

const SURFACES = {
    light: {
        'editor.background': '#fffefb',
        'editorGutter.background': '#fffefb',
        'editorLineNumber.foreground': '#6f7780',
        'editor.lineHighlightBackground': '#f3f1e9',
    },
    dark: {
        'editor.background': '#182027',
        'editorGutter.background': '#182027',
        'editorLineNumber.foreground': '#8a959e',
        'editor.lineHighlightBackground': '#1f2931',
    },
} as const;

/** The editor in the colours of the workbench. */
export function defineThemes(): void {
    for (const scheme of ['light', 'dark'] as const) {
        editor.defineTheme(themeName(scheme), {
            base: scheme === 'light' ? 'vs' : 'vs-dark',
            inherit: true,
            rules: Object.entries(RULES[scheme]).map(([token, foreground]) => ({ token, foreground })),
            colors: { ...SURFACES[scheme] },
        });
    }
}

/** The name of the theme for a scheme. */
export function themeName(scheme: 'light' | 'dark'): string {
    return `bareme-${scheme}`;
}
