import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/faults/**', 'tests/growth/**'],
    // Conversations start a bot and a sandbox each; two machines' worth of slack, no timed assertion.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
