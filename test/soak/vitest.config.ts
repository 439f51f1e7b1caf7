// Runs the soak tests, which take minutes and are no part of `npm test`:
//   npx vitest run --config test/soak/vitest.config.ts

import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest takes its configuration from here.
export default defineConfig({
  test: { include: ['test/soak/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 20_000 },
});
