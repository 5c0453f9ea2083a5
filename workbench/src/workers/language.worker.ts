import { compileSources, createSourceParser } from '@bareme/language';
import type { CompileAnswer, CompileQuestion } from './language-protocol.js';

// Compiles the workspace each time it is asked; of questions that wait, the last alone is answered.

const parser = createSourceParser();
let waiting: CompileQuestion | undefined;

self.addEventListener('message', ({ data }: MessageEvent<CompileQuestion>) => {
    if (waiting === undefined) setTimeout(answer);
    waiting = data;
});

function answer(): void {
    if (waiting === undefined) return;
    const { revision, sources } = waiting;
    waiting = undefined;
    const start = performance.now();
    const { project, diagnostics } = compileSources(sources, parser);
    const said: CompileAnswer = { kind: 'compiled', revision, project, diagnostics, took: performance.now() - start };
    self.postMessage(said);
}
