import { defineConfig } from 'vitest/config';

// Hundreds of killed processes, failing disks, and texts that grow and grow: minutes, so not a part of every test run.
export default defineConfig({
  test: {
    include: [
      'tests/faults/**/*.test.ts',
      'tests/growth/**/*.test.ts',
      'tests/store/outcomes.test.ts',
      'tests/store/erasing-kills.test.ts',
    ],
    env: { EVERY_CALL: 'yes' },
    testTimeout: 900_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
