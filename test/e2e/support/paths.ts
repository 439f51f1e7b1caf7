// Where the checkout is, and the runtimes that `npm run test:e2e` found for these tests.

import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The program to drive. Throws, saying how to run these tests, when it was not named. */
export function runtime(name: 'CHROMIUM' | 'ELECTRON'): string {
  const program = process.env[`HOOKGLASS_TEST_${name}`];
  if (program) return program;
  throw new Error('Run these tests with `npm run test:e2e -- <files>`: it finds what they drive.');
}
