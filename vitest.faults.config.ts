import { defineConfig } from 'vitest/config';

// Hundreds of killed processes and failing disks: minutes, so not a part of every test run.
export default defineConfig({
  test: {
    include: [
      'tests/faults/**/*.test.ts',
      'tests/store/outcomes.test.ts',
      'tests/store/erasing-kills.test.ts',
    ],
    env: { EVERY_CALL: 'yes' },
    testTimeout: 900_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
