import { defineConfig } from 'vitest/config';

// Run by `npm run test:e2e`, which builds the app and names the browser and the Electron to use.
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    // Each file starts whole applications: one at a time, so that they do not starve each other.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
