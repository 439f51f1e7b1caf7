// `npm run screenshots`: takes the documentation's pictures anew, into docs/screenshots, by running the
// end-to-end tests that take them.

import { join } from 'node:path';
import { runInFront } from './lib/child.mjs';
import { root } from './lib/project.mjs';

const TESTS = [
  'test/e2e/pictures.chromium.test.ts',
  'test/e2e/diagnosis.chromium.test.ts',
  'test/e2e/walk.electron.test.ts',
];

process.exitCode = await runInFront(
  process.execPath,
  [join(root, 'scripts/test.mjs'), '--only', 'e2e', ...TESTS],
  // A picture that is missing must not go unnoticed.
  { cwd: root, env: { ...process.env, HOOKGLASS_SCREENSHOTS: 'docs', CI: 'true' } },
);
