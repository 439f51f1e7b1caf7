// What verification costs: a signature, and the catalogue at start.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from '../lib/numbers.mjs';

const SCRIPT = fileURLToPath(new URL('../verification.mjs', import.meta.url));

/** @param {{ starts: number }} size */
export async function measureVerification({ starts }) {
  const runs = Array.from({ length: starts }, () =>
    JSON.parse(execFileSync(process.execPath, [SCRIPT], { encoding: 'utf8' })),
  );
  const of = (/** @type {string} */ name) => median(runs.map((run) => run[name]));
  const slowest = runs.map((run) => run.slowest).sort((a, b) => a.micros - b.micros);
  return {
    providers: runs[0].providers,
    micros: of('micros'),
    hmacMicros: of('hmacMicros'),
    slowest: slowest[Math.floor(starts / 2)],
    loadMs: of('loadMs'),
  };
}
