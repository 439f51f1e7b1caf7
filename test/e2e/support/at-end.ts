// What a test file started is ended when the file is done, also when a test failed half-way.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const endings: (() => unknown)[] = [];

// Registered by importing this module, so it belongs to the file that does. Last made, first ended:
// a browser goes before the host it looks at.
afterAll(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

export function atEndOfFile(end: () => unknown): void {
  endings.push(end);
}

/** An empty folder that lasts as long as the test file. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hookglass-e2e-'));
  atEndOfFile(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
