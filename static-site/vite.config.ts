import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Where `local/lumia up --open` answers while the site is developed. */
const api = process.env['LUMIA_API'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // Not "assets": that is a page. What lies here has a hash in its name and never changes.
    assetsDir: 'static',
    // An inlined data: address would need another Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    sourcemap: false,
    // ECharts is a lazy chunk of its own; the budget of the first route is scripts/check-budget.mjs.
    chunkSizeWarningLimit: 800,
  },
  server: {
    proxy: Object.fromEntries(['/api', '/docs', '/.well-known'].map((path) => [path, { target: api }])),
  },
  // A test that needs a document says so in its first line: // @vitest-environment happy-dom
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'], testTimeout: 60_000, pool: 'threads' },
})
