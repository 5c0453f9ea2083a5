import { parentPort, workerData } from 'node:worker_threads';
import { readRecordOf, type ReplayRequest } from '@bareme/language/replay';

// The thread of `record-thread.ts`: reads the record of one request, says it, and ends.
parentPort?.postMessage(readRecordOf(workerData as ReplayRequest));
