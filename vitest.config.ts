import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/soak/**'],
    globalSetup: ['test/support/global-setup.ts'],
    // Real sockets, files and tunnel servers: bounded, but not quick on a loaded machine.
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
