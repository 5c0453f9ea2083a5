import { URI, type LangiumDocuments } from 'langium';
import type { LastRun } from './client-messages.js';

/** The last replay that the client told of. */
export interface LastRuns {
    readonly set: (run: LastRun | undefined) => void;
    /** The run, as long as every file that it read has the text that it read. */
    readonly current: (documents: LangiumDocuments) => LastRun | undefined;
}

/** No run yet. */
export function createLastRuns(): LastRuns {
    let last: LastRun | undefined;
    return {
        set: (run) => {
            last = run;
        },
        current: (documents) => {
            const isSame = ({ uri, text }: LastRun['files'][number]): boolean => documents.getDocument(URI.parse(uri))?.textDocument.getText() === text;
            return last?.files.every(isSame) === true ? last : undefined;
        },
    };
}
