import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Builds the app into `out/`: three Node entries (desktop, loopback, terminal) that share chunks, the sandboxed
 * preload as one CommonJS file, and the page.
 *
 * Everything but Electron and Node itself is bundled, so an entry opens a few files instead of a few hundred, and
 * what is packaged needs no node_modules. The files of `out/main` lie side by side, chunks too, so that
 * `new URL('../renderer/', import.meta.url)` means the same in each of them.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20.19',
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: { main: 'electron/main.ts', browser: 'electron/browser.ts', cli: 'electron/cli.ts' },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.19',
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      // An ordinary browser shows the page too, not only the Chromium inside Electron.
      target: 'es2023',
      sourcemap: true,
      minify: true,
      chunkSizeWarningLimit: 3000,
      // The page's policy allows files of its own origin alone: no data: addresses, no inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: 'renderer/index.html',
        // The page's first import switches something off (see renderer/app/without-eval): it must run before the
        // modules that other chunks hold.
        output: { strictExecutionOrder: true },
      },
    },
  },
});
