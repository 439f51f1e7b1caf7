// `npm run screenshots`: takes the documentation's pictures anew, into docs/screenshots, by running the
// end-to-end tests that take them. `npm run screenshots -- --all` takes every screen in both themes and at
// three sizes, into test-results/screenshots/all, for looking at.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runInFront } from './lib/child.mjs';
import { root } from './lib/project.mjs';

const PICTURES = [
  'test/e2e/pictures.chromium.test.ts',
  'test/e2e/diagnosis.chromium.test.ts',
  'test/e2e/redeliveries.chromium.test.ts',
  'test/e2e/walk.electron.test.ts',
];
const SCREENS = ['test/e2e/screens.chromium.test.ts'];

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });

process.exitCode = await runInFront(
  process.execPath,
  [join(root, 'scripts/test.mjs'), '--only', 'e2e', ...(values.all ? SCREENS : PICTURES)],
  {
    cwd: root,
    // A picture that is missing must not go unnoticed.
    env: { ...process.env, HOOKGLASS_SCREENSHOTS: values.all ? 'all' : 'docs', CI: 'true' },
  },
);
