// Ends the build where the first route weighs more than it may. Counted: what a browser loads before the overview shows
// data (page, styles, scripts, schemas; gzip), without the treemap, which comes after.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const BUDGET_BYTES = 120 * 1024
const FIRST_PAGES = ['src/pages/overview/OverviewPage.tsx', 'src/api/generated/schemas.ts']
const LATER = ['src/charts/echarts.ts']
const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))

/** A chunk with what it imports at once. */
function filesOf(key, found = new Set()) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`${key} is no chunk of the build; correct scripts/check-budget.mjs`)
  if (found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const css of chunk.css ?? []) found.add(css)
  for (const imported of chunk.imports ?? []) filesOf(imported, found)
  return found
}

const files = new Set(['index.html', 'theme.js', 'config.json', 'favicon.svg'])
for (const key of ['index.html', ...FIRST_PAGES]) filesOf(key).forEach((file) => files.add(file))
for (const key of LATER) if (files.has(manifest[key].file)) throw new Error(`${key} has become part of the first route; load it by import()`)

const sizes = [...files].map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file))).length }))
const total = sizes.reduce((sum, one) => sum + one.bytes, 0)
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`

const inline = readFileSync(join(dist, 'index.html'), 'utf8').match(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
if (inline) {
  console.error(`dist/index.html has something inline (${inline[0].trim()}), which the Content-Security-Policy forbids`)
  process.exit(1)
}
console.log(`first route: ${kilobytes(total)} of ${kilobytes(BUDGET_BYTES)} gzip; all files: ${readdirSync(join(dist, 'static')).length}`)
if (total > BUDGET_BYTES) {
  for (const { file, bytes } of sizes.sort((one, other) => other.bytes - one.bytes)) console.error(`  ${kilobytes(bytes)}  ${file}`)
  console.error('the first route is over its budget: load by import() what it does not show at once')
  process.exit(1)
}
