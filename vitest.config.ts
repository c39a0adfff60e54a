import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,scripts,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    // Every core works, and the files of a core share one process: loading the modules anew for each of three hundred
    // files takes longer than the tests in them. What a test stubs is given back, so none sees another's.
    maxWorkers: availableParallelism(),
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
    coverage: {
      provider: 'v8',
      include: ['shared/**/*.ts', 'electron/host/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.testing.ts', '**/*.d.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      // What decides a person's data is tested to its corners; the rest is held by the end-to-end tests.
      thresholds: {
        branches: 90,
        'shared/**/*.ts': { branches: 90 },
        'electron/host/**/*.ts': { branches: 90 },
      },
    },
  },
});
