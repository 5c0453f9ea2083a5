import LanguageWorker from './language.worker.js?worker&inline';
import type { CompileAnswer, CompileQuestion, PolicyText } from './language-protocol.js';

/** The language in its worker: asks for compilations; only the answer to the last question comes back. */
export interface LanguageClient {
    readonly compile: (revision: number, sources: readonly PolicyText[]) => void;
}

/** Starts the worker at the first question, and again after a crash, which `onCrash` is told of. */
export function languageClient(onCompiled: (answer: CompileAnswer) => void, onCrash: () => void): LanguageClient {
    let worker: Worker | undefined;
    let last = -1;
    const start = (): Worker => {
        const started = new LanguageWorker();
        started.addEventListener('message', ({ data }: MessageEvent<CompileAnswer>) => {
            if (data.revision === last) onCompiled(data);
        });
        started.addEventListener('error', () => {
            started.terminate();
            worker = undefined;
            onCrash();
        });
        return started;
    };
    return {
        compile: (revision, sources) => {
            last = revision;
            worker ??= start();
            const question: CompileQuestion = { kind: 'compile', revision, sources };
            worker.postMessage(question);
        },
    };
}
