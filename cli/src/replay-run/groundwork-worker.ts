import { parentPort, workerData } from 'node:worker_threads';
import { groundworkOf, type ReplayRequest } from '@bareme/language/replay';

// The thread of `groundwork-thread.ts`: makes the groundwork of one request, says it, and ends.
parentPort?.postMessage(groundworkOf(workerData as ReplayRequest));
