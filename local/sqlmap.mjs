// Has sqlmap try every operation of a running Lumia that only reads: each of its parameters, and each part of its path that is one.
//
//   node local/sqlmap.mjs http://127.0.0.1:8080      against local/lumia up --open; sqlmap must be installed (Debian: apt-get install sqlmap)
//
// Exit codes: 0 nothing can be injected, 1 something can, or an operation was not tried to its end.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [base, level = '3'] = process.argv.slice(2)
if (!base) {
  console.error('usage: node local/sqlmap.mjs ADDRESS [LEVEL 1 to 5]')
  process.exit(2)
}
const OPERATION_MS = 300_000
/** What an operation would be asked, so that what is injected reaches the database. */
const LIKELY = { id: 'AAPL', asset_id: 'AAPL', series: 'DGS10', name: 'daily-prices', q: 'apple', symbol: 'AAPL', assets: 'AAPL,MSFT', start: '2017-01-03', end: '2017-03-01', start_date: '2017-01-03', end_date: '2017-03-01', as_of: '2017-06-30', indicators: 'rsi_14', sources: 'Reuters', sector: 'Energy', metric: 'net_income', job: 'daily-prices' }

const { paths } = await (await fetch(`${base}/api/v1/openapi.json`)).json()
const folder = mkdtempSync(join(tmpdir(), 'lumia-sqlmap-'))
let [tried, found, broken] = [0, 0, 0]
for (const [path, { get }] of Object.entries(paths)) {
  if (!get) continue
  const texts = (get.parameters ?? []).filter((one) => one.in === 'query' && JSON.stringify(one.schema).includes('"string"'))
  const query = texts.map(({ name, schema }) => `${name}=${encodeURIComponent(LIKELY[name] ?? schema.enum?.[0] ?? 'a')}`).join('&')
  const filled = (mark) => base + path.replaceAll(/\{(\w+)\}/g, (_, name) => (LIKELY[name] ?? 'a') + mark)
  // A star is where sqlmap injects into the path; with one it leaves the query alone, so the two are asked for by themselves.
  const asked = [path.includes('{') && filled('*'), query && `${filled('')}?${query}`].filter(Boolean)
  for (const url of asked) {
    const run = spawnSync('sqlmap', ['-u', url, '--batch', '--flush-session', '--dbms=postgresql', `--level=${level}`, '--risk=3', '--threads=2', '--time-sec=3', '--output-dir', folder, '--disable-coloring', '--ignore-code=*'], { encoding: 'utf8', timeout: OPERATION_MS })
    if (run.error?.code === 'ENOENT') throw new Error('sqlmap is not installed')
    const names = [...run.stdout.matchAll(/parameter '([^']+)' does not seem to be injectable/g)]
    const isInjectable = /sqlmap identified the following injection point|is vulnerable/.test(run.stdout)
    tried += names.length
    found += isInjectable ? 1 : 0
    broken += run.status === 0 && (names.length > 0 || isInjectable) ? 0 : 1
    console.log(`${isInjectable ? 'INJECTABLE' : `${names.length} not injectable`}  ${url}${run.status === 0 ? '' : `  (sqlmap ended with ${run.status ?? run.signal})`}`)
  }
}
rmSync(folder, { recursive: true })
console.log(`${tried} parameters cannot be injected into, ${found} addresses can, ${broken} were not tried to their end`)
process.exit(found + broken > 0 ? 1 : 0)
