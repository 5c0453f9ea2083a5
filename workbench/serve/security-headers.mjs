// What the workbench is allowed to do, as a page and as a server says it. Nothing leaves the machine: no connection, no frame, no form.

/** Names under which Monaco makes its Trusted Types; `default` is ours (`src/shell/trusted-types.ts`). */
const TRUSTED_TYPES = [
    'default',
    'defaultWorkerFactory',
    'diffEditorWidget',
    'diffReview',
    'domLineBreaksComputer',
    'editorGhostText',
    'editorViewLayer',
    'richScreenReaderContent',
    'standaloneColorizer',
    'stickyScrollViewLayer',
    'tokenizeToString',
    'dompurify',
];

/** The content security policy. Workers are `blob:` alone: one loaded from a URL would not be bound by the page's policy. */
export const CONTENT_SECURITY_POLICY = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    'worker-src blob:',
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES.join(' ')}`,
].join('; ');

/** The headers of every answer. `frame-ancestors` has no effect in a page's own `<meta>`. */
export const SECURITY_HEADERS = {
    'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
};
