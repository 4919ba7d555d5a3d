import { parentPort, workerData } from 'node:worker_threads';
import { readHtml } from './read-html.ts';

/* oxlint-disable unicorn/require-post-message-target-origin -- a port of Node's has no origin */

// A worker's entry: says when it is ready, reads the one page that it is
// started with, says what it read, and ends.

parentPort?.postMessage({ kind: 'ready' });

try {
  parentPort?.postMessage({ kind: 'read', page: readHtml(String(workerData)) });
} catch {
  // Whatever the libraries trip over, be it their stack, is a page that cannot be read.
  parentPort?.postMessage({ kind: 'tangled' });
}
